using Coxswain.Funnel.Plans;
using Coxswain.Platform.Data;
namespace Coxswain.Funnel.Odds;

/// <summary>How deals with a plan like that of an open deal ended here.</summary>
/// <param name="Share">The share that was won.</param>
/// <param name="Low">From here.</param>
/// <param name="High">To here, nine times in ten.</param>
/// <param name="Deals">On so many ended deals it rests.</param>
/// <param name="WorkedOutOn">The day.</param>
/// <param name="Scores">What each score does to it.</param>
public sealed record PlanChance(double Share, double Low, double High, int Deals, DateOnly WorkedOutOn, IReadOnlyList<ScoreHere> Scores)
{
    /// <summary>Null where the deal has ended or its plan is not begun, and where plans tell nothing here.</summary>
    internal static async Task<PlanChance?> OfAsync(AppDb db, DealPlan plan, CancellationToken ct) =>
        plan is { IsOpen: true, IsBegun: true } && await ShowChance.ReadAsync(db, plan.Today, ct) is { State: ChanceState.Tells } model ? Of(plan.Scores, model) : null;

    internal static PlanChance Of(PlanScores scores, ChanceModel model)
    {
        var (fit, values) = (model.Fit!, EndedPlan.Of(scores));
        var (share, low, high) = fit.ChanceOf(values);
        return new(share, low, high, model.Deals, model.WorkedOutOn!.Value, [.. fit.Usual.Select((u, i) => new ScoreHere(u.Score, values[i], u.Mean, u.Spread > 0 ? u.Standard(values[i]) * fit.Fit.Weights[i + 1] : null, model.Scores[i].IsClear))]);
    }
}

/// <summary>What a score does to the chance of a deal.</summary>
/// <param name="Score">Which.</param>
/// <param name="Value">What it is here; null is unknown, and counts as usual.</param>
/// <param name="Usual">What it was on average.</param>
/// <param name="Adds">What that adds to the logit; null where the score was the same in all and is not weighed.</param>
/// <param name="IsClear">The range of its weight leaves no doubt which way it goes.</param>
public sealed record ScoreHere(PlanScore Score, double? Value, double Usual, double? Adds, bool IsClear);
