using System.Reflection;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Platform.Access;

/// <summary>Which records the viewer reads because they stand under one that was shared, for readings that know records of all kinds by their keys alone.</summary>
internal static class UnderShared
{
    private static readonly MethodInfo Of = typeof(UnderShared).GetMethod(nameof(IdsOf), BindingFlags.NonPublic | BindingFlags.Static)!;

    /// <summary>Their keys, one query for each kind that has any; none for whoever sees all of it, or none of what it stands under.</summary>
    /// <param name="db">Knows the viewer.</param>
    /// <param name="kinds">The kinds to look among.</param>
    public static IEnumerable<(string Kind, IQueryable<Guid> Ids)> UnderSharedOf(this AppDb db, IReadOnlyCollection<string> kinds)
    {
        foreach (var type in db.Model.GetEntityTypes().Select(e => e.ClrType))
            if (UnderAttribute.Of(type) is { } under && type.GetCustomAttribute<TrackedAttribute>() is { } tracked && kinds.Contains(tracked.Kind) && !db.Reaches.For(tracked.Kind, AccessLevel.Read).Everyone
                && db.Reaches.For(under.Kind, AccessLevel.Read) is { Everyone: false, Shared: { Count: > 0 } above })
                yield return (tracked.Kind, (IQueryable<Guid>)Of.MakeGenericMethod(type).Invoke(null, [db, under.Property, above])!);
    }

    private static IQueryable<Guid> IdsOf<T>(AppDb db, string property, IReadOnlyList<Guid> above) where T : Entity =>
        db.Rows<T>().Where(r => above.Contains(EF.Property<Guid?>(r, property)!.Value)).Select(r => r.Id);
}
