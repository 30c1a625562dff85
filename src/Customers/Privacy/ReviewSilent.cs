using System.ComponentModel.DataAnnotations;
using Coxswain.Customers.Activities;
using Coxswain.Customers.Contacts;
using Coxswain.Customers.Records;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Privacy;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Privacy;

/// <summary>Lists contacts with whom nothing happened for long, of those the viewer may change.</summary>
internal static class ShowSilent
{
    private const int Most = 100;

    public static async Task<Outcome<SilentView>> Do(AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (touches, accounts) = (db.Rows<Interaction>(), db.Accounts);
        var mine = db.Rows<Contact>().Reached(db, Kinds.Contact, AccessLevel.Edit);
        var rows = await db.Rows<SilentContact>().AsNoTracking().Where(s => s.KeptUntil == null).Join(mine, s => s.ContactId, c => c.Id, (s, c) => new { s.Id, s.FoundOn, c })
            .OrderBy(r => r.FoundOn).ThenBy(r => r.Id).Take(Most)
            .Select(r => new { r.Id, r.FoundOn, r.c.Name, ContactId = r.c.Id, Account = accounts.Where(a => a.Id == r.c.AccountId).Select(a => a.Name).FirstOrDefault(), Last = touches.Where(i => i.ContactId == r.c.Id).Max(i => (DateTime?)i.OccurredAt) }).ToListAsync(ct);
        return new SilentView([.. rows.Select(r => new SilentLine(r.Id, r.ContactId, r.Name, r.Account, r.Last is { } at ? DateOnly.FromDateTime(at) : null, r.FoundOn))], await db.LimitAsync(SilentRetention.Name, SilentRetention.Months, ct), await ListTasks.TodayAsync(db, clock, ct), db.Viewer.May(Permission.Erase));
    }

    public static Task<Outcome<SilentView>> Again(KeepSilent.Input input, AppDb db, TimeProvider clock, CancellationToken ct) => Do(db, clock, ct);
}

/// <summary>Keeps a silent contact, with the reason, for as long again.</summary>
internal static class KeepSilent
{
    public sealed record Input
    {
        public Guid Id { get; init; }

        [StringLength(300)]
        public string? Because { get; init; }
    }

    public static async Task<Outcome<WentBack>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await db.Rows<SilentContact>().SingleOrDefaultAsync(s => s.Id == input.Id && s.KeptUntil == null, ct) is not { } row) return Outcome.Missing;
        var (contact, no) = await db.ContactForChangeAsync(row.ContactId, ct);
        if (no is not null) return no;
        if (string.IsNullOrWhiteSpace(input.Because)) return Outcome.Invalid("Because", T("Say why they are kept."));
        var months = await db.LimitAsync(SilentRetention.Name, SilentRetention.Months, ct);
        (row.Because, row.PersonId, row.KeptUntil) = (input.Because, db.Viewer.PersonId, (await ListTasks.TodayAsync(db, clock, ct)).AddMonths(months));
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new WentBack("/contacts/silent")).Saying(T("{0} is kept.", contact!.Name));
    }
}

/// <summary>Silent contacts as their page shows them.</summary>
/// <param name="Rows">Those put up for review, the longest waiting first.</param>
/// <param name="Months">How long nothing happened.</param>
/// <param name="Today">In the organisation.</param>
/// <param name="MayErase">The viewer may erase.</param>
public sealed record SilentView(IReadOnlyList<SilentLine> Rows, int Months, DateOnly Today, bool MayErase);

/// <summary>One of them.</summary>
/// <param name="Id">The review.</param>
/// <param name="ContactId">Who.</param>
/// <param name="Name">What they are called.</param>
/// <param name="Account">Where they work.</param>
/// <param name="LastOn">When we were last in touch; null for never.</param>
/// <param name="FoundOn">Since when somebody is asked.</param>
public sealed record SilentLine(Guid Id, Guid ContactId, string Name, string? Account, DateOnly? LastOn, DateOnly FoundOn);
