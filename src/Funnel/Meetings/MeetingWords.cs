using System.Globalization;
using Coxswain.Platform.Ui;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Meetings;

/// <summary>Meeting plans in words.</summary>
internal static class MeetingWords
{
    public static string Of(MeetingLineKind kind) => kind switch
    {
        MeetingLineKind.Says => T("who says what"),
        MeetingLineKind.Confirm => T("to confirm what we believe"),
        MeetingLineKind.New => T("to learn something new"),
        MeetingLineKind.Attitude => T("to hear how they feel about it"),
        MeetingLineKind.Commitment => T("to know where we stand"),
        MeetingLineKind.Concern => T("to hear what they could lose"),
        MeetingLineKind.They => T("who of theirs comes"),
        MeetingLineKind.We => T("who of us comes"),
        _ => T("what we give"),
    };

    public static IReadOnlyList<MeetingLineKind> Asking { get; } = [.. Enum.GetValues<MeetingLineKind>().Where(IsQuestion)];

    public static IReadOnlyList<Choice> Questions => [.. Asking.Select(k => new Choice(k.ToString(), Of(k)))];

    public static bool IsQuestion(this MeetingLineKind kind) => kind is not (MeetingLineKind.Says or MeetingLineKind.Gives or MeetingLineKind.They or MeetingLineKind.We);

    /// <summary>Why a question has no answer.</summary>
    public static string Of(Unanswered why) => why is Unanswered.Asked ? T("asked, and not answered") : T("not asked");

    /// <summary>How many of the planned questions were answered; null where none was planned.</summary>
    public static string? Answered(int questions, int answered) => questions == 0 ? null : N(questions, "{1} of one question answered", "{1} of {0} questions answered", answered);

    public static IReadOnlyList<Choice> Ways => [new(nameof(Agreed.Together), T("we talked it through")), new(nameof(Agreed.InWriting), T("by mail only"))];

    /// <summary>What a line is called: of somebody who comes, their name.</summary>
    public static string Title(MeetingLineView line) => line.Contact ?? (line.Kind is MeetingLineKind.We ? line.Person : null) ?? (line.Text.Length > 0 ? line.Text : T("someone"));

    /// <summary>What stands under a line; null where its title says all.</summary>
    public static string? Note(MeetingLineView line) => string.Join(" · ", (line.Kind switch
    {
        MeetingLineKind.Says => (string?[])[line.Person ?? T("nobody named"), line.Issue is { } issue ? T("to “{0}”", issue) : null],
        MeetingLineKind.Gives => [line.SoWhat, line.Proof is { } proof ? T("proof: {0}", proof) : null],
        MeetingLineKind.They => [line.Contact is null || line.Text.Length == 0 ? null : line.Text, line.Person is { } ours ? T("known by {0}", ours) : null],
        MeetingLineKind.We => [line.Text.Length == 0 ? null : line.Text],
        _ => [line.Person, Of(line.Kind)],
    }).OfType<string>()) is { Length: > 0 } note ? note : null;

    /// <summary>Where they trust us from.</summary>
    public static string Of(Credibility trust) => trust switch
    {
        Credibility.Earned => T("earned: by what we did for them"),
        Credibility.Transferred => T("lent: by somebody they trust"),
        Credibility.Reputational => T("by our name: they heard of us"),
        _ => T("none yet"),
    };

    public static IReadOnlyList<Choice> Trust => [.. Enum.GetValues<Credibility>().Select(c => new Choice(c.ToString(), Of(c)))];

    /// <summary>A time of day as the reader's culture writes it.</summary>
    public static string Time(TimeOnly at) => at.ToString("t", CultureInfo.CurrentCulture);

    /// <summary>"30 Jul 2026, 14:30".</summary>
    public static string Whole(DateOnly on, TimeOnly? at) => At(DayText.Whole(on), at);

    /// <summary>"tomorrow, 14:30".</summary>
    public static string Near(DateOnly on, TimeOnly? at, DateOnly today) => At(DayText.Near(on, today), at);

    /// <summary>"Finance joins, by 30 Jul"; null where nothing is wanted.</summary>
    public static string? Step(string? step, DateOnly? by, DateOnly today) => step is null || by is not { } day ? step : T("{0}, by {1}", step, day < today ? DayText.Short(day, today) : DayText.Near(day, today));

    private static string At(string day, TimeOnly? at) => at is { } time ? $"{day}, {Time(time)}" : day;
}
