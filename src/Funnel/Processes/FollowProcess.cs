using System.ComponentModel.DataAnnotations;
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
    }

    public static async Task<Outcome<OpportunityView>> Do(Input input, AppDb db, CancellationToken ct)
    {
        var (deal, no) = await db.OpportunityForChangeAsync(input.Id, ct);
        if (no is not null) return no;
        if (await db.Processes.AsNoTracking().SingleOrDefaultAsync(p => p.Id == input.Process && p.RetiredAt == null, ct) is not { } process) return Outcome.Invalid("Process", T("There is no such process."));
        var before = deal!.ProcessId;
        // The standard one too: who was put on it by hand stays, whatever becomes known.
        deal.ProcessId = process.Id;
        await db.SaveChangesAsync(ct);
        var standard = before ?? await db.Processes.Where(p => p.IsStandard).Select(p => (Guid?)p.Id).FirstOrDefaultAsync(ct);
        return Outcome.Done(await db.OpportunityAsync(deal.Id, ct)).Saying(T("It follows {0} now.", process.Name), standard is { } back && back != process.Id ? $"/opportunities/{deal.Id}/process?process={back}" : null);
    }
}
