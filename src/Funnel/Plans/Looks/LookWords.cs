using System.Globalization;
using Coxswain.Platform.Events;
using Coxswain.Platform.Ui;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Plans.Looks;

/// <summary>Looks through a plan, in words.</summary>
internal static class LookWords
{
    public static string Status(PlanStatus status) => status switch { PlanStatus.Draft => T("draft"), PlanStatus.Active => T("active"), _ => T("closed") };

    /// <summary>What the head of a plan says of it; null where nothing is to be said.</summary>
    public static string? Head(DealPlan plan)
    {
        var looked = plan.ReviewedOn is { } on ? DayText.Short(on, plan.Today) : null;
        return (looked, plan.NextReviewDue is { } due ? DayText.Short(due, plan.Today) : null, IsOverdue(plan)) switch
        {
            (null, null, _) => null,
            (null, { } next, true) => T("Not looked through yet, was due on {0}", next),
            (null, { } next, false) => T("To be looked through on {0}", next),
            ({ } last, null, _) => T("Looked through on {0}", last),
            ({ } last, { } next, true) => T("Looked through on {0}, was due again on {1}", last, next),
            ({ } last, { } next, false) => T("Looked through on {0}, next on {1}", last, next),
        };
    }

    public static bool IsOverdue(DealPlan plan) => plan.NextReviewDue < plan.Today;

    /// <summary>How it felt before and after, with the difference.</summary>
    public static string Felt(PlanLooked look) => (Feeling(look.Before), Feeling(look.After)) is var (before, after) && look.Difference is { } by && by != 0
        ? T("{0} → {1} ({2})", before, after, by.ToString("+0;−0", CultureInfo.CurrentCulture)) : before == after ? T("{0}, before and after", before) : T("{0} → {1}", before, after);

    public static Tone Tone(PlanLooked look) => look.Difference switch { >= 2 => Platform.Ui.Tone.Good, <= -2 => Platform.Ui.Tone.Warn, _ => Platform.Ui.Tone.Plain };

    private static string Feeling(int? value) => value is { } known ? PlanWords.Feeling(known) : T("unknown");

    /// <summary>What happened to a look, as a sentence of the deal. How it felt and what came of it is read in the plan.</summary>
    public static string? Said(Event happened) => happened.Kind switch
    {
        "plan-look.created" => T("Plan looked through"),
        "plan-look.changed" => T("A look through the plan was taken off, or brought back"),
        _ => null,
    };
}
