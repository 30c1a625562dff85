using System.Diagnostics;
using System.Runtime.CompilerServices;
using Coxswain.Customers.Import.Masters;
using Coxswain.Customers.Import.Reading;
using Coxswain.Platform.Data;
using Coxswain.Platform.Files;
using Coxswain.Platform.Importing;
using Coxswain.Platform.Jobs;
using Coxswain.Platform.Privacy;
using Coxswain.Platform.Tabular;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Import;

/// <summary>
/// Does what a plan says, batch by batch. Each batch is saved together with the place reached, in one short transaction: a run that was
/// killed goes on behind its last batch and takes nothing twice. A dry run is the same but for saving. While one batch is saved, the next is
/// taken beside it, by another context, where its rows are known by keys and none of them is a row that is being saved.
/// </summary>
internal sealed class ImportWork(AppDb db, IReadOnlyList<IImportTarget> targets, DataFolder folder, TimeProvider clock, AppDb beside, AppDb ahead, WideConnection saves, ImportDiff diff)
{
    private const int LearnedAtOnce = 500, MadeAtOnce = 500;

    private NameBook _names = null!;
    private NameLookup _lookup = null!;
    private readonly Remarks _remarks = new();
    private readonly BatchSize _size = new(db.Engine);
    private readonly Dictionary<Guid, Entity> _made = [];
    private readonly TriedRecords _tried = new();
    private HashSet<string> _lookedFor = [];
    private ImportRun _run = null!;
    private ImportPlan _plan = null!;
    private ImportOptions _options = null!;
    private HashSet<string> _files = [];
    private string _currency = "";
    private MasterWatch _masters = null!;
    private IProgress<ImportProgress>? _progress;

    public async Task<ImportResult> RunAsync(Guid runId, IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        await BeginAsync(runId, progress, ct);
        _masters = await MasterWatch.OfAsync(db, _plan, runId, _options.DryRun, clock.GetUtcNow().UtcDateTime, ct);
        var steps = ImportStep.Of(_plan, targets);
        _lookedFor = [.. steps.SelectMany(s => s.Target.LooksFor)];
        await LearnAgainAsync(steps, ct);
        for (; _run.Step < steps.Count; await NextStepAsync(ct)) await StepAsync(steps[_run.Step], steps.Sum(s => s.File.Rows), ct);
        var result = await new ImportEnd(db, targets, folder, clock).FinishAsync(_run, _plan, _options, _currency, _names, _remarks, ct);
        return _options.DryRun ? result with { Changes = await diff.ReadAsync(ct), New = diff.New } : result;
    }

    private async Task BeginAsync(Guid runId, IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        _progress = progress;
        _run = await db.Rows<ImportRun>().SingleAsync(r => r.Id == runId, ct);
        (_plan, _options) = (Json.Read<ImportPlan>(_run.Plan), Json.Read<ImportOptions>(_run.Options));
        _files = [.. _plan.Files.Select(f => f.Hash)];
        _currency = await CurrencyQuestion.AnswerAsync(db, _plan, ct);
        if (_plan.Files.Any(f => f.Kind is not null && !File.Exists(folder.FileOf(f.Hash)))) throw new JobRefusedException(T("Its files are kept for {0} days and are gone: choose them again.", await db.LimitAsync(FileRetention.Name, FileRetention.KeptDays, ct)));
        (_names, db.PassesLocks, beside.PassesLocks) = (new NameBook(keepsAll: _options.DryRun), true, true);
        _lookup = new NameLookup(ahead, targets, _names);
        if (_options.DryRun) (_run.Step, _run.Row) = (0, 0);
        else _run.State = ImportState.Running;
        _run.StartedAt ??= clock.GetUtcNow().UtcDateTime;
        if (!_options.DryRun) await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
    }

    private async Task NextStepAsync(CancellationToken ct)
    {
        if (!_options.DryRun) db.Attach(_run);
        (_run.Step, _run.Row) = (_run.Step + 1, 0);
        if (_options.DryRun) return;
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
    }

    private async Task StepAsync(ImportStep step, int total, CancellationToken ct)
    {
        await _lookup.BeginAsync(step.Target, ct);
        await MakeAsync(step.Target, ct);
        var reader = new RowReader(step.File, step.Target, _plan, _names, _currency);
        var (saving, context) = (Task.CompletedTask, beside);
        HashSet<string>? underWay = [];
        try
        {
            await foreach (var records in Ahead.Of(ReadAsync(reader, step, ct), 1, ct))
            {
                ct.ThrowIfCancellationRequested();
                var keys = Keys(step.Target, records.Rows);
                if (keys is null || underWay is null || keys.Overlaps(underWay)) await saving;
                context = context == beside ? db : beside;
                var batch = Batch(records.Rows, step.Pass, step, context);
                var took = await _masters.WeighAsync(context, step.Target, step.File, await step.Target.TakeAsync(batch, ct), ct);
                var followed = await step.Target.FollowAsync(batch, took, ct);
                IReadOnlyList<RowResult> results = [.. records.Refused, .. Remarked(batch.Rows, took), .. followed];
                var rows = _options.DryRun ? null : await context.PrepareManyAsync(batch.Added, ct);
                await saving;
                saving = Task.Run(() => TakenAsync(step, records, batch, rows, results, total, ct), CancellationToken.None);
                underWay = keys;
            }
            await saving;
        }
        finally
        {
            // What is being saved is saved whole or not at all before anybody is told of a failure.
            await saving.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // What was noticed while a row was read stands before what its module says of it.
    private static IEnumerable<RowResult> Remarked(IReadOnlyList<ImportRow> rows, IReadOnlyList<RowResult> results)
    {
        var noticed = rows.Where(r => r.Remarks.Count > 0).ToDictionary(r => r.Number, r => string.Join(' ', r.Remarks));
        return noticed.Count == 0 ? results : results.Select(r => r.Action is not RowAction.Refused && noticed.Remove(r.Row, out var remark) ? r with { Remark = r.Remark is null ? remark : $"{remark} {r.Remark}" } : r);
    }

    /// <summary>What the rows are known by; null where taking them looks for more than that.</summary>
    private static HashSet<string>? Keys(IImportTarget target, IReadOnlyList<ImportRow> rows)
    {
        var keys = new HashSet<string>(rows.Count);
        foreach (var row in rows)
        {
            if (target.KeyOf(row) is not { } key) return null;
            keys.Add(key);
        }
        return keys;
    }

    /// <summary>The rows from the place reached on, as they are to be understood.</summary>
    private async IAsyncEnumerable<ReadRows> ReadAsync(RowReader reader, ImportStep step, [EnumeratorCancellation] CancellationToken ct)
    {
        var at = _run.Row;
        foreach (var records in _size.Chunks(step.Rows(folder).Skip(at)))
        {
            yield return await _lookup.ReadAsync(reader, step.Target, records, at, ct);
            at += records.Count;
        }
    }

    // Of our own files, which name records by the keys of where they came from; those of others are found by names and source ids as ever.
    private async Task LearnAgainAsync(IReadOnlyList<ImportStep> steps, CancellationToken ct)
    {
        for (var i = 0; i <= _run.Step && i < steps.Count; i++)
        {
            if (steps[i] is not { Pass: 0, Target.IsOwn: true } step) continue;
            var (reader, at) = (new RowReader(step.File, step.Target, _plan, _names, _currency), 0);
            foreach (var records in step.Rows(folder).Take(i == _run.Step ? _run.Row : int.MaxValue).Chunk(LearnedAtOnce))
                await step.Target.LearnAsync(Batch([.. records.Select(r => reader.Read(r, ++at)).Where(r => r.Problem is null).Select(r => r.Row)], 0, step, beside), ct);
        }
    }

    /// <summary>Before the first row of a file: the records its rows refer to and nobody has made.</summary>
    private async Task MakeAsync(IImportTarget target, CancellationToken ct)
    {
        foreach (var kind in target.Fields.Select(f => f.To).OfType<string>().Distinct().Where(_options.Creates))
        {
            foreach (var names in _plan.Makes.Where(m => m.Kind == kind).DistinctBy(m => Folding.Fold(m.Name)).Chunk(MadeAtOnce))
            {
                var missing = (await _lookup.MissingAsync(kind, names, ct)).Select(m => new NewName(m.Name, m.Reading)).ToList();
                if (missing.Count == 0) continue;
                var batch = Batch([], 0, step: null, db);
                var made = await targets.Single(t => t.Kind == kind).MakeAsync(missing, batch, ct);
                _names.Learn(kind, made.Select(m => m.Name));
                if (_options.DryRun) foreach (var (name, row) in made) _made[name.Id] = row;
                await SaveAsync(batch, _options.DryRun ? null : await db.PrepareManyAsync(batch.Added, ct), [.. made.Select(m => (kind, new RowResult(0, RowAction.Created, m.Made)))], [], ct);
            }
        }
    }

    private async Task TakenAsync(ImportStep step, ReadRows read, ImportBatch batch, PreparedRows? rows, IReadOnlyList<RowResult> results, int total, CancellationToken ct)
    {
        _run.RowsDone += step.Pass == 0 ? read.Count : 0;
        _run.Row += read.Count;
        var taken = results.Where(r => r.Action is not RowAction.Refused).ToList();
        await SaveAsync(batch, rows, [.. taken.Select(r => (r.Kind ?? step.Target.Kind, r))], step.Pass > 0 ? taken : results, ct, step);
        _progress?.Report(new ImportProgress(step.File.Name, _run.RowsDone, total));
    }

    private ImportBatch Batch(IReadOnlyList<ImportRow> rows, int pass, ImportStep? step, AppDb context) => new()
    {
        Db = context, RunId = _run.Id, Rows = rows, Names = _names, Pass = pass, Now = clock.GetUtcNow().UtcDateTime, Currency = _currency, Made = _made,
        KnownOn = _plan.NewestDate ?? DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime), Targets = targets, Files = _files, IsTried = _options.DryRun, Tried = _options.DryRun ? _tried : null, HasSourceIds = step?.File.Columns.Any(c => c.Field == "sourceId") ?? false,
    };

    private async Task SaveAsync(ImportBatch batch, PreparedRows? rows, IReadOnlyList<(string Kind, RowResult Result)> taken, IReadOnlyList<RowResult> results, CancellationToken ct, ImportStep? step = null)
    {
        if (step is null or { Pass: 0 }) foreach (var result in (results.Count > 0 ? results : taken.Select(t => t.Result)).Where(r => !r.IsUnseen)) _run.Count(result.Action);
        var remarks = results.Where(r => r.Remark is not null).Select(r => new ImportRemark { RunId = _run.Id, File = step?.FileNumber ?? 0, Row = r.Row, Refused = r.Action is RowAction.Refused, Reason = r.Remark! }).ToList();
        _remarks.Note(remarks, taken);
        var context = batch.Db;
        if (rows is null)
        {
            var seen = taken.Where(t => !t.Result.IsUnseen).ToList();
            diff.Note(context, seen);
            foreach (var (kind, result) in seen.Where(t => t.Result.Action is not RowAction.Same && _lookedFor.Contains(t.Kind))) Tried(context, kind, result.Subject!);
            context.ChangeTracker.Clear();
            return;
        }

        var watch = Stopwatch.StartNew();
        context.Attach(_run).State = EntityState.Modified;
        await saves.SaveAsync(context, async () =>
        {
            await context.InsertManyAsync(rows, ct);
            await context.SaveChangesAsync(ct);
            await context.InsertManyAsync([.. taken.Select(t => Taken(t.Kind, t.Result)), .. remarks, .. _masters.Take(taken)], ct);
        }, ct);
        context.ChangeTracker.Clear();
        if (batch.Rows.Count > 0) _size.Took(batch.Rows.Count, watch.Elapsed);
    }

    private void Tried(AppDb context, string kind, Entity row)
    {
        var (entry, target) = (context.Entry(row), targets.First(t => t.Kind == kind));
        _tried.Note(kind, new TriedRecord(row.Id, kind == Kinds.Account ? row.Id : Value("AccountId") as Guid?, row is IOwned owned ? owned.OwnerId : Guid.Empty, target.NameOf(row)), Value("SourceId") as string, Value("Email") as string);

        object? Value(string property) => entry.Metadata.FindProperty(property) is null ? null : entry.Property(property).CurrentValue;
    }

    private ImportedRow Taken(string kind, RowResult result) =>
        new() { RunId = _run.Id, Kind = kind, SubjectId = result.Subject!.Id, Action = result.Action, SubjectVersion = result.Subject.Version };
}
