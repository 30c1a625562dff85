using Coxswain.Customers.Duplicates;
using Coxswain.Platform.Data;
using Coxswain.Platform.Importing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Import;

/// <summary>What stays when a run is taken back and would be left without a record that the run made: such a record stays with it.</summary>
internal sealed class UndoHolds(AppDb db, Guid run)
{
    private const int AskedAtOnce = 500;

    /// <summary>Of these records the ones that stay, with what they stay for in words.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> OfAsync(IReadOnlyList<Entity> records, CancellationToken ct)
    {
        var (held, going) = (new Dictionary<Guid, List<string>>(), new List<NamingRow>());
        var (asked, next) = (new HashSet<Guid>(), records.Select(r => (Type: r.GetType(), r.Id)).ToList());
        while (next.Count > 0)
        {
            var naming = new List<NamingRow>();
            foreach (var type in next.GroupBy(r => r.Type)) naming.AddRange((await Pointers.LeftByAsync(db, type.Key, [.. type.Select(r => r.Id).Where(asked.Add)], ct)).DistinctBy(n => (n.Id, n.RowId)));
            var goes = await GoesAsync([.. naming.Select(n => n.RowId).Distinct()], ct);
            foreach (var row in naming.Where(n => !goes.Contains((n.RowId, n.Version)))) Hold(row);
            var below = naming.Where(n => goes.Contains((n.RowId, n.Version))).ToList();
            going.AddRange(below);
            next = [.. below.Select(n => (n.Type, n.RowId)).Distinct()];
        }
        // What goes as well holds nothing, unless it is held itself: a branch with a contact of ours keeps what it is part of.
        while (going.FindAll(g => held.ContainsKey(g.RowId)) is { Count: > 0 } more)
        {
            more.ForEach(Hold);
            going.RemoveAll(more.Contains);
        }
        return held.ToDictionary(h => h.Key, h => string.Join(", ", h.Value.GroupBy(DuplicateWords.Moved).Select(n => $"{n.Key} ({n.Count()})")));

        void Hold(NamingRow row)
        {
            if (!held.TryGetValue(row.Id, out var names)) held[row.Id] = names = [];
            names.Add(row.Name);
        }
    }

    private async Task<HashSet<(Guid, int)>> GoesAsync(IReadOnlyList<Guid> rows, CancellationToken ct)
    {
        var goes = new HashSet<(Guid, int)>();
        foreach (var some in rows.Chunk(AskedAtOnce))
        {
            var made = db.Rows<ImportedRow>().Where(r => r.RunId == run && some.Contains(r.SubjectId));
            goes.UnionWith((await made.GroupBy(r => r.SubjectId).Where(g => g.Any(r => r.Action == RowAction.Created)).Select(g => new { g.Key, Version = g.Max(r => r.SubjectVersion) }).ToListAsync(ct)).Select(g => (g.Key, g.Version)));
        }
        return goes;
    }
}
