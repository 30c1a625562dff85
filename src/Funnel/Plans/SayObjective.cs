using System.ComponentModel.DataAnnotations;
using Coxswain.Customers.Activities;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Money;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Plans;

/// <summary>Says what is to be won. Said again it is a new version; another amount or day says why.</summary>
internal static class SayObjective
{
    private const decimal MostAmount = 1_000_000_000_000;

    public sealed record Input
    {
        /// <summary>The deal.</summary>
        public Guid Id { get; init; }

        /// <summary>Which product or service.</summary>
        [Required, StringLength(200)]
        public string? What { get; init; }

        [Range(1, 100_000_000)]
        public int? Quantity { get; init; }

        /// <summary>In whole units of the currency of the deal.</summary>
        public decimal? Amount { get; init; }

        /// <summary>For which part of theirs.</summary>
        [StringLength(200)]
        public string? Place { get; init; }

        /// <summary>By when.</summary>
        public DateOnly? On { get; init; }

        [StringLength(500)]
        public string? Statement { get; init; }

        /// <summary>Why it changed.</summary>
        [StringLength(500)]
        public string? Because { get; init; }
    }

    public static async Task<Outcome<ObjectiveView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (deal, today, no) = await db.PlanForChangeAsync(input.Id, clock, ct);
        if (no is not null) return no;
        var currency = await db.Opportunities.Where(o => o.Id == input.Id).Select(o => o.Currency).SingleAsync(ct);
        var before = await db.DealObjectives.AsNoTracking().Where(o => o.OpportunityId == input.Id).OrderByDescending(o => o.SaidOn).ThenByDescending(o => o.Id).FirstOrDefaultAsync(ct);
        var problems = new Problems().AddIf(input.On is null, "On", T("By when? Without a day it is a wish.")).AddIf(input.Amount is < 0 or > MostAmount, "Amount", T("Between {0} and {1}.", 0, MostAmount));
        if (problems.Any) return Outcome.Invalid(problems);
        var amount = input.Amount is { } major ? Minor.FromMajor(major, currency) : (long?)null;
        if (before is not null && (before.What != input.What!.Trim() || before.On != input.On || before.Amount != amount || before.Quantity != input.Quantity) && string.IsNullOrWhiteSpace(input.Because)) return Outcome.Invalid("Because", T("Why does it change? The version before is kept beside it."));
        await db.BeginAsync(deal!.Id, today, ct);
        db.Add(new DealObjective { OpportunityId = deal.Id, What = input.What!.Trim(), Quantity = input.Quantity, Amount = amount, Currency = currency, Place = Text(input.Place), On = input.On!.Value, Statement = Text(input.Statement), Because = Text(input.Because), SaidOn = today, SaidById = db.Viewer.PersonId });
        await db.SaveChangesAsync(ct);
        return (await PlanReading.ObjectivesAsync(db, deal.Id, ct))[0];
    }

    public static async Task<Outcome<WentBack>> OnPage(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var said = await Do(input, db, clock, ct);
        return said.View is null ? said.No : Outcome.Done(new WentBack($"/opportunities/{input.Id}/plan")).Saying(T("What is to be won is noted."));
    }

    private static string? Text(string? typed) => string.IsNullOrWhiteSpace(typed) ? null : typed.Trim();
}
