using Coxswain.Funnel.Meetings;
using Coxswain.Funnel.Plans;
using Coxswain.Platform.Ui;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Debriefs;

/// <summary>Debriefs in words.</summary>
internal static class DebriefWords
{
    public static string Of(StepGot step) => step switch
    {
        StepGot.Best => T("the best step we wanted"),
        StepGot.Least => T("the least step we wanted"),
        StepGot.Other => T("another step than we planned"),
        _ => T("no step of theirs"),
    };

    /// <summary>What we wanted them to do, each with its day; null where nothing was planned.</summary>
    public static string? Wanted(DebriefView debrief, DateOnly today) => (MeetingWords.Step(debrief.Best, debrief.BestBy, today), MeetingWords.Step(debrief.Least, debrief.LeastBy, today)) switch
    {
        (null, null) => null,
        ({ } best, null) => T("You wanted: {0}", best),
        (null, { } least) => T("You wanted at least: {0}", least),
        var (best, least) => T("You wanted: {0}. At least: {1}", best, least),
    };

    public static string Of(ChangeAnswer? answer) => answer switch
    {
        ChangeAnswer.Taken => T("taken over"),
        ChangeAnswer.Left => T("left as it was"),
        _ => T("waits for you"),
    };

    /// <summary>What a change would do, as a sentence without what shows it.</summary>
    public static string Of(DebriefChangeView change, DateOnly today) => change.Kind switch
    {
        ChangeKind.Step when change.DueOn is { } due => T("Their next step: {0}, by {1}", change.Text, DayText.Near(due, today)),
        ChangeKind.Step => T("Their next step: {0}", change.Text),
        ChangeKind.Issue => T("They want solved: {0}", change.Text),
        ChangeKind.Confirmed => T("{0} confirmed: {1}", change.By ?? T("someone"), change.Issue ?? T("an issue")),
        _ when change.Field is PlanField.Stance => change.Was is { } was ? T("{0}: {1}, was {2}", change.Person ?? T("someone"), PlanWords.Stance(change.Value ?? 1), PlanWords.Stance(was)) : T("{0}: {1}", change.Person ?? T("someone"), PlanWords.Stance(change.Value ?? 1)),
        _ when change.Field is PlanField.Concept => T("{0} pictures it so: {1}", change.Person ?? T("someone"), change.Text),
        _ => change.Was is { } felt ? T("It feels {0}, was {1}", PlanWords.Feeling(change.Value ?? 5), PlanWords.Feeling(felt)) : T("It feels {0}", PlanWords.Feeling(change.Value ?? 5)),
    };

    /// <summary>What shows it; null where the sentence says all.</summary>
    public static string? Shows(DebriefChangeView change) => change is { Kind: ChangeKind.Judgement, Field: not PlanField.Concept } ? change.Text : null;
}
