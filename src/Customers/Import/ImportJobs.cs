using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Importing;
using Coxswain.Platform.Jobs;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Import;

/// <summary>Which run a job works on.</summary>
internal sealed record ImportAsked(Guid RunId);

/// <summary>Takes a run in, in the background. The run keeps its own place, so another try goes on behind the last saved batch.</summary>
internal sealed class TakeInJob(AppDb db, ImportRunner runner) : IJobHandler
{
    public const string JobKind = "import.run";

    public string Kind => JobKind;
    public string Label => T("Import");
    public Permission Needs => Permission.Import;

    public string? HrefOf(Job job) => $"/import/{job.SubjectId}";

    public async Task RunAsync(JobAtWork job, CancellationToken ct)
    {
        var id = job.Job.Read<ImportAsked>().RunId;
        if (await db.Rows<ImportRun>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct) is not { } asked) throw new JobRefusedException(T("The import is no longer here."));
        // It was done, and the process ended before the job could say so.
        if (asked.State is ImportState.Done or ImportState.Undone) return;
        var result = await runner.ResumeAsync(id, new Told(job), ct);
        if (!result.DryRun) return;
        var run = await db.Rows<ImportRun>().SingleAsync(r => r.Id == id, ct);
        run.Result = Json.Write(result with { Plan = new ImportPlan() });
        await db.SaveChangesAsync(ct);
    }

    /// <summary>Says on the run where it stands; from there it can be gone on with, or taken back.</summary>
    public Task EndedAsync(Job job, JobState end, string? cause, CancellationToken ct) => db.EndRunAsync(job.Read<ImportAsked>().RunId, end, cause, ct);
}

/// <summary>Takes a run back, in the background.</summary>
internal sealed class TakeBackJob(ImportRunner runner) : IJobHandler
{
    public const string JobKind = "import.undo";

    public string Kind => JobKind;
    public string Label => T("Taking an import back");
    public Permission Needs => Permission.Import;

    public string? HrefOf(Job job) => $"/import/{job.SubjectId}";

    public Task RunAsync(JobAtWork job, CancellationToken ct) => runner.UndoAsync(job.Job.Read<ImportAsked>().RunId, new Told(job), ct);
}

/// <summary>An import's progress, as its job's.</summary>
internal sealed class Told(JobAtWork job) : IProgress<ImportProgress>
{
    public void Report(ImportProgress value) => job.Report(value.Done, value.Total, value.File.Length == 0 ? null : value.File);
}

/// <summary>The jobs of a run.</summary>
internal static class ImportJobs
{
    /// <summary>Says on a run that was not brought to its end where it stands; one that was only tried is as before.</summary>
    public static async Task EndRunAsync(this AppDb db, Guid id, JobState end, string? cause, CancellationToken ct)
    {
        if (await db.Rows<ImportRun>().SingleOrDefaultAsync(r => r.Id == id, ct) is not { State: ImportState.Planned or ImportState.Running } run) return;
        run.State = Json.Read<ImportOptions>(run.Options).DryRun ? ImportState.Planned : end is JobState.Cancelled ? ImportState.Cancelled : ImportState.Failed;
        run.Problem = cause;
        await db.SaveChangesAsync(ct);
    }

    /// <summary>The job at work on a run, or waiting for it; null where it stands still.</summary>
    public static Task<Job?> JobOnAsync(this AppDb db, Guid run, CancellationToken ct) =>
        db.Rows<Job>().AsNoTracking().FirstOrDefaultAsync(j => j.SubjectId == run && (j.State == JobState.Waiting || j.State == JobState.Running), ct);

    /// <summary>Asks for work on a run. The run is saved with it, so that of two who ask at once one is told to look again.</summary>
    public static void AskFor(this AppDb db, string kind, ImportRun run)
    {
        db.Ask(kind, new ImportAsked(run.Id), run.Id, run.Name);
        db.Entry(run).State = EntityState.Modified;
    }
}
