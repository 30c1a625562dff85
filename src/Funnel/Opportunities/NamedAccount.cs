using Coxswain.Customers;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Opportunities;

/// <summary>An account as a form names it: by typing its name.</summary>
internal static class NamedAccount
{
    /// <summary>Its id, or what is wrong with the name. An empty name is no account.</summary>
    /// <param name="db">The database.</param>
    /// <param name="name">As typed.</param>
    /// <param name="add">Adds an account where nobody has this name yet.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<(Guid? Id, Problems? Problems)> FindAsync(AppDb db, string? name, bool add, CancellationToken ct)
    {
        if (name is null) return (null, null);
        var folded = Folding.Fold(name);
        var found = await db.AccountRows().Where(a => a.FoldedName == folded).Select(a => a.Id).Take(2).ToListAsync(ct);
        if (found.Count == 1) return (found[0], null);
        if (found.Count > 1) return (found[0], new Problems().Add("Account", T("Several accounts have this name. Open the right one and add the deal there.")));
        return add && name.Length <= 200 ? (db.AddAccount(name), null) : (null, new Problems().Add("Account", T("There is no account “{0}” yet.", name)));
    }

    /// <summary>Whether an account with this id is there for the viewer.</summary>
    public static Task<bool> IsThereAsync(AppDb db, Guid id, CancellationToken ct) => db.AccountRows().AnyAsync(a => a.Id == id, ct);
}
