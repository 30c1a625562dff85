using System.Globalization;
using System.Text.RegularExpressions;
using Coxswain.Platform.Ui;
using Coxswain.Platform.Ui.Charts;

namespace Coxswain.Platform.Tests.Ui;

public sealed class DotRangeTests
{
    private static readonly DotScale Scale = new(.15, .75);

    [Theory]
    [InlineData(.15, 5), InlineData(.75, 145), InlineData(.45, 75), InlineData(0, 5), InlineData(1, 145)]
    public void A_value_stands_where_its_scale_says_and_never_beyond_its_edge(double value, double at) => Assert.Equal(at, Scale.At(value, 150), 6);

    [Fact]
    public void A_scale_of_one_value_puts_it_in_the_middle() => Assert.Equal(75, DotScale.Around(.3, .3).At(.3, 150), 6);

    [Fact]
    public void A_scale_of_nothing_is_that_of_shares() => Assert.Equal(DotScale.Shares, DotScale.Around(double.NaN));

    [Fact]
    public async Task An_interval_apart_from_peers_differs_in_shape_and_colour()
    {
        var html = await Dot(.31, .24, .39, .55);
        Assert.Contains("<path class=\"f-bad\"", html);
        Assert.DoesNotContain("<circle", html);
    }

    [Fact]
    public async Task An_interval_that_overlaps_peers_looks_like_the_others()
    {
        var html = await Dot(.52, .43, .61, .55);
        Assert.Contains("<circle class=\"f-good\"", html);
        Assert.DoesNotContain("f-bad", html);
    }

    [Fact]
    public async Task Where_less_is_better_more_is_worse()
    {
        var html = await Drawn.Of<DotRange>(("Value", 62d), ("Low", 55d), ("High", 70d), ("Peers", 48d), ("MoreIsBetter", false), ("Scale", new DotScale(30, 90)));
        Assert.Contains("f-bad", html);
    }

    [Fact]
    public async Task It_says_in_words_what_it_shows()
    {
        var spoken = Regex.Match(await Dot(.31, .24, .39, .55), "aria-label=\"([^\"]*)\"").Groups[1].Value;
        Assert.Contains("31", spoken);
        Assert.Contains("24", spoken);
        Assert.Contains("39", spoken);
        Assert.Contains("peers 55", spoken);
        Assert.Contains("n = 61", spoken);
    }

    [Fact]
    public async Task Too_little_data_is_said_not_drawn()
    {
        var html = await Drawn.Of<DotRange>(("Value", null), ("Low", null), ("High", null));
        Assert.Contains("not enough data", html);
        Assert.DoesNotContain("<svg", html);
    }

    [Fact]
    public async Task Coordinates_do_not_depend_on_the_culture()
    {
        var before = CultureInfo.CurrentCulture;
        CultureInfo.CurrentCulture = CultureInfo.GetCultureInfo("de-DE");
        try { Assert.DoesNotMatch("(x1|x2|cx|width|d)=\"[^\"]*,", await Dot(.333, .24, .39, .35)); }
        finally { CultureInfo.CurrentCulture = before; }
    }

    private static Task<string> Dot(double value, double low, double high, double peers) =>
        Drawn.Of<DotRange>(("Value", value), ("Low", low), ("High", high), ("Peers", peers), ("Scale", Scale), ("Count", 61L));
}
