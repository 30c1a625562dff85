using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Platform.Erasing;

/// <summary>Somebody was erased for good; its <see cref="Entity.Id"/> is theirs. It says nothing about them, only that whatever still stands under this key has to go.</summary>
public sealed class Erasure : Entity
{
    /// <summary>The kind of record, e.g. <c>contact</c>.</summary>
    public required string Kind { get; init; }
    public required DateTime At { get; init; }

    /// <summary>Who decided it.</summary>
    public required Guid ById { get; init; }

    /// <summary>The contents of kept files that went with them, by their SHA-256, one behind the other.</summary>
    public required string Files { get; init; }

    /// <summary>The contents that may not be kept again, by their SHA-256.</summary>
    public static async Task<IReadOnlySet<string>> ContentsAsync(AppDb db, CancellationToken ct) =>
        (await db.Rows<Erasure>().Where(e => e.Files != "").Select(e => e.Files).ToListAsync(ct)).SelectMany(f => f.Split(' ', StringSplitOptions.RemoveEmptyEntries)).ToHashSet();
}

/// <summary>What a module has to do so that nothing of a person stays. Registered as a service.</summary>
public interface IErase
{
    /// <summary>The kind of record whose erasing it takes part in.</summary>
    string Kind { get; }

    /// <summary>Deletes what the module keeps about them; other records stay. Does nothing where there is nothing left.</summary>
    /// <param name="db">Of one organisation, inside the transaction that erases.</param>
    /// <param name="id">The record.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The contents of kept files that hold something about them and go with them.</returns>
    Task<IReadOnlyList<string>> EraseAsync(AppDb db, Guid id, CancellationToken ct);

    /// <summary>The other records of theirs that go with it, so that none of those comes back either.</summary>
    Task<IReadOnlyList<(string Kind, Guid Id)>> AlongAsync(AppDb db, Guid id, CancellationToken ct) => Task.FromResult<IReadOnlyList<(string, Guid)>>([]);
}
