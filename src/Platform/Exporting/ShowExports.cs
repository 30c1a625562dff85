using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Files;
using Coxswain.Platform.Http;
using Coxswain.Platform.Jobs;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.Exporting;

/// <summary>The exports of everything that were asked for, and whether one is being made now.</summary>
internal static class ShowExports
{
    private const int Most = 20;

    public static async Task<Outcome<ExportsView>> Do(AppDb db, DataFolder folder, IPeopleNow people, CancellationToken ct)
    {
        var jobs = await db.Rows<Job>().AsNoTracking().Where(j => j.Kind == MakeWholeExport.JobKind).OrderByDescending(j => j.AskedAt).Take(Most).ToListAsync(ct);
        var names = await people.NamesAsync(db, [.. jobs.Select(j => j.AskedById).Distinct()], ct);
        return new ExportsView([.. jobs.Select(j => Line(j, names.GetValueOrDefault(j.AskedById), new FileInfo(WholeExportFile.PathOf(folder, db.Viewer.TenantId, j.Id))))]);
    }

    private static ExportLine Line(Job job, string? by, FileInfo file) => new(job.Id, job.AskedAt, by, job.State, job.Done, job.Word, job.Cause, file.Exists ? file.Length : null, file.Exists ? file.LastWriteTimeUtc.AddDays(WholeExportFile.Days) : null);
}

/// <summary>Asks for an export of everything, made in the background; one at a time.</summary>
internal static class AskExport
{
    public static async Task<Outcome<ExportAsked>> Do(AppDb db, CancellationToken ct)
    {
        if (!db.Viewer.May(Permission.Export)) return Outcome.Refused(T("You may not do this."));
        if (await db.Rows<Job>().AnyAsync(j => j.Kind == MakeWholeExport.JobKind && (j.State == JobState.Waiting || j.State == JobState.Running), ct)) return Outcome.Refused(T("An export is being made already."));
        var job = db.Ask(MakeWholeExport.JobKind);
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new ExportAsked(job.Id)).Saying(T("An export is being made. You may go on working."));
    }
}

/// <summary>Gives an export out, and leaves a trace of who took it.</summary>
internal static class TakeExport
{
    /// <summary>What the trace calls it.</summary>
    public const string Name = "everything";

    public static async Task<IResult> AnswerAsync(Guid id, HttpContext http, AppDb db, DataFolder folder, CancellationToken ct)
    {
        if (await db.Rows<Job>().AsNoTracking().SingleOrDefaultAsync(j => j.Id == id && j.Kind == MakeWholeExport.JobKind && j.State == JobState.Done, ct) is not { } job) return Results.NotFound();
        var path = WholeExportFile.PathOf(folder, db.Viewer.TenantId, id);
        if (!File.Exists(path)) return Results.NotFound();
        await Lists.ListExport.LeaveTraceAsync(http, Name);
        return Results.File(Path.GetFullPath(path), "application/zip", string.Create(System.Globalization.CultureInfo.InvariantCulture, $"coxswain-export-{job.AskedAt:yyyyMMdd-HHmm}.zip"));
    }
}

/// <summary>It is asked for; the page shows how far it is.</summary>
public sealed record ExportAsked(Guid JobId);

/// <summary>An export of everything.</summary>
/// <param name="Id">By which it is taken.</param>
/// <param name="AskedAt">When, in UTC.</param>
/// <param name="By">Who asked.</param>
/// <param name="State">How far it is.</param>
/// <param name="Rows">Records written so far.</param>
/// <param name="Word">What it is at just now.</param>
/// <param name="Cause">Why it failed.</param>
/// <param name="Bytes">Of the file; null where there is none any more, or yet.</param>
/// <param name="EndsAt">Until when it can be taken.</param>
public sealed record ExportLine(Guid Id, DateTime AskedAt, string? By, JobState State, long Rows, string? Word, string? Cause, long? Bytes, DateTime? EndsAt);

/// <param name="Lines">The newest first.</param>
public sealed record ExportsView(IReadOnlyList<ExportLine> Lines)
{
    public ExportLine? Last => Lines.Count == 0 ? null : Lines[0];

    public bool IsUnderWay => Last?.State is JobState.Waiting or JobState.Running;
}
