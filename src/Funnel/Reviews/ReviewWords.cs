using Coxswain.Platform.Ui;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Reviews;

/// <summary>Reviews in words.</summary>
internal static class ReviewWords
{
    public static string Of(ReviewOutcome outcome) => outcome switch
    {
        ReviewOutcome.Won => T("Won"),
        ReviewOutcome.Lost => T("Lost"),
        ReviewOutcome.NoDecision => T("No decision"),
        _ => T("Stalled"),
    };

    public static string Of(LessonState state) => state switch { LessonState.Open => T("not yet"), LessonState.Adopted => T("adopted"), _ => T("dropped") };

    public static string Of(CriterionStrength strength) => strength switch { CriterionStrength.Weak => T("a little"), CriterionStrength.Clear => T("clearly"), _ => T("it decided") };

    public static IReadOnlyList<Choice> Strengths => [.. Enum.GetValues<CriterionStrength>().Select(s => new Choice(s.ToString(), Of(s)))];

    public static string Of(ReviewCodeKind kind) => kind switch { ReviewCodeKind.Won => T("What made the difference"), ReviewCodeKind.Inhibitor => T("What stood in the way"), ReviewCodeKind.Closing => T("How an agreement is asked for"), _ => T("Where we as a team fell short") };

    public static ReviewOutcome? Outcome(StageEnd end) => end switch { StageEnd.Won => ReviewOutcome.Won, StageEnd.Lost => ReviewOutcome.Lost, StageEnd.NoDecision => ReviewOutcome.NoDecision, _ => null };
}
