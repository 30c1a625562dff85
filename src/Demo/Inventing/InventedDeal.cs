using Coxswain.Funnel;
namespace Coxswain.Demo.Inventing;

/// <summary>A deal and the course it took.</summary>
public sealed record InventedDeal
{
    public required Seller Seller { get; init; }
    public required DateOnly Opened { get; init; }

    /// <summary>Place in <c>Market</c>; a null source is one nobody noted.</summary>
    public required int Product { get; init; }
    public required int Industry { get; init; }
    public required int? Source { get; init; }

    /// <summary>In whole units, at its end.</summary>
    public required long Amount { get; init; }
    /// <summary>How it stands at the end of the invented time.</summary>
    public required StageEnd Ending { get; init; }

    /// <summary>Null while open.</summary>
    public required DateOnly? Closed { get; init; }

    /// <summary>The day each further stage was reached, in order, as far as the invented time goes; the last may be followed by the end.</summary>
    public required IReadOnlyList<DateOnly> Reached { get; init; }

    public string ProductName => Market.Products[Product].Name;

    public string IndustryName => Market.Industries[Industry].Name;

    public string? SourceName => Source is { } source ? Market.Sources[source].Name : null;
}
