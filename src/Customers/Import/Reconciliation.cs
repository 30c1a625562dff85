using Coxswain.Customers.Import.Reading;
using Coxswain.Platform.Data;
using Coxswain.Platform.Files;
using Coxswain.Platform.Importing;
using Coxswain.Platform.Money;
using Coxswain.Platform.Tabular;
namespace Coxswain.Customers.Import;

/// <summary>
/// Compares files and database by stage, owner and month. The files are read again from their cells, refused rows included, and not from
/// what the import made of them: a row that was lost shows as a difference.
/// </summary>
internal sealed class Reconciliation(AppDb db, IReadOnlyList<IImportTarget> targets, DataFolder folder)
{
    public async Task<IReadOnlyList<Reconciled>> CompareAsync(Guid runId, ImportPlan plan, string currency, CancellationToken ct)
    {
        var inFiles = new Dictionary<(TallyBy, string, string), (string Key, long Count, long Sum)>();
        var inDatabase = new Dictionary<(TallyBy, string, string), (string Key, long Count, long Sum)>();
        foreach (var step in ImportStep.Of(plan, targets).Where(s => s.Pass == 0 && s.Target.Fields.Any(f => f.Tally is not TallyBy.None)))
            foreach (var tally in Count(step, plan, currency)) Add(inFiles, tally);
        foreach (var target in targets.Where(t => t.Fields.Any(f => f.Tally is not TallyBy.None)))
        {
            var subjects = db.Rows<ImportedRow>().Where(r => r.RunId == runId && r.Kind == target.Kind).Select(r => r.SubjectId);
            foreach (var tally in await target.TallyAsync(db, subjects, ct)) Add(inDatabase, tally);
        }
        return [.. inFiles.Keys.Union(inDatabase.Keys).Order().Select(key => Line(key, inFiles.GetValueOrDefault(key), inDatabase.GetValueOrDefault(key)))];
    }

    private static Reconciled Line((TallyBy By, string Key, string Currency) key, (string Key, long Count, long Sum) file, (string Key, long Count, long Sum) here) =>
        new(key.By, here.Key ?? file.Key, key.Currency, file.Count, here.Count, file.Sum, here.Sum);

    private IEnumerable<Tally> Count(ImportStep step, ImportPlan plan, string currency)
    {
        var columns = step.File.Columns.Select(c => (Column: c, Field: step.Target.Fields.FirstOrDefault(f => f.Name == c.Field))).Where(c => c.Field is not null).ToList();
        var groups = columns.Where(c => c.Field!.Tally is TallyBy.Stage or TallyBy.Owner or TallyBy.Month).ToList();
        var amount = columns.FirstOrDefault(c => c.Field!.Tally is TallyBy.Amount).Column;
        var named = columns.FirstOrDefault(c => c.Field!.Name == "currency").Column;
        var reader = new RowReader(step.File, step.Target, plan, new NameBook(), currency);
        var over = CellFormats.Currency(amount?.Header ?? "") ?? currency;
        foreach (var record in step.Rows(folder))
        {
            var (code, sum) = Amount(record, amount, Cell(record, named) is { Length: 3 } own ? own.ToUpperInvariant() : over);
            foreach (var (column, field) in groups) yield return new Tally(field!.Tally, Key(reader, field, column, Cell(record, column)), code, 1, sum);
        }
    }

    private static (string Currency, long Sum) Amount(TableRow record, PlanColumn? column, string currency)
    {
        var cell = Cell(record, column);
        var code = CellFormats.Currency(cell) ?? currency;
        return (code, CellFormats.Number(cell, column?.Format ?? ".") is { } amount ? Minor.FromMajor(amount, code) : 0);
    }

    private static string Key(RowReader reader, ImportField field, PlanColumn column, string cell) => field.Tally switch
    {
        TallyBy.Month => CellFormats.Day(cell, column.Format ?? "yyyy-MM-dd") is { } day ? $"{day:yyyy-MM}" : "",
        _ => reader.Corrected(field.To!, cell),
    };

    private static string Cell(TableRow record, PlanColumn? column) => column is not null ? record[column.Index].Trim() : "";

    private static void Add(Dictionary<(TallyBy, string, string), (string Key, long Count, long Sum)> all, Tally tally)
    {
        var key = (tally.By, Folding.Fold(tally.Key), tally.Currency);
        var before = all.GetValueOrDefault(key);
        all[key] = (tally.Key, before.Count + tally.Count, before.Sum + tally.Sum);
    }
}
