using System.Linq.Expressions;
using Coxswain.Platform.Data;
namespace Coxswain.Platform.Lists;

/// <summary>
/// Finds a page by keys alone, which an index may hold, and looks up only its own rows: of a hundred thousand to be sorted, each row was.
/// What was found is put in order by its keys as they were found: by those of the rows, SQLite walks an index of all of them instead.
/// </summary>
internal static class PageByKeys
{
    /// <param name="parts">The rows of the page, each part of it sorted and cut.</param>
    /// <param name="all">Where they are looked up.</param>
    /// <param name="key">What they are sorted by, before their id.</param>
    /// <param name="down">The last come first.</param>
    public static IQueryable<TEntity> Rows<TEntity, TKey>(IReadOnlyList<IQueryable<TEntity>> parts, IQueryable<TEntity> all, Expression<Func<TEntity, TKey>> key, bool down) where TEntity : Entity
    {
        var row = key.Parameters[0];
        var keyed = Expression.MemberInit(Expression.New(typeof(Keyed<TKey>)),
            Expression.Bind(typeof(Keyed<TKey>).GetProperty(nameof(Keyed<>.Id))!, Expression.Property(row, nameof(Entity.Id))), Expression.Bind(typeof(Keyed<TKey>).GetProperty(nameof(Keyed<>.Key))!, key.Body));
        var read = Expression.Lambda<Func<TEntity, Keyed<TKey>>>(keyed, row);
        var found = parts.Select(p => p.Select(read)).Aggregate((some, part) => some.Concat(part)).Join(all, k => k.Id, r => r.Id, (k, r) => new { k.Key, k.Id, Row = r });
        return (down ? found.OrderByDescending(f => f.Key).ThenByDescending(f => f.Id) : found.OrderBy(f => f.Key).ThenBy(f => f.Id)).Select(f => f.Row);
    }

    private sealed class Keyed<TKey>
    {
        public Guid Id { get; init; }
        public TKey Key { get; init; } = default!;
    }
}
