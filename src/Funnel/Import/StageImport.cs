using Coxswain.Funnel.Stages;
using Coxswain.Platform.Data;
using Coxswain.Platform.Importing;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Import;

/// <summary>Takes in the steps of a sales process. In an organisation without deals they replace the steps nobody has touched yet.</summary>
internal sealed class StageImport : IImportTarget
{
    public string Kind => Kinds.Stage;
    public string Label => T("Stages");
    public int Order => 25;
    public bool MakesFromNames => true;
    public IReadOnlyList<string> FileNames => ["stage", "phase"];
    public IReadOnlyList<string> Readings => Enum.GetNames<StageEnd>();

    public IReadOnlyList<ImportField> Fields { get; } =
    [
        new("name", () => T("Stage"), ImportType.Text) { Required = true, Synonyms = ["stage name", "phase", "stufe"], Gives = Kinds.Stage },
        new("end", () => T("End"), ImportType.Text) { Required = true, Synonyms = ["outcome", "type", "ergebnis"] },
    ];

    public string? ReadingOf(string name) => StageNames.EndOf(name).ToString();

    public async Task<IReadOnlyList<KnownName>> NamesAsync(AppDb db, CancellationToken ct) =>
        Named(await db.Stages.Where(s => s.RetiredAt == null).OrderBy(s => s.Position).ToListAsync(ct));

    public async Task<IReadOnlyList<RowResult>> TakeAsync(ImportBatch batch, CancellationToken ct)
    {
        var results = new List<RowResult>();
        foreach (var row in batch.Rows)
        {
            var name = row.Text("name")!;
            if (batch.Names.Find(Kind, name) is { } known) results.Add(new RowResult(row.Number, RowAction.Same, await batch.Db.Stages.SingleAsync(s => s.Id == known, ct)));
            else
            {
                var (made, stage) = (await MakeAsync([new NewName(name, StageNames.EndOf(row.Text("end")!).ToString())], batch, ct))[0];
                batch.Names.Learn(Kind, [made]);
                results.Add(new RowResult(row.Number, RowAction.Created, stage));
            }
        }
        return results;
    }

    public async Task<IReadOnlyList<(KnownName Name, Entity Made)>> MakeAsync(IReadOnlyList<NewName> names, ImportBatch batch, CancellationToken ct)
    {
        var present = await batch.Db.Stages.Where(s => s.RetiredAt == null).ToListAsync(ct);
        if (!await batch.Db.Rows<Opportunities.Opportunity>().AnyAsync(ct)) foreach (var untouched in present.Where(s => s is { Version: 1, End: StageEnd.Open } && !IsAsked(names, s))) untouched.RetiredAt = batch.Now;
        var position = present.Concat(batch.Added.OfType<Stage>()).Select(s => s.Position).DefaultIfEmpty(0).Max();
        var stages = names.OrderBy(n => End(n)).ThenBy(n => StageNames.StepOf(n.Name)).Select(n => Of(n, ++position)).ToList();
        Categorize([.. stages.Where(s => s.End is StageEnd.Open)]);
        foreach (var stage in stages) batch.Add(stage);
        return [.. stages.Select(s => (new KnownName(s.Id, s.Name), (Entity)s))];
    }

    // An undo must not leave an organisation without a step to put a deal into.
    public async Task FinishAsync(AppDb db, CancellationToken ct)
    {
        var stages = await db.Stages.Where(s => s.End == StageEnd.Open).ToListAsync(ct);
        if (stages.Any(s => s.RetiredAt is null)) return;
        foreach (var stage in stages.Where(s => s.CustomerAct is not null)) stage.RetiredAt = null;
        await db.SaveChangesAsync(ct);
    }

    public async Task<IReadOnlyList<Entity>> LoadAsync(AppDb db, IReadOnlyList<Guid> ids, CancellationToken ct) => await db.Stages.Where(s => ids.Contains(s.Id)).ToListAsync(ct);

    public string NameOf(Entity row) => ((Stage)row).Name;

    // Removed deals keep their stage, so it is retired and not deleted.
    public void Remove(AppDb db, Entity row, DateTime now) => ((Stage)row).RetiredAt = now;

    // Where a system says "Won" of a deal, the stage of that end is meant, whatever it is called here.
    private static IReadOnlyList<KnownName> Named(List<Stage> stages)
    {
        var names = stages.Select(s => new KnownName(s.Id, s.Name)).ToList();
        var taken = stages.Select(s => s.FoldedName).ToHashSet();
        foreach (var (word, end) in ((string, StageEnd)[])[("Won", StageEnd.Won), ("Lost", StageEnd.Lost)])
            if (!taken.Contains(Folding.Fold(word)) && stages.Where(s => s.End == end).Take(2).ToList() is [var only]) names.Add(new KnownName(only.Id, word));
        return names;
    }

    private static bool IsAsked(IReadOnlyList<NewName> names, Stage stage) => names.Any(n => Folding.Fold(n.Name) == stage.FoldedName);

    private static StageEnd End(NewName name) => Enum.TryParse<StageEnd>(name.Reading, out var end) ? end : StageNames.EndOf(name.Name);

    private static Stage Of(NewName name, int position) => new()
    {
        Name = name.Name, Position = position, End = End(name),
        Category = End(name) switch { StageEnd.Open => ForecastCategory.Pipeline, StageEnd.Won => ForecastCategory.Closed, _ => ForecastCategory.Omitted },
    };

    // As in the process a new organisation starts with: the first step is not counted on, the last two are likely.
    private static void Categorize(List<Stage> open)
    {
        if (open.Count > 1) open[0].Category = ForecastCategory.Omitted;
        if (open.Count > 3) open[^1].Category = open[^2].Category = ForecastCategory.BestCase;
    }
}
