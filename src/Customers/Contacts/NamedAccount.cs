using Coxswain.Customers.Accounts;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Contacts;

/// <summary>The account something belongs to: by key, or by the name that was typed. Of several that are called so, it is the one the key names, or the one it belongs to already; none is guessed.</summary>
internal static class NamedAccount
{
    /// <param name="db">Of the viewer.</param>
    /// <param name="typed">The name; a key whose account is called otherwise was of another that stood there before.</param>
    /// <param name="accountId">The key.</param>
    /// <param name="problems">Takes what is wrong.</param>
    /// <param name="ct">Cancels.</param>
    /// <param name="field">What the name was typed into; its key is posted as this and Id.</param>
    /// <param name="before">Where it belongs so far: a form that posts its name leaves it there.</param>
    public static async Task<Guid?> FindAsync(AppDb db, string? typed, Guid? accountId, Problems problems, CancellationToken ct, string field = "Account", Guid? before = null)
    {
        if (typed is { } name)
        {
            var (meant, there) = (accountId ?? Guid.Empty, before ?? Guid.Empty);
            var found = await Called(db, name).OrderByDescending(a => a.Id == meant).ThenByDescending(a => a.Id == there).ThenBy(a => a.Id).Select(a => (Guid?)a.Id).Take(2).ToListAsync(ct);
            if (found.Count > 0 && (found[0] == meant || found[0] == there)) return found[0];
            problems.AddIf(found.Count == 0, field, T("There is no account called {0} yet: add it first.", name));
            problems.AddIf(found.Count == 2, field, T("There are several accounts called {0}: open the one you mean and add it there.", name));
            return found.FirstOrDefault();
        }
        if (accountId is { } id && !await db.Accounts.AnyAsync(a => a.Id == id, ct)) problems.Add(field + "Id", T("This account is not here."));
        return accountId;
    }

    /// <summary>Those of this name.</summary>
    public static IQueryable<Account> Called(AppDb db, string name)
    {
        var folded = Folding.Fold(name);
        return db.Accounts.Where(a => a.FoldedName == folded);
    }

    /// <summary>The same where there has to be one.</summary>
    public static async Task<Guid?> FindNeededAsync(AppDb db, string? typed, Guid? accountId, Problems problems, CancellationToken ct)
    {
        var account = await FindAsync(db, typed, accountId, problems, ct);
        problems.AddIf(account is null, "Account", T("Please fill this in."));
        return account;
    }
}
