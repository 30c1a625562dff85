using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Opportunities;

/// <summary>A thing to mind on a deal: what, why it matters or what would help, and the field that settles it.</summary>
public sealed record Mind(string Text, string Note, string? Settles)
{
    /// <summary>Where it leads, in place of a field.</summary>
    public string? Href { get; init; }

    /// <summary>More than three would not be read.</summary>
    public const int Most = 3;

    /// <summary>What to mind, the gravest first.</summary>
    public static IReadOnlyList<Mind> Of(OpportunityView deal, Plans.DealPlan? plan)
    {
        if (deal.End is not StageEnd.Open || plan is null) return [];
        return [.. plan.Open.Take(Most).Select(w => new Mind(w.Text, w.Actions > 0 ? N(w.Actions, "one action would settle it", "{0} actions would settle it") : w.Why, w.Settles) { Href = w.Settles is not null ? null : w.PersonId is { } person ? $"{plan.Url}?person={person}#person" : w.Code == Rules.BasicRules.StepOverdue ? null : $"{plan.Url}#warnings" })];
    }
}
