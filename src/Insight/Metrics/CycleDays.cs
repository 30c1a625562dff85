using Coxswain.Funnel;
using Coxswain.Insight.Diagnosis;
using Coxswain.Insight.Statistics;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Insight.Metrics;

/// <summary>
/// <c>cycle_days</c>: median days from opening to a decision (won, lost or no decision) of all deals under way in the window; open ones
/// count as not yet decided (Kaplan–Meier), so that a growing funnel does not look fast. 90 % interval after Brookmeyer and Crowley.
/// Unit: days.
/// </summary>
internal sealed class CycleDays : Metric
{
    public override string Id => "cycle_days";
    public override string Name => T("Days to a decision");
    public override string Formula => T("Days from opening until half of all deals are decided: won, lost or given up. Open deals count as not yet decided. Deals whose opening day is unknown are left out and counted.");
    public override DateRule DateRule => DateRule.UnderWay;
    public override Unit Unit => Unit.Days;
    public override string IntervalMethod => T("Of the median, after Brookmeyer and Crowley.");
    public override string Source => "Kaplan and Meier 1958, JASA 53:457; Brookmeyer and Crowley 1982, Biometrics 38:29";
    public override int MinimumN => Minima.Deals(Component.Cycle);

    internal override Answer Total(Slice all, MetricContext context)
    {
        var cycle = CycleTimes.Of(all.Durations(context), (int)StageEnd.Won);
        return new Answer
        {
            Value = cycle.Median, Raw = cycle.Median, Low = cycle.MedianLow, High = cycle.MedianHigh, Numerator = cycle.Decided, Denominator = cycle.N, N = cycle.N,
            Unit = Unit, Unknown = all.WithoutDates, Status = cycle.Median is null ? "not_enough_data" : "ok",
        }.OrTooFew(MinimumN);
    }
}

/// <summary>
/// <c>cycle_days_won_only</c>: mean days from opening to winning of the deals won in the window. The customary figure; it leaves out what
/// was lost and what is still open, and so comes out short in a growing funnel. Unit: days.
/// </summary>
internal sealed class CycleDaysWonOnly : Metric
{
    public override string Id => "cycle_days_won_only";
    public override string Name => T("Days to a win, won deals only");
    public override string Formula => T("Days from opening to winning, averaged over the deals won in the window. It leaves out lost and open deals and so comes out short: use days to a decision to compare.");
    public override DateRule DateRule => DateRule.Closed;
    public override Unit Unit => Unit.Days;
    public override int MinimumN => Minima.Deals(Component.Value);

    internal override Answer Total(Slice all, MetricContext context)
    {
        var days = all.Deals.Where(d => d is { End: StageEnd.Won, Opened: not null, Closed: not null }).Select(d => (double)(d.Closed!.Value.DayNumber - d.Opened!.Value.DayNumber)).ToList();
        double? mean = days.Count == 0 ? null : days.Average();
        return new Answer { Value = mean, Raw = mean, Numerator = days.Sum(), Denominator = days.Count, N = days.Count, Unit = Unit, Unknown = all.Count(StageEnd.Won) - days.Count }.OrTooFew(MinimumN);
    }
}
