using System.Reflection;
using Coxswain.Platform.Data;
using Coxswain.Platform.Importing;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.Exporting;

/// <summary>Whether the records that rows lead to are here: the database refuses a whole batch for one that is not.</summary>
internal sealed class OwnLinks
{
    private static readonly MethodInfo Find = typeof(OwnLinks).GetMethod(nameof(ThereAsync), BindingFlags.NonPublic | BindingFlags.Static)!;
    private readonly List<(string Name, string Header, bool MayBeEmpty, HashSet<Guid> There)> _links = [];

    /// <summary>The columns that lead to another record of the same kind.</summary>
    public static IEnumerable<OwnColumn<T>> AboveItself<T>(Exported<T> of) where T : Entity => of.Columns.Where(c => c.IsKey && of.Above.Contains(c.Name));

    public static async Task<OwnLinks> ReadAsync<T>(Exported<T> of, ImportBatch batch, IEnumerable<KeyValuePair<string, object>> values, CancellationToken ct) where T : Entity
    {
        var links = new OwnLinks();
        // A try saves nothing, so that what other files of it bring is not here.
        if (batch.IsTried) return links;
        var asked = values.Where(v => v.Value is Guid).ToLookup(v => v.Key, v => (Guid)v.Value);
        foreach (var key in batch.Db.Model.FindEntityType(typeof(T))!.GetForeignKeys())
        {
            if (of.Columns.FirstOrDefault(c => c.Name == key.Properties[^1].Name) is not { } column || of.Above.Contains(column.Name)) continue;
            var ids = asked[column.Name].Distinct().ToList();
            if (ids.Count > 0) links._links.Add((column.Name, column.Header, column.IsNullable && !of.Needs.Contains(column.Name), await (Task<HashSet<Guid>>)Find.MakeGenericMethod(key.PrincipalEntityType.ClrType).Invoke(null, [batch.Db, ids, ct])!));
        }
        return links;
    }

    /// <summary>Why a row cannot be taken. What it only mentions and is not here is left out of its values, and told.</summary>
    public string? Missing(ImportRow row, Dictionary<string, object> values)
    {
        foreach (var (name, header, mayBeEmpty, there) in _links)
        {
            if (!values.TryGetValue(name, out var value) || there.Contains((Guid)value)) continue;
            if (!mayBeEmpty) return T("{0}: nothing here has the key {1}.", header, value);
            values.Remove(name);
            row.Remark(T("Kept without: {0}", T("{0}: nothing here has the key {1}.", header, value)));
        }
        return null;
    }

    internal static async Task<HashSet<Guid>> ThereAsync<TOther>(AppDb db, List<Guid> ids, CancellationToken ct) where TOther : Entity =>
        [.. await db.Rows<TOther>().Where(r => ids.Contains(r.Id)).Select(r => r.Id).ToListAsync(ct)];
}

/// <summary>Puts records under those they belong to, once all of them are here; never under one of their own.</summary>
internal sealed class OwnJoining<T>(Exported<T> of, IReadOnlyList<OwnColumn<T>> above, Func<Guid, Guid> here) where T : Entity
{
    private const int Deepest = 100;

    public async Task<IReadOnlyList<RowResult>> JoinAsync(ImportBatch batch, CancellationToken ct)
    {
        var rows = batch.Rows.Where(r => above.Any(c => r.Has(c.Name)) && Guid.TryParse(r.Text(OwnTable.Key), out _)).ToDictionary(r => r.Number, r => here(Guid.Parse(r.Text(OwnTable.Key)!)));
        if (rows.Count == 0) return [];
        var ids = rows.Values.ToList();
        var records = await batch.Db.Rows<T>().Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, ct);
        var results = new List<RowResult>();
        foreach (var column in above)
        {
            var asked = batch.Rows.Where(r => rows.ContainsKey(r.Number) && r.Has(column.Name) && records.ContainsKey(rows[r.Number])).Select(r => (Row: r, Record: records[rows[r.Number]], To: here(Guid.Parse(r.Text(column.Name)!)))).ToList();
            var tree = await TreeAsync(batch.Db, column, [.. asked.Select(a => a.To)], ct);
            foreach (var (row, record, to) in asked)
            {
                if (!tree.ContainsKey(to)) results.Add(new RowResult(row.Number, RowAction.Same, record, T("Kept without: {0}", T("{0}: nothing here has the key {1}.", column.Header, to))));
                else if (IsUnder(tree, to, record.Id)) results.Add(new RowResult(row.Number, RowAction.Same, record, T("Kept without its place: it would belong to itself.")));
                else if (!Equals(column.Get(record), to)) Set(batch, column, tree, row, record, to, results);
            }
        }
        return results;
    }

    private void Set(ImportBatch batch, OwnColumn<T> column, Dictionary<Guid, Guid?> tree, ImportRow row, T record, Guid to, List<RowResult> results)
    {
        column.Set(record, to);
        tree[record.Id] = to;
        results.Add(new RowResult(row.Number, RowAction.Changed, record) { Kind = batch.Targets.Any(t => !t.IsOwn && t.Kinds.Contains(of.Kind)) ? of.Kind : null });
    }

    private static bool IsUnder(Dictionary<Guid, Guid?> tree, Guid from, Guid which)
    {
        var steps = 0;
        for (Guid? at = from; at is { } one && steps++ < Deepest; at = tree.GetValueOrDefault(one)) if (one == which) return true;
        return steps >= Deepest;
    }

    private static async Task<Dictionary<Guid, Guid?>> TreeAsync(AppDb db, OwnColumn<T> column, List<Guid> from, CancellationToken ct)
    {
        var tree = new Dictionary<Guid, Guid?>();
        for (var next = from.Distinct().ToList(); next.Count > 0 && tree.Count < 1_000_000;)
        {
            var name = column.Name;
            var found = await db.Rows<T>().Where(r => next.Contains(r.Id)).Select(r => new { r.Id, Above = EF.Property<Guid?>(r, name) }).ToListAsync(ct);
            foreach (var one in found) tree[one.Id] = one.Above;
            next = [.. found.Select(f => f.Above).OfType<Guid>().Distinct().Where(id => !tree.ContainsKey(id))];
        }
        return tree;
    }
}
