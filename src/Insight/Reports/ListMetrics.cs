using Coxswain.Insight.Metrics;
using Coxswain.Platform.Http;
namespace Coxswain.Insight.Reports;

/// <summary>All definitions, as they stand in the code.</summary>
internal static class ListMetrics
{
    public static Task<Outcome<DefinitionsView>> Do(CancellationToken ct) =>
        Task.FromResult(Outcome.Done(new DefinitionsView([.. MetricRegistry.All.Select(m => new MetricDefinition(m.Id, m.Version, m.Name, m.Formula, m.DateRule, m.Unit, m.MinimumN, m.IntervalMethod, m.Source))])));
}

public sealed record DefinitionsView(IReadOnlyList<MetricDefinition> Metrics);

/// <summary>What a figure means.</summary>
public sealed record MetricDefinition(string Id, int Version, string Name, string Formula, DateRule DateRule, Unit Unit, int MinimumN, string? IntervalMethod, string? Source);
