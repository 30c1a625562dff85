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
        foreach (var id in await LateAsync(db, since, ct))
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

    // Asked of all merges at once, since hardly ever is anything late; what could not come over then is none of it.
    private static async Task<IReadOnlyList<Guid>> LateAsync(AppDb db, DateTime since, CancellationToken ct)
    {
        var recent = db.Rows<RecordMerge>().AsNoTracking().Where(m => m.UndoneAt == null && m.At > since);
        var late = new List<Guid>();
        foreach (var merges in (await recent.Select(m => new { m.Id, m.Kind, m.GoneId }).ToListAsync(ct)).GroupBy(m => m.Kind))
        {
            if (MergeKind.Of(merges.Key) is not { } kind) continue;
            var named = (await Pointers.NamingAsync(db, kind.Type, [.. merges.Select(m => m.GoneId).Distinct()], ct)).ToLookup(n => n.Id);
            foreach (var some in merges.Where(m => named.Contains(m.GoneId)).Select(m => m.Id).Chunk(500))
                late.AddRange((await recent.Where(m => some.Contains(m.Id)).ToListAsync(ct)).Where(m => IsLate(m, named[m.GoneId])).Select(m => m.Id));
        }
        return late;
    }

    private static bool IsLate(RecordMerge merge, IEnumerable<NamedCount> named)
    {
        var left = merge.Moved.GroupBy(m => m.Name).ToDictionary(g => g.Key, g => g.Sum(m => m.Left.Count));
        return named.Any(n => n.Rows > left.GetValueOrDefault(n.Name));
    }
}
