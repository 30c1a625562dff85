using System.ComponentModel.DataAnnotations;
using Coxswain.Funnel.Issues;
using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Money;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Negotiation;

/// <summary>Notes a figure that one side named. Before the first of ours somebody has said where we walk away.</summary>
internal static class NoteAnchor
{
    public const int Most = 30;

    public sealed record Input
    {
        /// <summary>The deal.</summary>
        public Guid Id { get; init; }

        /// <summary>Whose figure it is: <c>Theirs</c> or <c>Ours</c>.</summary>
        [Required]
        public PriceSide? Side { get; init; }

        /// <summary>In whole units of the deal's currency.</summary>
        [Required]
        public decimal? Amount { get; init; }

        /// <summary>Refused where it is not the deal's; the deal's where nothing is said.</summary>
        public string? Currency { get; init; }

        /// <summary>Today where nothing is said.</summary>
        public DateOnly? On { get; init; }

        /// <summary>How whoever named it came to it.</summary>
        [StringLength(300)]
        public string? Basis { get; init; }

        /// <summary>What it told us of their needs.</summary>
        [StringLength(300)]
        public string? Learned { get; init; }
    }

    public static async Task<Outcome<AnchorView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (deal, no) = await db.OpportunityForChangeAsync(input.Id, ct);
        if (no is not null) return no;
        var standing = await Standing.ReadAsync(db, clock, ct);
        var problems = new Problems();
        FieldRules.Amount(problems, input.Amount, deal!.Currency);
        FieldRules.Day(problems, "On", input.On, standing.Today);
        problems.AddIf(input.Amount == 0, "Amount", T("A figure of zero draws nobody anywhere."))
            .AddIf(NoteConcession.IsOther(input.Currency, deal.Currency), "Currency", NoteConcession.OtherCurrency(deal.Currency))
            .AddIf(await db.PriceAnchors.CountAsync(a => a.OpportunityId == deal.Id, ct) >= Most, "", T("There are {0} figures already.", Most));
        if (input.Side is PriceSide.Ours) problems.AddIf(!await WalkAways.IsSetAsync(db, deal.Id, ct), "Side", NoteConcession.WalkAwayFirst);
        if (problems.Any) return Outcome.Invalid(problems);
        var anchor = new PriceAnchor { OpportunityId = deal.Id, Side = input.Side!.Value, Amount = Minor.FromMajor(input.Amount!.Value, deal.Currency), Currency = deal.Currency, On = input.On ?? standing.Day, Basis = NoteConcession.Trimmed(input.Basis), Learned = NoteConcession.Trimmed(input.Learned) };
        db.Add(anchor);
        await db.SaveChangesAsync(ct);
        return new AnchorView { Id = anchor.Id, Side = anchor.Side, Minor = anchor.Amount, Currency = anchor.Currency, On = anchor.On, Basis = anchor.Basis, Learned = anchor.Learned };
    }

    public static async Task<Outcome<NegotiationSaved>> OnPage(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var noted = await Do(input, db, clock, ct);
        return noted.View is { } anchor ? Outcome.Done(new NegotiationSaved(input.Id)).Saying(T("The figure is noted."), $"/price-anchors/{anchor.Id}/removals") : noted.No;
    }
}

/// <summary>Takes a figure off, and brings it back.</summary>
internal static class RemoveAnchor
{
    public sealed record Input { public Guid Id { get; init; } }

    public static async Task<Outcome<NegotiationSaved>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct) =>
        await db.SetRemovedAsync(await OfAsync(db, db.PriceAnchors, input.Id, ct), clock.GetUtcNow().UtcDateTime, $"/price-anchors/{input.Id}/restorations", ct);

    public static async Task<Outcome<NegotiationSaved>> Restore(Input input, AppDb db, CancellationToken ct) =>
        await db.SetRemovedAsync(await OfAsync(db, db.RowsWithRemoved<PriceAnchor>(), input.Id, ct), null, null, ct);

    private static async Task<(PriceAnchor? Row, Guid Deal, Refusal? No)> OfAsync(AppDb db, IQueryable<PriceAnchor> rows, Guid id, CancellationToken ct)
    {
        if (await rows.SingleOrDefaultAsync(a => a.Id == id, ct) is not { } anchor) return (null, default, Outcome.Missing);
        return (anchor, anchor.OpportunityId, (await db.OpportunityForChangeAsync(anchor.OpportunityId, ct)).No);
    }
}

/// <summary>How rows of a negotiation are taken off and brought back.</summary>
internal static class RemovedRows
{
    public static async Task<Outcome<NegotiationSaved>> SetRemovedAsync<TRow>(this AppDb db, (TRow? Row, Guid Deal, Refusal? No) opened, DateTime? at, string? back, CancellationToken ct) where TRow : Entity, IRemovable
    {
        if (opened.No is { } no) return no;
        opened.Row!.RemovedAt = at;
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new NegotiationSaved(opened.Deal)).Saying(at is null ? T("It is back.") : T("It is taken off."), back);
    }
}
