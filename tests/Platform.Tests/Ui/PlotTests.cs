using System.Globalization;
using System.Net;
using System.Text;
using System.Text.RegularExpressions;
using Coxswain.Platform.Ui.Charts;
namespace Coxswain.Platform.Tests.Ui;

/// <summary>What lines, matrices, scatters and small multiples show, and what they tell those who cannot see them.</summary>
public sealed class PlotTests
{
    private static readonly IReadOnlyList<string> Months = ["Jan", "Feb", "Mar", "Apr"];

    private static async Task<string> Lines(params Line[] lines) => WebUtility.HtmlDecode(await Drawn.Of<LineChart>(("Label", "Won"), ("Points", Months), ("Lines", lines)));

    [Fact]
    public async Task A_picture_has_a_name_and_a_description()
    {
        var html = await Lines(new Line("North", [1, 2, 4, 3]));
        Assert.Contains("role=\"img\" aria-label=\"Won\"", html, StringComparison.Ordinal);
        Assert.Contains("North: from 1 (Jan) to 3 (Apr), between 1 and 4", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_unknown_month_is_a_gap_and_said_so()
    {
        var html = await Lines(new Line("North", [1, null, 4, 3]));
        Assert.Equal(2, Regex.Match(html, "class=\"way c-1\" d=\"([^\"]*)\"").Groups[1].Value.Count(c => c == 'M'));
        Assert.Contains("Gaps: unknown for Feb.", html, StringComparison.Ordinal);
        Assert.Contains(">unknown</td>", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_band_is_drawn_where_both_its_edges_are_known()
    {
        var html = await Lines(new Line("North", [1, 2, 3, 4]) { Low = [null, null, 2, 2], High = [null, 3, 4, 6] });
        Assert.Equal(4, Regex.Count(Regex.Match(html, "class=\"band c-1\" d=\"([^\"]*)\"").Groups[1].Value, "[ML]"));
        Assert.Contains("North, from", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Names_at_the_ends_of_lines_never_cover_each_other()
    {
        var html = await Lines([.. "ABCDEF".Select(name => new Line(name.ToString(), [1, 2, 3, 4]))]);
        var ends = Regex.Matches(Regex.Match(html, "class=\"ends\".*?</g></svg>").Value, " y=\"([\\d.]+)\"").Select(m => double.Parse(m.Groups[1].Value, CultureInfo.InvariantCulture)).Distinct().ToList();
        Assert.Equal(6, ends.Count);
        Assert.All(ends.Zip(ends.Skip(1)), pair => Assert.True(pair.Second - pair.First >= EndName.Apart));
    }

    [Fact]
    public async Task Six_lines_differ_in_more_than_colour_and_a_seventh_is_in_the_table()
    {
        var html = await Lines([.. "ABCDEFG".Select((name, i) => new Line(name.ToString(), [1, 2, 3, i]))]);
        Assert.Equal(6, Enumerable.Range(0, 6).Select(Shapes.Mark).Distinct().Count());
        Assert.Contains("One more line is in the table.", html, StringComparison.Ordinal);
        Assert.Contains("<th scope=\"col\" class=\"num\">G</th>", html, StringComparison.Ordinal);
    }

    [Theory, InlineData(190), InlineData(130)]
    public void Labels_at_the_foot_never_touch(double room)
    {
        IReadOnlyList<string> labels = [.. Enumerable.Range(1, 30).Select(i => $"{i} September")];
        var written = AxisLabels.Written(labels, room).ToList();
        Assert.All(written.Zip(written.Skip(1)), pair => Assert.True((pair.Second - pair.First) * room / 29 >= AxisLabels.Width(labels[pair.First])));
    }

    [Fact]
    public async Task Nothing_at_all_is_said_and_divides_nothing()
    {
        var html = await Drawn.Of<LineChart>(("Label", "Won"), ("Points", Array.Empty<string>()), ("Lines", Array.Empty<Line>())) + await Drawn.Of<Scatter>(("Label", "A"), ("Items", Array.Empty<ScatterPoint>())) + await Drawn.Of<FunnelChart>(("Label", "B"), ("Steps", Array.Empty<FunnelStep>())) + await Drawn.Of<Matrix>(("Label", "C"));
        Assert.Contains("Nothing to show yet", html, StringComparison.Ordinal);
        Assert.DoesNotContain("NaN", html, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_matrix_writes_what_it_shades_and_says_what_is_unknown()
    {
        var html = WebUtility.HtmlDecode(await Drawn.Of<Matrix>(("Label", "Won"), ("Columns", (IReadOnlyList<string>)["small", "large"]), ("Items", (IReadOnlyList<MatrixRow>)[new("Health", [10, null]), new("Public", [0, -4])])));
        Assert.Contains("q-5\" data-v=\"10\">10</td><td class=\"num unknown\">unknown</td>", html, StringComparison.Ordinal);
        Assert.Contains("q-0\" data-v=\"0\">0</td>", html, StringComparison.Ordinal);
        Assert.Matches("below\" data-v=\"-4\">[-−]4</td>", html);
    }

    [Fact]
    public async Task A_point_shows_both_its_intervals_and_an_unknown_one_is_named_not_drawn()
    {
        var html = WebUtility.HtmlDecode(await Drawn.Of<Scatter>(("Label", "Who"), ("Across", "Days"), ("Up", "Won"), ("Items", (IReadOnlyList<ScatterPoint>)[new("Ana", new(2, 1, 3), new(40, 30, 50)), new("Rana", new(null), new(31))])));
        Assert.Equal(2, Regex.Count(html, "class=\"range thin"));
        Assert.Contains("Ana: Days 2 (1 to 3), Won 40 (30 to 50)", html, StringComparison.Ordinal);
        Assert.Contains("Not drawn, since unknown: Rana.", html, StringComparison.Ordinal);
    }

    [Fact]
    public void The_point_it_is_about_is_named_also_where_another_stands_above_its_right()
    {
        IReadOnlyList<ScatterPoint> points = [new("Petra Novák", new(137), new(100)), new("Lena Brandt", new(50), new(112)) { Stands = true }];
        var named = ScatterLabels.Placed(points, p => (p.X.Value!.Value, p.Y.Value!.Value)).ToList();
        Assert.Equal("Lena Brandt", named[0].Text);
        Assert.True(named[0].Below);
    }

    [Fact]
    public async Task Small_multiples_share_one_scale()
    {
        var html = await Drawn.Of<SmallMultiples>(("Label", "Won"), ("Points", Months), ("Panels", (IReadOnlyList<Panel>)[new("Ana", [new("Won", [0, 1, 2, 3])]), new("Omar", [new("Won", [0, 20, 40, 80])])]));
        var ticks = Regex.Matches(html, "class=\"ticks\".*?</g></svg>").Select(m => Regex.Replace(m.Value, "<[^>]*>", " ")).ToList();
        Assert.Equal(2, ticks.Count);
        Assert.Equal(ticks[0], ticks[1]);
    }

    [Fact]
    public async Task Twenty_bars_weigh_less_than_thirty_kilobytes()
    {
        IReadOnlyList<Bar> bars = [.. Enumerable.Range(1, 20).Select(i => new Bar($"Account number {i}", i * 1000, $"€ {i},000") { Mark = 5000 })];
        Assert.InRange(Encoding.UTF8.GetByteCount(await Drawn.Of<Bars>(("Label", "Won"), ("Items", bars))), 1, 30_000);
    }

    [Fact]
    public async Task A_bar_below_zero_goes_the_other_way_from_it_and_an_unknown_one_is_no_zero()
    {
        var html = await Drawn.Of<Bars>(("Label", "Change"), ("Items", (IReadOnlyList<Bar>)[new("North", 30, "+30"), new("South", -10, "-10"), new("Public", null, "")]));
        Assert.Contains("x=\"25%\" width=\"75%\"", html, StringComparison.Ordinal);
        Assert.Contains("x=\"0%\" width=\"25%\"", html, StringComparison.Ordinal);
        Assert.Contains("<span class=\"num\">unknown</span>", html, StringComparison.Ordinal);
        Assert.Contains("<rect class=\"gap\"", html, StringComparison.Ordinal);
    }
}
