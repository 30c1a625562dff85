using Coxswain.Platform.Data;
namespace Coxswain.Platform.Search;

/// <summary>What tells found records of a kind apart that may have the same title, as it is now and not as search keeps it.</summary>
public interface IFoundNotes
{
    /// <summary>The object kind.</summary>
    string Kind { get; }

    /// <summary>A line of each record, in one statement; none for a record the viewer may not see.</summary>
    /// <param name="db">The database.</param>
    /// <param name="ids">A dozen records at most.</param>
    /// <param name="ct">Cancels.</param>
    Task<IReadOnlyDictionary<Guid, string>> ReadAsync(AppDb db, IReadOnlyCollection<Guid> ids, CancellationToken ct);
}
