using System.Diagnostics.CodeAnalysis;
using System.Text.Json.Serialization;
using Coxswain.Platform.CustomFields;
namespace Coxswain.Insight.Metrics;

/// <summary>What rows are split by.</summary>
public enum By { Nothing, Person, Manager, Team, Product, Stage, Month, Source, Field }

/// <summary>What is asked of a metric.</summary>
public sealed record MetricQuery
{
    /// <summary>A metric's id.</summary>
    public required string Metric { get; init; }
    public By By { get; init; }

    /// <summary>The own choice or link of deals or of their accounts to split by, where <see cref="By"/> is <see cref="By.Field"/>.</summary>
    public CustomField? Field { get; init; }

    /// <summary>The own field of deals that is taken in place of their amount.</summary>
    public CustomField? Of { get; init; }

    /// <summary>First day of the window; null is from the beginning.</summary>
    public DateOnly? From { get; init; }

    /// <summary>Last day of the window; null is the as-of day.</summary>
    public DateOnly? To { get; init; }

    /// <summary>Nothing later is known; null is the day the data stands on.</summary>
    public DateOnly? AsOf { get; init; }

    /// <summary>Only deals of this person's line; null is everyone.</summary>
    public Guid? For { get; init; }
}

/// <summary>A metric's answer, as page, API and command line give it.</summary>
public sealed record MetricReport
{
    public required string Metric { get; init; }
    public required int Version { get; init; }
    public required DateOnly? From { get; init; }
    public required DateOnly To { get; init; }
    public required DateOnly AsOf { get; init; }

    /// <summary>The own field that was taken in place of the amount; null for the amount.</summary>
    public string? Of { get; init; }
    public required Answer Total { get; init; }

    /// <summary>A deal with several answers in the field that splits is in the row of each: such rows add up to more than the total.</summary>
    public required IReadOnlyList<ReportRow> Rows { get; init; }
}

/// <summary>One group of a report: its key, its name and the fields of an answer.</summary>
public sealed record ReportRow : Answer
{
    [SetsRequiredMembers]
    internal ReportRow(string? key, string name, Answer answer) : base(answer) => (Key, Name) = (key, name);

    /// <summary>An id, a month as yyyy-MM (of whole weeks: yyyy-P05), a source, the answer in a field or what a link leads to; null where it is unknown.</summary>
    [JsonPropertyOrder(-2)]
    public string? Key { get; }

    [JsonPropertyOrder(-1)]
    public string Name { get; }
}
