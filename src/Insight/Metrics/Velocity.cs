using Coxswain.Funnel;
using Coxswain.Insight.Diagnosis;
using Coxswain.Insight.Statistics;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Insight.Metrics;

/// <summary>
/// <c>velocity</c>: V = N · p · A ÷ L, money per day in a steady state: N deals open on the as-of day, p the share of closed deals that
/// were won, A the average amount of won deals, L the mean days a deal stays in the funnel, decided or not (Little's law; the won-only
/// length would overstate by about 30 %). <c>realised</c> stands beside: money won in the window per day; their gap shows how far from
/// steady the funnel is. Unit: money per day.
/// </summary>
internal sealed class Velocity : Metric
{
    public override string Id => "velocity";
    public override string Name => T("Sales velocity");
    public override string Formula => T("Open deals × win rate × average won value ÷ mean days a deal stays in the funnel. Beside it: what was really won per day of the window.");
    public override DateRule DateRule => DateRule.UnderWay;
    public override Unit Unit => Unit.MoneyPerDay;
    public override string Source => "Little 1961, Operations Research 9:383; Kaplan and Meier 1958, JASA 53:457 (days in the funnel)";
    public override int MinimumN => Minima.Deals(Component.WinRate);

    internal override Answer Total(Slice all, MetricContext context)
    {
        var won = all.Amounts(StageEnd.Won).ToList();
        int wins = all.Count(StageEnd.Won), closed = all.Deals.Count - all.Count(StageEnd.Open), open = all.Count(StageEnd.Open);
        var stay = CycleTimes.Of(all.Durations(context), (int)StageEnd.Won).Mean?.Value;
        double? flow = closed == 0 || won.Count == 0 || stay is not > 0 ? null : open * ((double)wins / closed) * won.Average() / stay;
        return new Answer
        {
            Value = flow, Raw = flow, N = closed, Unit = Unit, Currency = context.Currency, Realised = Realised(won.Sum(), all, context),
            Unknown = all.UnknownAmounts(StageEnd.Won), Status = flow is null ? "not_enough_data" : "ok",
        }.OrTooFew(MinimumN);
    }

    private static double? Realised(double won, Slice all, MetricContext context)
    {
        var from = context.From ?? all.Deals.Where(d => d.Closed is not null).Select(d => d.Closed!.Value).DefaultIfEmpty(context.To).Min();
        var days = context.To.DayNumber - from.DayNumber + 1;
        return days > 0 ? won / days : null;
    }
}
