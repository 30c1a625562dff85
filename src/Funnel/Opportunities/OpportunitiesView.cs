using Coxswain.Platform.Lists;
namespace Coxswain.Funnel.Opportunities;

/// <summary>The list of opportunities as a page.</summary>
public sealed record OpportunitiesView
{
    public required ListView<OpportunityView> List { get; init; }

    /// <summary>What the shown filter holds together; null where nothing matches.</summary>
    public required FunnelTotal? Total { get; init; }
    public required QueryValues Asked { get; init; }

    /// <summary>The viewer as the owner filter names people.</summary>
    public required string Mine { get; init; }
    public bool MayAdd { get; init; }
    public bool MayImport { get; init; }
    public bool MayExport { get; init; }

    /// <summary>The day the page stands on.</summary>
    public required DateOnly PastDay { get; init; }

    /// <summary>The list stands on a past day: to read only.</summary>
    public bool IsPast { get; init; }
}
