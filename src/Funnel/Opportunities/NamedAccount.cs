using Coxswain.Customers;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Opportunities;

internal static class NamedAccount
{
    /// <summary>Its id, or what is wrong with the name. An empty name is no account.</summary>
    /// <param name="db">The database.</param>
    /// <param name="name">As typed.</param>
    /// <param name="known">The account that stands there already, by its key: of several of this name it is the one.</param>
    /// <param name="add">Adds an account where nobody has this name yet.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<(Guid? Id, Problems? Problems)> FindAsync(AppDb db, string? name, Guid? known, bool add, CancellationToken ct)
    {
        if (name is null) return (null, null);
        var (folded, there) = (Folding.Fold(name), known ?? Guid.Empty);
        var found = await db.AccountRows().Where(a => a.FoldedName == folded).OrderByDescending(a => a.Id == there).ThenBy(a => a.Id).Select(a => a.Id).Take(2).ToListAsync(ct);
        if (found.Count == 1 || found.Count > 1 && found[0] == there) return (found[0], null);
        if (found.Count > 1) return (found[0], new Problems().Add("Account", T("Several accounts have this name. Open the right one and add the deal there.")));
        return add && name.Length <= 200 ? (db.AddAccount(name), null) : (null, new Problems().Add("Account", T("There is no account “{0}” yet.", name)));
    }

    /// <summary>Whether an account with this id is there for the viewer.</summary>
    public static Task<bool> IsThereAsync(AppDb db, Guid id, CancellationToken ct) => db.AccountRows().AnyAsync(a => a.Id == id, ct);
}
