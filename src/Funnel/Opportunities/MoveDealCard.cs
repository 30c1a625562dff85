using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Lists;
using Coxswain.Platform.Lists.Grouping;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Opportunities;

/// <summary>Moves the card of a deal on a board of its list, by whatever the board is; the board of the funnel moves by <see cref="Boards.MoveOnBoard"/>.</summary>
internal static class MoveDealCard
{
    public static async Task<Outcome<ListView<OpportunityView>>> Do(MoveCard.Input input, AppDb db, TimeProvider clock, FrameSource frame, CancellationToken ct) => await (await CardsAsync(db, clock, frame, ct)).MoveAsync(input, db, ct);

    public static async Task<Outcome<MoveCard.TakenBack>> Back(MoveCard.Input input, AppDb db, TimeProvider clock, FrameSource frame, CancellationToken ct) => await (await CardsAsync(db, clock, frame, ct)).BackAsync(input, db);

    private static async Task<MovedCards<Opportunity, OpportunityView, OpportunityView>> CardsAsync(AppDb db, TimeProvider clock, FrameSource frame, CancellationToken ct)
    {
        var tenant = await db.TenantAsync(ct);
        var list = OpportunityList.Of(db, Standing.Of(tenant, clock.GetUtcNow().UtcDateTime), tenant.Currency, await ListOpportunities.OffersAsync(db, new(), ct));
        return new(list, change => ChangeAsync(change, db, clock, ct), async request => (await ListOpportunities.Do(request, db, clock, frame, ct)).View!.List);
    }

    private static async Task<Outcome<OpportunityView>> ChangeAsync(CardChange change, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (change.Field is not nameof(Opportunity.StageId)) return await ChangeOpportunity.Do(change.As<ChangeOpportunity.Input>(), db, ct);
        // Its day and reason would be lost with a slip of the hand.
        if (await db.Opportunities.AnyAsync(o => o.Id == change.Id && o.End != StageEnd.Open, ct)) return Outcome.Invalid("", T("It is closed: reopen it on its own page."));
        var to = Guid.TryParse(change.Value, out var column) ? column : Guid.Empty;
        if (await MoveOpportunity.UnshownAsync(change.Id, to, db, ct) is [var gate, ..]) return Outcome.Invalid("", T("Nothing shows yet: {0}. Move it on its own page, or on the board of deals, and say what does.", gate.Act));
        return await MoveOpportunity.Do(new() { Id = change.Id, Version = change.Version, Stage = to }, db, clock, ct);
    }
}
