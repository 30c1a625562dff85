using System.Linq.Expressions;
using System.Text.Json;
using Coxswain.Customers.Accounts;
using Coxswain.Customers.Accounts.Team;
using Coxswain.Customers.Activities;
using Coxswain.Customers.Contacts;
using Coxswain.People;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Capture;

/// <summary>Who may read what was captured: its owner, and those they let.</summary>
internal static class Reading
{
    /// <summary>What the viewer may read. No role opens more.</summary>
    public static IQueryable<Captured> ReadableCaptured(this AppDb db)
    {
        var me = db.Viewer.PersonId;
        var owned = db.Rows<Account>();
        var seen = from t in db.Rows<CapturedTouch>() join i in db.Interactions on t.InteractionId equals i.Id select new { t.CapturedId, i.AccountId, OwnerId = owned.Where(a => a.Id == i.AccountId).Select(a => (Guid?)a.OwnerId).FirstOrDefault() };
        var member = db.Rows<AccountMember>().Where(m => m.PersonId == me);
        return db.Rows<Captured>().Where(c => c.PersonId == me
            // A rule is for the accounts whoever made it owns, also where the same mail went to a colleague's customer.
            || c.Readers == Readers.Everyone && seen.Any(s => s.CapturedId == c.Id && (c.ReadersChosen || s.OwnerId == c.PersonId))
            || c.Readers == Readers.Team && seen.Any(s => s.CapturedId == c.Id && (c.ReadersChosen || s.OwnerId == c.PersonId) && (s.OwnerId == me || member.Any(m => m.AccountId == s.AccountId))));
    }

    /// <summary>The touches of a contact's account that they were in, beside whom it was filed with.</summary>
    public static IQueryable<Guid> AlsoWith(AppDb db, Guid contact) => from a in db.Rows<CapturedAddress>() join t in db.Rows<CapturedTouch>() on a.CapturedId equals t.CapturedId where a.ContactId == contact select t.InteractionId;
}

/// <summary>Shows a mail or a meeting to those who may read it.</summary>
internal static class ShowCaptured
{
    public sealed record Input { public Guid Id { get; init; } }

    public static async Task<Outcome<CapturedView>> Do(Input input, AppDb db, CancellationToken ct)
    {
        var people = db.PersonRows();
        if (await db.ReadableCaptured().AsNoTracking().Where(c => c.Id == input.Id).Select(c => new { Row = c, Owner = people.Where(p => p.Id == c.PersonId).Select(p => p.Name).FirstOrDefault() }).SingleOrDefaultAsync(ct) is not { } found) return Outcome.Missing;
        var (row, contacts) = (found.Row, db.Contacts);
        var touches = from t in db.Rows<CapturedTouch>() join i in db.Interactions on t.InteractionId equals i.Id where t.CapturedId == row.Id select i.AccountId;
        return new CapturedView
        {
            Id = row.Id, Kind = row.Kind, At = db.Local(row.OccurredAt), Minutes = row.Minutes, Subject = row.Subject, Text = row.Text, Owner = found.Owner, IsMine = row.PersonId == db.Viewer.PersonId, Readers = row.Readers, State = row.State,
            Files = row.Files is null ? [] : JsonSerializer.Deserialize<List<CapturedFile>>(row.Files)!,
            People = await db.Rows<CapturedAddress>().Where(a => a.CapturedId == row.Id).OrderBy(a => a.Part).ThenBy(a => a.Id)
                .Select(a => new CapturedPerson(a.Address, a.Name, a.Part, contacts.Where(c => c.Id == a.ContactId).Select(c => (Guid?)c.Id).FirstOrDefault(), contacts.Where(c => c.Id == a.ContactId).Select(c => c.Name).FirstOrDefault())).ToListAsync(ct),
            Accounts = await db.Accounts.Where(a => touches.Contains(a.Id)).OrderBy(a => a.FoldedName).Select(a => new CapturedAccount(a.Id, a.Name)).ToListAsync(ct),
        };
    }
}

/// <summary>Somebody in it.</summary>
public sealed record CapturedPerson(string Address, string? Name, Part Part, Guid? ContactId, string? Contact);

/// <summary>An account it is filed with.</summary>
public sealed record CapturedAccount(Guid Id, string Name);

/// <summary>A file that was attached; it is not kept.</summary>
public sealed record CapturedFile(string Name, long Bytes);

/// <summary>A captured mail or meeting.</summary>
public sealed record CapturedView
{
    public required Guid Id { get; init; }
    public required CapturedKind Kind { get; init; }
    public required DateTime At { get; init; }
    public required int? Minutes { get; init; }
    public required string? Subject { get; init; }
    public required string? Text { get; init; }
    public required string? Owner { get; init; }
    public required bool IsMine { get; init; }
    public required Readers Readers { get; init; }
    public required CapturedState State { get; init; }
    public required IReadOnlyList<CapturedFile> Files { get; init; }
    public required IReadOnlyList<CapturedPerson> People { get; init; }
    public required IReadOnlyList<CapturedAccount> Accounts { get; init; }
}

/// <summary>Its owner says who may read this one, whatever the rule.</summary>
internal static class ChooseReaders
{
    public sealed record Input
    {
        public Guid Id { get; init; }
        public Readers Readers { get; init; }
    }

    public static async Task<Outcome<WentBack>> Do(Input input, AppDb db, CancellationToken ct)
    {
        if (await db.Rows<Captured>().SingleOrDefaultAsync(c => c.Id == input.Id && c.PersonId == db.Viewer.PersonId && c.State == CapturedState.Filed, ct) is not { } captured) return Outcome.Missing;
        (captured.Readers, captured.ReadersChosen) = (input.Readers, true);
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new WentBack($"/captured/{captured.Id}")).Saying(T("Saved."));
    }
}
