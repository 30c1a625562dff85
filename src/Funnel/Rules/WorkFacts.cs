using Coxswain.Funnel.Pursuit;
using Coxswain.Platform.Lists;
using Coxswain.Platform.Ui;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Rules;

/// <summary>What rules may ask of how far the work on a deal is.</summary>
internal static class WorkFacts
{
    public static IReadOnlyList<Fact> All { get; } =
    [
        Number("issues", () => T("Things they want solved, as far as understood"), (w, _) => w.Issues.Count),
        Number("issues-confirmed", () => T("Of them confirmed by the customer"), (w, _) => w.Confirmed),
        Number("proposal", () => T("Days since a proposal was sent"), (w, day) => w.Proposals is [var (_, on), ..] ? day.DayNumber - on.DayNumber : null),
        Number("untold", () => T("Days since a planned meeting nobody told of"), (w, day) => w.Untold(day) is { } over ? day.DayNumber - over.On.DayNumber : null),
        Number("agreed-overdue", () => T("Days since something agreed with them was due"), (w, day) => w.Due(day) is [var due, ..] && due.DueOn < day ? day.DayNumber - due.DueOn.DayNumber : null),
        new("first-buying", () => T("Where they were in buying when we first knew"), ColumnKind.Choice, (f, _) => f.Work?.FirstStatus switch { 1 => "not-looking", 2 => "looking", 3 => "comparing", 4 => "deciding", _ => null }) { Choices = _ => [new("not-looking", PursuitWords.Status(1)), new("looking", PursuitWords.Status(2)), new("comparing", PursuitWords.Status(3)), new("deciding", PursuitWords.Status(4))] },
        Number("forward", () => T("How far forward we go, 1 to 5"), (w, _) => w.Formation?.Forward),
        Number("team-short", () => T("Things the team is short of"), (w, _) => w.Formation?.ShortOf.Count),
        OfMeeting("meeting-in", () => T("The next meeting: days until it"), (_, m, day) => m.On.DayNumber - day.DayNumber),
        OfMeeting("meeting-questions", () => T("The next meeting: questions planned"), (_, m, _) => m.Questions),
        OfMeeting("meeting-unsaid", () => T("The next meeting: things they want solved that nobody speaks about"), (w, m, _) => w.Unsaid(m).Count),
        OfMeeting("meeting-twice", () => T("The next meeting: things two of us speak about in other words"), (w, m, _) => w.Twice(m).Count),
        OfMeeting("meeting-unnamed", () => T("The next meeting: things to be said by nobody in particular"), (_, m, _) => m.Says.Count(l => !l.HasPerson)),
        OfMeeting("meeting-unproven", () => T("The next meeting: things we give that nothing shows"), (_, m, _) => m.Lines.Count(l => l.Kind is Meetings.MeetingLineKind.Gives && !l.IsShown)),
        OfMeeting("meeting-gives", () => T("The next meeting: things we give"), (_, m, _) => m.Lines.Count(l => l.Kind is Meetings.MeetingLineKind.Gives)),
        OfMeeting("meeting-undated", () => T("The next meeting: steps wanted without a day"), (_, m, _) => m.Undated.Count),
        OfMeeting("meeting-early", () => T("The next meeting: steps wanted before the meeting itself"), (_, m, _) => m.TooEarly.Count),
        YesNo("meeting-trust", () => T("The next meeting: those who come trust us from somewhere"), m => m.IsTrusted),
        YesNo("meeting-sent", () => T("The next meeting: why to meet was sent to them"), m => m.IsSent),
        YesNo("meeting-steps", () => T("The next meeting: the best and the least step wanted are said"), m => m.HasSteps),
        new("meeting-agreed", () => T("The next meeting: how we agreed who says what"), ColumnKind.Choice, (f, _) => f.Meeting?.Agreed switch { MeetingAgreed.Not => "not", MeetingAgreed.Together => "together", MeetingAgreed.InWriting => "writing", MeetingAgreed.Late => "late", _ => null }) { Needs = Needed.Meeting, Choices = _ => [new("not", T("not yet")), new("together", T("together")), new("writing", T("in writing")), new("late", T("on the day itself"))] },
    ];

    private static Fact Number(string id, Func<string> label, Func<DealWork, DateOnly, decimal?> of) => new(id, label, ColumnKind.Number, (f, _) => f.Work is { } work ? of(work, f.Day) : null);

    private static Fact YesNo(string id, Func<string> label, Func<WorkMeeting, bool> of) => new(id, label, ColumnKind.Choice, (f, _) => f.Meeting is { } meeting ? of(meeting) ? "yes" : "no" : null) { Needs = Needed.Meeting, Choices = _ => [new("yes", T("yes")), new("no", T("no"))] };

    private static Fact OfMeeting(string id, Func<string> label, Func<DealWork, WorkMeeting, DateOnly, decimal?> of) => new(id, label, ColumnKind.Number, (f, _) => f.Meeting is { } meeting ? of(f.Work!, meeting, f.Day) : null) { Needs = Needed.Meeting };
}
