using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Accounts;

/// <summary>What lies above accounts: a company of a group belongs to another, which may belong to a third.</summary>
internal sealed class AccountTree
{
    private readonly Dictionary<Guid, Guid?> _above = [];

    private AccountTree() { }

    /// <summary>Reads everything above these, a level at a time. Removed accounts count: they may come back.</summary>
    public static async Task<AccountTree> AboveAsync(AppDb db, IEnumerable<Guid> accounts, CancellationToken ct)
    {
        var tree = new AccountTree();
        for (var level = accounts.Distinct().ToList(); level.Count > 0; level = [.. tree._above.Values.OfType<Guid>().Where(id => !tree._above.ContainsKey(id)).Distinct()])
        {
            // With its version, which no index holds: SQLite else goes through an index of all accounts instead of looking these up.
            var known = await db.RowsWithRemoved<Account>().Where(a => level.Contains(a.Id)).Select(a => new { a.Id, a.ParentId, a.Version }).ToDictionaryAsync(a => a.Id, a => a.ParentId, ct);
            foreach (var id in level) tree._above[id] = known.GetValueOrDefault(id);
        }
        return tree;
    }

    /// <summary>Says that one belongs to another now.</summary>
    /// <returns>False, and nothing is changed, where it would end up above itself.</returns>
    public bool Join(Guid account, Guid parent)
    {
        Guid? at = parent;
        for (var steps = 0; at is { } id && steps <= _above.Count; steps++)
        {
            if (id == account) return false;
            at = _above.GetValueOrDefault(id);
        }
        _above[account] = parent;
        return true;
    }
}
