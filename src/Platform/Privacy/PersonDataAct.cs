using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Files;
using Coxswain.Platform.Http;
using Coxswain.Platform.Jobs;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.Privacy;

/// <summary>One file that was asked for.</summary>
public sealed record PersonExportLine(Guid Id, DateTime AskedAt, DateTime? ReadyAt, long Bytes, DateTime EndsAt, JobState State, string? Cause, bool IsMine);

/// <summary>The page about everything that is kept about somebody.</summary>
/// <param name="Url">The record's address; its acts are under it.</param>
/// <param name="Name">Who it is.</param>
/// <param name="Parts">What the file holds, in words.</param>
/// <param name="Exports">What was asked for.</param>
/// <param name="Now">In UTC.</param>
public sealed record PersonDataView(string Url, string Name, IReadOnlyList<string> Parts, IReadOnlyList<PersonExportLine> Exports, DateTime Now)
{
    public bool IsUnderWay => Exports.Any(e => e.ReadyAt is null && e.State is JobState.Waiting or JobState.Running);
}

/// <summary>A file was asked for.</summary>
public sealed record PersonExportAsked(Guid Id, string Url);

/// <summary>Asks for everything about a person as a file, and gives it out to whoever asked.</summary>
public static class PersonDataAct
{
    /// <summary>What the page shows. The caller looked whether the viewer may.</summary>
    public static async Task<PersonDataView> ShowAsync(AppDb db, IEnumerable<IPersonData> data, string kind, Guid id, string url, string name, DateTime now, CancellationToken ct) =>
        new(url, name, [.. data.Where(d => d.Kind == kind).SelectMany(d => d.Rows).Select(r => r.Label()).Distinct()], await ExportsAsync(db, id, ct), now);

    /// <summary>What was asked for about somebody, the newest first.</summary>
    public static async Task<IReadOnlyList<PersonExportLine>> ExportsAsync(AppDb db, Guid id, CancellationToken ct)
    {
        var jobs = db.Rows<Job>();
        var rows = await db.Rows<PersonExport>().AsNoTracking().Where(e => e.SubjectId == id).OrderByDescending(e => e.AskedAt).Take(10)
            .Select(e => new { Export = e, Job = jobs.Where(j => j.Id == e.JobId).Select(j => new { j.State, j.Cause }).FirstOrDefault() }).ToListAsync(ct);
        return [.. rows.Select(r => new PersonExportLine(r.Export.Id, r.Export.AskedAt, r.Export.ReadyAt, r.Export.Bytes, r.Export.EndsAt, r.Job?.State ?? JobState.Done, r.Job?.Cause, r.Export.AskedById == db.Viewer.PersonId))];
    }

    /// <summary>Asks for the file; it is made in the background. The caller looked whether the viewer may.</summary>
    public static async Task<Outcome<PersonExportAsked>> AskAsync(AppDb db, string kind, Guid id, string url, CancellationToken ct)
    {
        var open = db.Rows<PersonExport>().Where(e => e.SubjectId == id && e.ReadyAt == null && e.AskedById == db.Viewer.PersonId);
        if (await db.Rows<Job>().AnyAsync(j => open.Any(e => e.JobId == j.Id) && (j.State == JobState.Waiting || j.State == JobState.Running), ct)) return Outcome.Refused(T("It is being made already."));
        var export = new PersonExport { Kind = kind, SubjectId = id, AskedById = db.Viewer.PersonId, AskedAt = db.Clock.GetUtcNow().UtcDateTime };
        export.JobId = db.Ask(MakePersonExport.JobKind, export.Id, id).Id;
        db.Add(export);
        db.Happened(kind, id, new PersonDataAsked());
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new PersonExportAsked(export.Id, url)).Saying(T("The file is being made. You may go on working."));
    }

    /// <summary>The file, for whoever asked for it and nobody else, for a week.</summary>
    internal static async Task<IResult> AnswerAsync(Guid id, AppDb db, DataFolder folder, TimeProvider clock, CancellationToken ct)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        if (await db.Rows<PersonExport>().SingleOrDefaultAsync(e => e.Id == id && e.AskedById == db.Viewer.PersonId, ct) is not { ReadyAt: not null } export || export.EndsAt < now) return Results.NotFound();
        if (export.Kind is not "person" && !db.Viewer.May(Permission.Erase) || !File.Exists(export.PathIn(folder))) return Results.NotFound();
        export.TakenAt = now;
        db.Happened(export.Kind, export.SubjectId, new PersonDataTaken());
        await db.SaveChangesAsync(ct);
        return Results.File(Path.GetFullPath(export.PathIn(folder)), "application/zip", "personal-data.zip");
    }
}
