using System.Reflection;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.Access;

/// <summary>Keeps the fields that a role does not change from being changed, whichever way somebody comes.</summary>
public static class FieldLocks
{
    /// <summary>Why such a field cannot be changed.</summary>
    public static string Said => T("Your role does not change this.");

    /// <summary>Those of these properties that the viewer changes.</summary>
    public static bool AreOpen(this FieldAccess fields, string kind, IReadOnlyList<string> properties) => !properties.Any(fields.Locked(kind).Contains);

    /// <summary>Finds what would be changed or filled in and may not.</summary>
    internal static async Task<Problems> OfAsync(AppDb db, CancellationToken ct)
    {
        var problems = new Problems();
        var entries = db.ChangeTracker.Entries<Entity>().Where(e => e.State is EntityState.Modified or EntityState.Added && e.Entity.GetType().IsTracked()).ToList();
        // Where nobody is known yet somebody is just being founded; the system itself has no role.
        if (entries.Count == 0 || !db.IsViewerKnown || db.Viewer.IsSystem) return problems;
        await db.KnowReachesAsync(ct);
        if (db.Reaches.Fields.IsWhole) return problems;
        foreach (var entry in entries)
        {
            var locked = db.Reaches.Fields.Locked(entry.Entity.GetType().KindOf());
            if (locked.Count > 0) foreach (var property in entry.Properties.Where(p => locked.Contains(p.Metadata.Name) && !IsDerived(p) && Changes(entry, p))) problems.Add(property.Metadata.Name, Said);
        }
        return problems;
    }

    private static bool IsDerived(PropertyEntry property) => property.Metadata.PropertyInfo?.GetCustomAttribute<DerivedAttribute>() is not null;

    private static bool Changes(EntityEntry entry, PropertyEntry property) => entry.State is EntityState.Added ? property.CurrentValue is not null : property.IsModified && !Equals(property.OriginalValue, property.CurrentValue) && !IsCleared(entry, property);

    private static bool IsCleared(EntityEntry entry, PropertyEntry property) => property.CurrentValue is null && property.Metadata.PropertyInfo?.GetCustomAttribute<ClearedByAttribute>() is { Property: var by } && entry.Property(by).IsModified;
}

/// <summary>Emptied where another property changes, which is nobody's edit: the reason of an end when there is none any more.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class ClearedByAttribute(string property) : Attribute
{
    public string Property => property;
}
