using Coxswain.Insight.Diagnosis;
using Coxswain.Platform.Ui.Charts;
namespace Coxswain.Insight.Briefing;

/// <summary>The brief as page, command line and API give it: the sentences first, then the figures behind them.</summary>
public sealed record BriefView
{
    public required string Answer { get; init; }

    /// <summary>The first sentence, as a person could say it aloud.</summary>
    public required string Sentence { get; init; }

    /// <summary>Why, sentence by sentence.</summary>
    public required IReadOnlyList<string> Why { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly AsOf { get; init; }
    public required bool IsToday { get; init; }

    /// <summary>Minutes since the deals were read, where something was saved since and reading them anew takes long; 0 where nothing was.</summary>
    public required int MinutesBehind { get; init; }
    public required int People { get; init; }
    public required int Deals { get; init; }
    public required string Currency { get; init; }

    /// <summary>Some people go by letters, since their team has not been told yet what is computed.</summary>
    public required bool HasUnnamed { get; init; }

    /// <summary>The reader sees nobody's figures but their own.</summary>
    public required bool IsOwn { get; init; }

    /// <summary>The component that the rows lead with.</summary>
    public required Component Lead { get; init; }
    public required IReadOnlyList<BriefComponent> Components { get; init; }
    public required IReadOnlyList<BriefGap> Gaps { get; init; }

    /// <summary>Who is worth a conversation first, then by name.</summary>
    public required IReadOnlyList<BriefPerson> Rows { get; init; }

    /// <summary>Of the figures the rows lead with: one scale for all of them, also where some are shown at a time.</summary>
    internal DotScale Scale { get; init; } = DotScale.Shares;
}

/// <summary>Whether people differ in a component, mix taken out.</summary>
/// <param name="Component">Which.</param>
/// <param name="Status"><c>differs</c>, <c>no_detectable_difference</c>, <c>only_open_deals_differ</c> or <c>not_enough_data</c>.</param>
/// <param name="PValue">Chance of such differences among people who are alike; null without enough data.</param>
/// <param name="PeopleMeasured">People with enough deals of their own.</param>
/// <param name="N">Deals behind it.</param>
/// <param name="Typical">The middle person.</param>
public sealed record BriefComponent(Component Component, string Status, double? PValue, int PeopleMeasured, int N, double? Typical);

/// <summary>A gap, and what closing it to the peer median is worth in money a quarter.</summary>
public sealed record BriefGap(string Key, string Name, Component Component, int Rank, double? Worth, double? WorthLow, double? WorthHigh, string? Stage)
{
    // Not for whoever reads it: someone may go by a letter.
    internal Guid PersonId { get; init; }
}

/// <summary>A person's row: a term per component.</summary>
public sealed record BriefPerson(string Key, string Name, bool IsNamed, IReadOnlyList<BriefTerm> Terms)
{
    internal Guid PersonId { get; init; }

    public BriefTerm this[Component component] => Terms.Single(t => t.Component == component);
}

/// <summary>A figure of a person beside what the middle peer would reach with the same deals.</summary>
public sealed record BriefTerm(Component Component, Standing Standing, int N, double? Raw, double? Value, double? Low, double? High, double? Peers, double? Gap, double? GapLow, double? GapHigh, double? Assigned);
