using Coxswain.Insight.Statistics;

namespace Coxswain.Insight.Tests.Statistics;

public class ProportionsTests
{
    // Newcombe 1998, Statistics in Medicine 17:857, table I, method 3, 95 %.
    [Theory]
    [InlineData(81, 263, 0.2553, 0.3662)]
    [InlineData(15, 148, 0.0624, 0.1605)]
    [InlineData(0, 20, 0.0000, 0.1611)]
    [InlineData(1, 29, 0.0061, 0.1718)]
    public void Wilson_gives_the_published_intervals(int successes, int n, double low, double high)
    {
        var share = Proportions.Wilson(successes, n, 0.95);
        Assert.Equal(low, share.Low, 4);
        Assert.Equal(high, share.High, 4);
        Assert.Equal(n, share.N);
    }

    // Brown, Cai and DasGupta 2001, Statistical Science 16:101, table 5, 95 %.
    [Theory]
    [InlineData(0, 7, 0.000, 0.292)]
    [InlineData(1, 7, 0.016, 0.501)]
    [InlineData(2, 7, 0.065, 0.648)]
    [InlineData(3, 7, 0.139, 0.765)]
    public void Jeffreys_gives_the_published_intervals(int successes, int n, double low, double high)
    {
        var share = Proportions.Jeffreys(successes, n, 0.95);
        Assert.Equal(low, share.Low, 3);
        Assert.Equal(high, share.High, 3);
    }

    [Fact]
    public void More_successes_than_trials_are_refused() => Assert.Throws<ArgumentOutOfRangeException>(() => Proportions.Wilson(3, 2));
}
