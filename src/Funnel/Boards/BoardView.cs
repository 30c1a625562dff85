using Coxswain.Funnel.Selection;
namespace Coxswain.Funnel.Boards;

/// <summary>The open funnel as columns of cards.</summary>
public sealed record BoardView
{
    public required IReadOnlyList<BoardStage> Stages { get; init; }

    /// <summary>People a board can be narrowed to by its menu: more are chosen in the list.</summary>
    public const int MostOwners = 40;

    /// <summary>What all columns hold together.</summary>
    public required FunnelTotal Total { get; init; }

    /// <summary>Whose deals: a person's id; null for everyone's.</summary>
    public required Guid? Owner { get; init; }
    public required IReadOnlyList<BoardOwner> Owners { get; init; }
    /// <summary>People with open deals beyond those.</summary>
    public required int MoreOwners { get; init; }
    public required Guid Viewer { get; init; }
    public required DateOnly Day { get; init; }

    /// <summary>A past day: cards stay where they are.</summary>
    public required bool IsPast { get; init; }
    public required bool MayAdd { get; init; }

    /// <summary>The card that was moved and asks what shows the customer's step; null where none does.</summary>
    public MoveAsk? Asking { get; init; }
    public bool IsEmpty => Stages.All(s => s.Count == 0);
}

/// <summary>A column: a stage with how many deals it holds, what they come to, and the first of them.</summary>
public sealed record BoardStage(Guid Id, string Name, int Count, FunnelTotal Total, IReadOnlyList<BoardDeal> Deals)
{
    /// <summary>Cards a column draws, the next to be decided; the others are counted, and stand in the list.</summary>
    public const int MostCards = 20;
}

/// <summary>Someone with open deals, and how many.</summary>
public sealed record BoardOwner(Guid Id, string Name, int Count);

/// <summary>A card.</summary>
public sealed record BoardDeal
{
    public required Guid Id { get; init; }
    public required int Version { get; init; }
    public required string Name { get; init; }
    public required string? Account { get; init; }
    public required Guid OwnerId { get; init; }
    public required Guid? StageId { get; init; }
    public required long? Minor { get; init; }
    public required string Currency { get; init; }
    public required DateOnly? CloseOn { get; init; }
    public required DateTime? StageSince { get; init; }

    /// <summary>The viewer may move it.</summary>
    public bool MayMove { get; init; }

    public int? DaysInStage(DateOnly on) => StageSince is { } since ? Math.Max(0, on.DayNumber - DateOnly.FromDateTime(since).DayNumber) + 1 : null;
}
