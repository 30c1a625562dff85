using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Processes;

/// <summary>Puts a deal on another process. What was shown stays shown.</summary>
internal static class FollowProcess
{
    public sealed record Input
    {
        /// <summary>The deal.</summary>
        public Guid Id { get; init; }

        [Required]
        public Guid? Process { get; init; }

        /// <summary>It goes by the edition that was in force then (UTC); by the one in force now where nothing is said.</summary>
        public DateTime? Since { get; init; }
    }

    public static async Task<Outcome<OpportunityView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (deal, no) = await db.OpportunityForChangeAsync(input.Id, ct);
        if (no is not null) return no;
        if (await db.Processes.AsNoTracking().SingleOrDefaultAsync(p => p.Id == input.Process && p.RetiredAt == null, ct) is not { } process) return Outcome.Invalid("Process", T("There is no such process."));
        var (before, since, now) = (deal!.ProcessId, deal.FollowsSince, clock.GetUtcNow().UtcDateTime);
        // The standard one too: who was put on it by hand stays, whatever becomes known.
        (deal.ProcessId, deal.FollowsSince) = (process.Id, input.Since is { } then && then.ToUniversalTime() < now ? then.ToUniversalTime() : now);
        await db.SaveChangesAsync(ct);
        return Outcome.Done(await db.OpportunityAsync(deal.Id, ct)).Saying(T("It follows {0} now.", process.Name), (before ?? await StandardAsync(db, ct)) is { } back ? UrlOf(deal.Id, back, before is null ? null : since) : null);
    }

    /// <summary>Where a deal is put on a process, by the edition of a moment; of when it came where none is said.</summary>
    public static string UrlOf(Guid deal, Guid process, DateTime? since) => string.Create(CultureInfo.InvariantCulture, $"/opportunities/{deal}/process?process={process}&since={since ?? Keys.MomentOf(deal):yyyy-MM-ddTHH:mm:ss.fffffffZ}");

    private static Task<Guid?> StandardAsync(AppDb db, CancellationToken ct) => db.Processes.Where(p => p.IsStandard).Select(p => (Guid?)p.Id).FirstOrDefaultAsync(ct);
}
