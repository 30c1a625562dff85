using System.Globalization;
using System.Text.Json.Serialization;
using Coxswain.Funnel.Plans;
using Coxswain.Funnel.Rules;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Today;

/// <summary>What the viewer's own open deals ask for, of each sort the first few and how many there are.</summary>
/// <param name="Open">How many are open, the largest five hundred at most.</param>
/// <param name="Next">Of each deal the gravest thing that something can be done about, the gravest first.</param>
/// <param name="Stale">Whose plan was to be looked through, or has judgements that have aged, the largest first; likewise the others.</param>
/// <param name="Passed">Whose decision day has passed.</param>
/// <param name="NoStep">Without a next step.</param>
/// <param name="Quiet">Of whom nothing was heard.</param>
public sealed record MyDeals(int Open, Few<NextThing> Next, Few<TodayDeal> Stale, Few<TodayDeal> Passed, Few<TodayDeal> NoStep, Few<TodayDeal> Quiet)
{
    /// <summary>What was agreed with a customer for today or before, and is open; the oldest first.</summary>
    public required Few<TodayDue> Agreed { get; init; }

    private const int Most = 500;

    // These have a place of their own on the page, or in the deal.
    private static readonly string[] OwnPlace = [BasicRules.DecisionPassed, BasicRules.StepNone, BasicRules.StepOverdue, BasicRules.GoneQuiet, BasicRules.AmountUnknown, BasicRules.DecisionUnknown, PlanRules.AgedCode, PlanRules.LookCode, WorkRules.AgreedDue];

    public static MyDeals None { get; } = new(0, Few<NextThing>.None, Few<TodayDeal>.None, Few<TodayDeal>.None, Few<TodayDeal>.None, Few<TodayDeal>.None) { Agreed = Few<TodayDue>.None };

    public int Asking => Next.Count + Agreed.Count + Stale.Count + Passed.Count + NoStep.Count + Quiet.Count;

    /// <summary>Kept until somebody saves something: it is little, and five hundred deals are read for it.</summary>
    internal static Task<MyDeals> ReadAsync(AppDb db, RuleSet rules, DateOnly day, CancellationToken ct) =>
        db.Kept.ReadAsync(db, $"my deals on {day:O} in {CultureInfo.CurrentUICulture.Name}", async () =>
        {
            var known = await KnownDeals.NowAsync(db, db.Opportunities.Where(o => o.OwnerId == db.Viewer.PersonId && o.End == StageEnd.Open).OrderByDescending(o => o.Amount ?? 0).ThenBy(o => o.Id).Take(Most), day, rules.Needs, ct);
            return Of([.. known.Select(d => d.At(day)).Select(f => Look(f, [.. rules.Find(f).Where(w => w.Muted is null)], day))]);
        });

    // What is over its day is told by its rule: not where that is off, or muted on the deal.
    private static Looked Look(RuleFacts facts, IReadOnlyList<PlanWarning> found, DateOnly day) =>
        new(Deal(facts), found, [.. (facts.Work?.Due(day) ?? []).Where(d => d.DueOn == day || found.Any(w => w.Code == WorkRules.AgreedDue))]);

    private static MyDeals Of(IReadOnlyList<Looked> deals)
    {
        var passed = deals.Where(d => d.Has(BasicRules.DecisionPassed)).ToList();
        var stepless = deals.Except(passed).Where(d => d.Has(BasicRules.StepNone)).ToList();
        return new(deals.Count, NextOf(deals), Row(deals.Where(d => d.Has(PlanRules.AgedCode) || d.Has(PlanRules.LookCode))), Row(passed), Row(stepless), Row(deals.Except(passed).Except(stepless).Where(d => d.Has(BasicRules.GoneQuiet))))
        {
            Agreed = Few<TodayDue>.Of(deals.SelectMany(d => d.Due, (d, due) => new TodayDue(d.Deal, due)).OrderBy(d => d.Due.DueOn).ThenBy(d => d.Due.Id)),
        };
    }

    private static Few<TodayDeal> Row(IEnumerable<Looked> deals) => Few<TodayDeal>.Of(deals.Select(d => d.Deal).OrderByDescending(d => d.Minor ?? -1).ThenBy(d => d.Name, StringComparer.CurrentCulture));

    // Of equally grave ones the larger deal's.
    private static Few<NextThing> NextOf(IEnumerable<Looked> deals) =>
        Few<NextThing>.Of(from deal in deals
                          let finding = deal.Found.FirstOrDefault(w => w is { Act: not null, Actions: 0 } && !OwnPlace.Contains(w.Code))
                          where finding is not null
                          orderby Rule.SeverityOf(finding.Weight) descending, deal.Deal.Minor ?? -1 descending, deal.Deal.Name
                          select new NextThing(deal.Deal, finding.Act!, finding.Text, finding.Why, finding.Code, finding.PersonId));

    private static TodayDeal Deal(RuleFacts f) => new()
    {
        Id = f.Plan.DealId, Name = f.Plan.Deal, Account = f.Plan.Account, Minor = f.Plan.Minor, Currency = f.Plan.Currency, CloseOn = f.CloseOn, OpenedOn = f.OpenedOn, TouchedOn = f.TouchedOn, Aged = PlanRules.Aged(f.Plan), LookOn = f.Plan.NextReviewDue < f.Day ? f.Plan.NextReviewDue : null,
    };

    private sealed record Looked(TodayDeal Deal, IReadOnlyList<PlanWarning> Found, IReadOnlyList<WorkDue> Due)
    {
        public bool Has(string code) => Found.Any(w => w.Code == code);
    }
}

/// <summary>The first few of something, and how many there are.</summary>
public sealed record Few<T>(int Count, IReadOnlyList<T> First)
{
    public static Few<T> None { get; } = new(0, []);

    /// <summary>All of them, for whoever asks.</summary>
    [JsonIgnore]
    public IReadOnlyList<T> Rows { get; private init; } = [];

    public static Few<T> Of(IEnumerable<T> rows)
    {
        var all = rows.ToList();
        return new(all.Count, [.. all.Take(TodayView.Shown)]) { Rows = all };
    }
}
