using Coxswain.Platform.Data;
namespace Coxswain.Platform.Access;

/// <summary>What a viewer may do with the rows of a kind.</summary>
public enum AccessLevel { Read = 1, Edit = 2 }

/// <summary>
/// The hierarchy, flattened: this viewer reaches this owner's rows of this kind. Rewritten when a team or a role changes, so that a
/// list needs no join. <see cref="OwnerId"/> <see cref="Guid.Empty"/> stands for everyone's rows.
/// </summary>
public sealed class AccessRow : Entity
{
    public required string Kind { get; init; }
    public required Guid ViewerId { get; init; }
    public required Guid OwnerId { get; init; }
    public required AccessLevel Level { get; init; }
}

/// <summary>One row shown to one person beyond the hierarchy.</summary>
public sealed class Share : Entity
{
    public required string Kind { get; init; }
    [PointsAt(By = nameof(Kind))]
    public required Guid RowId { get; init; }
    public required Guid PersonId { get; init; }
    public required AccessLevel Level { get; set; }

    /// <summary>What they do for it, where somebody said.</summary>
    public string? Function { get; set; }
}
