using Coxswain.Platform.Ui;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Opportunities;

/// <summary>A thing to mind on a deal: what, why it matters or what would help, and the field that settles it.</summary>
public sealed record Mind(string Text, string Note, string? Settles)
{
    /// <summary>Where it leads, in place of a field.</summary>
    public string? Href { get; init; }

    /// <summary>The higher the graver.</summary>
    public int Weight { get; init; }

    /// <summary>More than three would not be read.</summary>
    public const int Most = 3;

    /// <summary>What to mind, the gravest first.</summary>
    public static IReadOnlyList<Mind> Of(OpportunityView deal, DateOnly today, Plans.DealPlan? plan)
    {
        if (deal.End is not StageEnd.Open) return [];
        var all = new List<Mind>();
        if (deal.CloseOn < today) all.Add(new(T("The decision day has passed"), T("It was {0}. What does the customer say now?", DayText.Short(deal.CloseOn, today)), "CloseOn") { Weight = 98 });
        if (deal.NextStep is null) all.Add(new(T("No next step agreed"), T("One thing, one day, with someone over there"), "NextStep") { Weight = 85 });
        else if (deal.NextStepOn < today) all.Add(new(T("The next step is overdue"), $"{deal.NextStep} · {DayText.Near(deal.NextStepOn!.Value, today)}", null) { Weight = 82 });
        if (deal.AccountName is null) all.Add(new(T("No account named"), T("Nobody can see this deal from the customer's side"), "Account") { Weight = 81 });
        if (deal.Minor is null) all.Add(new(T("Amount unknown"), T("It is missing from every sum"), "Amount") { Weight = 41 });
        if (deal.CloseOn is null) all.Add(new(T("No decision day"), T("Ask when they want to have it settled"), "CloseOn") { Weight = 39 });
        all.AddRange((plan?.Open ?? []).Take(Most).Select(w => new Mind(w.Text, w.Actions > 0 ? N(w.Actions, "one action would settle it", "{0} actions would settle it") : w.Why, null) { Weight = w.Weight, Href = w.PersonId is { } person ? $"{plan!.Url}?person={person}#person" : $"{plan!.Url}#warnings" }));
        return [.. all.OrderByDescending(m => m.Weight).Take(Most)];
    }
}
