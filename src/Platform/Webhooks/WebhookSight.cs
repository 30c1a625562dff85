using System.Text.Json;
using Coxswain.Platform.Access;
using Coxswain.Platform.Api;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Platform.Webhooks;

/// <summary>Whether the owner of a webhook saw a record while it was there. Where that is not known any more, they are not told.</summary>
internal static class WebhookSight
{
    /// <param name="db">With the owner as its viewer.</param>
    /// <param name="record">The kind of record.</param>
    /// <param name="happened">What is to be told of it.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<bool> SawAsync(AppDb db, ApiRecord record, Event happened, CancellationToken ct)
    {
        if (record.Removed is { } removed && await removed(db).AnyAsync(id => id == happened.SubjectId, ct)) return true;
        if (record.Removed is not null && await IsKeptAsync(db, happened, ct)) return false;
        // Whose an erased record was is erased with it. Its key says nothing, and whoever may hold a copy has to hear that it must go.
        if (await db.Rows<Erasing.Erasure>().AnyAsync(e => e.Id == happened.SubjectId, ct)) return db.Reaches.For(record.Kind, AccessLevel.Read) is not { Everyone: false, Owners: [], Shared: [] };
        // Nothing is left of it but its history, which says whose it was last. What stood on another record was seen with that one: of it only those are told who might have changed it.
        var reach = db.Reaches.For(record.Kind, happened.TimelineId == happened.SubjectId ? AccessLevel.Read : AccessLevel.Edit);
        return await OwnerAsync(db, happened, ct) is { } owner && reach.Includes(happened.SubjectId, owner);
    }

    // It was removed, and upkeep has not deleted it: then it has no event that says so.
    private static async Task<bool> IsKeptAsync(AppDb db, Event happened, CancellationToken ct)
    {
        var deleted = $"{happened.SubjectKind}.deleted";
        return !await db.Rows<Event>().AnyAsync(e => e.SubjectId == happened.SubjectId && e.Kind == deleted, ct);
    }

    private static async Task<Guid?> OwnerAsync(AppDb db, Event happened, CancellationToken ct)
    {
        var said = await db.Rows<Event>().AsNoTracking().Where(e => e.SubjectId == happened.SubjectId && e.SubjectKind == happened.SubjectKind && e.Data.Contains("\"OwnerId\":["))
            .OrderByDescending(e => e.SubjectVersion).ThenByDescending(e => e.Id).Select(e => e.Data).FirstOrDefaultAsync(ct);
        if (said is null) return null;
        using var data = JsonDocument.Parse(said);
        return data.RootElement.TryGetProperty(nameof(IOwned.OwnerId), out var pair) && pair.ValueKind is JsonValueKind.Array && pair[1].TryGetGuid(out var owner) ? owner : null;
    }
}
