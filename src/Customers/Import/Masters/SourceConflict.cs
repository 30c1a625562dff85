using Coxswain.Platform.Data;
namespace Coxswain.Customers.Import.Masters;

/// <summary>A field that was changed here and in the other system since it was last taken in, to different values.</summary>
internal sealed class SourceConflict : Entity, IDerivedRow
{
    public required string Kind { get; init; }
    [PointsAt(By = nameof(Kind), StaysBecause = "it tells what an import found of that record")]
    public required Guid SubjectId { get; init; }

    /// <summary>The property.</summary>
    public required string Field { get; init; }

    /// <summary>The import that found it.</summary>
    public required Guid RunId { get; init; }
    public required DateTime At { get; init; }

    /// <summary>Ours was kept; false is that theirs was taken.</summary>
    public required bool KeptOurs { get; init; }
}

/// <summary>A record that the other system no longer has, as its last whole export shows.</summary>
internal sealed class VanishedRow : Entity, IDerivedRow
{
    public required string Kind { get; init; }
    [PointsAt(By = nameof(Kind), StaysBecause = "it is the key of that record that is gone in the other system")]
    public required Guid SubjectId { get; init; }

    /// <summary>The import that no longer had it.</summary>
    public required Guid RunId { get; init; }
    public required DateTime At { get; init; }
}
