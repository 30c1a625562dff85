using Coxswain.Funnel.Odds;
namespace Coxswain.Funnel.Tests.Odds;

/// <summary>What plans tell of winning, against numbers worked out elsewhere, against a planted truth and against noise.</summary>
public sealed class PlanFitTests
{
    // Temperature at the start and whether a ring failed in 23 flights of the space shuttle (Dalal, Fowlkes and Hoadley 1989).
    private static readonly (double Temperature, bool Failed)[] Flights =
    [
        (66, false), (70, true), (69, false), (68, false), (67, false), (72, false), (73, false), (70, false), (57, true), (63, true), (70, true), (78, false), (67, false), (53, true), (67, false), (75, false), (70, false), (81, false), (76, false), (79, false), (75, true), (76, false), (58, true),
    ];

    // Forty invented plans: coverage, support, access, knowledge.
    private static readonly EndedPlan[] Forty =
    [
        .. new (bool Won, double?[] Scores)[]
        {
            (true, [0.2, -0.2, 1, 0.36]), (false, [0.2, -0.26, 0, 0.79]), (true, [1, null, 0.5, 0.34]), (false, [0, 0.45, 0.67, 0.55]), (false, [1, -0.07, null, 0.71]), (true, [0, 0.78, null, 0.3]), (true, [0.45, 0.42, 0.5, 0.71]), (true, [0.35, -0.58, null, 0.64]), (false, [0.6, 0.25, 0.5, 0.61]), (false, [0.35, 0.73, null, 0.21]),
            (true, [0.45, null, 0.67, 0.25]), (false, [0.6, 0.36, 0.5, 0.62]), (false, [0.6, 0.08, null, 0.55]), (false, [0.6, -0.1, 0.5, 0.48]), (false, [0.8, -0.24, 1, 0.34]), (true, [0.6, 0.11, null, 0.6]), (false, [0.45, 0.06, 0, 0.31]), (false, [0.25, 0.71, null, 0.32]), (false, [0.45, null, 0, 0.75]), (false, [0.25, 0.36, 0.33, 0.25]),
            (true, [0.8, -0.38, 0.67, 0.14]), (true, [0.45, 0.6, 0.5, 0.89]), (false, [0.2, -0.32, 0.5, 0.25]), (false, [0, 0.33, 1, 0.32]), (true, [0.8, 0.6, 1, 0.76]), (true, [1, null, 0, 0.18]), (false, [0.8, -0.51, 0, 0.72]), (true, [0.8, null, 1, 0.65]), (true, [0.6, null, 0, 0.61]), (false, [0.6, 0.39, 0.33, 0.26]),
            (false, [0.25, 0.5, 0, 0.74]), (false, [0.25, 0.08, 0.5, 0.15]), (true, [0.25, 0.08, 0.33, 0.39]), (true, [0.2, -0.27, 0.33, 0.81]), (false, [0.35, 0.9, 0.5, 0.18]), (true, [0.45, 0.26, null, 0.22]), (true, [0.2, -0.17, 1, 0.42]), (false, [0.25, -0.07, 1, 0.76]), (false, [0.2, -0.02, 0.67, 0.33]), (false, [1, -0.25, null, 0.33]),
        }.Select(d => new EndedPlan(d.Won, d.Scores)),
    ];

    [Fact]
    public void Without_a_ridge_it_is_the_published_fit()
    {
        var fit = Logistic.Fit([.. Flights.Select(f => new[] { f.Temperature })], [.. Flights.Select(f => f.Failed)], ridge: 0);
        // R 4.2.2, glm(failed ~ temperature, binomial); published as 15.043 and -0.2322.
        Assert.Equal([15.0429016, -0.2321627], fit.Weights.Select(w => Math.Round(w, 7)));
        Assert.Equal([7.3786, 0.10824], fit.Covariance.Select((row, i) => Math.Round(Math.Sqrt(row[i]), i == 0 ? 4 : 5)));
    }

    [Fact]
    public void Weights_their_errors_the_chance_of_a_plan_and_the_check_are_as_R_works_them_out()
    {
        // R 4.2.2: optim (BFGS) on the penalised likelihood of standardised columns, unknown as their mean, ridge 3; errors from optimHess.
        var fit = PlanFit.Of(Forty);
        Assert.Equal([0.46625, 0.1355882353, 0.5, 0.47], fit.Usual.Select(u => Math.Round(u.Mean, 10)));
        Assert.Equal([0.2874261332, 0.391478868, 0.3526660365, 0.2228486896], fit.Usual.Select(u => Math.Round(u.Spread, 10)));
        Assert.Equal([40, 34, 31, 40], fit.Usual.Select(u => u.Known));
        Assert.Equal([-0.309071, 0.195504, -0.045643, 0.302603, 0.113279], fit.Fit.Weights.Select(w => Math.Round(w, 6)));
        Assert.Equal([0.32433, 0.28935, 0.30919, 0.31731, 0.28778], fit.Fit.Covariance.Select((row, i) => Math.Round(Math.Sqrt(row[i]), 5)));
        var (share, low, high) = fit.ChanceOf([0.8, null, 1, 0.7]);
        Assert.Equal((0.613934, 0.322395, 0.841648), (Math.Round(share, 6), Math.Round(low, 6), Math.Round(high, 6)));
        var check = PlanCheck.Of(Forty, [.. Enumerable.Range(0, 40).Select(i => i % 10)]);
        Assert.Equal((0.300002, 0.262114, 0.805754, 0.71851, 0.036428), (Math.Round(check.Brier, 6), Math.Round(check.BrierOfShare, 6), Math.Round(check.LogLoss, 6), Math.Round(check.LogLossOfShare, 6), Math.Round(check.GainError, 6)));
        Assert.False(check.IsBetter);
    }

    [Fact]
    public void A_planted_truth_is_found_and_noise_claims_nothing_but_by_rare_chance()
    {
        var (found, claimed) = (0, 0);
        for (var seed = 0; seed < 40; seed++)
        {
            if (PlanCheck.Of(Invented(seed, coverage: 1.5)).IsBetter) found++;
            if (PlanCheck.Of(Invented(seed, coverage: 0)).IsBetter) claimed++;
        }
        Assert.InRange(found, 36, 40);
        Assert.InRange(claimed, 0, 4);
        var weights = PlanFit.Of(Invented(1, coverage: 1.5)).Fit.Weights;
        Assert.InRange(weights[1], 0.7, 2);
        Assert.All(weights.Skip(2), w => Assert.InRange(w, -0.6, 0.6));
    }

    [Fact]
    public void A_score_that_parts_wins_from_losses_without_an_exception_still_gets_a_finite_weight()
    {
        var fit = PlanFit.Of([.. Enumerable.Range(0, 40).Select(i => new EndedPlan(i >= 20, [i >= 20 ? 1 : 0, null, null, .5]))]);
        Assert.InRange(fit.Fit.Weights[1], 1, 4);
        // What nobody knows, and what is the same in all, weighs nothing.
        Assert.Equal([0, 0, 0], fit.Fit.Weights.Skip(2).Select(w => Math.Round(w, 9)));
        Assert.InRange(fit.ChanceOf([1, null, null, .5]).Share, .8, .999);
    }

    [Fact]
    public void The_same_deals_are_checked_the_same_way_every_night() => Assert.Equal(PlanCheck.Of(Forty), PlanCheck.Of([.. Forty]));

    private static IReadOnlyList<EndedPlan> Invented(int seed, double coverage)
    {
#pragma warning disable CA5394 // the same plans each time
        var chance = new Random(seed);
        return [.. Enumerable.Range(0, 120).Select(_ =>
        {
            var scores = Enumerable.Range(0, 4).Select(_ => chance.NextDouble()).ToArray();
            var logit = -.2 + coverage * (scores[0] - .5) / .29;
            return new EndedPlan(chance.NextDouble() < Logistic.Share(logit), [scores[0], chance.NextDouble() < .2 ? null : 2 * scores[1] - 1, scores[2], scores[3]]);
        })];
#pragma warning restore CA5394
    }
}
