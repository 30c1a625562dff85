using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Strategy;

/// <summary>Whoever works on a deal says that they have read what is to be won, as it stands now. Nobody says it for somebody else.</summary>
internal static class ReadStrategy
{
    public sealed record Input { public Guid Id { get; init; } }

    public static async Task<Outcome<DealTeamView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await db.Opportunities.Where(o => o.Id == input.Id).Select(o => new { o.Id, o.OwnerId }).SingleOrDefaultAsync(ct) is not { } deal) return Outcome.Missing;
        var me = db.Viewer.PersonId;
        if (deal.OwnerId != me && !await db.Rows<Share>().AnyAsync(s => s.Kind == Kinds.Opportunity && s.RowId == deal.Id && s.PersonId == me, ct)) return Outcome.Refused(T("Only who works on the deal says this: its owner can add you to the team."));
        if (await db.DealObjectives.Where(o => o.OpportunityId == deal.Id).OrderByDescending(o => o.SaidOn).ThenByDescending(o => o.Id).Select(o => (Guid?)o.Id).FirstOrDefaultAsync(ct) is not { } aim) return Outcome.Refused(T("What is to be won is not said yet: there is nothing to read."));
        var today = Standing.Of(await db.TenantAsync(ct), clock.GetUtcNow().UtcDateTime).Today;
        if (await db.StrategyReads.SingleOrDefaultAsync(r => r.OpportunityId == deal.Id && r.PersonId == me, ct) is { } before) (before.ObjectiveId, before.ReadOn) = (aim, today);
        else db.Add(new StrategyRead { OpportunityId = deal.Id, PersonId = me, ObjectiveId = aim, ReadOn = today });
        await db.SaveChangesAsync(ct);
        var shown = (await ShowTeam.Do(new() { Id = deal.Id }, db, clock, ct)).View!;
        return Outcome.Done(shown).Saying(T("Noted: you have read it."), $"/strategy-reads/{shown.Mine!.ReadId}/removals");
    }
}

/// <summary>Takes back that one has read it.</summary>
internal static class UnreadStrategy
{
    public sealed record Input { public Guid Id { get; init; } }

    public static async Task<Outcome<DealTeamView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await db.StrategyReads.SingleOrDefaultAsync(r => r.Id == input.Id && r.PersonId == db.Viewer.PersonId, ct) is not { } read) return Outcome.Missing;
        db.Remove(read);
        await db.SaveChangesAsync(ct);
        return await ShowTeam.Do(new() { Id = read.OpportunityId }, db, clock, ct) is { View: { } team } ? Outcome.Done(team).Saying(T("Taken back.")) : Outcome.Missing;
    }
}
