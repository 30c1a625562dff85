using System.Linq.Expressions;
using System.Reflection;
using Coxswain.Platform.Access;
using Coxswain.Platform.Events;
using Coxswain.Platform.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
namespace Coxswain.Platform.Data;

/// <summary>
/// Rows removed a month ago go for good, with what is theirs: parts that cannot be without them, search words, shares, and the key of their
/// personal values in history. A record of its own that only points at one (the deal of an account) stays and points nowhere.
/// </summary>
internal sealed class Purge : IUpkeep
{
    public static readonly TimeSpan Kept = TimeSpan.FromDays(30);
    private const int AtOnce = 50;

    private static readonly MethodInfo Rows = typeof(Purge).GetMethod(nameof(RowsAsync), BindingFlags.NonPublic | BindingFlags.Static)!;
    private static readonly MethodInfo Links = typeof(Purge).GetMethod(nameof(LinksAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    public async Task TidyAsync(AppDb db, DateTime now, CancellationToken ct)
    {
        foreach (var type in db.Model.GetEntityTypes().Where(t => t.ClrType.IsAssignableTo(typeof(IRemovable)) && !t.ClrType.IsAssignableTo(typeof(IStaysForPast))).ToList())
            await (Task)Rows.MakeGenericMethod(type.ClrType).Invoke(null, [db, type, now - Kept, ct])!;
    }

    private static async Task RowsAsync<T>(AppDb db, IEntityType type, DateTime before, CancellationToken ct) where T : Entity, IRemovable
    {
        for (var last = AtOnce; last == AtOnce;)
        {
            ct.ThrowIfCancellationRequested();
            var rows = await Over<T>(db).Where(r => r.RemovedAt < before).OrderBy(r => r.RemovedAt).Take(AtOnce).ToListAsync(ct);
            last = rows.Count;
            if (last == 0) return;
            await GoAsync(db, type, [.. rows], ct);
            await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
        }
    }

    // What was merged away leads to where it went for as long as that is there.
    private static IQueryable<T> Over<T>(AppDb db) where T : Entity, IRemovable =>
        typeof(T).IsAssignableTo(typeof(IMergeable)) ? db.RowsWithRemoved<T>().Where(r => EF.Property<Guid?>(r, nameof(IMergeable.MergedIntoId)) == null) : db.RowsWithRemoved<T>();

    private static async Task GoAsync(AppDb db, IEntityType type, IReadOnlyList<Entity> rows, CancellationToken ct)
    {
        var ids = rows.Select(r => r.Id).ToList();
        foreach (var link in type.GetReferencingForeignKeys().ToList())
            await (Task)Links.MakeGenericMethod(link.DeclaringEntityType.ClrType).Invoke(null, [db, link, ids, ct])!;
        db.RemoveRange(await db.Rows<Share>().Where(s => ids.Contains(s.RowId)).ToListAsync(ct));
        db.RemoveRange(await db.Rows<SubjectKey>().Where(k => ids.Contains(k.Id)).ToListAsync(ct));
        db.RemoveRange(rows);
    }

    private static async Task LinksAsync<T>(AppDb db, IForeignKey link, List<Guid> ids, CancellationToken ct) where T : Entity
    {
        var key = link.Properties[^1];
        var rows = await db.RowsWhole<T>().Where(PointsAt<T>(key, ids)).ToListAsync(ct);
        if (rows.Count == 0) return;
        if (link.IsRequired) await GoAsync(db, link.DeclaringEntityType, rows, ct);
        else foreach (var row in rows.Where(r => db.Entry(r).State is not EntityState.Deleted)) db.Entry(row).Property(key.Name).CurrentValue = null;
    }

    private static Expression<Func<T, bool>> PointsAt<T>(IProperty key, List<Guid> ids) =>
        key.IsNullable ? r => ids.Contains(EF.Property<Guid?>(r!, key.Name)!.Value) : r => ids.Contains(EF.Property<Guid>(r!, key.Name));
}
