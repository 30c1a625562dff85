using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Contacts;

/// <summary>The account something belongs to: by key, or by the name that was typed.</summary>
internal static class NamedAccount
{
    public static async Task<Guid?> FindAsync(AppDb db, string? typed, Guid? accountId, Problems problems, CancellationToken ct)
    {
        if (typed is { } name)
        {
            var folded = Folding.Fold(name);
            var found = await db.Accounts.Where(a => a.FoldedName == folded).OrderBy(a => a.Id).Select(a => (Guid?)a.Id).Take(2).ToListAsync(ct);
            problems.AddIf(found.Count == 0, "Account", T("There is no account called {0} yet: add it first.", name));
            problems.AddIf(found.Count == 2 && accountId is null, "Account", T("There are several accounts called {0}: open the one you mean and add it there.", name));
            return found.Contains(accountId) ? accountId : found.FirstOrDefault();
        }
        if (accountId is { } id && !await db.Accounts.AnyAsync(a => a.Id == id, ct)) problems.Add("AccountId", T("This account is not here."));
        return accountId;
    }
}
