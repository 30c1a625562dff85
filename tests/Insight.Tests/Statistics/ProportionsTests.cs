using Coxswain.Insight.Statistics;

namespace Coxswain.Insight.Tests.Statistics;

public class ProportionsTests
{
    // The cases of Newcombe 1998, Statistics in Medicine 17:857, table I, 95 %; R 4.2.2: prop.test(w, n, correct = FALSE).
    [Theory]
    [InlineData(81, 263, 0.25528852, 0.36620958)]
    [InlineData(15, 148, 0.062386400, 0.16048724)]
    [InlineData(0, 20, 0, 0.16112516)]
    [InlineData(1, 29, 0.0061132143, 0.17175522)]
    public void Wilson_gives_the_intervals_that_R_gives(int successes, int n, double low, double high)
    {
        var share = Proportions.Wilson(successes, n, 0.95);
        Assert.Equal(low, share.Low, 1e-7);
        Assert.Equal(high, share.High, 1e-7);
        Assert.Equal(n, share.N);
    }

    // The cases of Brown, Cai and DasGupta 2001, Statistical Science 16:101, table 5, 95 %; R 4.2.2: qbeta(c(0.025, 0.975), w + 0.5, n - w + 0.5).
    [Theory]
    [InlineData(0, 7, 0, 0.29243617)]
    [InlineData(1, 7, 0.015876524, 0.50079746)]
    [InlineData(2, 7, 0.064728267, 0.64766165)]
    [InlineData(3, 7, 0.13886422, 0.76549875)]
    public void Jeffreys_gives_the_intervals_that_R_gives(int successes, int n, double low, double high)
    {
        var share = Proportions.Jeffreys(successes, n, 0.95);
        Assert.Equal(low, share.Low, 1e-7);
        Assert.Equal(high, share.High, 1e-7);
    }

    [Fact]
    public void More_successes_than_trials_are_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => Proportions.Wilson(3, 2));
}
