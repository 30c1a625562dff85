using System.ComponentModel.DataAnnotations;
using Coxswain.Funnel.Issues;
using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Http;
using Coxswain.Platform.Money;
using Coxswain.Platform.Outside;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Negotiation;

/// <summary>Says how a deal is negotiated: what was sent, the rest stays.</summary>
internal static class SayNegotiation
{
    public sealed record Input : IPartial
    {
        public IReadOnlySet<string> Sent { get; set; } = new HashSet<string>();

        /// <summary>The deal.</summary>
        public Guid Id { get; init; }
        public int Version { get; init; }

        /// <summary>Whether they know that it is being negotiated; unknown where nothing is said.</summary>
        public bool? TheyKnow { get; init; }

        /// <summary>Whether whom we negotiate with may decide; unknown where nothing is said.</summary>
        public bool? HasAuthority { get; init; }

        /// <summary>The contact of the account we negotiate with.</summary>
        public Guid? Counterpart { get; init; }

        /// <summary>Since when.</summary>
        public DateOnly? Since { get; init; }

        /// <summary>What it costs before anything is granted, in whole units of the deal's currency.</summary>
        public decimal? ListPrice { get; init; }

        /// <summary>What we say when they ask what it costs.</summary>
        [StringLength(500)]
        public string? PriceAnswer { get; init; }

        internal bool Has(string field) => Sent.Contains(field);
    }

    public static async Task<Outcome<NegotiationView>> Do(Input input, AppDb db, PrivateKeeper keeper, TimeProvider clock, CancellationToken ct)
    {
        var (deal, no) = await db.OpportunityForChangeAsync(input.Id, ct);
        if (no is not null) return no;
        var today = (await Standing.ReadAsync(db, clock, ct)).Today;
        // Two who begin at the same moment make two rows; the first one counts.
        var row = await db.Negotiations.Where(n => n.OpportunityId == deal!.Id).OrderBy(n => n.Id).FirstOrDefaultAsync(ct);
        if (row is null) db.Add(row = new DealNegotiation { OpportunityId = deal!.Id, Currency = deal.Currency });
        var merge = await db.MergeAsync(row, input.Version == 0 ? row.Version : input.Version, ct);
        var before = row.CounterpartId;
        if (input.Has("TheyKnow")) row.TheyKnow = merge.Take("TheyKnow", row.TheyKnow, input.TheyKnow);
        if (input.Has("HasAuthority")) row.HasAuthority = merge.Take("HasAuthority", row.HasAuthority, input.HasAuthority);
        if (input.Has("Counterpart")) row.CounterpartId = merge.Take("CounterpartId", row.CounterpartId, input.Counterpart);
        if (input.Has("Since")) row.Since = merge.Take("Since", row.Since, input.Since);
        if (input.Has("PriceAnswer")) row.PriceAnswer = merge.Take("PriceAnswer", row.PriceAnswer, string.IsNullOrWhiteSpace(input.PriceAnswer) ? null : input.PriceAnswer.Trim());
        var problems = new Problems().AddIf(row.Since > today, "Since", T("This day is still to come.")).AddIf(row.Since < today.AddYears(-20), "Since", T("This day cannot be right."));
        if (input.Has("ListPrice"))
        {
            FieldRules.Amount(problems, input.ListPrice, deal!.Currency, "ListPrice");
            if (problems.Any) return Outcome.Invalid(problems);
            (row.ListPrice, row.Currency) = (merge.Take("ListPrice", row.ListPrice, input.ListPrice is { } typed ? Minor.FromMajor(typed, deal.Currency) : null), deal.Currency);
            var granted = await NoteConcession.GrantedAsync(db, deal.Id, ct);
            problems.AddIf(PriceLedger.Of(row.ListPrice, row.Currency, granted).Left < 0, "ListPrice", T("More was granted than this: the price would be below zero."));
        }
        if (row.CounterpartId is { } contact && contact != before) problems.AddIf(!await db.IsOfAccountAsync(contact, deal!.AccountId, ct), "Counterpart", T("Choose a contact of the deal's account."));
        if (problems.Any) return Outcome.Invalid(problems);
        if (merge.Clashes is not []) return Outcome.Stale(merge.Clashes);
        await db.SaveChangesAsync(ct);
        return await ShowNegotiation.Do(new() { Id = deal!.Id }, db, keeper, clock, ct);
    }

    public static async Task<Outcome<NegotiationSaved>> OnPage(Input input, AppDb db, PrivateKeeper keeper, TimeProvider clock, CancellationToken ct)
    {
        var done = await Do(input, db, keeper, clock, ct);
        return done.View is not null ? Outcome.Done(new NegotiationSaved(input.Id)).Saying(T("It is saved.")) : done.No;
    }
}

/// <summary>Something of a deal's negotiation was changed.</summary>
/// <param name="Deal">The deal.</param>
public sealed record NegotiationSaved(Guid Deal)
{
    internal string Url => $"/opportunities/{Deal}/negotiation";
}
