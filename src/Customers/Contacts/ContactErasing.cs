using Coxswain.Customers.Activities;
using Coxswain.Customers.CommonGround;
using Coxswain.Customers.Duplicates;
using Coxswain.Customers.Favours;
using Coxswain.Customers.Leads;
using Coxswain.Customers.Maps;
using Coxswain.Customers.Positions;
using Coxswain.Platform.Data;
using Coxswain.Platform.Erasing;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Contacts;

/// <summary>
/// Takes a contact out of everything kept about customers. That we were in touch stays, with whom and what was said does not; tasks stay
/// without the contact.
/// </summary>
internal sealed class ContactErasing : IErase
{
    public string Kind => Kinds.Contact;

    public async Task<IReadOnlyList<string>> EraseAsync(AppDb db, Guid id, CancellationToken ct)
    {
        if (await db.RowsWithRemoved<Contact>().SingleOrDefaultAsync(c => c.Id == id, ct) is not { } contact) return [];
        var blot = await BlotAsync(db, contact, ct);
        await ForgetTouchesAsync(db, id, blot, ct);
        await ForgetTasksAsync(db, id, blot, ct);
        await ForgetPositionsAsync(db, id, blot, ct);
        var leads = await ForgetLeadsAsync(db, id, blot, ct);
        await ForgetFavoursAsync(db, id, blot, ct);
        await Service.Cases.CaseErasing.ForgetAsync(db, id, blot, ct);
        await MapErasing.ForgetAsync(db, id, blot, ct);
        db.RemoveRange(await db.Rows<Ground>().Where(g => g.ContactId == id).ToListAsync(ct));
        db.RemoveRange(await db.Rows<Privacy.SilentContact>().Where(s => s.ContactId == id).ToListAsync(ct));
        await DuplicateErasing.ForgetAsync(db, [id, .. leads], ct);
        contact.Erased();
        db.Remove(contact);
        await db.SaveChangesAsync(ct);
        return [];
    }

    public async Task<IReadOnlyList<(string Kind, Guid Id)>> AlongAsync(AppDb db, Guid id, CancellationToken ct) => [.. (await LeadsOf(db, id).Select(l => l.Id).ToListAsync(ct)).Select(lead => (Kinds.Lead, lead))];

    /// <summary>What they were before, and what was merged into that.</summary>
    internal static IQueryable<Lead> LeadsOf(AppDb db, Guid contact)
    {
        var mine = db.RowsWithRemoved<Lead>().Where(l => l.ContactId == contact).Select(l => l.Id);
        return db.RowsWithRemoved<Lead>().Where(l => mine.Contains(l.Id) || mine.Contains(l.MergedIntoId!.Value));
    }

    /// <summary>What names them, by what they are and by what they were.</summary>
    internal static async Task<Blot> BlotAsync(AppDb db, Contact contact, CancellationToken ct)
    {
        var leads = await LeadsOf(db, contact.Id).Select(l => new { l.Name, l.Email, l.Phone, l.PhoneE164 }).ToListAsync(ct);
        return new Blot([contact.Name, contact.Email, contact.Phone, contact.Mobile, contact.PhoneE164, contact.MobileE164, .. leads.SelectMany(l => new[] { l.Name, l.Email, l.Phone, l.PhoneE164 })]);
    }

    private static Task ForgetTouchesAsync(AppDb db, Guid id, Blot blot, CancellationToken ct)
    {
        var subject = T("With an erased contact");
        return db.RewriteRecordsAsync(db.RowsWithRemoved<Interaction>().Where(i => i.ContactId == id), i => (i.Subject, i.Text, i.SourceId, i.ContactId) = (subject, null, null, null), blot, ct);
    }

    private static Task ForgetFavoursAsync(AppDb db, Guid id, Blot blot, CancellationToken ct)
    {
        var without = T("Given to an erased contact");
        return db.RewriteRecordsAsync(db.RowsWithRemoved<Favour>().Where(f => f.ContactId == id || f.WithContactId == id), f => f.Forget(id, blot.Names(f.What) ? without : f.What), blot, ct);
    }

    private static async Task<IReadOnlyList<Guid>> ForgetLeadsAsync(AppDb db, Guid id, Blot blot, CancellationToken ct)
    {
        var leads = await LeadsOf(db, id).ToListAsync(ct);
        db.RemoveRange(leads);
        await db.SaveChangesAsync(ct);
        var ids = leads.ConvertAll(l => l.Id);
        await db.RewriteHistoryAsync(ids, blot, ct);
        return ids;
    }

    private static async Task ForgetPositionsAsync(AppDb db, Guid id, Blot blot, CancellationToken ct)
    {
        var positions = await db.RowsWithRemoved<Position>().Where(p => p.ContactId == id).ToListAsync(ct);
        db.RemoveRange(positions);
        await db.SaveChangesAsync(ct);
        await db.RewriteHistoryAsync([.. positions.Select(p => p.Id)], blot, ct);
    }

    private static Task ForgetTasksAsync(AppDb db, Guid id, Blot blot, CancellationToken ct)
    {
        var without = T("Task with an erased contact");
        return db.RewriteRecordsAsync(db.RowsWithRemoved<Todo>().Where(t => t.ContactId == id), t => (t.Title, t.Expected, t.Result, t.ContactId) = (blot.Names(t.Title) ? without : t.Title, Without(t.Expected), Without(t.Result), null), blot, ct);

        string? Without(string? text) => text is not null && blot.Names(text) ? without : text;
    }
}
