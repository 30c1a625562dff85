using Coxswain.Funnel.Processes;
using Coxswain.People;
using Coxswain.Platform.CustomFields;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Http;
using Coxswain.Platform.Money;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Opportunities;

/// <summary>Changes fields of an opportunity: those that were sent, the others stay. A field someone else changed meanwhile is a clash.</summary>
internal static class ChangeOpportunity
{
    public sealed record Input : IPartial
    {
        public IReadOnlySet<string> Sent { get; set; } = new HashSet<string>();
        public Guid Id { get; init; }

        /// <summary>The version the form was drawn from; without it what is sent wins.</summary>
        public int Version { get; init; }
        public string? Name { get; init; }

        /// <summary>The account by name; or by <see cref="AccountId"/>.</summary>
        public string? Account { get; init; }
        public Guid? AccountId { get; init; }
        public bool AddAccount { get; init; }
        public decimal? Amount { get; init; }
        public string? Currency { get; init; }
        public DateOnly? CloseOn { get; init; }
        public DateOnly? OpenedOn { get; init; }
        public string? Source { get; init; }
        public Guid? OwnerId { get; init; }

        /// <summary>The organisation's own fields, by key.</summary>
        public CustomInput? Custom { get; init; }

        /// <summary>Empty takes the stage's.</summary>
        public ForecastCategory? Category { get; init; }

        /// <summary>New business, expansion or renewal.</summary>
        public BusinessKind? Business { get; init; }

        internal bool Has(string field) => Sent.Contains(field);
    }

    public static async Task<Outcome<OpportunityView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (found, no) = await db.OpportunityForChangeAsync(input.Id, ct);
        if (no is not null) return no;
        var opportunity = found!;
        var (account, problems) = await AccountAsync(input, opportunity, db, ct);
        await CheckAsync(input, opportunity, problems, db, ct);
        if (problems.Any) return Outcome.Invalid(problems);

        var merge = await db.MergeAsync(opportunity, opportunity.Drawn(input.Version), ct);
        var owner = opportunity.OwnerId;
        Take(input, opportunity, account, merge);
        await CustomTaking.TakeAsync(db, Kinds.Opportunity, opportunity, input.Custom, problems, ct, merge);
        if (problems.Any) return Outcome.Invalid(problems);
        if (merge.Clashes is not []) return Outcome.Stale(await ClashWords.OfAsync(db, opportunity, merge.Clashes, ct));
        await LineCurrency.FollowAsync(db, [opportunity], ct);
        await Segments.LearnedAsync(db, [opportunity], clock.GetUtcNow().UtcDateTime, (await Standing.ReadAsync(db, clock, ct)).Today, ct);
        if (opportunity.OwnerId != owner) await Negotiation.WalkAways.HandOverAsync(db, opportunity.Id, opportunity.OwnerId, ct);
        var follows = (await Segments.SaidAsync(db, [opportunity], ct)).GetValueOrDefault(opportunity);
        await db.SaveChangesAsync(ct);
        var saved = await db.OpportunityAsync(opportunity.Id, ct);
        return follows is not null ? Outcome.Done(saved).Saying(follows.Text, follows.UndoUrl) : saved;
    }

    /// <summary>The same, answered with the facts to draw.</summary>
    public static async Task<Outcome<DealFactsView>> OnPage(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var outcome = await Do(input, db, clock, ct);
        if (!outcome.IsDone) return outcome.No;
        var shown = await ShowFacts.Do(new() { Id = input.Id }, db, clock, ct);
        if (shown.View is not { } facts) return shown.No;
        var drawn = Outcome.Done(facts with { Plan = await Plans.PlanReading.OfAsync(db, facts.Deal, facts.Today, await Plans.PlanReading.BesideAsync(db, facts.Deal, facts.Today, ct), ct) });
        return outcome.Notice is { } said ? drawn.Saying(said.Text, said.UndoUrl) : drawn;
    }

    private static void Take(Input input, Opportunity o, Guid? account, Merge merge)
    {
        if (input.Has("Name")) o.Name = merge.Take(nameof(o.Name), o.Name, input.Name!);
        if (input.Has("Account") || input.Has("AccountId")) o.AccountId = merge.Take(nameof(o.AccountId), o.AccountId, account);
        if (input.Has("Currency") && input.Currency is not null) o.Restate(merge.Take(nameof(o.Currency), o.Currency, input.Currency.ToUpperInvariant()));
        if (input.Has("Amount")) o.Amount = merge.Take(nameof(o.Amount), o.Amount, input.Amount is { } amount ? Minor.FromMajor(amount, o.Currency) : null);
        if (input.Has("CloseOn")) o.CloseOn = merge.Take(nameof(o.CloseOn), o.CloseOn, input.CloseOn);
        if (input.Has("OpenedOn")) o.OpenedOn = merge.Take(nameof(o.OpenedOn), o.OpenedOn, input.OpenedOn);
        if (input.Has("Source")) o.Source = merge.Take(nameof(o.Source), o.Source, input.Source);
        if (input.Has("OwnerId")) o.OwnerId = merge.Take(nameof(o.OwnerId), o.OwnerId, input.OwnerId!.Value);
        if (input.Has("Category")) o.Category = merge.Take(nameof(o.Category), o.Category, input.Category);
        if (input.Business is { } business) o.Business = merge.Take(nameof(o.Business), o.Business, business);
    }

    private static async Task<(Guid?, Problems)> AccountAsync(Input input, Opportunity opportunity, AppDb db, CancellationToken ct)
    {
        if (input.Has("Account"))
        {
            var (found, wrong) = await NamedAccount.FindAsync(db, input.Account, input.AccountId ?? opportunity.AccountId, input.AddAccount, ct);
            return (found, wrong ?? new Problems());
        }
        if (input.AccountId is not { } id || id == opportunity.AccountId) return (input.AccountId, new Problems());
        return (id, new Problems().AddIf(!await NamedAccount.IsThereAsync(db, id, ct), "AccountId", T("This account is not here.")));
    }

    private static async Task CheckAsync(Input input, Opportunity opportunity, Problems problems, AppDb db, CancellationToken ct)
    {
        if (input.Has("Name")) FieldRules.Text(problems, "Name", input.Name, 200, required: true);
        FieldRules.Text(problems, "Source", input.Source, 100);
        FieldRules.Amount(problems, input.Amount, input.Currency?.ToUpperInvariant() ?? opportunity.Currency);
        problems.AddIf(input.OpenedOn > (opportunity.ClosedOn ?? DateOnly.MaxValue), "OpenedOn", T("It was closed before that day."));
        problems.AddIf(input.Category is ForecastCategory.Closed, "Category", T("Closed is what the stage says, not a person."));
        problems.AddIf(input.Has("Business") && input.Business is null, "Business", T("Choose new business, expansion or renewal."));
        if (input.Has("OwnerId") && (input.OwnerId is not { } owner || (owner != opportunity.OwnerId && !await db.PersonRows().AnyAsync(p => p.Id == owner && p.IsHere, ct)))) problems.Add("OwnerId", T("Choose someone who is here."));
    }
}
