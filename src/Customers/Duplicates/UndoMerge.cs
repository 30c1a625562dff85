using System.Text.Json;
using System.Text.Json.Nodes;
using Coxswain.Customers.Accounts;
using Coxswain.Customers.Contacts;
using Coxswain.Customers.Leads;
using Coxswain.Customers.Positions;
using Coxswain.Customers.Records;
using Coxswain.Platform.CustomFields;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Duplicates;

/// <summary>Makes two records of one that was two. What was changed since stays as it is, and is said.</summary>
internal static class UndoMerge
{
    public sealed record Input { public Guid Id { get; init; } }

    public static Task<Outcome<UnmergedView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct) => db.InOneTransactionAsync(() => UndoAsync(input, db, clock.GetUtcNow().UtcDateTime, ct), ct);

    private static async Task<Outcome<UnmergedView>> UndoAsync(Input input, AppDb db, DateTime now, CancellationToken ct)
    {
        if (await db.Rows<RecordMerge>().SingleOrDefaultAsync(m => m.Id == input.Id, ct) is not { } merge || MergeKind.Of(merge.Kind) is not { } kind) return Outcome.Missing;
        var (kept, _) = await kind.OpenAsync(db, merge.KeptId, ct, merged: true);
        var (gone, _) = await kind.OpenAsync(db, merge.GoneId, ct, merged: true);
        if (kept is not IMergeable one || gone is not IMergeable two) return Outcome.Missing;
        if (!db.MayEdit(kind.Kind, kept.Id, ((IOwned)kept).OwnerId) || !db.MayEdit(kind.Kind, gone.Id, ((IOwned)gone).OwnerId)) return Outcome.Refused(T("One of the two belongs to someone else. Ask its owner to take the merge back."));
        if (merge.UndoneAt is not null) return Outcome.Refused(T("This was taken back already."));
        if (merge.At < now - RecordMerge.Undoable) return Outcome.Refused(T("The 30 days in which a merge can be taken back are over."));
        if (one.MergedIntoId is not null) return Outcome.Refused(T("What was kept went into another record since. Take that back first."));
        if (one.RemovedAt is not null) return Outcome.Refused(T("What was kept is removed. Bring it back first."));

        db.PassesLocks = true;
        var changed = new List<string>();
        await GiveBackAsync(db, kind, merge, kept, changed, ct);
        if (kept is Account owned) await Service.TipRouting.FollowAsync(db, [owned], ct);
        (two.RemovedAt, two.MergedIntoId) = (null, null);
        one.Tell(new Unmerged(kind.Kind));
        two.Tell(new Unmerged(kind.Kind));
        db.Entry(kept).Property(nameof(IOwned.OwnerId)).IsModified = true;
        (merge.UndoneAt, merge.UndoneById) = (now, db.Viewer.PersonId);
        await db.SaveChangesAsync(ct);

        var (back, wanted) = (0, 0);
        foreach (var rows in merge.Moved)
        {
            wanted += rows.Ids.Count;
            if (rows.Name == MergeRecords.Added) back += await RemoveAsync(db, rows.Ids, ct);
            else if (Joining.Are(rows)) back += await Joining.UndoAsync(db, rows, kept.Id, gone.Id, ct);
            else if (OwnLinks.Are(rows)) back += (await OwnLinks.MoveAsync(db, kind.Kind, kept.Id, gone.Id, [rows], ct)).Sum(m => m.Ids.Count);
            else back += await Pointers.SetAsync(db, kind.Type, rows.Name, rows.Ids, kept.Id, gone.Id, ct);
        }
        // Either may have been put under the other since.
        foreach (var account in new[] { gone, kept }.OfType<Account>())
        {
            if (account.ParentId is not { } parent || (await AccountTree.AboveAsync(db, [parent], ct)).Join(account.Id, parent)) continue;
            account.ParentId = null;
            changed.Add(nameof(Account.ParentId));
            await db.SaveChangesAsync(ct);
        }
        await db.SaveChangesAsync(ct);
        var view = new UnmergedView(merge.Id, kind.Kind, kept.Id, gone.Id, back, wanted - back, [.. changed.Select(Words.Field)], kind.Href(kept.Id));
        return Outcome.Done(view).Saying(Said(view));
    }

    private static string Said(UnmergedView view)
    {
        var parts = new List<string> { T("They are two again.") };
        if (view.Stayed > 0) parts.Add(N(view.Stayed, "One entry was changed since and stays where it is.", "{0} entries were changed since and stay where they are."));
        if (view.Changed.Count > 0) parts.Add(T("Changed since, so it stays: {0}.", string.Join(", ", view.Changed)));
        return string.Join(' ', parts);
    }

    // What the fields were is in the history of the record that was kept, and nowhere else.
    private static async Task GiveBackAsync(AppDb db, MergeKind kind, RecordMerge merge, Entity kept, List<string> changed, CancellationToken ct)
    {
        var told = $"{kind.Kind}.merged";
        if (await db.Rows<Event>().AsNoTracking().FirstOrDefaultAsync(e => e.SubjectId == kept.Id && e.Kind == told && e.SubjectVersion == merge.KeptVersion, ct) is not { } happened) return;
        await EventData.ReadKeysAsync(db, [happened], ct);
        foreach (var (field, change) in EventData.Fields(db, happened))
        {
            var column = db.Entry(kept).Property(field);
            if (change is not { } pair) continue;
            if (field == nameof(IHasCustomFields.CustomFields)) GiveBackOwn((IHasCustomFields)kept, pair, changed);
            else if (JsonElement.DeepEquals(JsonSerializer.SerializeToElement(column.CurrentValue, column.Metadata.ClrType), pair.After)) column.CurrentValue = pair.Before.Deserialize(column.Metadata.ClrType);
            else changed.Add(field);
        }
        if (kept is Contact contact) (contact.PhoneE164, contact.MobileE164) = (Dialled(db, contact, nameof(contact.Phone), contact.PhoneE164), Dialled(db, contact, nameof(contact.Mobile), contact.MobileE164));
        if (kept is Lead lead) lead.PhoneE164 = Dialled(db, lead, nameof(lead.Phone), lead.PhoneE164);
    }

    private static string? Dialled(AppDb db, Entity row, string field, string? stands) => db.Entry(row).Property(field).IsModified ? Phones.E164((string?)db.Entry(row).Property(field).CurrentValue, Phones.Region) : stands;

    private static void GiveBackOwn(IHasCustomFields row, Change change, List<string> changed)
    {
        var (before, after, now) = (Values(change.Before), Values(change.After), CustomValues.Read(row.CustomFields));
        foreach (var key in before.Concat(after).Select(v => v.Key).Distinct().Where(k => !JsonNode.DeepEquals(before[k], after[k])).ToList())
        {
            if (!JsonNode.DeepEquals(now[key], after[key])) changed.Add(key);
            else if (before[key] is { } value) now[key] = value.DeepClone();
            else now.Remove(key);
        }
        CustomValues.Keep(row, now);

        static JsonObject Values(JsonElement json) => CustomValues.Read(json.ValueKind is JsonValueKind.String ? json.GetString() : null);
    }

    private static async Task<int> RemoveAsync(AppDb db, IReadOnlyList<Guid> positions, CancellationToken ct)
    {
        var rows = await db.RowsWithRemoved<Position>().Where(p => positions.Contains(p.Id)).ToListAsync(ct);
        db.RemoveRange(rows);
        return rows.Count;
    }
}

/// <summary>Two records that are two again.</summary>
/// <param name="Id">The merge that was taken back.</param>
/// <param name="Kind">account, contact or lead.</param>
/// <param name="Kept">The record that had stayed.</param>
/// <param name="Gone">The one that is back.</param>
/// <param name="Rows">How many rows went back.</param>
/// <param name="Stayed">How many were changed or removed since, and stay.</param>
/// <param name="Changed">Fields that were changed since, and stay.</param>
/// <param name="Url">The page of the record that had stayed.</param>
public sealed record UnmergedView(Guid Id, string Kind, Guid Kept, Guid Gone, int Rows, int Stayed, IReadOnlyList<string> Changed, string Url);
