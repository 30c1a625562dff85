using Coxswain.Funnel.Pursuit;
using Coxswain.Platform.Ui;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Rules;

/// <summary>The rules that come with the product and look at how far the work on a deal is, and at the plan of its next meeting. What they find in a meeting stands on the page of meetings alone.</summary>
internal static class WorkRules
{
    public const string TeamShort = "team-short", AgreedDue = "agreed-due";

    public static IReadOnlyList<Rule> OfDeal { get; } =
    [
        new("fit-weak", 72, "fits = no", (_, _) => T("They are not whom we look for"), (f, _) => FitWords.Score(f.Fit!), (_, _) => T("Say so early and kindly, or find out what would change it")),
        new("proposal-early", 53, "proposal >= 0 and issues-confirmed = 0", (_, _) => T("A proposal is out, and they confirmed nothing they want solved"), (_, _) => T("Whoever proposes first is compared by price"), (_, _) => T("Ask one of them what it shall solve, and have it confirmed")),
        new(TeamShort, 57, "forward >= 4 and team-short >= 1", (f, _) => T("You go forward with a team that is short of: {0}. See to that first, or hold back a little.", string.Join(", ", f.Work!.Formation!.ShortOf)), (_, _) => T("A team that is not well does not go forward well"), null) { Name = () => T("You go forward with a team that is not well") },
        new("untold", 55, "untold >= 8", (f, _) => T("Nobody told how the meeting on {0} went", DayText.Short(f.Work!.Untold(f.Day)!.On, f.Day)), (_, _) => T("What was said there fades, and the plan stands as it was before"), (_, _) => T("Tell how it went")) { Name = () => T("Nobody told how a meeting went"), Source = () => T("the page of meetings and Today ask for it before") },
        new(AgreedDue, 56, "agreed-overdue >= 1", (f, _) => T("“{0}” was agreed for {1}, and nothing says that it was done", f.Work!.Due(f.Day)[0].Text, DayText.Short(f.Work.Due(f.Day)[0].DueOn, f.Day)), (_, _) => T("What is let slip once is let slip again, by them and by us"), (_, _) => T("Ask whether it was done, and by when it will be")) { Name = () => T("Something agreed with them is over its day"), Source = () => T("Today asks for it before") },
        new("came-late", 37, "complexity >= 4 and (first-buying = comparing or first-buying = deciding)", (_, _) => T("A hard decision for them, and we came in late"), (f, _) => T("When we first knew, they were: {0}. Such buyers want us early", PursuitWords.Status(f.Work!.FirstStatus!.Value)), (_, _) => T("Ask who helped them say what they look for, and what they would look for today")),
    ];

    public static IReadOnlyList<Rule> OfMeeting { get; } =
    [
        new("meeting-twice", 62, "meeting-twice >= 1", (f, _) => T("Two of us say something about “{0}”: is it one story?", Said(f.Work!.Twice(f.Meeting!))), (_, _) => T("Where we contradict each other, they believe neither"), null) { Name = () => T("Two of us say something about the same: is it one story?") },
        new("meeting-steps", 60, "meeting-steps = no", (_, _) => T("What do we want from them at best, and what at least?"), (_, _) => T("A meeting after which they do nothing was no step"), null),
        new("meeting-question", 50, "meeting-questions = 0", (_, _) => T("No question is planned: it would be a lecture."), (_, _) => T("Who asks learns what they have not said yet"), null),
        new("meeting-unsaid", 48, "meeting-unsaid >= 1", (f, _) => T("Nobody says anything about “{0}”.", Said(f.Work!.Unsaid(f.Meeting!))), (_, _) => T("They want it solved"), null) { Name = () => T("Nobody speaks about something they want solved") },
        new("meeting-unnamed", 46, "meeting-unnamed >= 1", (_, _) => T("Something is to be said, and nobody is named to say it."), (_, _) => T("Then everybody says it, or nobody"), null),
        new("meeting-early", 45, "meeting-early >= 1", (f, _) => T("The day of “{0}” lies before the meeting.", Named(f.Meeting!.TooEarly)), (_, _) => T("One of the two days is wrong"), null) { Name = () => T("A step we want has a day before the meeting") },
        new("meeting-sent", 43, "meeting-sent = no and meeting-in >= 0 and meeting-in <= 2", (f, _) => T("They were not sent yet why to meet, and it is {0}.", DayText.Near(f.Meeting!.On, f.Day)), (_, _) => T("Who knows why prepares, and brings whom it takes"), null) { Name = () => T("They were not sent yet why to meet, and it is near.") },
        new("meeting-trust", 42, "meeting-gives >= 1 and meeting-trust = no", (_, _) => T("Check that they trust us before you tell them anything."), (_, _) => T("What somebody says whom they do not trust counts nothing"), null),
        new("meeting-undated", 41, "meeting-undated >= 1", (f, _) => T("By when would they do it: “{0}”?", Named(f.Meeting!.Undated)), (_, _) => T("A step without a day is a wish"), null) { Name = () => T("A step we want has no day") },
        new("meeting-agree", 40, "meeting-agreed = not", (_, _) => T("We have not agreed yet who says what."), (_, _) => T("Half an hour together before it is enough"), null),
        new("meeting-late", 33, "meeting-agreed = late", (_, _) => T("We agreed on the day itself: that is late."), (_, _) => T("Nobody can prepare their part any more"), null),
        new("meeting-unproven", 30, "meeting-unproven >= 1", (_, _) => T("Something we give has nothing that shows it."), (_, _) => T("They ask how we know"), null),
        new("meeting-writing", 28, "meeting-agreed = writing", (_, _) => T("We agreed by mail only: talk it through once."), (_, _) => T("What was read is not yet understood"), null),
    ];

    public static IReadOnlyList<Rule> All { get; } = [.. OfDeal, .. OfMeeting];

    private static string Said(IReadOnlyList<WorkIssue> issues) => Named([.. issues.Select(i => i.Text)]);

    private static string Named(IReadOnlyList<string> texts) => string.Join("”, “", texts);
}
