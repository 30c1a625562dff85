namespace Coxswain.Insight.Metrics;

/// <summary>What a figure is counted in.</summary>
public enum Unit { Count, Money, Share, Days, MoneyPerDay, Number }

/// <summary>Which date puts a deal into the window.</summary>
public enum DateRule
{
    /// <summary>The day it was won, lost or given up.</summary>
    Closed,
    /// <summary>Open on the as-of day; the window does not apply.</summary>
    OpenAsOf,
    /// <summary>Open for any part of the window, or decided in it.</summary>
    UnderWay,
}

/// <summary>
/// A figure with one definition. Its class says what it is; the engine serves it to pages, API and command line alike.
/// </summary>
public abstract class Metric
{
    /// <summary>Stable name, e.g. <c>win_rate</c>.</summary>
    public abstract string Id { get; }

    /// <summary>Raised when the same data would give another figure.</summary>
    public virtual int Version => 1;

    /// <summary>Its name for people, through T.</summary>
    public abstract string Name { get; }

    /// <summary>How it is computed, in words, through T.</summary>
    public abstract string Formula { get; }
    public abstract DateRule DateRule { get; }
    public abstract Unit Unit { get; }

    /// <summary>How its 90 % interval is made, in words, through T; null for plain counts and sums, which are exact.</summary>
    public virtual string? IntervalMethod => null;

    /// <summary>Whose method it is; null where there is nothing to it but counting.</summary>
    public virtual string? Source => null;

    /// <summary>Observations below which it says "not enough data"; 0 for plain counts and sums, which are exact at any n.</summary>
    public virtual int MinimumN => 0;

    /// <summary>The figure of all deals together.</summary>
    internal abstract Answer Total(Slice all, MetricContext context);

    /// <summary>The figures of groups of them, which may lean on each other.</summary>
    internal virtual IReadOnlyList<Answer> Rows(IReadOnlyList<Slice> groups, MetricContext context) => [.. groups.Select(g => Total(g, context))];
}

/// <summary>What a computation is told beside its deals.</summary>
/// <param name="From">First day of the window; null is unbounded.</param>
/// <param name="To">Last day of the window.</param>
/// <param name="AsOf">Nothing later is known.</param>
/// <param name="Currency">ISO 4217 of all amounts.</param>
internal sealed record MetricContext(DateOnly? From, DateOnly To, DateOnly AsOf, string Currency);
