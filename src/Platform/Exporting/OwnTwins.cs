using System.Linq.Expressions;
using System.Reflection;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
namespace Coxswain.Platform.Exporting;

/// <summary>Records that are here under another key and that a second one may not stand beside: the same as far as the database, or their kind, can tell.</summary>
internal sealed class OwnTwins<T> where T : Entity
{
    private static readonly MethodInfo Some = typeof(OwnTwins<T>).GetMethod(nameof(LikeAsync), BindingFlags.NonPublic | BindingFlags.Static)!;
    private readonly Dictionary<string, T> _here = [];
    private readonly List<Func<T, string?>> _names = [];

    public static async Task<OwnTwins<T>> OfAsync(AppDb db, Exported<T> of, IReadOnlyList<T> rows, CancellationToken ct)
    {
        var twins = new OwnTwins<T>();
        if (rows.Count == 0) return twins;
        if (of.KnownBy is { } known) twins.Learn(known, [.. (await db.Rows<T>().ToListAsync(ct)).Where(r => db.Entry(r).State is not EntityState.Deleted)]);
        foreach (var index in db.Model.FindEntityType(typeof(T))!.GetIndexes().Where(i => i.IsUnique))
        {
            var properties = index.Properties.Where(p => p.Name is not nameof(Entity.TenantId)).ToList();
            if (properties.Exists(p => of.Columns.All(c => c.Name != p.Name))) continue;
            twins.Learn(r => string.Join('\n', properties.Select(p => OwnCell.Text(p.GetGetter().GetClrValue(r)))), await (Task<List<T>>)Some.MakeGenericMethod(properties[0].ClrType).Invoke(null, [db, properties[0], rows, ct])!);
        }
        return twins;
    }

    public T? Of(T row) => _names.Select((name, i) => name(row) is { Length: > 0 } text && _here.TryGetValue($"{i} {text}", out var there) ? there : null).FirstOrDefault(t => t is not null);

    private void Learn(Func<T, string?> name, List<T> here)
    {
        foreach (var row in here) if (name(row) is { Length: > 0 } text) _here.TryAdd($"{_names.Count} {text}", row);
        _names.Add(name);
    }

    private static async Task<List<T>> LikeAsync<TValue>(AppDb db, IProperty property, IReadOnlyList<T> rows, CancellationToken ct)
    {
        var row = Expression.Parameter(typeof(T));
        var values = rows.Select(r => (TValue)property.GetGetter().GetClrValue(r)!).Distinct().ToList();
        Expression<Func<List<TValue>>> asked = () => values;
        var contains = Expression.Call(typeof(Enumerable), nameof(Enumerable.Contains), [typeof(TValue)], asked.Body, Expression.Property(row, property.PropertyInfo!));
        return await db.RowsWhole<T>().Where(Expression.Lambda<Func<T, bool>>(contains, row)).ToListAsync(ct);
    }
}

/// <summary>What a new organisation was given to start with makes way for what it brings along.</summary>
internal static class OwnStarters
{
    private static readonly MethodInfo Any = typeof(OwnStarters).GetMethod(nameof(AnyAsync), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <param name="db">The database.</param>
    /// <param name="coming">What is brought; where some of it is here already, it was brought before.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task MakeWayAsync<T>(AppDb db, IReadOnlyList<Guid> coming, CancellationToken ct) where T : Entity
    {
        if (await db.Rows<T>().AnyAsync(r => r.Version > 1 || coming.Contains(r.Id), ct)) return;
        foreach (var key in db.Model.FindEntityType(typeof(T))!.GetReferencingForeignKeys())
            if (await (Task<bool>)Any.MakeGenericMethod(key.DeclaringEntityType.ClrType).Invoke(null, [db, ct])!) return;
        db.RemoveRange(await db.Rows<T>().ToListAsync(ct));
    }

    private static Task<bool> AnyAsync<T>(AppDb db, CancellationToken ct) where T : Entity => db.RowsWhole<T>().AnyAsync(ct);
}
