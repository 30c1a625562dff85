using System.Globalization;
using Coxswain.Platform.Ui.Charts;
namespace Coxswain.Platform.Tests.Ui;

public sealed class AxisTests
{
    [Theory]
    [InlineData(new[] { 3d, 97 }, new[] { 0d, 50, 100 })]
    [InlineData(new[] { 0d, 4 }, new[] { 0d, 1, 2, 3, 4 })]
    [InlineData(new[] { -31d, 12 }, new[] { -40d, -20, 0, 20 })]
    [InlineData(new[] { -.0003, .0004 }, new[] { -.0004, -.0002, 0, .0002, .0004 })]
    [InlineData(new[] { 7d, 7, 7 }, new[] { 0d, 2, 4, 6, 8 })]
    [InlineData(new[] { -5d, -5 }, new[] { -6d, -4, -2, 0 })]
    [InlineData(new[] { 0d, 0 }, new[] { 0d, .5, 1 })]
    [InlineData(new double[0], new[] { 0d, .5, 1 })]
    [InlineData(new[] { 3d, 1_240_000_000 }, new[] { 0d, 500_000_000, 1_000_000_000, 1_500_000_000 })]
    [InlineData(new[] { .1, .3 }, new[] { .1, .15, .2, .25, .3 })]
    public void Ticks_are_few_and_round_and_hold_all_values(double[] values, double[] ticks) =>
        Assert.Equal(ticks, Axis.Over(values.Cast<double?>()).Ticks);

    [Fact]
    public void What_is_unknown_or_endless_does_not_move_the_scale() =>
        Assert.Equal([0, 1, 2, 3, 4], Axis.Over([null, 0, 4, double.NaN, double.PositiveInfinity]).Ticks);

    [Theory, InlineData(-1e15, 1e15), InlineData(1e-12, 3e-12), InlineData(99.999, 100.001), InlineData(-7, 1e6), InlineData(1, 2.0000001)]
    public void Never_more_than_asked_and_never_fewer_than_two(double low, double high)
    {
        var axis = Axis.Over([low, high]);
        Assert.InRange(axis.Ticks.Count, 2, 5);
        Assert.True(axis.Min <= low && axis.Max >= high, $"{axis.Min} to {axis.Max}");
    }

    [Theory, InlineData("en-GB", "1,000"), InlineData("de-DE", "1.000")]
    public void Ticks_are_written_as_the_reader_writes(string culture, string expected)
    {
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo(culture);
        Assert.Equal(expected, Axis.Over([0, 4000]).Text(1000));
    }
}
