using System.Globalization;
using Coxswain.Funnel.Plans;
using Coxswain.Platform.Events;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Pursuit;

/// <summary>What was said and decided of going for a deal, for its timeline. Reasons and what shows something may name somebody: they stand on the page of it.</summary>
internal static class PursuitEvents
{
    /// <summary>Nulls for an event that says nothing of its own.</summary>
    public static (string? Title, string? Note) Said(Event happened) => happened.Kind switch
    {
        "pursuit-decision.created" when Enum.TryParse<PursuitChoice>(PlanEventWords.After(happened, "Choice"), out var choice) => (T("Decided: {0}", PursuitWords.Choice(choice)), Number(happened, "FitScore") is { } score ? FitWords.Score(new(score, Number(happened, "FitUnknown") ?? 0, 0)) : null),
        "pursuit-saying.created" when Enum.TryParse<PursuitField>(PlanEventWords.After(happened, "Field"), out var field) => ($"{PursuitWords.Label(field)}: {PursuitWords.Said(field, Number(happened, "Value"))}", null),
        _ => (null, null),
    };

    private static int? Number(Event happened, string field) => int.TryParse(PlanEventWords.After(happened, field), CultureInfo.InvariantCulture, out var number) ? number : null;
}
