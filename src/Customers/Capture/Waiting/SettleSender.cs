using System.ComponentModel.DataAnnotations;
using Coxswain.Customers.Accounts;
using Coxswain.Customers.Activities;
using Coxswain.Customers.Contacts;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Capture.Waiting;

/// <summary>Makes somebody a contact; all that waits with them is filed.</summary>
internal static class MakeContact
{
    public sealed record Input
    {
        public Guid Id { get; init; }

        [Required, StringLength(200)]
        public string? Name { get; init; }

        [StringLength(200)]
        public string? Account { get; init; }
    }

    public static async Task<Outcome<WentBack>> Do(Input input, AppDb db, CancellationToken ct)
    {
        if (await ShowSender.AddressAsync(db, input.Id, ct) is not { } sender) return Outcome.Missing;
        var made = await CreateContact.Do(new CreateContact.Input { Name = input.Name, Account = input.Account, Email = sender.Address }, db, ct);
        if (made.View is not { } contact) return made.No;
        var filed = await WaitingRows.LookAgainAsync(db, await Filing.OfAsync(db, db.Viewer.PersonId, await CaptureRules.OfAsync(db, ct), ct), WaitingRows.With(db, sender.Address), ct);
        return Outcome.Done(new WentBack("/waiting")).Saying(N(filed, "{1} is added and one is filed.", "{1} is added and {0} are filed.", contact.Name));
    }
}

/// <summary>Files what waits with somebody with a contact that is there.</summary>
internal static class FileWith
{
    public sealed record Input
    {
        public Guid Id { get; init; }

        /// <summary>The contact by their exact name.</summary>
        [Required, StringLength(200)]
        public string? Contact { get; init; }

        /// <summary>The address is the contact's from now on, where they have none.</summary>
        public bool Keep { get; init; }
    }

    public static async Task<Outcome<WentBack>> Do(Input input, AppDb db, CancellationToken ct)
    {
        if (await ShowSender.AddressAsync(db, input.Id, ct) is not { } sender) return Outcome.Missing;
        var folded = Folding.Fold(input.Contact);
        var found = await db.Contacts.Where(c => c.FoldedName == folded).OrderBy(c => c.Id).Take(2).ToListAsync(ct);
        if (found.Count != 1) return Outcome.Invalid(nameof(input.Contact), found.Count == 0 ? T("There is no contact called {0}.", input.Contact) : T("There are several called {0}. Open the one you mean and give them this address, and it is filed with the next fetch.", input.Contact));
        var contact = found[0];
        var owner = await db.Rows<Account>().Where(a => a.Id == contact.AccountId).Select(a => (Guid?)a.OwnerId).FirstOrDefaultAsync(ct);
        var filing = await Filing.OfAsync(db, db.Viewer.PersonId, await CaptureRules.OfAsync(db, ct), ct);
        var waiting = await WaitingRows.With(db, sender.Address).OrderBy(c => c.OccurredAt).ToListAsync(ct);
        var people = await WaitingRows.PeopleAsync(db, waiting, ct);
        var filed = 0;
        foreach (var captured in waiting)
        {
            foreach (var address in people[captured.Id].Where(a => a.Address == sender.Address)) address.ContactId = contact.Id;
            if (await filing.TouchAsync(captured, new Party(contact.AccountId, contact.Id, null, owner), ct)) filed++;
            await db.SaveChangesAsync(ct);
        }
        if (input.Keep && contact.Email is null && db.Reaches.Fields.AreOpen(Kinds.Contact, ["Email"]) && db.MayEdit(Kinds.Contact, contact)) contact.Email = sender.Address;
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new WentBack("/waiting")).Saying(N(filed, "One is filed with {1}.", "{0} are filed with {1}.", contact.Name));
    }
}

/// <summary>Somebody is no customer: what waits with them goes, and nothing of them is kept again.</summary>
internal static class IgnoreSender
{
    public sealed record Input
    {
        public Guid Id { get; init; }

        /// <summary>Everybody at their domain.</summary>
        public bool Domain { get; init; }
    }

    public static async Task<Outcome<WentBack>> Do(Input input, AppDb db, CancellationToken ct)
    {
        if (await ShowSender.AddressAsync(db, input.Id, ct) is not { } sender) return Outcome.Missing;
        var pattern = input.Domain ? "@" + Addresses.DomainOf(sender.Address) : sender.Address;
        if (!await db.Rows<IgnoredAddress>().AnyAsync(i => i.PersonId == db.Viewer.PersonId && i.Pattern == pattern, ct)) db.Add(new IgnoredAddress { PersonId = db.Viewer.PersonId, Pattern = pattern });
        await db.SaveChangesAsync(ct);
        var filing = await Filing.OfAsync(db, db.Viewer.PersonId, await CaptureRules.OfAsync(db, ct), ct);
        var waiting = await WaitingRows.Mine(db).ToListAsync(ct);
        var people = await WaitingRows.PeopleAsync(db, waiting, ct);
        foreach (var captured in waiting.Where(c => !people[c.Id].Any(a => a.IsOutside && !filing.IsIgnored(a.Address))))
        {
            captured.Forget(CapturedState.Ignored);
            db.RemoveRange(people[captured.Id]);
        }
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new WentBack("/waiting")).Saying(T("{0} is ignored. You can take that back under mail and calendar.", pattern));
    }
}
