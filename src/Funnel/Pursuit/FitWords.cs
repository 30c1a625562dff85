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

    /// <summary>Proposed where one wants to ask more: what a customer is like, and whether this deal of theirs is one.</summary>
    public static IReadOnlyList<(string Text, int Weight, bool OfDeal)> Twenty =>
    [
        .. Proposed.Select(p => (p.Text, Each, false)),
        (T("They have the means to pay for it"), Each, false), (T("What we do is close to what they live from"), Each, false), (T("They choose partners, and not by price alone"), Each, false), (T("We know their line of business and can be where they are"), Each, false), (T("They would speak for us once it works"), Each, false),
        (T("They say what it costs them to stay as they are"), Each, true), (T("There is a day by which it has to work"), Each, true), (T("We speak with whoever says the final yes"), Each, true), (T("Somebody there wants it to be us"), Each, true), (T("What they need is what we do best"), Each, true),
        (T("The money is set aside, or they know from where it comes"), Each, true), (T("They agreed to a next step with a day"), Each, true), (T("We knew of it before they compared"), Each, true), (T("We know how they decide, and by what"), Each, true), (T("It is worth our time at its size"), Each, true),
    ];

    private const int Each = 5;

    private static System.Globalization.CultureInfo CultureOf => System.Globalization.CultureInfo.CurrentCulture;
}
