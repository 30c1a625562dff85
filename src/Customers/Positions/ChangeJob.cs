using System.ComponentModel.DataAnnotations;
using Coxswain.Customers.Activities;
using Coxswain.Customers.Capture.Waiting;
using Coxswain.Customers.Contacts;
using Coxswain.Customers.Records;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Positions;

/// <summary>A contact went to another account: stands there from now on, and where they were is kept. The address and numbers of the old place go unless new ones are named.</summary>
internal static class ChangeJob
{
    public sealed record Input : AtAccount
    {
        /// <summary>Their first day there; today, where nobody says.</summary>
        public DateOnly? Since { get; init; }

        [StringLength(254)]
        public string? Email { get; init; }

        [StringLength(40)]
        public string? Phone { get; init; }
    }

    public static async Task<Outcome<ContactView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (found, no) = await db.ContactForChangeAsync(input.Id, ct);
        if (no is not null) return no;
        var contact = found!;
        var today = await ListTasks.TodayAsync(db, clock, ct);
        var problems = new ContactFields { Email = input.Email, Phone = input.Phone }.Check(named: false).AddIf(input.Since > today, "Since", T("This has not happened yet: make it a task."));
        var account = await NamedAccount.FindNeededAsync(db, input.Account, input.AccountId, problems, ct);
        problems.AddIf(account is not null && account == contact.AccountId, "Account", T("{0} is there already.", contact.Name));
        if (problems.Any) return Outcome.Invalid(problems);
        var since = input.Since ?? today;
        contact.AccountId = account;
        await FormerPlaces.FollowAsync(db, [contact], since, ct);
        // Whoever was there as well goes on being there: since when is said already.
        if (!await db.Rows<Position>().AnyAsync(p => p.ContactId == contact.Id && p.AccountId == account && p.To == null, ct)) db.Add(new Position { ContactId = contact.Id, AccountId = account!.Value, Title = input.Title, From = since });
        // What was true at the old place is not at the new one; what a role does not change, others put right.
        var fields = db.Reaches.Fields;
        if (input.Title is not null || fields.AreOpen(Kinds.Contact, ["Title"])) contact.Title = input.Title;
        if (input.Email is not null || fields.AreOpen(Kinds.Contact, ["Email"])) contact.Email = input.Email;
        if (input.Phone is not null || fields.AreOpen(Kinds.Contact, ["Phone"])) contact.PhoneE164 = Phones.E164(contact.Phone = input.Phone, Phones.Region);
        await db.SaveChangesAsync(ct);
        if (input.Email is { } email) await WaitingRows.JoinAsync(db, email, ct);
        return await db.Rows<Contact>().AsNoTracking().Where(c => c.Id == contact.Id).Select(ContactView.Reading(db)).SingleAsync(ct);
    }

    public static async Task<Outcome<WentBack>> OnPage(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var changed = await Do(input, db, clock, ct);
        return changed.View is { } contact ? Outcome.Done(new WentBack($"/contacts/{contact.Id}")).Saying(T("{0} is at {1} now.", contact.Name, contact.AccountName)) : changed.No;
    }
}
