using System.ComponentModel.DataAnnotations;
using Coxswain.Funnel.Opportunities;
using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Http;
using Coxswain.Platform.Money;
using Coxswain.Platform.Outside;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Negotiation;

/// <summary>Says where we walk away. What was said before stays, closed; only whoever may read it puts something else in its place.</summary>
internal static class SetWalkAway
{
    public sealed record Input
    {
        /// <summary>The deal.</summary>
        public Guid Id { get; init; }

        /// <summary>The lowest price, in whole units of the deal's currency.</summary>
        public decimal? Floor { get; init; }

        /// <summary>Refused where it is not the deal's; the deal's where nothing is said.</summary>
        public string? Currency { get; init; }

        /// <summary>What else makes us leave.</summary>
        [StringLength(1_000)]
        public string? Conditions { get; init; }

        /// <summary>The day it holds until; until it is said anew where nothing is said.</summary>
        public DateOnly? Until { get; init; }

        /// <summary>Those whom the deal's owner answers to may read it too.</summary>
        public bool ForLine { get; init; }
    }

    // What it says is not answered: answers to keys of once are kept for a day.
    public static async Task<Outcome<NegotiationSaved>> Do(Input input, AppDb db, PrivateKeeper keeper, TimeProvider clock, CancellationToken ct)
    {
        var (deal, no) = await db.OpportunityForChangeAsync(input.Id, ct);
        if (no is not null) return no;
        if (await WalkAways.LatestOf(db, deal!.Id).Select(w => new { w.HeldById, w.ForLine }).FirstOrDefaultAsync(ct) is var before && before is not null && db.Viewer.PersonId != deal.OwnerId && !await WalkAways.IsForAsync(db, deal.Id, before.HeldById, before.ForLine, ct))
            return Outcome.Refused(T("It is set, and not yours to read: ask the deal's owner to say it anew."));
        var standing = await Standing.ReadAsync(db, clock, ct);
        var problems = new Problems();
        FieldRules.Amount(problems, input.Floor, deal.Currency, "Floor");
        problems.AddIf(input.Floor is null && string.IsNullOrWhiteSpace(input.Conditions), "Floor", T("Say the least price, or what else makes us leave."))
            .AddIf(NoteConcession.IsOther(input.Currency, deal.Currency), "Currency", NoteConcession.OtherCurrency(deal.Currency))
            .AddIf(input.Until < standing.Day, "Until", T("This day has passed."));
        if (problems.Any) return Outcome.Invalid(problems);
        db.Add(WalkAways.Of(keeper, db.Viewer.TenantId, deal.Id, new(input.Floor is { } typed ? Minor.FromMajor(typed, deal.Currency) : null, deal.Currency, NoteConcession.Trimmed(input.Conditions), input.Until), db.Viewer.PersonId, deal.OwnerId, input.ForLine, standing.Day));
        // Whom somebody else named is not named by whose it is now.
        if (before is not null && before.HeldById != deal.OwnerId)
            foreach (var share in await db.Rows<Share>().Where(s => s.Kind == Kinds.WalkAway && s.RowId == deal.Id).ToListAsync(ct))
            {
                db.Remove(share);
                db.Happened(Kinds.WalkAway, deal.Id, new WalkAwayHidden(share.PersonId));
            }
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new NegotiationSaved(deal.Id)).Saying(T("It is set. Nobody reads it but you, whom you name, and whom you let."));
    }
}

/// <summary>Names somebody who may read where we walk away, and takes that back. Whose it is does.</summary>
internal static class NameReader
{
    private const int Most = 20;

    public sealed record Input
    {
        /// <summary>The deal.</summary>
        public Guid Id { get; init; }

        /// <summary>Who.</summary>
        public Guid? Person { get; init; }
    }

    public static async Task<Outcome<NegotiationSaved>> Do(Input input, AppDb db, CancellationToken ct)
    {
        var (deal, no) = await OwnAsync(db, input.Id, ct);
        if (no is not null) return no;
        var person = await db.PersonRows().Where(p => p.Id == input.Person && p.IsHere).SingleOrDefaultAsync(ct);
        var problems = new Problems().AddIf(person is null || person.Id == db.Viewer.PersonId, "Person", T("Choose someone who is here."))
            .AddIf(person is not null && !person.Role.Allows(Permission.SeeFunnel), "Person", T("Their role sees no deals at all."))
            .AddIf(await db.Rows<Share>().CountAsync(s => s.Kind == Kinds.WalkAway && s.RowId == input.Id, ct) >= Most, "Person", T("What {0} know is no secret.", Most))
            .AddIf(!await WalkAways.IsSetAsync(db, input.Id, ct), "Person", T("Nothing is set yet."));
        if (problems.Any) return Outcome.Invalid(problems);
        await db.ShareAsync(Kinds.WalkAway, deal!.Id, person!.Id, AccessLevel.Read, ct);
        db.Happened(Kinds.WalkAway, deal.Id, new WalkAwayShown(person.Id));
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new NegotiationSaved(deal.Id)).Saying(T("{0} may read it now.", person.Name));
    }

    public static async Task<Outcome<NegotiationSaved>> End(Input input, AppDb db, CancellationToken ct)
    {
        var (deal, no) = await OwnAsync(db, input.Id, ct);
        if (no is not null) return no;
        if (await db.Rows<Share>().SingleOrDefaultAsync(s => s.Kind == Kinds.WalkAway && s.RowId == input.Id && s.PersonId == input.Person, ct) is not { } share) return Outcome.Missing;
        db.Remove(share);
        db.Happened(Kinds.WalkAway, deal!.Id, new WalkAwayHidden(share.PersonId));
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new NegotiationSaved(deal!.Id)).Saying(T("They may read it no longer."));
    }

    private static async Task<(Opportunity? Deal, Refusal? No)> OwnAsync(AppDb db, Guid id, CancellationToken ct)
    {
        var (deal, no) = await db.OpportunityForChangeAsync(id, ct);
        return no is null && await WalkAways.LatestOf(db, id).Select(w => (Guid?)w.HeldById).FirstOrDefaultAsync(ct) is { } holder && holder != db.Viewer.PersonId ? (deal, Outcome.Refused(T("Whose it is decides who reads it."))) : (deal, no);
    }
}

/// <summary>Somebody may read where we walk away.</summary>
internal sealed record WalkAwayShown(Guid PersonId) : News("walk-away.shown");

/// <summary>Somebody may read it no longer.</summary>
internal sealed record WalkAwayHidden(Guid PersonId) : News("walk-away.hidden");
