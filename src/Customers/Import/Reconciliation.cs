using Coxswain.Customers.Import.Reading;
using Coxswain.Platform.Data;
using Coxswain.Platform.Files;
using Coxswain.Platform.Importing;
using Coxswain.Platform.Money;
namespace Coxswain.Customers.Import;

/// <summary>How many rows of which sum, by what they are counted by.</summary>
internal sealed class Tallies : Dictionary<(TallyBy By, string Key, string Currency), (string Key, long Count, long Sum)>;

/// <summary>
/// Compares files and database by stage, owner and month. The files are read again from their cells, refused rows included, and not from
/// what the import made of them: a row that was lost shows as a difference.
/// </summary>
internal sealed class Reconciliation(AppDb db, IReadOnlyList<IImportTarget> targets, DataFolder folder)
{
    private readonly Dictionary<(string Kind, string Name), string> _names = [];

    /// <summary>Begins to count what the files have; it asks the database for nothing any more.</summary>
    public async Task<Task<Tallies>> CountAsync(ImportPlan plan, string currency, CancellationToken ct)
    {
        await LearnNamesAsync(plan, ct);
        return Task.Run(() =>
        {
            var inFiles = new Tallies();
            foreach (var step in ImportStep.Of(plan, targets).Where(s => s.Pass == 0 && s.Target.Fields.Any(f => f.Tally is not TallyBy.None)))
                foreach (var tally in Count(step, plan, currency)) Add(inFiles, tally);
            return inFiles;
        }, ct);
    }

    public async Task<IReadOnlyList<Reconciled>> CompareAsync(Guid runId, ImportPlan plan, Tallies inFiles, CancellationToken ct)
    {
        var inDatabase = new Tallies();
        foreach (var target in targets.Where(t => plan.Files.Any(f => f.Kind == t.Kind) && t.Fields.Any(f => f.Tally is not TallyBy.None)))
        {
            var subjects = db.Rows<ImportedRow>().Where(r => r.RunId == runId && r.Kind == target.Kind).Select(r => r.SubjectId);
            foreach (var tally in await target.TallyAsync(db, subjects, ct)) Add(inDatabase, tally);
        }
        return [.. inFiles.Keys.Union(inDatabase.Keys).Order().Select(key => Line(key, inFiles.GetValueOrDefault(key), inDatabase.GetValueOrDefault(key)))];
    }

    // What files call by a key or by another word is counted by the name it has here.
    private async Task LearnNamesAsync(ImportPlan plan, CancellationToken ct)
    {
        var kinds = targets.Where(t => plan.Files.Any(f => f.Kind == t.Kind)).SelectMany(t => t.Fields.Where(f => f.Tally is TallyBy.Stage or TallyBy.Owner).Select(f => f.To!)).Distinct();
        foreach (var kind in kinds)
        {
            var known = await targets.Single(t => t.Kind == kind).NamesAsync(db, ct);
            var names = new Dictionary<Guid, string>();
            foreach (var name in known) names.TryAdd(name.Id, name.Name);
            foreach (var name in known) _names.TryAdd((kind, Folding.Fold(name.Name)), names[name.Id]);
            foreach (var name in known.Where(n => n.SourceId is not null)) _names.TryAdd((kind, Folding.Fold(name.SourceId)), names[name.Id]);
        }
    }

    private static Reconciled Line((TallyBy By, string Key, string Currency) key, (string Key, long Count, long Sum) file, (string Key, long Count, long Sum) here) =>
        new(key.By, here.Key ?? file.Key, key.Currency, file.Count, here.Count, file.Sum, here.Sum);

    private IEnumerable<Tally> Count(ImportStep step, ImportPlan plan, string currency)
    {
        var mapped = step.File.Columns.Select(c => (Column: c, Field: step.Target.Fields.FirstOrDefault(f => f.Name == c.Field))).Where(c => c.Field is not null).ToList();
        var groups = mapped.Select(c => c.Field!).Where(f => f.Tally is TallyBy.Stage or TallyBy.Owner or TallyBy.Month).DistinctBy(f => f.Tally).ToList();
        var named = mapped.FirstOrDefault(c => c.Field!.Name == "currency").Column;
        var reader = new RowReader(step.File, step.Target, plan, new NameBook(), currency);
        var over = CellFormats.Currency(mapped.FirstOrDefault(c => c.Field!.Tally is TallyBy.Amount).Column?.Header ?? "") ?? currency;
        foreach (var record in step.Rows(folder))
        {
            var cells = reader.Counted(record);
            var (code, sum) = Amount(cells.GetValueOrDefault(TallyBy.Amount), named is not null && FileCells.Text(record, named) is { Length: 3 } own ? own.ToUpperInvariant() : over);
            foreach (var field in groups) yield return new Tally(field.Tally, cells.TryGetValue(field.Tally, out var cell) ? Key(reader, field, cell) : "", code, 1, sum);
        }
    }

    private static (string Currency, long Sum) Amount((CellSource Source, string Text) cell, string currency)
    {
        if (cell.Text is null) return (currency, 0);
        var code = CellFormats.Currency(cell.Text) ?? currency;
        return (code, CellFormats.Number(cell.Text, cell.Source.Column.Format ?? ".") is { } amount ? Minor.FromMajor(amount, code) : 0);
    }

    private string Key(RowReader reader, ImportField field, (CellSource Source, string Text) cell)
    {
        if (field.Tally is TallyBy.Month) return CellFormats.Day(cell.Text, cell.Source.Column.Format ?? "yyyy-MM-dd") is { } day ? $"{day:yyyy-MM}" : "";
        var text = reader.Corrected(field.To!, cell.Text);
        return _names.GetValueOrDefault((field.To!, Folding.Fold(text)), text);
    }

    private static void Add(Tallies all, Tally tally)
    {
        var key = (tally.By, Folding.Fold(tally.Key), tally.Currency);
        var before = all.GetValueOrDefault(key);
        all[key] = (tally.Key, before.Count + tally.Count, before.Sum + tally.Sum);
    }
}
