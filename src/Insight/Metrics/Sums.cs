using Coxswain.Funnel;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Insight.Metrics;

/// <summary>The amounts of deals at an end, or open, added up. Unknown amounts are counted beside, never added as 0.</summary>
internal abstract class SumOf(StageEnd end) : Metric
{
    public override Unit Unit => Unit.Money;

    internal override Answer Total(Slice all, MetricContext context)
    {
        var amounts = all.Amounts(end).ToList();
        var unknown = all.UnknownAmounts(end);
        // Of deals whose amounts nobody knows the sum is not 0.
        double? sum = amounts.Count == 0 && unknown > 0 ? null : amounts.Sum();
        return new Answer { Value = sum, Raw = sum, Numerator = sum, N = amounts.Count, Unit = Unit, Currency = context.Currency, Unknown = unknown, Status = sum is null ? "amounts_unknown" : "ok" };
    }
}

/// <summary><c>won_value</c>: amounts of the deals won in the window. Unit: money.</summary>
internal sealed class WonValue() : SumOf(StageEnd.Won)
{
    public override string Id => "won_value";
    public override string Name => T("Won value");
    public override string Formula => T("Amounts of won deals added up, counted by the day they were won. A deal without an amount is counted as unknown.");
    public override DateRule DateRule => DateRule.Closed;
}

/// <summary><c>open_value</c>: amounts of the deals open at the end of the as-of day. Unit: money.</summary>
internal sealed class OpenValue() : SumOf(StageEnd.Open)
{
    public override string Id => "open_value";
    public override string Name => T("Open value");
    public override string Formula => T("Amounts of the deals open at the end of the as-of day, added up. A deal without an amount is counted as unknown.");
    public override DateRule DateRule => DateRule.OpenAsOf;
}
