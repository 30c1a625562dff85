using Coxswain.Customers.Import.Reading;
using Coxswain.Platform.Data;
using Coxswain.Platform.Files;
using Coxswain.Platform.Importing;
using Coxswain.Platform.Tabular;
namespace Coxswain.Customers.Import;

/// <summary>One going through one file.</summary>
internal sealed record ImportStep(int FileNumber, PlanFile File, IImportTarget Target, int Pass)
{
    /// <summary>Kinds that others refer to first; a file with rows that refer to each other twice.</summary>
    public static IReadOnlyList<ImportStep> Of(ImportPlan plan, IReadOnlyList<IImportTarget> targets) =>
    [
        .. from file in plan.Files.Select((file, number) => (file, number))
           let target = targets.FirstOrDefault(t => t.Kind == file.file.Kind)
           where target is not null
           orderby target.Order, file.number
           from pass in Enumerable.Range(0, target.Passes)
           select new ImportStep(file.number, file.file, target, pass),
    ];

    /// <summary>The file as it is kept.</summary>
    public IEnumerable<TableRow> Rows(DataFolder folder) => KeptRows.Of(folder.FileOf(File.Hash));
}

/// <summary>How many rows go into one transaction: on SQLite as many as take about 150 ms, so that nobody's save waits long behind an import; PostgreSQL lets others write meanwhile.</summary>
internal sealed class BatchSize(Engine engine)
{
    private readonly TimeSpan _aim = TimeSpan.FromMilliseconds(engine is Engine.Sqlite ? 150 : 1_000);
    private int _rows = engine is Engine.Sqlite ? 100 : 1_000;

    // By what that batch had, which is not what is said now: the next one was read meanwhile.
    public void Took(int rows, TimeSpan time) => _rows = (int)Math.Clamp(rows * Math.Clamp(_aim / time, 0.5, 2), 20, 2_000);

    public IEnumerable<IReadOnlyList<TableRow>> Chunks(IEnumerable<TableRow> rows)
    {
        var chunk = new List<TableRow>(_rows);
        foreach (var row in rows)
        {
            chunk.Add(row);
            if (chunk.Count < _rows) continue;
            yield return chunk;
            chunk = new List<TableRow>(_rows);
        }
        if (chunk.Count > 0) yield return chunk;
    }
}

/// <summary>What is told of a run's rows, in a dry run without being saved.</summary>
internal sealed class Remarks
{
    private readonly Dictionary<(string Reason, bool Refused), int> _reasons = [];

    public Dictionary<string, int> Created { get; } = [];

    public void Note(IReadOnlyList<ImportRemark> remarks, IReadOnlyList<(string Kind, RowResult Result)> taken)
    {
        foreach (var remark in remarks) if (_reasons.Count < 1_000 || _reasons.ContainsKey((remark.Reason, remark.Refused))) _reasons[(remark.Reason, remark.Refused)] = _reasons.GetValueOrDefault((remark.Reason, remark.Refused)) + 1;
        foreach (var (kind, result) in taken.Where(t => t.Result.Action is RowAction.Created)) Created[kind] = Created.GetValueOrDefault(kind) + 1;
    }

    public IReadOnlyList<RemarkCount> Counts => [.. _reasons.Select(r => new RemarkCount(r.Key.Reason, r.Key.Refused, r.Value)).OrderByDescending(r => r.Rows).Take(20)];
}
