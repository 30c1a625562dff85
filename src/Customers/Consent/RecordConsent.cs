using System.ComponentModel.DataAnnotations;
using Coxswain.Customers.Activities;
using Coxswain.Customers.Attachments;
using Coxswain.Customers.Contacts;
using Coxswain.Customers.Leads;
using Coxswain.Customers.Records;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Outside;
using Coxswain.Platform.Ui;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Consent;

/// <summary>Records that somebody may be written to, with what shows it, or that they may not.</summary>
internal static class RecordConsent
{
    public sealed record Input
    {
        /// <summary>The contact, or the lead.</summary>
        public Guid Id { get; init; }
        public Channel? Channel { get; init; }
        public Purpose? Purpose { get; init; }

        /// <summary>Which newsletter; empty for all of them.</summary>
        [StringLength(120)]
        public string? Topic { get; init; }
        public LegalGround? Ground { get; init; }

        /// <summary>The day they said so; today, where nobody says.</summary>
        public DateOnly? On { get; init; }
        public ConsentWay? Way { get; init; }

        [StringLength(1_000)]
        public string? Evidence { get; init; }

        /// <summary>A file on their record that shows it.</summary>
        public Guid? AttachmentId { get; init; }
    }

    public static Task<Outcome<ConsentView>> OnContact(Input input, AppDb db, TimeProvider clock, CancellationToken ct) => DoAsync(input, db, clock, lead: false, given: true, ct);

    public static Task<Outcome<ConsentView>> OnLead(Input input, AppDb db, TimeProvider clock, CancellationToken ct) => DoAsync(input, db, clock, lead: true, given: true, ct);

    /// <summary>A wish not to be written to is taken down by anybody who works with customers, whoever owns the record.</summary>
    public static Task<Outcome<ConsentView>> WithdrawOnContact(Input input, AppDb db, TimeProvider clock, CancellationToken ct) => DoAsync(input, db, clock, lead: false, given: false, ct);

    /// <inheritdoc cref="WithdrawOnContact"/>
    public static Task<Outcome<ConsentView>> WithdrawOnLead(Input input, AppDb db, TimeProvider clock, CancellationToken ct) => DoAsync(input, db, clock, lead: true, given: false, ct);

    private static async Task<Outcome<ConsentView>> DoAsync(Input input, AppDb db, TimeProvider clock, bool lead, bool given, CancellationToken ct)
    {
        if (await ConsentOf.FindAsync(db, input.Id, lead, ct) is not { } about) return Outcome.Missing;
        if (given && !about.MayChange) return Outcome.Refused(T("{0} belongs to someone else. Ask its owner to change it.", about.Name));
        var today = await ListTasks.TodayAsync(db, clock, ct);
        var problems = Wrong(input, given, today);
        if (input.AttachmentId is { } file && !await about.Files(db).AnyAsync(a => a.Id == file, ct)) problems.Add("AttachmentId", T("This file is not here."));
        if (problems.Any) return Outcome.Invalid(problems);
        db.Add(new ConsentEntry
        {
            ContactId = lead ? null : input.Id, LeadId = lead ? input.Id : null, Channel = input.Channel!.Value, Purpose = input.Purpose!.Value, Topic = input.Purpose is Purpose.Newsletter ? input.Topic : null, IsGiven = given, Ground = given ? input.Ground : null,
            On = input.On ?? today, RecordedAt = clock.GetUtcNow().UtcDateTime, Way = input.Way ?? ConsentWay.Spoken, Evidence = input.Evidence, AttachmentId = input.AttachmentId, PersonId = db.Viewer.PersonId,
        });
        await db.SaveChangesAsync(ct);
        var view = await about.ReadAsync(db, ct);
        var deciding = ConsentRule.Deciding([.. view.Stands.Select(s => s.Latest)], input.Channel.Value, input.Purpose.Value, input.Topic)!;
        return Outcome.Done(view).Saying(!given ? T("Noted. They are not written to for this any more.") : view.Suppressed is not null && input.Channel is Channel.Mail ? T("Noted. Their address stays suppressed, so nothing is sent all the same.")
            : deciding.IsGiven ? T("Noted. They may be written to for this.") : T("Noted. They refused it later, on {0}, so nothing is sent.", DayText.Whole(deciding.On)));
    }

    private static Problems Wrong(Input input, bool given, DateOnly today)
    {
        var problems = new Problems().AddIf(input.Channel is null, "Channel", T("Please fill this in.")).AddIf(input.Purpose is null, "Purpose", T("Please fill this in.")).AddIf(input.On > today, "On", T("This day has not come yet.")).AddIf(input.Way is ConsentWay.Import, "Way", T("Please fill this in."));
        if (!given) return problems;
        return problems.AddIf(input.Ground is null, "Ground", T("Without a lawful basis nobody is written to."))
            .AddIf(input is { Purpose: Purpose.Newsletter, Ground: LegalGround.LegitimateInterest }, "Ground", T("A newsletter needs that they agreed, or a contract; an interest of ours is not enough."))
            .AddIf(string.IsNullOrWhiteSpace(input.Evidence) && input.AttachmentId is null, "Evidence", T("Say what shows it: what they were asked and said, or which interest it is."));
    }

    /// <summary>What the form asks for.</summary>
    public sealed record Show
    {
        public Guid Id { get; init; }

        /// <summary>The form that withdraws.</summary>
        public bool Withdraw { get; init; }
    }

    public static Task<Outcome<ConsentFormView>> FormOnContact(Show input, AppDb db, TimeProvider clock, CancellationToken ct) => FormAsync(input, db, clock, lead: false, ct);

    public static Task<Outcome<ConsentFormView>> FormOnLead(Show input, AppDb db, TimeProvider clock, CancellationToken ct) => FormAsync(input, db, clock, lead: true, ct);

    public static Task<Outcome<ConsentFormView>> AgainOnContact(Show input, AppDb db, TimeProvider clock, CancellationToken ct) => FormAsync(input with { Withdraw = true }, db, clock, lead: false, ct);

    public static Task<Outcome<ConsentFormView>> AgainOnLead(Show input, AppDb db, TimeProvider clock, CancellationToken ct) => FormAsync(input with { Withdraw = true }, db, clock, lead: true, ct);

    private static async Task<Outcome<ConsentFormView>> FormAsync(Show input, AppDb db, TimeProvider clock, bool lead, CancellationToken ct)
    {
        if (await ConsentOf.FindAsync(db, input.Id, lead, ct) is not { } about) return Outcome.Missing;
        var files = await about.Files(db).OrderByDescending(a => a.AddedOn).Take(50).Select(a => new { a.Id, a.Name }).ToListAsync(ct);
        return new ConsentFormView(about.Url, about.Name, input.Withdraw, [.. files.Select(f => new Choice(f.Id.ToString(), f.Name))], await ListTasks.TodayAsync(db, clock, ct));
    }

    public static async Task<Outcome<ConsentView>> ReadContact(Show input, AppDb db, CancellationToken ct) => await ConsentOf.FindAsync(db, input.Id, lead: false, ct) is { } about ? await about.ReadAsync(db, ct) : Outcome.Missing;

    public static async Task<Outcome<ConsentView>> ReadLead(Show input, AppDb db, CancellationToken ct) => await ConsentOf.FindAsync(db, input.Id, lead: true, ct) is { } about ? await about.ReadAsync(db, ct) : Outcome.Missing;
}

/// <summary>What the form starts with.</summary>
public sealed record ConsentFormView(string Url, string Name, bool Withdraws, IReadOnlyList<Choice> Files, DateOnly Today);

/// <summary>Whom entries are about: a contact or a lead the viewer sees.</summary>
internal sealed record ConsentOf(Guid Id, bool IsLead, string Name, string? Email, bool MayChange)
{
    public string Url => IsLead ? $"/leads/{Id}" : $"/contacts/{Id}";

    public static async Task<ConsentOf?> FindAsync(AppDb db, Guid id, bool lead, CancellationToken ct)
    {
        var found = lead ? await db.Leads.Where(l => l.Id == id).Select(l => new { l.Name, l.Email, l.OwnerId }).SingleOrDefaultAsync(ct) : await db.Contacts.Where(c => c.Id == id).Select(c => new { c.Name, c.Email, c.OwnerId }).SingleOrDefaultAsync(ct);
        return found is null ? null : new ConsentOf(id, lead, found.Name, found.Email, db.MayEdit(lead ? Kinds.Lead : Kinds.Contact, id, found.OwnerId));
    }

    public IQueryable<Attachment> Files(AppDb db) => IsLead ? db.Attachments.Where(a => a.AboutKind == Kinds.Lead && a.AboutId == Id) : db.Attachments.Where(a => a.ContactId == Id);

    public async Task<ConsentView> ReadAsync(AppDb db, CancellationToken ct) => await ConsentReading.OfAsync(db, await Platform.Tenants.TenantReads.TenantAsync(db, ct), Url, IsLead ? db.Rows<ConsentEntry>().Where(e => e.LeadId == Id) : db.Rows<ConsentEntry>().Where(e => e.ContactId == Id), Email, db.Viewer.May(Permission.EditCustomers), ct);
}
