using System.Globalization;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Odds;

/// <summary>What plans tell of winning, in words.</summary>
internal static class OddsWords
{
    private const double Hardly = .1, Little = .5, Much = 1.2;

    public static string Name(PlanScore score) => score switch { PlanScore.Coverage => T("Coverage"), PlanScore.Support => T("Support"), PlanScore.Access => T("Access"), _ => T("Knowledge") };

    /// <summary>A value of a score as the plan shows it.</summary>
    public static string Value(PlanScore score, double value) => score is PlanScore.Support ? Signed(value) : Share(value);

    public static string Share(double share) => share.ToString("P0", CultureInfo.CurrentCulture);

    public static string Signed(double value) => value.ToString("+0.00;−0.00;0.00", CultureInfo.CurrentCulture);

    /// <summary>Of a hundred deals, without a sign; whole ones, but for less than one.</summary>
    public static string OfHundred(double share) => Math.Abs(share * 100).ToString(Math.Abs(share * 100) < 1 ? "0.#" : "0", CultureInfo.CurrentCulture);

    /// <summary>What ten points more of a score went with.</summary>
    public static string Said(ScoreWeight score) => score.MoreWon is not { } more ? T("was the same in all: not weighed")
        : more >= 0 ? T("each 10 points more went with {0} more won of 100", OfHundred(more)) : T("each 10 points more went with {0} fewer won of 100", OfHundred(more));

    /// <summary>What a score does here.</summary>
    public static string Said(ScoreHere score) => score.Value is not { } value ? T("unknown: counted as usual ({0})", Value(score.Score, score.Usual)) : score.IsClear || score.Adds is null or > -Hardly and < Hardly ? T("{0}, usually {1}: {2}", Value(score.Score, value), Value(score.Score, score.Usual), Does(score.Adds))
        : T("{0}, usually {1}: {2}, within doubt", Value(score.Score, value), Value(score.Score, score.Usual), Does(score.Adds));

    private static string Does(double? adds) => adds switch
    {
        null => T("not weighed"),
        > -Hardly and < Hardly => T("hardly changes it"),
        >= Much => T("raises it much"),
        >= Little => T("raises it"),
        > 0 => T("raises it a little"),
        <= -Much => T("lowers it much"),
        <= -Little => T("lowers it"),
        _ => T("lowers it a little"),
    };

    /// <summary>The whole formula with its numbers, for whoever would compute it.</summary>
    public static string Formula(ChanceModel model) => $"ln(p ÷ (1 − p)) = {Signed(model.Intercept ?? 0)}" + string.Concat(model.Scores.Where(s => s.Weight is not null).Select(s => $" {(s.Weight < 0 ? "−" : "+")} {Math.Abs(s.Weight!.Value).ToString("0.00", CultureInfo.CurrentCulture)} × ({Name(s.Score)} {(s.Usual < 0 ? "+" : "−")} {Math.Abs(s.Usual).ToString("0.00", CultureInfo.CurrentCulture)}) ÷ {s.Spread.ToString("0.00", CultureInfo.CurrentCulture)}"));

    /// <summary>What one would say of it first.</summary>
    public static string Answer(ChanceModel model)
    {
        if (model.State is ChanceState.NotYet) return T("What tells wins from losses is worked out in the night.");
        if (model.State is ChanceState.TooFew) return T("Too few deals with a plan have ended here to tell.");
        if (model.State is ChanceState.TellsNothing) return T("Nothing in these four tells wins from losses here.");
        if (model.Scores.Where(s => s.IsClear).MaxBy(s => Math.Abs(s.Weight!.Value)) is not { } most) return T("The four together tell wins from losses here, none of them alone.");
        return most.MoreWon >= 0 ? T("{0} tells most: each 10 points more went with {1} more won of 100.", Name(most.Score), OfHundred(most.MoreWon.Value)) : T("{0} tells most: each 10 points more went with {1} fewer won of 100.", Name(most.Score), OfHundred(most.MoreWon!.Value));
    }
}
