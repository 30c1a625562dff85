using Coxswain.Insight.Statistics;

namespace Coxswain.Insight.Tests.Statistics;

public class GammaPoissonTests
{
    // Mites on 150 apple leaves, Bliss and Fisher 1953, Biometrics 9:176; R 4.2.2, optim() over dnbinom(): mean 1.1466667, shape 1.0245925.
    private static readonly int[] Leaves = [70, 38, 17, 10, 9, 3, 2, 1];

    [Fact]
    public void The_fit_finds_the_maximum_that_R_finds()
    {
        var prior = GammaPoisson.Fit(Leaves.SelectMany((count, mites) => Enumerable.Repeat((mites, 1.0), count)));
        Assert.Equal(1.1466667, prior.Mean, 1e-4);
        Assert.Equal(1.0245925, prior.Shape, 1e-3);
    }

    [Fact]
    public void The_estimate_is_events_and_time_with_the_peers_added()
    {
        var rate = new GammaPoisson(2, 6).Shrink(10, 4);
        Assert.Equal((10 + 6) / (4 + 6 / 2.0), rate.Value, 12);
        // R 4.2.2: qgamma(c(0.05, 0.95), 16, 7).
        Assert.Equal(1.4337081, rate.Low, 6);
        Assert.Equal(3.2995900, rate.High, 6);
        Assert.Equal(10, rate.N);
    }

    // Gamma(1, 1) is exponential: its 5th percentile is −ln 0.95, its 95th −ln 0.05.
    [Fact]
    public void The_interval_is_the_gammas()
    {
        var rate = new GammaPoisson(1, 1).Shrink(0, 0);
        Assert.Equal(-Math.Log(0.95), rate.Low, 6);
        Assert.Equal(-Math.Log(0.05), rate.High, 6);
    }

    [Fact]
    public void Groups_as_alike_as_chance_allows_share_one_rate()
    {
        var prior = GammaPoisson.Fit(Enumerable.Repeat((12, 3.0), 8));
        Assert.Equal(96, prior.Shape, 1e-6);
        Assert.Equal(4, prior.Shrink(12, 3).Value, 3);
    }
}
