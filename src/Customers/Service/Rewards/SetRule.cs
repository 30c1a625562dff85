using System.ComponentModel.DataAnnotations;
using Coxswain.Customers.Activities;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Service.Rewards;

/// <summary>Sets the points of a kind of fact from a day on; the rule before it ends there and stays on record. None is the end of it.</summary>
internal static class SetRule
{
    private const int Most = 1_000;

    public sealed record Input
    {
        public RewardFact? Fact { get; init; }
        public int? Points { get; init; }

        /// <summary>In force from; today, where nobody says. Never in a month that was paid.</summary>
        public DateOnly? From { get; init; }

        [StringLength(300)]
        public string? Because { get; init; }
    }

    public static async Task<Outcome<RuleView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var today = await ListTasks.TodayAsync(db, clock, ct);
        var from = input.From ?? today;
        var problems = new Problems().AddIf(input.Fact is null, "Fact", T("Please fill this in.")).AddIf(input.Points is null or < 0 or > Most, "Points", T("From 0, which ends it, to {0}.", Most));
        var paid = await db.Rows<RewardPayout>().MaxAsync(p => (DateOnly?)p.Month, ct);
        problems.AddIf(paid is { } month && from < month.AddMonths(1), "From", T("Points up to then were paid by the rule of that time: take a later day."));
        var rules = input.Fact is { } fact ? await db.Rows<RewardRule>().Where(r => r.Fact == fact).OrderBy(r => r.From).ToListAsync(ct) : [];
        problems.AddIf(rules.Any(r => r.From >= from), "From", T("There is a rule from this day or a later one already."));
        if (problems.Any) return Outcome.Invalid(problems);
        if (rules.LastOrDefault() is { } before && before.IsInForce(from)) before.Until = from;
        var made = new RewardRule { Fact = input.Fact!.Value, Points = input.Points!.Value, From = from, Because = input.Because };
        db.Add(made);
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new RuleView { Id = made.Id, Fact = made.Fact, Aim = RewardLedger.AimOf(made.Fact), Points = made.Points, From = made.From, Because = made.Because, IsInForce = made.IsInForce(today) }).Saying(T("The rule is set; what was earned before stays as it was."));
    }
}
