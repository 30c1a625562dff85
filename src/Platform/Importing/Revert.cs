using System.Text.Json;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Platform.Importing;

/// <summary>Puts the fields of a record back to what they were before a change, as its history has them.</summary>
public static class Revert
{
    /// <param name="db">The database.</param>
    /// <param name="row">The record, tracked.</param>
    /// <param name="version">The first version that is to be taken back.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task ToBeforeAsync(AppDb db, Entity row, int version, CancellationToken ct)
    {
        var changes = await db.Rows<Event>().AsNoTracking().OfChanges().Where(e => e.SubjectId == row.Id && e.SubjectVersion >= version)
            .OrderByDescending(e => e.SubjectVersion).ToListAsync(ct);
        var entry = db.Entry(row);
        foreach (var (field, change) in changes.SelectMany(c => EventData.Fields(db, c)))
            if (change is { } known) entry.Property(field).CurrentValue = known.Before.Deserialize(entry.Property(field).Metadata.ClrType);
    }
}
