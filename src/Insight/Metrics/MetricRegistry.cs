namespace Coxswain.Insight.Metrics;

/// <summary>All metrics by id.</summary>
public static class MetricRegistry
{
    public static IReadOnlyList<Metric> All { get; } =
    [
        new WonCount(), new WonValue(), new LostCount(), new OpenCount(), new OpenValue(),
        new WinRate(), new WonValueAverage(), new CycleDays(), new CycleDaysWonOnly(), new Velocity(),
    ];

    /// <summary>Null for an id nobody defined.</summary>
    public static Metric? Find(string? id) => All.FirstOrDefault(m => m.Id == id);
}
