using Coxswain.Funnel;
using Coxswain.Insight.Statistics;
namespace Coxswain.Insight.Metrics;

/// <summary>A deal as metrics read it.</summary>
/// <param name="Amount">In the report's currency, whole units; null is unknown.</param>
/// <param name="Opened">Null is unknown.</param>
/// <param name="Closed">Null while open, or unknown.</param>
internal readonly record struct Fact(StageEnd End, double? Amount, DateOnly? Opened, DateOnly? Closed);

/// <summary>The deals of one group.</summary>
internal sealed record Slice(string? Key, string Name, IReadOnlyList<Fact> Deals)
{
    public int Count(StageEnd end) => Deals.Count(d => d.End == end);

    public IEnumerable<double> Amounts(StageEnd end) => Deals.Where(d => d.End == end && d.Amount is not null).Select(d => d.Amount!.Value);

    public int UnknownAmounts(StageEnd end) => Deals.Count(d => d.End == end && d.Amount is null);

    /// <summary>Times to decision, open deals censored at the as-of day; deals without an opening day are left out.</summary>
    public IReadOnlyList<Duration> Durations(MetricContext context) =>
    [
        .. Deals.Where(d => d.Opened is not null && (d.End is StageEnd.Open || d.Closed is not null))
            .Select(d => Duration.Between(d.Opened!.Value, d.End is StageEnd.Open ? context.AsOf : d.Closed!.Value, (int)d.End, Later(context.From, d.Opened.Value))),
    ];

    public int WithoutDates => Deals.Count(d => d.Opened is null || (d.End is not StageEnd.Open && d.Closed is null));

    // A deal that was already open when the window began is watched from then on only.
    private static DateOnly? Later(DateOnly? from, DateOnly opened) => from > opened ? from : null;
}
