using Coxswain.Insight.Statistics;

namespace Coxswain.Insight.Tests.Statistics;

public class DurationsTests
{
    private const int Won = 1, Lost = 2;

    // R 4.2.2, survival 3.5: summary(survfit(Surv(t, d) ~ 1, conf.type = "log-log", conf.int = 0.9)).
    [Theory]
    [InlineData(6, 0.857143, 0.0763604, 0.671107, 0.942159)]
    [InlineData(7, 0.806723, 0.0869353, 0.612479, 0.910198)]
    [InlineData(10, 0.752941, 0.0963497, 0.551123, 0.873581)]
    [InlineData(13, 0.690196, 0.1068147, 0.478700, 0.829761)]
    [InlineData(16, 0.627451, 0.1140539, 0.412613, 0.782391)]
    [InlineData(22, 0.537815, 0.1282338, 0.311214, 0.719233)]
    [InlineData(23, 0.448179, 0.1345915, 0.226462, 0.648114)]
    public void The_curve_takes_the_steps_that_R_takes(double week, double share, double error, double low, double high)
    {
        var curve = KaplanMeier.Of(Leukaemia.Treated);
        var step = curve.Steps.Single(s => s.Time == week);
        Assert.Equal(share, step.Share, 1e-6);
        Assert.Equal(error, Math.Sqrt(step.Variance), 1e-6);
        Assert.Equal(low, curve.At(week).Low, 1e-6);
        Assert.Equal(high, curve.At(week).High, 1e-6);
    }

    // R 4.2.2, survival 3.5: quantile(survfit(…, conf.type = "log-log"), 0.5): 23, from 13, no upper bound; summary(…, rmean = 35).
    [Fact]
    public void Median_and_restricted_mean_are_those_of_R()
    {
        var curve = KaplanMeier.Of(Leukaemia.Treated);
        Assert.Equal((23.0, 13.0, null), curve.Median(0.95));
        var mean = curve.RestrictedMean(35);
        Assert.Equal((23.0, 13.0, null), curve.Median());
        Assert.Equal(23.287395, mean.Value, 6);
        Assert.Equal(2.8274676, (mean.Value - mean.Low) / 1.6448536, 6);
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

    // Every third of the 42 given a second cause; R 4.2.2, survival 3.5: summary(survfit(Surv(t, cause) ~ 1, conf.type = "log-log", conf.int = 0.9), times = c(5, 10, 20)).
    // R takes the jackknife of influence where we take the delta method, so that the bounds agree to 0.004 and no further.
    [Theory]
    [InlineData(5, 1, 0.14285714, 0.068673150, 0.24323104)]
    [InlineData(10, 1, 0.31469979, 0.20108780, 0.43460560)]
    [InlineData(20, 1, 0.45530976, 0.32077163, 0.58017874)]
    [InlineData(5, 2, 0.071428571, 0.023923933, 0.15477965)]
    [InlineData(10, 2, 0.11986864, 0.053005402, 0.21609379)]
    [InlineData(20, 2, 0.20363628, 0.10978525, 0.31778492)]
    public void Competing_shares_and_their_intervals_are_those_of_R(double week, int cause, double share, double low, double high)
    {
        Duration[] both = [.. Leukaemia.Treated, .. Leukaemia.Placebo];
        var estimate = new AalenJohansen([.. both.Select((d, i) => d.Decided && i % 3 == 2 ? d with { Cause = 2 } : d)]).At(cause, week);
        Assert.Equal(share, estimate.Value, 7);
        Assert.Equal(low, estimate.Low, 0.004);
        Assert.Equal(high, estimate.High, 0.004);
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
