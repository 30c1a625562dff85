using Coxswain.Funnel;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Insight.Metrics;

/// <summary>How many deals are at an end, or open. Exact: no interval.</summary>
internal abstract class CountOf(StageEnd end) : Metric
{
    public override Unit Unit => Unit.Count;

    internal override Answer Total(Slice all, MetricContext context)
    {
        var count = all.Count(end);
        return new Answer { Value = count, Raw = count, Numerator = count, N = count, Unit = Unit };
    }
}

/// <summary><c>won_count</c>: deals won in the window, by the day they were won. Unit: deals.</summary>
internal sealed class WonCount() : CountOf(StageEnd.Won)
{
    public override string Id => "won_count";
    public override string Name => T("Won deals");
    public override string Formula => T("Deals at a won end, counted by the day they were won.");
    public override DateRule DateRule => DateRule.Closed;
}

/// <summary><c>lost_count</c>: deals lost in the window, by the day they were lost; deals without a decision are not among them. Unit: deals.</summary>
internal sealed class LostCount() : CountOf(StageEnd.Lost)
{
    public override string Id => "lost_count";
    public override string Name => T("Lost deals");
    public override string Formula => T("Deals at a lost end, counted by the day they were lost. Deals that ended without a decision are not among them.");
    public override DateRule DateRule => DateRule.Closed;
}

/// <summary><c>open_count</c>: deals open at the end of the as-of day. Unit: deals.</summary>
internal sealed class OpenCount() : CountOf(StageEnd.Open)
{
    public override string Id => "open_count";
    public override string Name => T("Open deals");
    public override string Formula => T("Deals open at the end of the as-of day, as they stood that day.");
    public override DateRule DateRule => DateRule.OpenAsOf;
}
