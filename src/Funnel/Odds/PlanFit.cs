using System.Text.Json.Serialization;
using Coxswain.Funnel.Plans;
namespace Coxswain.Funnel.Odds;

/// <summary>A score of a plan that may go with winning.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<PlanScore>))]
public enum PlanScore { Coverage, Support, Access, Knowledge }

/// <summary>A deal that ended, with the scores of its plan at half of its life; null was unknown then.</summary>
internal sealed record EndedPlan(bool IsWon, double?[] Scores)
{
    public static double?[] Of(PlanScores scores) => [scores.Coverage, scores.Support, scores.Access, scores.Knowledge];
}

/// <summary>Which values of a score are usual.</summary>
/// <param name="Score">Which.</param>
/// <param name="Mean">Of the deals it was known of.</param>
/// <param name="Spread">Their standard deviation; nought where it was the same in all.</param>
/// <param name="Known">Of so many deals.</param>
internal sealed record UsualScore(PlanScore Score, double Mean, double Spread, int Known)
{
    /// <summary>How far from usual. What is unknown counts as usual: how much is unknown has a score of its own.</summary>
    public double Standard(double? value) => value is { } known && Spread > 0 ? (known - Mean) / Spread : 0;
}

/// <summary>What the scores of plans have to do with winning here: a regression on scores, each by how far it is from usual.</summary>
internal sealed record PlanFit(IReadOnlyList<UsualScore> Usual, LogisticFit Fit)
{
    /// <summary>As if it had been known before that one spread more of a score doubles or halves the odds in one case of four: it pulls weights that rest on few deals toward none.</summary>
    public const double Ridge = 3;
    public const int LeastEnded = PlanHistory.LeastClosed, LeastWon = PlanHistory.LeastWon, LeastNotWon = PlanHistory.LeastNotWon;

    /// <summary>So many standard errors to both sides hold the true value nine times in ten.</summary>
    public const double Ninety = 1.6448536269514722;

    private const double Tiny = 1e-9;

    /// <summary>The chance of a deal, and the range that holds the share of deals like it nine times in ten.</summary>
    public (double Share, double Low, double High) ChanceOf(double?[] scores)
    {
        var row = Row(scores);
        var (logit, far) = (Fit.LogitOf(row), Ninety * Fit.ErrorOf(row));
        return (Logistic.Share(logit), Logistic.Share(logit - far), Logistic.Share(logit + far));
    }

    public static bool IsEnough(int deals, int won) => deals >= LeastEnded && won >= LeastWon && deals - won >= LeastNotWon;

    public static PlanFit Of(IReadOnlyList<EndedPlan> deals)
    {
        UsualScore[] usual = [.. Enum.GetValues<PlanScore>().Select((score, i) => UsualOf(score, [.. deals.Select(d => d.Scores[i]).OfType<double>()]))];
        return new(usual, Logistic.Fit([.. deals.Select(d => Row(usual, d.Scores))], [.. deals.Select(d => d.IsWon)], Ridge));
    }

    public double[] Row(double?[] scores) => Row(Usual, scores);

    private static double[] Row(IReadOnlyList<UsualScore> usual, double?[] scores) => [.. usual.Select((u, i) => u.Standard(scores[i]))];

    private static UsualScore UsualOf(PlanScore score, double[] known)
    {
        var mean = known.Length == 0 ? 0 : known.Average();
        var spread = known.Length < 2 ? 0 : Math.Sqrt(known.Sum(k => (k - mean) * (k - mean)) / (known.Length - 1));
        return new(score, mean, spread > Tiny ? spread : 0, known.Length);
    }
}

/// <summary>How well a model tells what it has not seen, beside the plain share of wins; less is better in each.</summary>
/// <param name="Brier">Mean squared distance of the chance from what became of it.</param>
/// <param name="BrierOfShare">That of the plain share.</param>
/// <param name="LogLoss">Mean of minus the logarithm of the chance of what happened.</param>
/// <param name="LogLossOfShare">That of the plain share.</param>
/// <param name="GainError">The standard error of how much less the log loss is, deal by deal.</param>
public sealed record PlanCheck(double Brier, double BrierOfShare, double LogLoss, double LogLossOfShare, double GainError)
{
    /// <summary>Into so many parts the deals are dealt; each part is told from the others.</summary>
    public const int Folds = 10;

    private const int Seed = 20_260_724;

    // What was certain and came otherwise is no endless surprise.
    private const double Least = 1e-12;

    /// <summary>By more than the doubt of the difference: by less, noise would claim something in one organisation of six.</summary>
    public bool IsBetter => Brier < BrierOfShare && LogLossOfShare - LogLoss > GainError;

    internal static PlanCheck Of(IReadOnlyList<EndedPlan> deals) => Of(deals, Deal(deals));

    /// <param name="deals">The deals.</param>
    /// <param name="fold">Into which part each is dealt.</param>
    internal static PlanCheck Of(IReadOnlyList<EndedPlan> deals, int[] fold)
    {
        var told = new (double Model, double Share)[deals.Count];
        for (var part = 0; part < Folds; part++)
        {
            var others = deals.Where((_, i) => fold[i] != part).ToList();
            if (others.Count == deals.Count) continue;
            var (fit, share) = (PlanFit.Of(others), others.Count(d => d.IsWon) / (double)others.Count);
            for (var i = 0; i < deals.Count; i++)
                if (fold[i] == part) told[i] = (Logistic.Share(fit.Fit.LogitOf(fit.Row(deals[i].Scores))), share);
        }
        double Square(int i, double chance) => Math.Pow((deals[i].IsWon ? 1 : 0) - chance, 2);
        double Surprise(int i, double chance) => -Math.Log(Math.Max(Least, deals[i].IsWon ? chance : 1 - chance));
        var gains = told.Select((t, i) => Surprise(i, t.Share) - Surprise(i, t.Model)).ToList();
        var mean = gains.Average();
        return new(told.Select((t, i) => Square(i, t.Model)).Average(), told.Select((t, i) => Square(i, t.Share)).Average(), told.Select((t, i) => Surprise(i, t.Model)).Average(), told.Select((t, i) => Surprise(i, t.Share)).Average(),
            Math.Sqrt(gains.Sum(g => (g - mean) * (g - mean)) / (gains.Count - 1) / gains.Count));
    }

    // Won and not won are dealt out alike, by the same chance every night.
    private static int[] Deal(IReadOnlyList<EndedPlan> deals)
    {
#pragma warning disable CA5394 // nothing here is secret, and the same deals have to fall into the same parts
        var chance = new Random(Seed);
        var order = Enumerable.Range(0, deals.Count).ToArray();
        chance.Shuffle(order);
#pragma warning restore CA5394
        var fold = new int[deals.Count];
        foreach (var (place, of) in order.OrderBy(i => deals[i].IsWon).Select((of, place) => (place, of))) fold[of] = place % Folds;
        return fold;
    }
}
