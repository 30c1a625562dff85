using Coxswain.Insight.Statistics;

namespace Coxswain.Insight.Tests.Statistics;

public class BetaBinomialTests
{
    // Boys among 12 children in 6,115 families of Saxony, Geissler 1889; R 4.2.2, optim() over lbeta: α = 34.102331, β = 31.577746 (reference/statistics.R).
    private static readonly int[] Families = [3, 24, 104, 286, 670, 1033, 1343, 1112, 829, 478, 181, 45, 7];

    [Fact]
    public void The_fit_finds_the_maximum_that_R_finds()
    {
        var prior = BetaBinomial.Fit(Families.SelectMany((count, boys) => Enumerable.Repeat((boys, 12), count)));
        Assert.Equal(0.5192188, prior.Mean, 1e-5);
        Assert.Equal(65.680077, prior.Strength, 0.02);
    }

    [Fact]
    public void Groups_as_alike_as_chance_allows_are_pulled_together_wholly()
    {
        var prior = BetaBinomial.Fit(Enumerable.Repeat((20, 50), 10));
        Assert.Equal(500, prior.Strength, 1e-6);
        Assert.Equal(0.4, prior.Mean, 3);
        Assert.Equal(0.4, prior.Shrink(20, 50).Value, 3);
    }

    [Fact]
    public void The_estimate_lies_between_the_own_share_and_the_mean_as_the_formula_says()
    {
        var share = new BetaBinomial(0.4, 20).Shrink(2, 10);
        Assert.Equal((2 + 20 * 0.4) / (10 + 20), share.Value, 12);
        // R 4.2.2: qbeta(c(0.05, 0.95), 10, 20).
        Assert.Equal(0.20049570, share.Low, 7);
        Assert.Equal(0.47901191, share.High, 7);
        Assert.Equal(10, share.N);
    }

    // Beta(1, 1) is uniform: its 5th and 95th percentiles are 0.05 and 0.95.
    [Fact]
    public void Nobody_knows_anything_without_data()
    {
        var share = new BetaBinomial(0.5, 2).Shrink(0, 0);
        Assert.Equal(0.05, share.Low, 6);
        Assert.Equal(0.95, share.High, 6);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(30)]
    public void All_lost_or_all_won_still_gives_an_estimate_inside_the_bounds(int won)
    {
        var share = BetaBinomial.Fit([(won, 30), (won, 30)]).Shrink(won, 30);
        Assert.InRange(share.Value, 0.001, 0.999);
        Assert.InRange(share.Low, 0, share.Value);
    }

    // Planted: 2,000 groups whose true shares follow Beta(8, 12).
    [Fact]
    public void Ninety_percent_intervals_hold_the_truth_about_nine_times_in_ten()
    {
        var random = new Random(7);
        var truths = Draw.Many(2000, () => MathNet.Numerics.Distributions.Beta.Sample(random, 8, 12));
        var groups = truths.Select(p => (Won: Enumerable.Range(0, 25).Count(_ => random.NextDouble() < p), N: 25)).ToArray();
        var prior = BetaBinomial.Fit(groups);
        Assert.InRange(prior.Strength, 16, 25);
        Assert.InRange(truths.Zip(groups, (p, g) => prior.Shrink(g.Won, g.N).Range.Contains(p)).Count(hit => hit) / 2000.0, 0.88, 0.92);
    }
}
