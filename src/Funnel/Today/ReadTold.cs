using Coxswain.Funnel.Rules;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Today;

/// <summary>What a rule told the viewer, or a late discount did, is read, and not shown any more.</summary>
internal static class ReadTold
{
    public sealed record Input { public Guid Firing { get; init; } }

    public sealed record Read;

    public static async Task<Outcome<Read>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (me, now) = (db.Viewer.PersonId, clock.GetUtcNow().UtcDateTime);
        if (await db.RuleFirings.SingleOrDefaultAsync(f => f.Id == input.Firing && f.ToldId == me, ct) is { } firing) firing.ReadAt ??= now;
        else if (await db.DiscountsTold.SingleOrDefaultAsync(t => t.Id == input.Firing && t.ToldId == me, ct) is { } discount) discount.ReadAt ??= now;
        else return Outcome.Missing;
        await db.SaveChangesAsync(ct);
        return new Read();
    }
}

/// <summary>What somebody is told of a deal: by a rule, or that something was granted in its last stage.</summary>
public sealed record RuleTold(Guid Id, Guid DealId, string Deal, string Text, string Why, DateOnly On)
{
    /// <summary>The part of the deal it is about; nothing for the deal itself.</summary>
    internal string Place { get; init; } = "";
}
