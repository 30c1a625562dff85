using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Files;
using Coxswain.Platform.Jobs;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Import.Watching;

/// <summary>
/// Takes in what lies in the watched folder and stopped growing, as whoever switched the watching on. What would be asked of a person waits for one in the
/// list of imports; it stops nothing that comes after it. A try that was cut off is gone on with: its files still lie there.
/// </summary>
internal sealed class WatchJob(AppDb db, ImportRunner runner, DataFolder data, TimeProvider clock) : IJobHandler
{
    public const string JobKind = "import.watch";

    public string Kind => JobKind;
    public string Label => T("Taking in from the watched folder");
    public Permission Needs => Permission.Import;

    public string? HrefOf(Job job) => "/import";

    public async Task RunAsync(JobAtWork job, CancellationToken ct)
    {
        var folder = new WatchedFolder(data, db.Viewer.TenantId);
        if (folder.Switch?.PersonId != db.Viewer.PersonId) return;
        var now = clock.GetUtcNow().UtcDateTime;
        var still = folder.Still(now);
        if (still.Count == 0 || await WasDoneAsync(folder, still, now, ct)) return;
        folder.Try(still);
        var (files, kept, from) = (new List<SeenFile>(), new List<KeptFile>(), new Dictionary<string, SeenFile>());
        foreach (var file in still)
        {
            if (await KeepAsync(folder, file, ct) is not { } parts) continue;
            files.Add(file);
            foreach (var part in parts) { kept.Add(part); from[part.Name] = file; }
        }
        folder.Try(files);
        if (files.Count == 0) return;
        var plan = await runner.PlanAsync(kept, null, ct);
        var unknown = files.Where(f => plan.Files.Where(p => from[p.Name] == f).All(p => p.Kind is null)).ToList();
        foreach (var file in unknown) await File.WriteAllTextAsync(folder.Put(file, folder.Refused, now) + ".why.txt", string.Join('\n', plan.Files.Where(p => from[p.Name] == file).Select(p => p.Note).OfType<string>()), ct);
        var rest = files.Except(unknown).ToList();
        if (rest.Count > 0) await TakeAsync(folder, rest, unknown.Count == 0 ? plan : await runner.PlanAsync([.. kept.Where(k => rest.Contains(from[k.Name]))], null, ct), job, now, ct);
        folder.TryNothing();
    }

    /// <summary>Puts what it was at out of the way, so that those that come after are taken, and says on the run where it stands.</summary>
    public async Task EndedAsync(Job job, JobState end, string? cause, CancellationToken ct)
    {
        var folder = new WatchedFolder(data, db.Viewer.TenantId);
        if (folder.Tried is not { } tried) return;
        var now = clock.GetUtcNow().UtcDateTime;
        if (tried is { RunId: { } id, Waits: false }) await db.EndRunAsync(id, end, cause, ct);
        foreach (var file in tried.Files.Where(folder.IsStill).ToList()) await File.WriteAllTextAsync(folder.Put(file, folder.Refused, now) + ".why.txt", cause ?? "", ct);
        folder.TryNothing();
    }

    /// <summary>The parts of a file; null where it cannot be opened, or is no longer what was seen: it is looked at again later.</summary>
    private async Task<IReadOnlyList<KeptFile>?> KeepAsync(WatchedFolder folder, SeenFile file, CancellationToken ct)
    {
        if (!folder.IsStill(file) || Open(Path.Combine(folder.Incoming, file.Name)) is not { } opened) return null;
        await using var content = opened;
        var parts = await FilesToKeep.KeepAsync(data, file.Name, content, ct);
        return folder.IsStill(file) ? parts : null;
    }

    private static FileStream? Open(string path)
    {
        try { return File.OpenRead(path); }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException) { return null; }
    }

    // The process ended after the run and before its files were put away: taken in again they would be there twice.
    private async Task<bool> WasDoneAsync(WatchedFolder folder, IReadOnlyList<SeenFile> files, DateTime now, CancellationToken ct)
    {
        if (folder.Tried is not { RunId: { } id } tried || !files.All(tried.Files.Contains)) return false;
        if (await db.Rows<ImportRun>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct) is not { } run) return false;
        if (tried.Waits) foreach (var file in files) folder.Put(file, folder.Waiting, now);
        else if (run is { State: ImportState.Done, Result: { } result }) await PutAsync(folder, files, Json.Read<ImportResult>(result) with { Plan = Json.Read<ImportPlan>(run.Plan) }, now, ct);
        else return false;
        folder.TryNothing();
        return true;
    }

    private async Task TakeAsync(WatchedFolder folder, IReadOnlyList<SeenFile> files, ImportPlan plan, JobAtWork job, DateTime now, CancellationToken ct)
    {
        var options = new ImportOptions();
        var name = T("Watched folder: {0}", files.Count == 1 ? files[0].Name : T("{0} files", files.Count));
        if (plan.Questions.Count(q => !q.WasAnswered) + plan.Corrections.Count + plan.Makes.Count > 0)
        {
            folder.Try(files, await runner.StartAsync(name, plan, ImportOptions.Yes, ct), waits: true);
            foreach (var file in files) folder.Put(file, folder.Waiting, now);
            return;
        }
        var run = (await runner.UnfinishedAsync(plan, options, ct))?.Id ?? await runner.StartAsync(name, plan, options, ct);
        folder.Try(files, run);
        await PutAsync(folder, files, await runner.ResumeAsync(run, new Told(job), ct), now, ct);
    }

    private async Task PutAsync(WatchedFolder folder, IReadOnlyList<SeenFile> files, ImportResult result, DateTime now, CancellationToken ct)
    {
        var places = files.Select(f => folder.Put(f, result.Refused > 0 ? folder.Refused : folder.Done, now)).ToList();
        // Without what they were refused for the files would have to be compared row by row.
        await runner.WriteRefusedAsync(result, $"{places[0]}.refused.csv", ct);
    }
}

/// <summary>Asks for the work while the folder is watched and something lies in it; one job at a time, however many processes ask.</summary>
internal sealed class WatchClock(DataFolder data, IPeopleNow people) : IClockwork
{
    public async Task AskAsync(AppDb db, DateTime now, CancellationToken ct)
    {
        var folder = new WatchedFolder(data, db.Viewer.TenantId);
        if (folder.Switch is not { } on || folder.Lying().Count == 0) return;
        if (await people.FindAsync(db, on.PersonId, ct) is not { } person || !person.May(Permission.Import)) return;
        if (await db.Rows<Job>().AnyAsync(j => j.Kind == WatchJob.JobKind && (j.State == JobState.Waiting || j.State == JobState.Running), ct)) return;
        var minute = new DateTime(now.Ticks - now.Ticks % TimeSpan.TicksPerMinute, DateTimeKind.Utc);
        var key = JobKey.Of(string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{WatchJob.JobKind} {db.Viewer.TenantId} {minute:yyyyMMddHHmm}"));
        if (await db.Rows<Job>().AnyAsync(j => j.Id == key, ct)) return;
        db.Add(new Job { Id = key, Kind = WatchJob.JobKind, AskedById = on.PersonId, AskedAt = now, NextTryAt = now });
        await db.SaveChangesAsync(ct);
    }
}
