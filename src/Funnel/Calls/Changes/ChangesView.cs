using System.Text.Json.Serialization;
namespace Coxswain.Funnel.Calls.Changes;

/// <summary>Amounts by place, in minor units of the organisation's currency; deals left out on purpose are in none.</summary>
public sealed record ByPlace(long Won, long Commit, long BestCase, long Pipeline, long Unplaced)
{
    public long Total => Won + Commit + BestCase + Pipeline + Unplaced;

    internal static ByPlace Of(IEnumerable<(Place Place, long Amount)> parts)
    {
        var by = parts.GroupBy(p => p.Place).ToDictionary(g => g.Key, g => g.Sum(p => p.Amount));
        return new(At(Place.Won), At(Place.Commit), At(Place.BestCase), At(Place.Pipeline), At(Place.Unplaced));

        long At(Place place) => by.GetValueOrDefault(place);
    }
}

/// <summary>What one reason did.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Deals">By how many deals.</param>
/// <param name="Change">How much in each place, with its sign.</param>
public sealed record ReasonRow(ChangeReason Reason, int Deals, ByPlace Change);

/// <summary>A deal that did much of it.</summary>
public sealed record ChangedDeal(Guid Id, string Name, ChangeReason Reason, long Change, long Moved);

/// <summary>What stood at two moments and what changed it in between: what stood then with all reasons is what stands now.</summary>
public sealed record ChangesView
{
    public required Guid PersonId { get; init; }
    public required string Name { get; init; }
    public required bool IsMe { get; init; }
    public required CalledPeriod Period { get; init; }
    public required string Currency { get; init; }

    /// <summary>The two days; the first is that of the call where it is measured from one.</summary>
    public required DateOnly From { get; init; }
    public required DateOnly To { get; init; }

    /// <summary>The call it is measured from.</summary>
    public required CallView? Call { get; init; }
    public required ByPlace Then { get; init; }
    public required ByPlace Now { get; init; }
    public required IReadOnlyList<ReasonRow> Reasons { get; init; }

    /// <summary>Those that changed most of it, at most fifteen.</summary>
    public required IReadOnlyList<ChangedDeal> Deals { get; init; }

    /// <summary>Why some deals are not added up; null where all are.</summary>
    public required string? NotAdded { get; init; }

    [JsonIgnore] public DateOnly Today { get; init; }
    internal string Back => $"/forecast/{PersonId}?period={Period.Key}";
    internal string Here => $"/forecast/{PersonId}/changes";
}
