using Coxswain.Customers.Activities;
using Coxswain.Customers.Contacts;
using Coxswain.Platform.Data;
using Coxswain.Platform.Importing;
using Coxswain.Platform.Text;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Import;

/// <summary>What stands on a card or in a row about somebody becomes a note on their timeline: once, however often the same file comes.</summary>
internal static class ContactNotes
{
    public static async Task<IReadOnlyList<RowResult>> TakeAsync(ImportBatch batch, IReadOnlyList<RowResult> results, CancellationToken ct)
    {
        var texts = batch.Rows.Where(r => r.Has("note")).ToDictionary(r => r.Number, r => PlainText.Of(r.Text("note")!));
        if (texts.Count == 0) return [];
        var noted = results.Where(r => r.Subject is Contact && texts.TryGetValue(r.Row, out var text) && text.Length > 0).Select(r => (r.Row, Contact: (Contact)r.Subject!, Text: texts[r.Row])).ToList();
        var ids = noted.Select(n => (Guid?)n.Contact.Id).ToList();
        var there = (await batch.Db.Rows<Interaction>().AsNoTracking().Where(i => i.Kind == InteractionKind.Note && ids.Contains(i.ContactId)).Select(i => new { i.ContactId, i.Text }).ToListAsync(ct)).Select(i => (i.ContactId!.Value, i.Text)).ToHashSet();
        var made = new List<RowResult>();
        foreach (var (row, contact, text) in noted.Where(n => !there.Contains((n.Contact.Id, n.Text))))
        {
            var note = new Interaction { Kind = InteractionKind.Note, OwnerId = contact.OwnerId, Text = text, OccurredAt = batch.KnownOn.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc), AccountId = contact.AccountId, ContactId = contact.Id };
            batch.Add(note);
            made.Add(new RowResult(row, RowAction.Created, note) { Kind = Customers.Kinds.Interaction });
        }
        return made;
    }
}
