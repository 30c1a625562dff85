using Coxswain.Platform.Ui;
using Coxswain.Platform.Ui.Charts;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Pursuit;

/// <summary>Fit in words.</summary>
internal static class FitWords
{
    public static string Said(FitSaid said) => said switch { FitSaid.Yes => T("yes"), FitSaid.No => T("no"), _ => T("unknown") };

    public static Tone ToneOf(FitSaid said) => said switch { FitSaid.Yes => Tone.Good, FitSaid.No => Tone.Bad, _ => Tone.Plain };

    public static string Verdict(FitVerdict verdict) => verdict switch { FitVerdict.Fits => T("fits"), FitVerdict.FitsNot => T("does not fit"), _ => T("not settled") };

    public static Tone ToneOf(FitVerdict verdict) => verdict switch { FitVerdict.Fits => Tone.Good, FitVerdict.FitsNot => Tone.Bad, _ => Tone.Warn };

    /// <summary>The three numbers, never one without the others.</summary>
    public static string Score(FitScore score) => score.Unknown == 0 ? T("{0} of 100; nothing unknown", score.Score) : T("{0} of 100; {1} unknown; at most {2}", score.Score, score.Unknown, score.AtMost);

    public static IReadOnlyList<BarPart> Parts(FitScore score) =>
        [new(T("yes"), score.Score, score.Score.ToString(CultureOf)), new(T("unknown"), score.Unknown, score.Unknown.ToString(CultureOf), Tone.Plain), new(T("no"), 100 - score.AtMost, (100 - score.AtMost).ToString(CultureOf), Tone.Bad)];

    public static IReadOnlyList<Choice> Answers => [new("Yes", T("yes")), new("No", T("no")), new("Unknown", T("unknown"))];

    /// <summary>What is proposed while there is no profile: how they think and act, and not how large they are alone.</summary>
    public static IReadOnlyList<(string Text, int Weight)> Proposed =>
    [
        (T("Whoever leads them thinks ahead"), 25), (T("They grow fast and are small or mid-sized"), 15), (T("The same problems with people or process come back"), 20), (T("They are willing to want change"), 20), (T("They act on what they decide"), 20),
    ];

    private static System.Globalization.CultureInfo CultureOf => System.Globalization.CultureInfo.CurrentCulture;
}
