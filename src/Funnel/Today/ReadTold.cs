using Coxswain.Funnel.Rules;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Today;

/// <summary>What a rule told the viewer is read, and not shown any more.</summary>
internal static class ReadTold
{
    public sealed record Input { public Guid Firing { get; init; } }

    public sealed record Read;

    public static async Task<Outcome<Read>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await db.RuleFirings.SingleOrDefaultAsync(f => f.Id == input.Firing && f.ToldId == db.Viewer.PersonId, ct) is not { } firing) return Outcome.Missing;
        firing.ReadAt ??= clock.GetUtcNow().UtcDateTime;
        await db.SaveChangesAsync(ct);
        return new Read();
    }
}

/// <summary>What a rule told somebody of a deal.</summary>
public sealed record RuleTold(Guid Id, Guid DealId, string Deal, string Text, string Why, DateOnly On);
