using System.Text;
using Coxswain.Customers.Import;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Files;
using Coxswain.Platform.Importing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.Customers;

/// <summary>Imports from the command line, from tests, and from whoever has files and a viewer: looks, runs, and answers with the comparison.</summary>
public sealed class ImportRunner(AppDb db, ImportTargets targets, DataFolder folder, TimeProvider clock, IServiceScopeFactory scopes, IEnumerable<IEventWords> words)
{
    /// <summary>Keeps the files and works out what would be done with them. Saves nothing else.</summary>
    /// <param name="path">A CSV file, a workbook or an export of ours, or a folder of them.</param>
    /// <param name="ct">Cancels.</param>
    /// <exception cref="FileNotFoundException">There is neither.</exception>
    public async Task<ImportPlan> LookAsync(string path, CancellationToken ct)
    {
        var files = new List<KeptFile>();
        foreach (var file in FilesOf(path))
        {
            await using var content = File.OpenRead(file);
            files.AddRange(await FilesToKeep.KeepAsync(folder, Path.GetFileName(file), content, ct));
        }
        return await PlanAsync(files, null, ct);
    }

    /// <summary>Takes the files in and waits for the end.</summary>
    /// <param name="path">A CSV file, a workbook or an export of ours, or a folder of them.</param>
    /// <param name="options">What to make beside them, answers, dry run.</param>
    /// <param name="progress">Told after each batch; null where nobody watches.</param>
    /// <param name="ct">Stops between two batches; <see cref="ResumeAsync"/> goes on from there.</param>
    /// <exception cref="FileNotFoundException">There is no such file or folder.</exception>
    public async Task<ImportResult> RunAsync(string path, ImportOptions options, IProgress<ImportProgress>? progress, CancellationToken ct) =>
        await RunAsync(path, await LookAsync(path, ct), options, progress, ct);

    /// <summary>Takes files in that were looked at already, and waits for the end.</summary>
    /// <inheritdoc cref="RunAsync(string, ImportOptions, IProgress{ImportProgress}, CancellationToken)"/>
    /// <param name="path">Where they lay; they are taken as they were looked at.</param>
    /// <param name="looked">What <see cref="LookAsync"/> made of them.</param>
    public async Task<ImportResult> RunAsync(string path, ImportPlan looked, ImportOptions options, IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        var plan = Answered(looked, options.Answers);
        if (options.Answers.Count > 0) plan = await PlanAsync([.. plan.Files.Select(f => KeptFile.Of(f, folder))], plan, ct);
        return await ResumeAsync(await StartAsync(Path.GetFileName(Path.TrimEndingDirectorySeparator(path)), plan, options, ct), progress, ct);
    }

    /// <summary>Goes on with a run behind its last batch, or begins it.</summary>
    public async Task<ImportResult> ResumeAsync(Guid runId, IProgress<ImportProgress>? progress, CancellationToken ct)
    {
        await using var beside = scopes.CreateAsyncScope();
        await using var ahead = scopes.CreateAsyncScope();
        await using var saving = scopes.CreateAsyncScope();
        await using var saves = await WideConnection.OpenAsync(Context(saving), ct);
        var all = await targets.AllAsync(db, ct);
        return await new ImportWork(db, all, folder, clock, Context(beside), Context(ahead), saves, new ImportDiff(db, all, words)).RunAsync(runId, progress, ct);
    }

    /// <summary>Another context of the same viewer.</summary>
    private AppDb Context(AsyncServiceScope scope)
    {
        scope.ServiceProvider.GetRequiredService<CurrentViewer>().Become(db.Viewer);
        return scope.ServiceProvider.GetRequiredService<AppDb>();
    }

    /// <summary>Writes the run down without beginning it.</summary>
    /// <returns>Its id.</returns>
    public async Task<Guid> StartAsync(string name, ImportPlan plan, ImportOptions options, CancellationToken ct)
    {
        var run = new ImportRun { Name = name, ById = db.Viewer.PersonId, MadeAt = clock.GetUtcNow().UtcDateTime, Plan = Json.Write(plan), Options = Json.Write(options) };
        db.Add(run);
        await db.SaveChangesAsync(ct);
        db.ChangeTracker.Clear();
        return run.Id;
    }

    /// <summary>Takes a run back as a whole; records edited since stay as they are and are named.</summary>
    /// <param name="runId">The run.</param>
    /// <param name="progress">Told after each batch; null where nobody watches.</param>
    /// <param name="ct">Stops between two batches; asked again, it goes on from there.</param>
    /// <exception cref="ImportMissingException">There is no such run.</exception>
    public async Task<ImportUndone> UndoAsync(Guid runId, IProgress<ImportProgress>? progress, CancellationToken ct) => await new UndoWork(db, await targets.AllAsync(db, ct), clock).RunAsync(runId, progress, ct);

    /// <summary>The run of the same files and options that was begun and never finished, and on which no job is at work; null where there is none.</summary>
    public async Task<UnfinishedRun?> UnfinishedAsync(ImportPlan plan, ImportOptions options, CancellationToken ct)
    {
        if (options.DryRun) return null;
        var begun = await db.Rows<ImportRun>().AsNoTracking().Where(r => r.State == ImportState.Running || r.State == ImportState.Failed).OrderByDescending(r => r.MadeAt).Take(20).ToListAsync(ct);
        var (files, asked) = (Files(plan), Json.Write(options));
        foreach (var run in begun.Where(r => r.Options == asked && Files(Json.Read<ImportPlan>(r.Plan)).SetEquals(files)))
            if (await db.JobOnAsync(run.Id, ct) is null) return new UnfinishedRun(run.Id, run.MadeAt, run.RowsDone, plan.Files.Where(f => f.Kind is not null).Sum(f => f.Rows));
        return null;
    }

    /// <summary>Writes the rows that a run refused as CSV files with the reason behind each row, to be put right and imported again.</summary>
    /// <param name="run">A finished run.</param>
    /// <param name="path">Where to; where several files of the run had refused rows, the name of each goes before the ending.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>What was written; nothing where nothing was refused.</returns>
    public async Task<IReadOnlyList<string>> WriteRefusedAsync(ImportResult run, string path, CancellationToken ct)
    {
        var refused = new List<(PlanFile File, IReadOnlyDictionary<int, string> Reasons)>();
        for (var i = 0; i < run.Plan.Files.Count; i++)
            if (await RowsToCorrect.ReasonsAsync(db, run.RunId, i, ct) is { Count: > 0 } reasons) refused.Add((run.Plan.Files[i], reasons));
        var written = new List<string>();
        foreach (var (file, reasons) in refused)
        {
            var to = refused.Count == 1 ? path : Path.ChangeExtension(path, null) + $"-{FilesToKeep.Stem(file.Name)}{Path.GetExtension(path)}";
            await using var writer = new StreamWriter(to, append: false, new UTF8Encoding(true));
            if (RowsToCorrect.Open(folder, file) is { } table) await RowsToCorrect.WriteAsync(table, reasons, writer);
            written.Add(to);
        }
        return written;
    }

    internal async Task<ImportPlan> PlanAsync(IReadOnlyList<KeptFile> files, ImportPlan? before, CancellationToken ct) =>
        await new PlanFiles(db, await targets.AllAsync(db, ct), DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime)).LookAsync(files, before, ct);

    private static HashSet<(string, string)> Files(ImportPlan plan) => [.. plan.Files.Select(f => (f.Name, f.Hash))];

    private static ImportPlan Answered(ImportPlan plan, IReadOnlyDictionary<string, string> answers) =>
        plan with { Questions = [.. plan.Questions.Select(q => answers.TryGetValue(q.Id, out var answer) ? q with { Answer = answer } : q)] };

    private static IReadOnlyList<string> FilesOf(string path)
    {
        if (File.Exists(path)) return [path];
        if (!Directory.Exists(path)) throw new FileNotFoundException($"There is no file or folder at {path}.", path);
        return [.. Directory.EnumerateFiles(path).Where(f => Path.GetExtension(f).ToLowerInvariant() is ".csv" or ".tsv" or ".xlsx" or ".vcf" or ".zip").Order(StringComparer.Ordinal)];
    }
}

/// <summary>An import that was cut off.</summary>
/// <param name="Id">The run.</param>
/// <param name="BegunAt">When it was begun.</param>
/// <param name="Done">Rows that are in.</param>
/// <param name="Total">Rows of all its files.</param>
public sealed record UnfinishedRun(Guid Id, DateTime BegunAt, int Done, int Total);
