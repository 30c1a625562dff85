using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Query;
namespace Coxswain.Platform.Erasing;

/// <summary>What erasing does to rows that stay. History would keep what it takes away, so it says only of which fields that was.</summary>
public static class Rewriting
{
    /// <summary>Changes records, removed ones too. Whoever asks what changed, or is told of it, learns which fields were erased, and the values before are gone from their history.</summary>
    /// <param name="db">Inside the transaction that erases.</param>
    /// <param name="rows">Which records.</param>
    /// <param name="change">What becomes of each.</param>
    /// <param name="blot">What names the person, wherever else it stands in their history.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task RewriteRecordsAsync<T>(this AppDb db, IQueryable<T> rows, Action<T> change, Blot blot, CancellationToken ct) where T : Entity
    {
        if (db.Database.CurrentTransaction is null) throw new InvalidOperationException("Only while somebody is erased.");
        var all = await rows.ToListAsync(ct);
        foreach (var row in all)
        {
            change(row);
            row.Record(new Rewritten(typeof(T).KindOf()));
        }
        await db.SaveChangesAsync(ct);
        await db.RewriteHistoryAsync([.. all.Select(r => r.Id)], blot, ct);
    }

    /// <summary>Sets fields of rows whose changes nobody is told of, removed ones too.</summary>
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

/// <summary>Erasing took something out of a record that stays. It goes by the name of any change, so that whoever waits for changes is told.</summary>
internal sealed record Rewritten : News
{
    /// <param name="record">The kind of record.</param>
    public Rewritten(string record) : base($"{record}.changed") { }
}
