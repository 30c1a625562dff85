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
    public sealed record Input : ContactFields;

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
        db.Add(contact);
        await db.SaveChangesAsync(ct);
        var view = await db.Contacts.AsNoTracking().Where(c => c.Id == contact.Id).Select(ContactView.Reading(db)).SingleAsync(ct);
        return Outcome.Done(view).Saying(T("{0} is added.", contact.Name), $"/contacts/{contact.Id}/removals");
    }
}
