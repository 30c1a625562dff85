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

    /// <summary>What became of their picture; null where there was none to hear of.</summary>
    public static string? Picture(DebriefView debrief) => debrief.Picture switch
    {
        PictureHeard.Confirmed => T("They said it is as we pictured it."),
        PictureHeard.Corrected => T("They put it in their own words what they picture."),
        PictureHeard.NotRaised => T("What they picture did not come up."),
        _ => debrief.Concept is null ? null : T("Whether it is as we pictured it is unknown."),
    };

    /// <summary>What can have become of it; that it is so only of what somebody planned.</summary>
    public static IReadOnlyList<Choice> Pictures(string? concept) =>
    [
        .. concept is null ? (IEnumerable<Choice>)[] : [new(nameof(PictureHeard.Confirmed), T("They said it is as we pictured it"))],
        new(nameof(PictureHeard.Corrected), T("They put it in their own words")), new(nameof(PictureHeard.NotRaised), T("It did not come up")),
    ];

    /// <summary>What a change would do, as a sentence without what shows it.</summary>
    public static string Of(DebriefChangeView change, DateOnly today) => change.Kind switch
    {
        ChangeKind.Step when change.DueOn is { } due => T("Their next step: {0}, by {1}", change.Text, DayText.Near(due, today)),
        ChangeKind.Step => T("Their next step: {0}", change.Text),
        ChangeKind.Issue => T("They want solved: {0}", change.Text),
        ChangeKind.Confirmed => T("{0} confirmed: {1}", change.By ?? T("someone"), change.Issue ?? T("an issue")),
        _ when change.Field is PlanField.Stance => change.Was is { } was ? T("{0}: {1}, was {2}", change.Person ?? T("someone"), PlanWords.Stance(change.Value ?? 1), PlanWords.Stance(was)) : T("{0}: {1}", change.Person ?? T("someone"), PlanWords.Stance(change.Value ?? 1)),
        ChangeKind.Person => T("{0} has a part in it: {1}", change.By ?? change.Text ?? T("someone"), PlanWords.Role(change.Part ?? Customers.Maps.DealPart.User)),
        _ when change.Field is PlanField.Receptiveness => change.Was is { } wanted ? T("{0}, what they want: {1}, was {2}", change.Person ?? T("someone"), PlanWords.Receptiveness(change.Value ?? 1), PlanWords.Receptiveness(wanted)) : T("{0}, what they want: {1}", change.Person ?? T("someone"), PlanWords.Receptiveness(change.Value ?? 1)),
        _ when change.Field is PlanField.Gain => T("{0} gains from it: {1}", change.Person ?? T("someone"), change.Text),
        _ when change.Field is PlanField.Concept => T("{0} pictures it so: {1}", change.Person ?? T("someone"), change.Text),
        _ => change.Was is { } felt ? T("It feels {0}, was {1}", PlanWords.Feeling(change.Value ?? 5), PlanWords.Feeling(felt)) : T("It feels {0}", PlanWords.Feeling(change.Value ?? 5)),
    };

    /// <summary>What shows it; null where the sentence says all.</summary>
    public static string? Shows(DebriefChangeView change) => change is { Kind: ChangeKind.Judgement, Field: not (PlanField.Concept or PlanField.Gain) } ? change.Text : null;
}
