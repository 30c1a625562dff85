using Coxswain.Platform.CustomFields;
using System.Text.Json.Serialization;
using Coxswain.Platform.Money;
namespace Coxswain.Funnel.Opportunities;

/// <summary>An opportunity as lists, its page and the API show it. Amounts are in whole units of the currency; what nobody knows is null.</summary>
public sealed record OpportunityView
{
    public required Guid Id { get; init; }
    public required int Version { get; init; }
    public required string Name { get; init; }
    public required Guid? AccountId { get; init; }
    public required string? AccountName { get; init; }
    public required Guid OwnerId { get; init; }
    public required string? OwnerName { get; init; }
    public required Guid StageId { get; init; }
    public required string StageName { get; init; }
    public required StageEnd End { get; init; }
    public required ForecastCategory? Category { get; init; }
    /// <summary>New business, expansion or renewal; null where a past day is shown.</summary>
    public BusinessKind? Business { get; init; }
    public decimal? Amount => Minor is { } minor ? (decimal)Platform.Money.Minor.ToMajor(minor, Currency) : null;
    public required string Currency { get; init; }
    public required DateOnly? CloseOn { get; init; }
    public required DateOnly? OpenedOn { get; init; }
    public required DateOnly? ClosedOn { get; init; }
    public required string? Source { get; init; }
    public required string? ClosedBecause { get; init; }
    /// <summary>The list its prices come from; null is the products' own, and so it is where a past day is shown.</summary>
    public Guid? PriceListId { get; init; }
    /// <summary>The process it follows; null is the standard one, and so it is where a past day is shown.</summary>
    public Guid? ProcessId { get; init; }

    /// <summary>Since when it follows that; null is since it came.</summary>
    public DateTime? FollowsSince { get; init; }
    public required DateTime? StageSince { get; init; }

    /// <summary>Its key in the system it came from; null for one made here.</summary>
    public string? SourceId { get; init; }

    /// <summary>The values of the organisation's own fields, by key.</summary>
    public System.Text.Json.Nodes.JsonObject? Custom => CustomValues.Plain(CustomFields);

    [JsonIgnore]
    public string? CustomFields { get; init; }

    /// <summary>The open task about it that is due first; null where nothing is agreed.</summary>
    public string? NextStep { get; init; }
    public DateOnly? NextStepOn { get; init; }

    [JsonIgnore]
    public long? Minor { get; init; }

    /// <summary>Days in its stage up to a day; null where nobody recorded since when.</summary>
    public int? DaysInStage(DateOnly on) => StageSince is { } since ? Math.Max(0, on.DayNumber - DateOnly.FromDateTime(since).DayNumber) + 1 : null;
}
