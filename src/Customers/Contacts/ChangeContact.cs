using Coxswain.Customers.Activities;
using Coxswain.Customers.Capture.Waiting;
using Coxswain.Customers.Positions;
using Coxswain.Customers.Records;
using Coxswain.Platform.CustomFields;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Contacts;

/// <summary>Changes fields of a contact: those that were sent, the others stay.</summary>
internal static class ChangeContact
{
    public sealed record Input : ContactFields, IPartial
    {
        public IReadOnlySet<string> Sent { get; set; } = new HashSet<string>();
        public Guid Id { get; init; }

        /// <summary>The version the form was drawn from; without it what is sent wins.</summary>
        public int Version { get; init; }

        internal bool Has(string field) => Sent.Contains(field);
    }

    public static async Task<Outcome<ContactView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (found, no) = await db.ContactForChangeAsync(input.Id, ct);
        if (no is not null) return no;
        var contact = found!;
        var (before, address) = (contact.AccountId, contact.Email);
        var problems = input.Check(named: input.Has("Name"));
        var account = input.Has("Account") || input.Has("AccountId") ? await NamedAccount.FindAsync(db, input.Account, input.AccountId, problems, ct, before: before) : before;
        if (input.Has("OwnerId") && input.OwnerId != contact.OwnerId && !(input.OwnerId is { } owner && await db.IsHereAsync(owner, ct))) problems.Add("OwnerId", T("Choose someone who is here."));
        if (problems.Any) return Outcome.Invalid(problems);

        var merge = await db.MergeAsync(contact, contact.Drawn(input.Version), ct);
        Take(input, contact, account, merge);
        await CustomTaking.TakeAsync(db, Kinds.Contact, contact, input.Custom, problems, ct, merge);
        if (problems.Any) return Outcome.Invalid(problems);
        if (merge.Clashes is not []) return Outcome.Stale([.. merge.Clashes.Select(c => c.Field == "AccountId" ? c with { Field = "Account" } : c)]);
        if (contact.AccountId != before) await FormerPlaces.FollowAsync(db, [contact], await ListTasks.TodayAsync(db, clock, ct), ct);
        await db.SaveChangesAsync(ct);
        if (contact.Email is { } email && email != address) await WaitingRows.JoinAsync(db, email, ct);
        return await db.Rows<Contact>().AsNoTracking().Where(c => c.Id == contact.Id).Select(ContactView.Reading(db)).SingleAsync(ct);
    }

    public static async Task<Outcome<FactsView>> OnPage(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var outcome = await Do(input, db, clock, ct);
        if (!outcome.IsDone) return outcome.No;
        var shown = await ShowContactFacts.Do(new() { Id = input.Id }, db, ct);
        return shown.View is { } facts ? facts with { IsSaved = true } : Outcome.Missing;
    }

    private static void Take(Input input, Contact c, Guid? account, Merge merge)
    {
        if (input.Has("Name")) c.Name = merge.Take(nameof(c.Name), c.Name, input.Name!);
        if (input.Has("Title")) c.Title = merge.Take(nameof(c.Title), c.Title, input.Title);
        if (input.Has("Email")) c.Email = merge.Take(nameof(c.Email), c.Email, input.Email);
        if (input.Has("Phone")) c.PhoneE164 = Phones.E164(c.Phone = merge.Take(nameof(c.Phone), c.Phone, input.Phone), Phones.Region);
        if (input.Has("Mobile")) c.MobileE164 = Phones.E164(c.Mobile = merge.Take(nameof(c.Mobile), c.Mobile, input.Mobile), Phones.Region);
        if (input.Has("Account") || input.Has("AccountId")) c.AccountId = merge.Take(nameof(c.AccountId), c.AccountId, account);
        if (input.Has("OwnerId")) c.OwnerId = merge.Take(nameof(c.OwnerId), c.OwnerId, input.OwnerId!.Value);
    }
}
