using System.Collections.Concurrent;
using System.Reflection;
using Coxswain.Platform.Access;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Platform.Data;

/// <summary>Records that stand under one of another kind: contacts and deals under an account.</summary>
[AttributeUsage(AttributeTargets.Class)]
public sealed class UnderAttribute(string kind, string property) : Attribute
{
    private static readonly ConcurrentDictionary<Type, UnderAttribute?> Known = new();

    /// <summary>The kind they stand under.</summary>
    public string Kind => kind;

    /// <summary>What says under which.</summary>
    public string Property => property;

    internal static UnderAttribute? Of(Type type) => Known.GetOrAdd(type, static t => t.GetCustomAttribute<UnderAttribute>());
}

/// <summary>Limits rows to what the viewer may see or change.</summary>
public static class Visibility
{
    /// <summary>The rows of owners the viewer reaches, and those shared with the viewer.</summary>
    /// <param name="rows">The rows of the tenant.</param>
    /// <param name="db">Knows the viewer.</param>
    /// <param name="kind">The object kind the access rules speak of.</param>
    /// <param name="level">To read, or to change.</param>
    public static IQueryable<T> Reached<T>(this IQueryable<T> rows, AppDb db, string kind, AccessLevel level = AccessLevel.Read) where T : Entity, IOwned
    {
        var reach = db.Reaches.For(kind, level);
        if (reach.Everyone) return rows;
        var (owners, shared) = (reach.Owners, reach.Shared);
        // Who was let into a record reads what stands under it.
        if (level is AccessLevel.Read && UnderAttribute.Of(typeof(T)) is { } under && db.Reaches.For(under.Kind, AccessLevel.Read) is { Everyone: false, Shared: { Count: > 0 } above })
            return rows.Where(r => owners.Contains(r.OwnerId) || shared.Contains(r.Id) || above.Contains(EF.Property<Guid?>(r, under.Property)!.Value));
        // Where nothing is shown one by one, as to most viewers, the index of owners answers alone. However many are, they are one parameter.
        return shared.Count == 0 ? rows.Where(r => owners.Contains(r.OwnerId)) : rows.Where(r => owners.Contains(r.OwnerId) || shared.Contains(r.Id));
    }

    /// <summary>The same rows and those like them that were removed; in all parts of the statement.</summary>
#pragma warning disable RS0030 // of a sight that is limited already
    internal static IQueryable<T> AlsoRemoved<T>(this IQueryable<T> sight) where T : Entity => sight.IgnoreQueryFilters(["Removed"]);
#pragma warning restore RS0030

    /// <summary>Whether the viewer may change this row.</summary>
    public static bool MayEdit<T>(this AppDb db, string kind, T row) where T : Entity, IOwned => db.MayEdit(kind, row.Id, row.OwnerId);

    /// <summary>The same of a row of which only the key and the owner were read.</summary>
    public static bool MayEdit(this AppDb db, string kind, Guid rowId, Guid ownerId) => db.Reaches.For(kind, AccessLevel.Edit).Includes(rowId, ownerId);
}
