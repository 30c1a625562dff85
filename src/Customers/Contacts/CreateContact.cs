using Coxswain.Customers.Capture.Waiting;
using Coxswain.Customers.Duplicates.Matching;
using Coxswain.Customers.Duplicates.Typing;
using Coxswain.Customers.Records;
using Coxswain.Platform.CustomFields;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Contacts;

/// <summary>Adds a contact.</summary>
internal static class CreateContact
{
    public sealed record Input : ContactFields
    {
        /// <summary>Refused where it is certain that we know them already.</summary>
        public bool UnlessKnown { get; init; }
    }

    public static async Task<Outcome<ContactView>> Do(Input input, AppDb db, CancellationToken ct)
    {
        var problems = input.Check(named: true);
        var account = await NamedAccount.FindAsync(db, input.Account, input.AccountId, problems, ct);
        if (input.OwnerId is { } owner && owner != db.Viewer.PersonId && !await db.IsHereAsync(owner, ct)) problems.Add("OwnerId", T("Choose someone who is here."));
        if (problems.Any) return Outcome.Invalid(problems);
        var contact = new Contact
        {
            Name = input.Name!, OwnerId = input.OwnerId ?? db.Viewer.PersonId, AccountId = account, Title = input.Title, Email = input.Email,
            Phone = input.Phone, PhoneE164 = Phones.E164(input.Phone, Phones.Region), Mobile = input.Mobile, MobileE164 = Phones.E164(input.Mobile, Phones.Region),
        };
        await CustomTaking.TakeAsync(db, Kinds.Contact, contact, input.Custom, problems, ct);
        if (problems.Any) return Outcome.Invalid(problems);
        var alike = await KnownContacts.OfAsync(new() { Name = contact.Name, Email = contact.Email, Phone = contact.Phone, Mobile = contact.Mobile, AccountId = account }, db, null, ct);
        if (input.UnlessKnown && alike.FirstOrDefault(k => k.Score is null or >= Points.Certain) is { } there) return Outcome.Invalid("Name", there.Name is null ? T("Already known, ask the owner: {0}.", there.OwnerName ?? T("nobody")) : T("Already known: {0}.", there.Name));
        db.Add(contact);
        await db.SaveChangesAsync(ct);
        if (contact.Email is { } email) await WaitingRows.JoinAsync(db, email, ct);
        var view = await db.Contacts.AsNoTracking().Where(c => c.Id == contact.Id).Select(ContactView.Reading(db)).SingleAsync(ct);
        return Outcome.Done(view with { LooksLike = alike }).Saying(T("{0} is added.", contact.Name), $"/contacts/{contact.Id}/removals");
    }
}
