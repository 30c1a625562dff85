using System.ComponentModel.DataAnnotations;
using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Money;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Negotiation;

/// <summary>Notes what we could grant and for what, or what was granted. Before the first that is granted somebody has said where we walk away.</summary>
internal static class NoteConcession
{
    public const int Most = 60;

    public sealed record Input
    {
        /// <summary>The deal.</summary>
        public Guid Id { get; init; }

        /// <summary>What we give.</summary>
        [StringLength(200)]
        public string? Give { get; init; }

        /// <summary>What we get for it; nothing where nothing is said.</summary>
        [StringLength(200)]
        public string? Get { get; init; }

        /// <summary>Off the price, in whole units of the deal's currency; or say a percent.</summary>
        public decimal? Amount { get; init; }

        /// <summary>Of the price before it, from 0 to 100.</summary>
        public double? Percent { get; init; }

        /// <summary>Refused where it is not the deal's; the deal's where nothing is said.</summary>
        public string? Currency { get; init; }

        /// <summary>The day it was granted; where nothing is said it is only thought of.</summary>
        public DateOnly? GrantedOn { get; init; }

        /// <summary>Why; asked for where it takes something off the price.</summary>
        [StringLength(300)]
        public string? Because { get; init; }
    }

    internal static string WalkAwayFirst => T("Say first where we walk away: whoever speaks of the price without knowing it goes too far.");

    public static async Task<Outcome<ConcessionView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (deal, no) = await db.OpportunityForChangeAsync(input.Id, ct);
        if (no is not null) return no;
        var standing = await Standing.ReadAsync(db, clock, ct);
        var problems = new Problems().AddIf(string.IsNullOrWhiteSpace(input.Give), "Give", T("What do we give?"));
        FieldRules.Amount(problems, input.Amount, deal!.Currency);
        FieldRules.Day(problems, "GrantedOn", input.GrantedOn, standing.Today);
        problems.AddIf(input.Amount is not null && input.Percent is not null, "Percent", T("An amount or a percent, not both."))
            .AddIf(input.Percent is < 0, "Percent", T("A percent is not below zero."))
            .AddIf(input.Percent is > 100 or double.NaN, "Percent", T("Nobody grants more than all of the price: at most 100 percent."))
            .AddIf(IsOther(input.Currency, deal.Currency), "Currency", OtherCurrency(deal.Currency))
            .AddIf(input.GrantedOn is not null && (input.Amount > 0 || input.Percent > 0) && string.IsNullOrWhiteSpace(input.Because), "Because", T("Say why it was granted: it stays beside it."))
            .AddIf(await db.Concessions.CountAsync(c => c.OpportunityId == deal.Id, ct) >= Most, "", T("There are {0} lines already.", Most));
        if (problems.Any) return Outcome.Invalid(problems);
        var row = new Concession
        {
            OpportunityId = deal.Id, Give = input.Give!.Trim(), Get = Trimmed(input.Get), Amount = input.Amount is { } typed ? Minor.FromMajor(typed, deal.Currency) : null, Percent = input.Percent, Currency = deal.Currency,
            GrantedOn = input.GrantedOn, StageId = input.GrantedOn is { } on ? await StageOnAsync(db, deal, on, ct) : deal.StageId, Because = Trimmed(input.Because),
        };
        if (row.GrantedOn is not null && await WrongAsync(db, row, ct) is { Any: true } wrong) return Outcome.Invalid(wrong);
        db.Add(row);
        await LateDiscount.TellAsync(db, deal, row, clock.GetUtcNow().UtcDateTime, ct);
        await db.SaveChangesAsync(ct);
        return Told(row);
    }

    public static async Task<Outcome<NegotiationSaved>> OnPage(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var noted = await Do(input, db, clock, ct);
        return noted.View is { } row ? Outcome.Done(new NegotiationSaved(input.Id)).Saying(T("Noted: {0}", row.Give), $"/concessions/{row.Id}/removals") : noted.No;
    }

    /// <summary>What was granted on a deal, for working out what is left.</summary>
    internal static async Task<IReadOnlyList<ConcessionView>> GrantedAsync(AppDb db, Guid deal, CancellationToken ct) =>
        [.. (await db.Concessions.AsNoTracking().Where(c => c.OpportunityId == deal && c.GrantedOn != null).ToListAsync(ct)).Select(Told)];

    /// <summary>Why something cannot be granted: nobody has said where we walk away, or the price would be below zero.</summary>
    internal static async Task<Problems> WrongAsync(AppDb db, Concession row, CancellationToken ct)
    {
        var list = await db.Negotiations.AsNoTracking().Where(n => n.OpportunityId == row.OpportunityId).OrderBy(n => n.Id).Select(n => new { n.ListPrice, n.Currency }).FirstOrDefaultAsync(ct);
        var granted = (await GrantedAsync(db, row.OpportunityId, ct)).Append(Told(row));
        return new Problems().AddIf(!await WalkAways.IsSetAsync(db, row.OpportunityId, ct), "GrantedOn", WalkAwayFirst)
            .AddIf(list is not null && PriceLedger.Of(list.ListPrice, list.Currency, granted).Granted.Any(s => s.After < 0), row.Percent is null ? "Amount" : "Percent", T("That is more than is left of the price: it would be below zero."));
    }

    /// <summary>The stage a deal was in on a day.</summary>
    internal static async Task<Guid> StageOnAsync(AppDb db, Opportunity deal, DateOnly on, CancellationToken ct)
    {
        var at = Standing.EndOf(on);
        return await db.OpportunityStates.Where(s => s.OpportunityId == deal.Id && s.SupersededAt == null && s.From <= at && (s.To == null || s.To > at)).OrderByDescending(s => s.From).Select(s => (Guid?)s.StageId).FirstOrDefaultAsync(ct) ?? deal.StageId;
    }

    internal static bool IsOther(string? currency, string deals) => !string.IsNullOrWhiteSpace(currency) && currency.Trim() != deals;

    internal static string OtherCurrency(string deals) => T("The deal is in {0}: say it in that currency.", deals);

    internal static string? Trimmed(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    internal static ConcessionView Told(Concession row) => new() { Id = row.Id, Give = row.Give, Get = row.Get, Minor = row.Amount, Percent = row.Percent, Currency = row.Currency, GrantedOn = row.GrantedOn, IsLate = false, Because = row.Because };
}

/// <summary>Grants what was only thought of.</summary>
internal static class GrantConcession
{
    public sealed record Input
    {
        public Guid Id { get; init; }

        /// <summary>Today where nothing is said.</summary>
        public DateOnly? GrantedOn { get; init; }

        /// <summary>What we get for it; what was noted stays where nothing is said.</summary>
        [StringLength(200)]
        public string? Get { get; init; }

        /// <summary>Why; asked for where it takes something off the price.</summary>
        [StringLength(300)]
        public string? Because { get; init; }
    }

    public static async Task<Outcome<NegotiationSaved>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await db.Concessions.SingleOrDefaultAsync(c => c.Id == input.Id, ct) is not { } row) return Outcome.Missing;
        var (deal, no) = await db.OpportunityForChangeAsync(row.OpportunityId, ct);
        if (no is not null) return no;
        if (row.GrantedOn is not null) return Outcome.Invalid("", T("It was granted already."));
        var standing = await Standing.ReadAsync(db, clock, ct);
        var problems = new Problems();
        FieldRules.Day(problems, "GrantedOn", input.GrantedOn, standing.Today);
        (row.Get, row.Because, row.GrantedOn) = (NoteConcession.Trimmed(input.Get) ?? row.Get, NoteConcession.Trimmed(input.Because) ?? row.Because, input.GrantedOn ?? standing.Day);
        problems.AddIf((row.Amount > 0 || row.Percent > 0) && row.Because is null, "Because", T("Say why it was granted: it stays beside it."));
        if (problems.Any) return Outcome.Invalid(problems);
        if (await NoteConcession.WrongAsync(db, row, ct) is { Any: true } wrong) return Outcome.Invalid(wrong);
        row.StageId = await NoteConcession.StageOnAsync(db, deal!, row.GrantedOn.Value, ct);
        await LateDiscount.TellAsync(db, deal!, row, clock.GetUtcNow().UtcDateTime, ct);
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new NegotiationSaved(row.OpportunityId)).Saying(T("Granted: {0}", row.Give));
    }
}

/// <summary>Takes a concession off, and brings it back.</summary>
internal static class RemoveConcession
{
    public sealed record Input { public Guid Id { get; init; } }

    public static async Task<Outcome<NegotiationSaved>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct) =>
        await db.SetRemovedAsync(await OfAsync(db, db.Concessions, input.Id, ct), clock.GetUtcNow().UtcDateTime, $"/concessions/{input.Id}/restorations", ct);

    public static async Task<Outcome<NegotiationSaved>> Restore(Input input, AppDb db, CancellationToken ct)
    {
        var opened = await OfAsync(db, db.RowsWithRemoved<Concession>(), input.Id, ct);
        // Meanwhile something else may have been granted.
        if (opened is { No: null, Row: { GrantedOn: not null, RemovedAt: not null } row } && await NoteConcession.WrongAsync(db, row, ct) is { Any: true } wrong) return Outcome.Invalid(wrong);
        return await db.SetRemovedAsync(opened, null, null, ct);
    }

    private static async Task<(Concession? Row, Guid Deal, Refusal? No)> OfAsync(AppDb db, IQueryable<Concession> rows, Guid id, CancellationToken ct)
    {
        if (await rows.SingleOrDefaultAsync(c => c.Id == id, ct) is not { } row) return (null, default, Outcome.Missing);
        return (row, row.OpportunityId, (await db.OpportunityForChangeAsync(row.OpportunityId, ct)).No);
    }
}
