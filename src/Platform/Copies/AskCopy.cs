using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Jobs;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.Copies;

/// <summary>It is asked for; the page shows how far it is.</summary>
public sealed record CopyAsked(Guid JobId);

/// <summary>Asks for a copy of everything, made in the background; one at a time.</summary>
internal static class AskCopy
{
    public static async Task<Outcome<CopyAsked>> Do(AppDb db, CancellationToken ct)
    {
        if (await db.Rows<Job>().AnyAsync(j => j.Kind == MakeCopy.JobKind && (j.State == JobState.Waiting || j.State == JobState.Running), ct)) return Outcome.Refused(T("A copy is being made already."));
        var job = db.Ask(MakeCopy.JobKind);
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new CopyAsked(job.Id)).Saying(T("A copy is being made. You may go on working."));
    }
}
