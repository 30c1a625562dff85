using Coxswain.Insight.Statistics;

namespace Coxswain.Insight.Tests.Statistics;

public class DurationsTests
{
    private const int Won = 1, Lost = 2;

    // Published steps with Greenwood's standard errors (Kleinbaum and Klein; Collett).
    [Theory]
    [InlineData(6, 0.857, 0.0764)]
    [InlineData(7, 0.807, 0.0869)]
    [InlineData(10, 0.753, 0.0963)]
    [InlineData(13, 0.690, 0.1068)]
    [InlineData(16, 0.627, 0.1141)]
    [InlineData(22, 0.538, 0.1282)]
    [InlineData(23, 0.448, 0.1346)]
    public void The_curve_takes_the_published_steps(double week, double share, double error)
    {
        var step = KaplanMeier.Of(Leukaemia.Treated).Steps.Single(s => s.Time == week);
        Assert.Equal(share, step.Share, 3);
        Assert.Equal(error, Math.Sqrt(step.Variance), 4);
    }

    // Published: median 23 weeks (95 % from 13 on the log(−log) scale, no upper bound); restricted mean to 35 weeks 23.29 (standard error 2.83).
    [Fact]
    public void Median_and_restricted_mean_are_the_published_ones()
    {
        var curve = KaplanMeier.Of(Leukaemia.Treated);
        Assert.Equal((23.0, 13.0, null), curve.Median(0.95));
        var mean = curve.RestrictedMean(35);
        Assert.Equal(23.29, mean.Value, 2);
        Assert.Equal(2.83, (mean.Value - mean.Low) / 1.6449, 2);
    }

    [Fact]
    public void Without_censoring_the_restricted_mean_is_the_mean()
    {
        var curve = KaplanMeier.Of(Leukaemia.Placebo);
        Assert.Equal(Leukaemia.Placebo.Average(d => d.Time), curve.RestrictedMean(23).Value, 9);
    }

    // By hand: ages 2 (won), 3 (entered at 2.5, lost), 4 (won), 5 (open). At 2 three are watched, at 3 three, at 4 two.
    [Fact]
    public void A_deal_that_enters_late_counts_only_from_then_on()
    {
        Duration[] deals = [new(2, Won), new(3, Lost, 2.5), new(4, Won), new(5, Duration.Open)];
        var steps = KaplanMeier.Of(deals).Steps;
        Assert.Equal([3, 3, 2], steps.Select(s => s.AtRisk));
        Assert.Equal(2.0 / 3 * 2 / 3 * 1 / 2, steps[^1].Share, 12);
    }

    // By hand, five deals: won at 1, lost at 2, open at 2, won at 3, open at 4.
    // F_won: 1/5 at 1; S = 4/5, then 3/5 after the loss at 2; two watched at 3: F_won = 1/5 + 3/5 · 1/2 = 1/2. F_lost = 4/5 · 1/4 = 1/5.
    [Fact]
    public void Causes_compete_and_add_up()
    {
        var shares = new AalenJohansen([new(1, Won), new(2, Lost), new(2, Duration.Open), new(3, Won), new(4, Duration.Open)]);
        Assert.Equal(0.2, shares.At(Won, 1).Value, 12);
        Assert.Equal(0.5, shares.At(Won, 3).Value, 12);
        Assert.Equal(0.2, shares.At(Lost, 9).Value, 12);
        Assert.Equal((0.5 - 0.2) / 0.8, shares.Ahead(Won, 1, 5)!.Value, 12);
        Assert.True(shares.At(Won, 3).Range.Contains(0.5));
    }

    // With one cause and no competition F is 1 − S and its variance Greenwood's.
    [Fact]
    public void With_one_cause_it_is_one_minus_the_curve()
    {
        var shares = new AalenJohansen(Leukaemia.Treated);
        var step = KaplanMeier.Of(Leukaemia.Treated).Steps[^1];
        var estimate = shares.At(1, 23);
        var width = 1.6448536 * Math.Sqrt(step.Variance) / (estimate.Value * -Math.Log(estimate.Value));
        Assert.Equal(1 - step.Share, estimate.Value, 12);
        Assert.Equal(Math.Pow(estimate.Value, Math.Exp(width)), estimate.Low, 6);
    }

    [Fact]
    public void Won_deals_alone_look_faster_than_all_deals()
    {
        var cycle = CycleTimes.Of([new(10, Won), new(20, Won), new(60, Lost), new(80, Duration.Open), new(90, Lost)], Won);
        Assert.Equal(60, cycle.Median);
        Assert.Equal(15, cycle.WonMedian);
        Assert.Equal(15, cycle.WonMean);
        // Steps: 0.8 from 10, 0.6 from 20, 0.4 from 60, 0 from 90: area 10 + 8 + 24 + 12.
        Assert.Equal(54, cycle.Mean!.Value.Value, 9);
        Assert.Equal((5, 4, 2), (cycle.N, cycle.Decided, cycle.Won));
    }

    [Fact]
    public void A_deal_won_on_its_first_day_took_half_a_day_and_an_imported_one_is_watched_from_its_import()
    {
        var day = new DateOnly(2026, 3, 1);
        Assert.Equal(new Duration(0.5, Won), Duration.Between(day, day, Won));
        Assert.Equal(new Duration(40, Duration.Open, 30), Duration.Between(day, day.AddDays(40), Duration.Open, day.AddDays(30)));
    }

    [Fact]
    public void Nothing_decided_has_no_median()
    {
        Assert.Null(CycleTimes.Of([new(10, Duration.Open)], Won).Median);
        Assert.Null(CycleTimes.Of([], Won).Mean);
        Assert.Equal(0, new AalenJohansen([]).At(Won, 3).Value);
    }
}
