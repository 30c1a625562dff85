using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
namespace Coxswain.Platform.Erasing;

/// <summary>What erasing does to rows that stay. Such a change leaves no history: history would keep what it takes away.</summary>
public static class Rewriting
{
    /// <summary>Sets fields of rows, removed ones too.</summary>
    /// <param name="db">Inside the transaction that erases.</param>
    /// <param name="rows">Which rows, of <see cref="AppDb.Rows{T}"/> or <see cref="AppDb.RowsWithRemoved{T}"/>.</param>
    /// <param name="set">What becomes of them.</param>
    /// <param name="ct">Cancels.</param>
    public static Task RewriteAsync<T>(this AppDb db, IQueryable<T> rows, Action<UpdateSettersBuilder<T>> set, CancellationToken ct) where T : Entity =>
        db.Database.CurrentTransaction is null ? throw new InvalidOperationException("Only while somebody is erased.") : rows.ExecuteUpdateAsync(set, ct);

    /// <summary>Takes the personal values of these records' history away, and from the others of its values those that name somebody.</summary>
    public static async Task RewriteHistoryAsync(this AppDb db, IReadOnlyList<Guid> records, Blot blot, CancellationToken ct)
    {
        await db.Rows<Events.SubjectKey>().Where(k => records.Contains(k.Id)).ExecuteDeleteAsync(ct);
        foreach (var told in await db.Rows<Events.Event>().AsNoTracking().Where(e => records.Contains(e.SubjectId)).Select(e => new { e.Id, e.Data }).ToListAsync(ct))
            if (blot.Json(told.Data) is { } data && data != told.Data) await db.Rows<Events.Event>().Where(e => e.Id == told.Id).ExecuteUpdateAsync(s => s.SetProperty(e => e.Data, data), ct);
    }
}
