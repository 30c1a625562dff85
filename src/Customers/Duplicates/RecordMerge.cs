using System.Text.Json;
using Coxswain.Platform.Data;
namespace Coxswain.Customers.Duplicates;

/// <summary>
/// That two records were made one, with all it takes to make them two again: which rows came over. What the fields were stands in the history
/// of the record that was kept, sealed as everything personal there.
/// </summary>
internal sealed class RecordMerge : Entity, IDerivedRow
{
    /// <summary>So long it can be taken back.</summary>
    public static readonly TimeSpan Undoable = TimeSpan.FromDays(30);

    public required string Kind { get; init; }

    [PointsAt(By = nameof(Kind), StaysBecause = "it tells what became of these two")]
    public required Guid KeptId { get; init; }

    [PointsAt(By = nameof(Kind), StaysBecause = "it tells what became of these two")]
    public required Guid GoneId { get; init; }
    public required Guid ById { get; init; }
    public required DateTime At { get; init; }

    /// <summary>The version of the kept record that the merge made; its event says what the fields were.</summary>
    public required int KeptVersion { get; init; }

    /// <summary>The rows that came over, as JSON.</summary>
    public required string Moves { get; set; }
    public DateTime? UndoneAt { get; set; }
    public Guid? UndoneById { get; set; }

    public IReadOnlyList<PointedRows> Moved => JsonSerializer.Deserialize<List<PointedRows>>(Moves)!;

}
