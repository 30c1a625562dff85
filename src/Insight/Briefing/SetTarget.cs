using System.ComponentModel.DataAnnotations;
using Coxswain.Funnel;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Insight.Briefing;

/// <summary>Says what the organisation means to win this quarter.</summary>
internal static class SetTarget
{
    public sealed record Input
    {
        /// <summary>In whole units of the organisation's currency.</summary>
        [Required]
        public decimal? Target { get; init; }
    }

    public sealed record Aimed;

    public static async Task<Outcome<Aimed>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (input.Target is not (> 0 and < 1_000_000_000_000m)) return Outcome.Invalid(nameof(input.Target), T("More than nothing, please."));
        await WonSoFar.AimAsync(db, input.Target.Value, clock, ct);
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new Aimed()).Saying(T("The target is set."));
    }
}
