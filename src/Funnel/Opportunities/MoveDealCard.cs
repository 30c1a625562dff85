using System.ComponentModel.DataAnnotations;
using Coxswain.Funnel.Processes;
using Coxswain.Funnel.Selection;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Lists;
using Coxswain.Platform.Lists.Grouping;
using Coxswain.Platform.Tenants;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Opportunities;

/// <summary>Moves the card of a deal on a board of its list, by whatever the board is; the board of the funnel moves by <see cref="Boards.MoveOnBoard"/>. By stage, a card asks for what shows the customer's step, as there.</summary>
internal static class MoveDealCard
{
    public sealed record Input : MoveCard.Input
    {
        /// <summary>What the customer did or said, where the board is by stage.</summary>
        [StringLength(500)]
        public string? Evidence { get; init; }

        /// <summary>Why it goes on without.</summary>
        [StringLength(300)]
        public string? Reason { get; init; }
    }

    public static async Task<Outcome<ListView<OpportunityView>>> Do(Input input, AppDb db, TimeProvider clock, FrameSource frame, CancellationToken ct)
    {
        MoveAsk? asks = null;
        var moved = await (await CardsAsync(input, db, clock, frame, ask => asks = ask, ct)).MoveAsync(input, db, ct);
        if (asks is null) return moved;
        var list = (await ListOpportunities.Do(input.Request, db, clock, frame, ct)).View!.List;
        return list with { Arranged = list.Arranged with { Asking = new($"/opportunities/{asks.Deal}", await FormAsync(asks, list, input, db, ct)) } };
    }

    public static async Task<Outcome<MoveCard.TakenBack>> Back(MoveCard.Input input, AppDb db, TimeProvider clock, FrameSource frame, CancellationToken ct) =>
        await (await CardsAsync(new(), db, clock, frame, _ => { }, ct)).BackAsync(input, db);

    private static async Task<MovedCards<Opportunity, OpportunityView, OpportunityView>> CardsAsync(Input said, AppDb db, TimeProvider clock, FrameSource frame, Action<MoveAsk> asks, CancellationToken ct)
    {
        var tenant = await db.TenantAsync(ct);
        var list = OpportunityList.Of(db, Standing.Of(tenant, clock.GetUtcNow().UtcDateTime), tenant.Currency, await ListOpportunities.OffersAsync(db, new(), ct));
        return new(list, change => ChangeAsync(change, said, db, clock, asks, ct), async request => (await ListOpportunities.Do(request, db, clock, frame, ct)).View!.List);
    }

    private static async Task<Outcome<OpportunityView>> ChangeAsync(CardChange change, Input said, AppDb db, TimeProvider clock, Action<MoveAsk> asks, CancellationToken ct)
    {
        if (change.Field is not nameof(Opportunity.StageId)) return await ChangeOpportunity.Do(change.As<ChangeOpportunity.Input>(), db, clock, ct);
        // Its day and reason would be lost with a slip of the hand.
        if (await db.Opportunities.AnyAsync(o => o.Id == change.Id && o.End != StageEnd.Open, ct)) return Outcome.Invalid("", T("It is closed: reopen it on its own page."));
        var move = new MoveOpportunity.Input { Id = change.Id, Version = change.Version, Stage = Guid.TryParse(change.Value, out var column) ? column : Guid.Empty, Evidence = said.Evidence, Reason = said.Reason };
        if (move.IsSilent && await MoveOpportunity.UnshownAsync(move.Id, move.Stage, db, ct) is [var gate, ..] unshown)
        {
            asks(new(move.Id, move.Stage!.Value, unshown));
            return Outcome.Invalid("", T("What shows it: {0}?", gate.Act));
        }
        return await MoveOpportunity.Do(move, db, clock, ct);
    }

    private static async Task<RenderFragment> FormAsync(MoveAsk asks, ListView<OpportunityView> list, Input input, AppDb db, CancellationToken ct)
    {
        var to = (await Ways.ReadAsync(db, ct)).Stages.First(s => s.Id == asks.To).Name;
        return form =>
        {
            form.OpenComponent<CardAsk>(0);
            form.AddComponentParameter(1, nameof(CardAsk.Ask), asks);
            form.AddComponentParameter(2, nameof(CardAsk.Version), input.Version);
            form.AddComponentParameter(3, nameof(CardAsk.Url), list.Arranged.MoveAction!);
            form.AddComponentParameter(4, nameof(CardAsk.Name), nameof(input.To));
            form.AddComponentParameter(5, nameof(CardAsk.ToName), to);
            form.AddComponentParameter(6, nameof(CardAsk.LeaveHref), list.Url + ListViews.AddressOf(input.Request));
            form.CloseComponent();
        };
    }
}
