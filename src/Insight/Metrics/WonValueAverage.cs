using Coxswain.Funnel;
using Coxswain.Insight.Diagnosis;
using Coxswain.Insight.Statistics;
using MathNet.Numerics.Distributions;
using MathNet.Numerics.Statistics;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Insight.Metrics;

/// <summary>
/// <c>won_value_average</c>: mean amount of the deals won in the window. Rows are pulled toward their peers on the log scale, where deal
/// sizes are near normal, with a 90 % interval; the plain mean stands beside. The total is the plain mean with a normal 90 % interval.
/// Unit: money.
/// </summary>
internal sealed class WonValueAverage : Metric
{
    public override string Id => "won_value_average";
    public override string Name => T("Average won value");
    public override string Formula => T("Amounts of the deals won in the window, added up and divided by their number. Deals without an amount are left out and counted. Rows are pulled toward their peers; the plain average stands beside.");
    public override DateRule DateRule => DateRule.Closed;
    public override Unit Unit => Unit.Money;
    public override string IntervalMethod => T("Whole: normal, from the spread of the amounts. Rows: on the log scale, given the peers.");
    public override string Source => "Morris 1983, JASA 78:47; Duan 1983, JASA 78:605 (back from logs)";
    public override int MinimumN => Minima.Deals(Component.Value);

    internal override Answer Total(Slice all, MetricContext context)
    {
        var amounts = all.Amounts(StageEnd.Won).ToArray();
        if (amounts.Length == 0) return Of(all, amounts, null, context);
        var mean = amounts.Average();
        var half = amounts.Length < 2 ? 0 : Normal.InvCDF(0, 1, (1 + Interval.Level) / 2) * amounts.StandardDeviation() / Math.Sqrt(amounts.Length);
        return Of(all, amounts, new Estimate(mean, mean - half, mean + half, amounts.Length), context);
    }

    internal override IReadOnlyList<Answer> Rows(IReadOnlyList<Slice> groups, MetricContext context)
    {
        var amounts = groups.Select(g => g.Amounts(StageEnd.Won).Where(a => a > 0).ToArray()).ToList();
        var peers = LogValues.Fit(amounts);
        return [.. groups.Zip(amounts, (g, a) => peers is null ? Total(g, context) : Of(g, a, peers.Average(a), context))];
    }

    private Answer Of(Slice group, double[] amounts, Estimate? estimate, MetricContext context) => new Answer
    {
        Value = estimate?.Value, Low = estimate?.Low, High = estimate?.High, Raw = amounts.Length == 0 ? null : amounts.Average(), Numerator = amounts.Sum(),
        Denominator = amounts.Length, N = amounts.Length, Unit = Unit, Currency = context.Currency, Unknown = group.UnknownAmounts(StageEnd.Won),
    }.OrTooFew(MinimumN);
}
