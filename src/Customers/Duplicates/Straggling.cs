using System.Text.Json;
using Coxswain.Platform.Data;
using Coxswain.Platform.Jobs;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Duplicates;

/// <summary>Lets what was written to a record in the moment it was merged away follow to where it went.</summary>
internal sealed class Straggling : IUpkeep
{
    public Task TidyAsync(AppDb db, DateTime now, CancellationToken ct) => FollowAsync(db, now, ct);

    internal static async Task FollowAsync(AppDb db, DateTime now, CancellationToken ct)
    {
        var since = now - RecordMerge.Undoable;
        foreach (var id in await db.Rows<RecordMerge>().Where(m => m.UndoneAt == null && m.At > since).Select(m => m.Id).ToListAsync(ct))
        {
            await db.InOneTransactionAsync(async () =>
            {
                var merge = await db.Rows<RecordMerge>().SingleAsync(m => m.Id == id, ct);
                if (MergeKind.Of(merge.Kind) is not { } kind || (await Pointers.CountAsync(db, kind.Type, merge.GoneId, merge.KeptId, ct)).All(c => c.Rows == c.Left)) return;
                var late = await Pointers.MoveAsync(db, kind.Type, merge.GoneId, merge.KeptId, ct);
                merge.Moves = JsonSerializer.Serialize(merge.Moved.Concat(late.Where(l => l.Ids.Count > 0)).GroupBy(m => m.Name).Select(g => new PointedRows(g.Key, [.. g.SelectMany(m => m.Ids)], [.. g.SelectMany(m => m.Left).Distinct()])));
                await db.SaveChangesAsync(ct);
            }, ct);
            db.ChangeTracker.Clear();
        }
    }
}
