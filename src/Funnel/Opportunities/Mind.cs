using Coxswain.Platform.Ui;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Opportunities;

/// <summary>A thing to mind on a deal: what, why it matters or what would help, and the field that settles it.</summary>
public sealed record Mind(string Text, string Note, string? Settles)
{
    /// <summary>More than three would not be read.</summary>
    public const int Most = 3;

    /// <summary>What to mind, the gravest first.</summary>
    public static IReadOnlyList<Mind> Of(OpportunityView deal, DateOnly today)
    {
        if (deal.End is not StageEnd.Open) return [];
        var all = new List<Mind>();
        if (deal.CloseOn < today) all.Add(new(T("The decision day has passed"), T("It was {0}. What does the customer say now?", DayText.Short(deal.CloseOn, today)), "CloseOn"));
        if (deal.NextStep is null) all.Add(new(T("No next step agreed"), T("One thing, one day, with someone over there"), "NextStep"));
        else if (deal.NextStepOn < today) all.Add(new(T("The next step is overdue"), $"{deal.NextStep} · {DayText.Near(deal.NextStepOn!.Value, today)}", null));
        if (deal.AccountName is null) all.Add(new(T("No account named"), T("Nobody can see this deal from the customer's side"), "Account"));
        if (deal.Minor is null) all.Add(new(T("Amount unknown"), T("It is missing from every sum"), "Amount"));
        if (deal.CloseOn is null) all.Add(new(T("No decision day"), T("Ask when they want to have it settled"), "CloseOn"));
        return [.. all.Take(Most)];
    }
}
