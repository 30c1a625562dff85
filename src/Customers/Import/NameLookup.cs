using Coxswain.Customers.Import.Reading;
using Coxswain.Platform.Data;
using Coxswain.Platform.Importing;
using Coxswain.Platform.Tabular;
namespace Coxswain.Customers.Import;

/// <summary>
/// Finds whom the rows of a run name, by a context of its own, since rows are read while others are being saved. Of kinds with few records all
/// names are read once; of the others those that a batch names, so that an import takes no more memory for a million accounts than for ten.
/// </summary>
internal sealed class NameLookup(AppDb db, IReadOnlyList<IImportTarget> targets, NameBook book)
{
    private readonly Dictionary<string, IImportTarget> _many = [];

    /// <summary>Before a file: the kinds that its rows name.</summary>
    public async Task BeginAsync(IImportTarget target, CancellationToken ct)
    {
        foreach (var kind in target.Fields.Select(f => f.To).Append(target.Kind).OfType<string>().Distinct().Where(k => !book.Has(k)))
        {
            if (targets.FirstOrDefault(t => t.Kind == kind) is not { } named) continue;
            if (named.Many(db) is null) book.Learn(kind, await named.NamesAsync(db, ct));
            else
            {
                _many[kind] = named;
                book.AskFor(kind);
            }
        }
    }

    /// <summary>The rows of a batch, read; whoever they name is in the book from then on, for as long as the batch is under way.</summary>
    public async Task<ReadRows> ReadAsync(RowReader reader, IImportTarget target, IReadOnlyList<TableRow> records, int behind, CancellationToken ct)
    {
        book.Turn();
        foreach (var (kind, named) in _many)
            if (!target.IsOwn && target.Fields.Any(f => f.To == kind)) await AskAsync(named, records.SelectMany(r => reader.Names(r, kind)), ct);
        var (rows, refused) = (new List<ImportRow>(records.Count), new List<RowResult>());
        foreach (var record in records)
        {
            var (row, problem) = reader.Read(record, ++behind);
            if (problem is null) rows.Add(row);
            else refused.Add(RowResult.Refused(row.Number, problem));
        }
        if (target.Calls.Count > 0) await AskAsync(target, rows.SelectMany(r => target.Calls.Select(r.Text)).OfType<string>(), ct);
        return new(rows, refused);
    }

    /// <summary>Those of these names that nobody has.</summary>
    public async Task<IReadOnlyList<PlannedName>> MissingAsync(string kind, IReadOnlyList<PlannedName> names, CancellationToken ct)
    {
        book.Turn();
        if (_many.TryGetValue(kind, out var named)) await AskAsync(named, names.Select(n => n.Name), ct);
        return [.. names.Where(n => book.Find(kind, n.Name) is null)];
    }

    private async Task AskAsync(IImportTarget target, IEnumerable<string> texts, CancellationToken ct)
    {
        var asked = texts.ToHashSet();
        if (asked.Count > 0) book.Learn(target.Kind, asked, await target.CalledAsync(db, asked, ct));
    }
}

/// <summary>A batch as it was read.</summary>
/// <param name="Rows">Those that can be taken.</param>
/// <param name="Refused">Those that cannot.</param>
internal sealed record ReadRows(IReadOnlyList<ImportRow> Rows, IReadOnlyList<RowResult> Refused)
{
    public int Count => Rows.Count + Refused.Count;
}
