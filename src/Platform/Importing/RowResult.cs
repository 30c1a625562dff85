using Coxswain.Platform.Data;
namespace Coxswain.Platform.Importing;

/// <summary>What became of a row.</summary>
public enum RowAction { Created, Changed, Same, Refused }

/// <summary>What a module made of a row.</summary>
/// <param name="Row">Its place in the file.</param>
/// <param name="Action">What became of it.</param>
/// <param name="Subject">The record it became or was; null where refused.</param>
/// <param name="Remark">Why it was refused, or what to know about a row that was taken.</param>
public sealed record RowResult(int Row, RowAction Action, Entity? Subject, string? Remark = null)
{
    /// <summary>The kind of the record, where it is not the target's own (the team that a row of people brings).</summary>
    public string? Kind { get; init; }

    /// <summary>Nobody sees the record: it is noted for taking it back, and counted nowhere.</summary>
    public bool IsUnseen { get; init; }

    public static RowResult Refused(int row, string why) => new(row, RowAction.Refused, null, why);
}

/// <summary>A record that others may refer to.</summary>
/// <param name="Id">Its key.</param>
/// <param name="Name">As it is shown.</param>
/// <param name="SourceId">Its key in the system it came from.</param>
public sealed record KnownName(Guid Id, string Name, string? SourceId = null);

/// <summary>A record found by its key in the system it came from.</summary>
/// <param name="Id">Its key here.</param>
/// <param name="AccountId">The account it belongs to; its own key where it is one.</param>
public sealed record KeyedRecord(Guid Id, Guid? AccountId);

/// <summary>A record that came from another system; composable: filter it further in SQL.</summary>
public sealed record MirroredRecord
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
}

/// <summary>A record to be made because a row refers to it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Reading">What it is taken as (the end of a stage), one of the target's readings.</param>
public sealed record NewName(string Name, string? Reading);

/// <summary>One line of the comparison of file and database.</summary>
/// <param name="By">What is compared.</param>
/// <param name="Key">Which stage, owner or month.</param>
/// <param name="Currency">The currency of the sum.</param>
/// <param name="Count">Rows.</param>
/// <param name="Sum">Minor units.</param>
public sealed record Tally(TallyBy By, string Key, string Currency, long Count, long Sum);
