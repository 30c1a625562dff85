using System.Reflection;
using Coxswain.Platform.CustomFields;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Ui;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.Mirroring;

/// <summary>What of a record is kept by another system and changed there.</summary>
/// <param name="System">Which.</param>
/// <param name="TakenAt">When it was asked last.</param>
/// <param name="Fields">The properties.</param>
public sealed record RecordLocks(string System, DateTime? TakenAt, IReadOnlySet<string> Fields)
{
    /// <summary>Whether a field is locked, be it named as the property or as what it refers to.</summary>
    public bool Has(string field) => Fields.Contains(field) || Fields.Contains(field + "Id");

    /// <summary>From where it comes and as of when.</summary>
    public string Said => TakenAt is { } at ? T("From {0}, as of {1}: change it there.", System, DayText.Whole(at)) : T("From {0}: change it there.", System);

    /// <summary>The locks of a record; null where nothing of it is locked. Costs no statement where nothing was kept of it before, and at most one else.</summary>
    /// <param name="db">The database.</param>
    /// <param name="kind">Its kind.</param>
    /// <param name="sourceId">Its key in the system it came from.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<RecordLocks?> OfAsync(AppDb db, string kind, string? sourceId, CancellationToken ct) =>
        sourceId is null ? null : Of((await db.Kept.ReadAsync(db, "source-masters", () => AllAsync(db, ct))).FirstOrDefault(m => m.Kind == kind));

    internal static Task<List<SourceMaster>> AllAsync(AppDb db, CancellationToken ct) => db.Rows<SourceMaster>().AsNoTracking().ToListAsync(ct);

    internal static RecordLocks? Of(SourceMaster? master) =>
        master is { System: { } system, Fields.Length: > 0 } ? new(system, master.TakenAt, master.Fields.Split(' ').ToHashSet()) : null;
}

/// <summary>Somebody would have changed what another system keeps, or what their role does not change: each field with the reason.</summary>
public sealed class LockedFieldsException(Http.Problems problems) : Http.RefusalException(Http.Outcome.Invalid(problems));

/// <summary>Keeps what is locked from being changed by anybody but the import, whichever way they come.</summary>
internal static class LockCheck
{
    /// <exception cref="LockedFieldsException">Something locked would change.</exception>
    public static async Task CheckAsync(AppDb db, CancellationToken ct)
    {
        var passes = db.PassesRoleLocks;
        db.PassesRoleLocks = false;
        if (!passes && await Access.FieldLocks.OfAsync(db, ct) is { Any: true } mine) throw new LockedFieldsException(mine);
        var changed = db.ChangeTracker.Entries<Entity>().Where(e => e.State is EntityState.Modified && e.Entity is IMirrored { SourceId: not null }).ToList();
        if (changed.Count == 0) return;
        var masters = await RecordLocks.AllAsync(db, ct);
        if (masters.Count == 0) return;
        var problems = new Http.Problems();
        foreach (var entry in changed)
        {
            var kind = entry.Entity.GetType() is var type && type.IsTracked() ? type.KindOf() : null;
            if (RecordLocks.Of(masters.FirstOrDefault(m => m.Kind == kind)) is not { } locks) continue;
            foreach (var property in entry.Properties.Where(p => p.IsModified && locks.Fields.Contains(p.Metadata.Name) && !Equals(p.OriginalValue, p.CurrentValue))) problems.Add(property.Metadata.Name, locks.Said);
            // Own fields stand together in one property.
            if (entry.Entity is IHasCustomFields && entry.Property(nameof(IHasCustomFields.CustomFields)) is { IsModified: true } own)
                foreach (var field in CustomValues.Differing(CustomValues.Read((string?)own.OriginalValue), CustomValues.Read((string?)own.CurrentValue)).Where(locks.Fields.Contains)) problems.Add(field, locks.Said);
        }
        if (problems.Any) throw new LockedFieldsException(problems);
    }
}
