using System.Text.RegularExpressions;
using Coxswain.Platform.Ui;
using Coxswain.Platform.Ui.Charts;

namespace Coxswain.Platform.Tests.Ui;

public sealed class ChartTests
{
    private static readonly IReadOnlyList<Bar> Teams = [new("North", 400, "€ 400"), new("South", 100, "€ 100", Tone.Warn) { Mark = 200 }, new("Inside", 0, "€ 0")];

    [Fact]
    public async Task Bars_start_at_zero_and_share_one_scale()
    {
        var widths = Regex.Matches(await Drawn.Of<Bars>(("Label", "Won"), ("Items", Teams)), "class=\"f-\\w+ edge\" x=\"0%\" width=\"([^\"]*)\"").Select(m => m.Groups[1].Value);
        Assert.Equal(["100%", "25%", "0%"], widths);
    }

    [Fact]
    public async Task The_rows_behind_a_chart_are_one_click_away()
    {
        var html = await Drawn.Of<Bars>(("Label", "Won"), ("Items", Teams));
        Assert.Contains("<details>", html);
        Assert.Contains(">€ 100</td>", System.Net.WebUtility.HtmlDecode(html));
    }

    [Fact]
    public async Task A_chart_is_read_out_in_words()
    {
        var html = System.Net.WebUtility.HtmlDecode(await Drawn.Of<Bars>(("Label", "Won"), ("Items", Teams)));
        Assert.Contains(">North € 400; South € 100; Inside € 0</p>", html);
    }

    [Fact]
    public async Task Nothing_at_all_draws_without_dividing_by_it()
    {
        var bars = await Drawn.Of<Bars>(("Label", "Won"), ("Items", (IReadOnlyList<Bar>)[new("North", 0, "0")]));
        var odds = await Drawn.Of<Odds>(("Label", "Ends"), ("Parts", (IReadOnlyList<BarPart>)[]));
        Assert.DoesNotContain("NaN", bars + odds);
    }

    [Fact]
    public async Task Odds_fill_the_whole_bar()
    {
        var html = await Drawn.Of<Odds>(("Label", "Ends"), ("Parts", (IReadOnlyList<BarPart>)[new("won", 38, "38"), new("lost", 21, "21", Tone.Bad), new("no decision", 41, "41", Tone.Plain)]));
        Assert.Equal([("0%", "38%"), ("38%", "21%"), ("59%", "41%")], Regex.Matches(html, "<svg x=\"([^\"]*)\" y=\"0\" width=\"([^\"]*)\"").Select(m => (m.Groups[1].Value, m.Groups[2].Value)));
    }

    [Fact]
    public async Task A_weak_step_is_marked_in_shape_and_words()
    {
        var html = await Drawn.Of<FunnelChart>(("Label", "Deals"), ("Steps", (IReadOnlyList<FunnelStep>)[new("Discover", 160, "160") { Onward = "31 % went on", Weak = true }, new("Propose", 50, "50")]));
        Assert.Contains("▾ 31 % went on", System.Net.WebUtility.HtmlDecode(html));
    }
}
