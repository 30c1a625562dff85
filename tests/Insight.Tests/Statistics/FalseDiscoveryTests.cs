using Coxswain.Insight.Statistics;

namespace Coxswain.Insight.Tests.Statistics;

public class FalseDiscoveryTests
{
    // The example of Benjamini and Hochberg 1995, section 4: four of fifteen at 5 %.
    private static readonly double[] Published =
        [0.0001, 0.0004, 0.0019, 0.0095, 0.0201, 0.0278, 0.0298, 0.0344, 0.0459, 0.3240, 0.4262, 0.5719, 0.6528, 0.7590, 1.0000];

    [Fact]
    public void The_first_four_of_the_published_example_are_discoveries()
    {
        var shuffled = Published.Reverse().ToArray();
        Assert.Equal(4, FalseDiscovery.Discoveries(shuffled, 0.05).Count(d => d));
        Assert.True(FalseDiscovery.Discoveries(shuffled, 0.05)[^1]);
        Assert.Equal(0.0095 * 15 / 4, FalseDiscovery.Adjust(shuffled)[^4], 9);
    }

    // R 4.2.2: p.adjust(p, "BH").
    [Fact]
    public void Adjusted_values_are_those_of_R()
    {
        double[] expected = [0.0015, 0.003, 0.0095, 0.035625, 0.0603, 0.063857143, 0.063857143, 0.0645, 0.0765, 0.486, 0.58118182, 0.714875, 0.75323077, 0.81321429, 1];
        Assert.All(expected.Zip(FalseDiscovery.Adjust(Published)), pair => Assert.Equal(pair.First, pair.Second, 8));
    }

    [Fact]
    public void No_tests_no_discoveries() => Assert.Empty(FalseDiscovery.Discoveries([], 0.05));
}
