using Coxswain.Customers.Accounts;
using Coxswain.Customers.Activities;
using Coxswain.Customers.Attachments;
using Coxswain.Customers.Contacts;
using Coxswain.Customers.Duplicates.Matching;
using Coxswain.Customers.Duplicates.Typing;
using Coxswain.Platform.CustomFields;
using Coxswain.Platform.Data;
using Coxswain.Platform.Mirroring;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Leads;

/// <summary>What a lead knows goes along to what it becomes: nothing is typed again and nothing stays behind.</summary>
internal static class LeadAlong
{
    // The same address is the same person.
    public static IQueryable<Contact> Same(AppDb db, string email)
    {
        var folded = Folding.Fold(email);
        return db.Contacts.Where(c => c.FoldedEmail == folded).OrderBy(c => c.Id);
    }

    /// <summary>Whose contact it certainly is already, where the viewer does not see that one; null where it is none.</summary>
    public static async Task<string?> OwnerAsync(AppDb db, Lead lead, CancellationToken ct)
    {
        if (lead.Email is { } email && await Same(db, email).AnyAsync(ct)) return null;
        var known = await KnownReading.ContactsAsync(db, Someone.Of(default, lead.Name, lead.Email, lead.PhoneE164 ?? lead.Phone, null, lead.Company), lead.Name, null, ct);
        return known.FirstOrDefault(k => k.Name is null) is { } unseen ? unseen.OwnerName ?? T("nobody") : null;
    }

    /// <summary>The contact it becomes: who has its address, completed where nothing is known of them, or somebody new.</summary>
    public static async Task<Contact> ContactAsync(AppDb db, Lead lead, Guid? account, CancellationToken ct)
    {
        if (lead.Email is { } email && await Same(db, email).FirstOrDefaultAsync(ct) is { } there)
        {
            if (db.MayEdit(Kinds.Contact, there)) await CompleteAsync(db, lead, there, account, ct);
            return there;
        }
        var contact = new Contact { Name = lead.Name, OwnerId = lead.OwnerId, AccountId = account, Title = lead.Title, Email = lead.Email, Phone = lead.Phone, PhoneE164 = lead.PhoneE164 };
        await CustomCopy.FillAsync(db, Kinds.Lead, lead, Kinds.Contact, contact, ct);
        db.Add(contact);
        return contact;
    }

    private static async Task CompleteAsync(AppDb db, Lead lead, Contact contact, Guid? account, CancellationToken ct)
    {
        var locks = await RecordLocks.OfAsync(db, Kinds.Contact, contact.SourceId, ct);
        if (contact.Title is null && IsOpen(nameof(contact.Title))) contact.Title = lead.Title;
        if (contact.Phone is null && IsOpen(nameof(contact.Phone))) (contact.Phone, contact.PhoneE164) = (lead.Phone, lead.PhoneE164);
        if (contact.AccountId is null && IsOpen(nameof(contact.AccountId))) contact.AccountId = account;
        await CustomCopy.FillAsync(db, Kinds.Lead, lead, Kinds.Contact, contact, ct);

        bool IsOpen(string field) => locks?.Has(field) is not true;
    }

    /// <summary>The own fields of the account, where the viewer may change it.</summary>
    public static async Task AccountAsync(AppDb db, Lead lead, Guid? id, CancellationToken ct)
    {
        if (lead.CustomFields is null || id is null) return;
        var account = db.ChangeTracker.Entries<Account>().FirstOrDefault(e => e.Entity.Id == id)?.Entity ?? await db.Accounts.SingleOrDefaultAsync(a => a.Id == id, ct);
        if (account is not null && db.MayEdit(Kinds.Account, account)) await CustomCopy.FillAsync(db, Kinds.Lead, lead, Kinds.Account, account, ct);
    }

    /// <summary>What was said, what is to be done, the files, and what they want.</summary>
    public static async Task RestAsync(AppDb db, Lead lead, DateTime now, CancellationToken ct)
    {
        var about = lead.OpportunityId is null ? null : FileRecord.Deal;
        foreach (var touch in await db.Rows<Interaction>().Where(i => i.AboutKind == Kinds.Lead && i.AboutId == lead.Id).ToListAsync(ct))
        {
            (touch.AccountId, touch.ContactId) = (lead.AccountId, lead.ContactId);
            if (about is not null) (touch.AboutKind, touch.AboutId) = (about, lead.OpportunityId);
        }
        foreach (var task in await db.Rows<Todo>().Where(t => t.AboutKind == Kinds.Lead && t.AboutId == lead.Id).ToListAsync(ct))
            (task.AccountId, task.ContactId, task.AboutKind, task.AboutId) = (lead.AccountId, lead.ContactId, about, lead.OpportunityId);
        foreach (var file in await db.Rows<Attachment>().Where(f => f.AboutKind == Kinds.Lead && f.AboutId == lead.Id).ToListAsync(ct))
            (file.AccountId, file.ContactId, file.AboutKind, file.AboutId) = (lead.AccountId, lead.ContactId, about, lead.OpportunityId);
        // Neither a contact nor a deal has a place for it, and the next talk begins with it.
        if (!string.IsNullOrWhiteSpace(lead.Need))
            db.Add(new Interaction { Kind = InteractionKind.Note, OwnerId = db.Viewer.PersonId, Subject = T("What they want"), Text = lead.Need, OccurredAt = now, AccountId = lead.AccountId, ContactId = lead.ContactId, AboutKind = about, AboutId = lead.OpportunityId });
    }
}
