using System.Collections.Concurrent;
using System.Reflection;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore.Metadata;
namespace Coxswain.Platform.Events;

/// <summary>Which fields of a type history keeps, under which name, and which of them are personal. Worked out once per type.</summary>
internal sealed record TrackedFields(string Kind, IReadOnlyDictionary<string, TrackedField> Fields)
{
    private static readonly ConcurrentDictionary<Type, TrackedFields?> Known = new();

    /// <summary>Null for a type whose changes are not kept.</summary>
    public static TrackedFields? Of(AppDb db, Type type) => Known.GetOrAdd(type, static (t, context) =>
        t.GetCustomAttribute<TrackedAttribute>() is { } tracked
            ? new TrackedFields(tracked.Kind, context.Model.FindEntityType(t)!.GetProperties().Where(IsField).ToDictionary(p => p.Name, p => new TrackedField(p)))
            : null, db);

    private static bool IsField(IProperty property) =>
        property.PropertyInfo is { } member && property.Name is not (nameof(Entity.TenantId) or nameof(Entity.Id) or nameof(Entity.Version))
        && member.GetCustomAttribute<DerivedAttribute>() is null;
}

internal sealed record TrackedField(IProperty Property)
{
    public bool IsPersonal { get; } = Property.PropertyInfo!.GetCustomAttribute<PersonalAttribute>() is not null;

    public object? ValueIn(Entity row) => Property.GetGetter().GetClrValue(row);
}

internal static class TrackedKinds
{
    // Asked for every row of a bulk write: an attribute takes longer to find than the row to write.
    private static readonly ConcurrentDictionary<Type, string?> Known = new();

    /// <summary>The stable name of a tracked type.</summary>
    public static string KindOf(this Type type) => Find(type) ?? throw new InvalidOperationException($"{type.Name} has no [Tracked] name.");

    /// <summary>Is a history kept of rows of this type?</summary>
    public static bool IsTracked(this Type type) => Find(type) is not null;

    private static string? Find(Type type) => Known.GetOrAdd(type, static t => t.GetCustomAttribute<TrackedAttribute>()?.Kind);
}
