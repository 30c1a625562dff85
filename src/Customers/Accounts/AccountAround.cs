using Coxswain.Customers.Accounts.Steps;
using Coxswain.Customers.Accounts.Team;
using Coxswain.Customers.Activities;
using Coxswain.Customers.Attachments;
using Coxswain.Customers.Connection;
using Coxswain.Customers.Objects;
using Coxswain.Customers.Positions;
using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Accounts;

/// <summary>Who and what stands around an account: our team, the steps of its class, who else of them is or was there, what belongs to it and leads to it. One statement.</summary>
internal sealed record AccountAround(IReadOnlyList<MemberView> Members, IReadOnlyList<StepView> Steps, IReadOnlyList<FormerLine> Former, IReadOnlyList<AccountLine> Below, TouchTrend Touches, IReadOnlyList<AttachmentView> Files, IReadOnlyList<LinkedGroup> Linked)
{
    private const int Most = 20;

    private enum Part { Former, Member, Below, Step, Touch, File, Linked }

    private sealed class Line
    {
        public Part Part { get; init; }
        public Guid Id { get; init; }
        public Guid Whom { get; init; }
        public string? Name { get; init; }
        public string? Note { get; init; }
        public string? Also { get; init; }
        public DateOnly To { get; init; }
        public int Place { get; init; }
        public int Months { get; init; }
    }

    public static async Task<AccountAround> ReadAsync(AppDb db, Guid id, AccountClass? kind, DateTime now, CancellationToken ct)
    {
        var (people, accounts, contacts) = (db.PersonRows(), db.Accounts, db.Contacts);
        // A day rather than none: an engine would take none for a text.
        var still = new DateOnly(9999, 1, 1);
        var hidesTitles = db.Reaches.Fields.Hidden(Kinds.Contact).Contains(nameof(Contacts.Contact.Title));
        var former = db.Rows<Position>().Where(p => p.AccountId == id && (p.To != null || !contacts.Any(c => c.Id == p.ContactId && c.AccountId == id))).OrderByDescending(p => p.To == null).ThenByDescending(p => p.To).ThenByDescending(p => p.Id).Take(Most).Join(contacts, p => p.ContactId, c => c.Id, (p, c) => new Line
        { Part = Part.Former, Id = p.Id, Whom = c.Id, Name = c.Name, Note = hidesTitles ? null : p.Title, Also = accounts.Where(a => a.Id == c.AccountId && a.Id != id).Select(a => a.Name).FirstOrDefault(), To = p.To ?? still, Place = 0, Months = 0 });
        var members = db.Rows<AccountMember>().Where(m => m.AccountId == id).Select(m => new Line
        { Part = Part.Member, Id = m.Id, Whom = m.PersonId, Name = people.Where(p => p.Id == m.PersonId).Select(p => p.Name).FirstOrDefault(), Note = m.Function, Also = null, To = still, Place = 0, Months = 0 });
        var below = accounts.Where(a => a.ParentId == id).OrderBy(a => a.FoldedName).Take(Most).Select(a => new Line
        { Part = Part.Below, Id = a.Id, Whom = a.Id, Name = a.Name, Note = a.Industry, Also = people.Where(p => p.Id == a.OwnerId).Select(p => p.Name).FirstOrDefault(), To = still, Place = 0, Months = 0 }).Seen(db);
        var (recent, before) = (now - TouchTrend.Window, now - 2 * TouchTrend.Window);
        // Counted twice rather than by groups: a group cannot stand among the other lines.
        var touched = TouchTrend.Touched(db, id);
        var touches = accounts.Where(a => a.Id == id).Select(a => new Line
        { Part = Part.Touch, Id = a.Id, Whom = a.Id, Name = null, Note = null, Also = null, To = still, Place = touched.Count(i => i.OccurredAt > recent && i.OccurredAt <= now), Months = touched.Count(i => i.OccurredAt > before && i.OccurredAt <= recent) });
        var contents = db.Rows<AttachedContent>();
        var files = db.Attachments.Where(a => a.AccountId == id).OrderByDescending(a => a.AddedOn).ThenByDescending(a => a.Id).Take(Most).Select(a => new Line
        { Part = Part.File, Id = a.Id, Whom = a.OwnerId, Name = a.Name, Note = contents.Where(c => c.Id == a.ContentId).Select(c => c.MediaType).FirstOrDefault(), Also = people.Where(p => p.Id == a.OwnerId).Select(p => p.Name).FirstOrDefault(), To = a.AddedOn, Place = (int)contents.Where(c => c.Id == a.ContentId).Select(c => c.Bytes).FirstOrDefault(), Months = 0 });
        var all = former.Concat(members).Concat(below).Concat(touches).Concat(files);
        if (kind is not null)
        {
            var done = db.Rows<StepDone>().Where(d => d.AccountId == id);
            all = all.Concat(db.Rows<AccountStep>().Where(s => s.Class == kind && s.RetiredAt == null).Select(s => new Line
            { Part = Part.Step, Id = s.Id, Whom = s.Id, Name = s.Name, Note = s.Function, Also = people.Where(p => p.Id == done.Where(d => d.StepId == s.Id).Select(d => d.PersonId).FirstOrDefault()).Select(p => p.Name).FirstOrDefault(), To = done.Where(d => d.StepId == s.Id).Select(d => d.DoneOn).FirstOrDefault() ?? still, Place = s.Position, Months = s.RepeatMonths ?? 0 }));
        }
        var leading = await LinkedRecords.LeadingAsync(db, Kinds.Account, ct);
        foreach (var linked in LinkedRecords.Reading(db, leading, id)) all = all.Concat(linked.Select(r => new Line { Part = Part.Linked, Id = r.Id, Whom = r.Id, Name = r.Name, Note = null, Also = null, To = still, Place = r.Place, Months = 0 }));
        var lines = (await all.ToListAsync(ct)).ToLookup(l => l.Part);
        return new(
            [.. lines[Part.Member].OrderBy(l => l.Id).Select(l => new MemberView(l.Id, l.Whom, l.Name, l.Note))],
            [.. lines[Part.Step].OrderBy(l => l.Place).Select(l => new StepView(l.Id, l.Name!, l.Note, l.Months == 0 ? null : l.Months, l.To == still ? null : l.To, l.Also))],
            [.. lines[Part.Former].OrderByDescending(l => l.To).Select(l => new FormerLine(l.Whom, l.Name!, l.Note, l.To == still ? null : l.To, l.Also))],
            [.. lines[Part.Below].OrderBy(l => l.Name, StringComparer.CurrentCultureIgnoreCase).Select(l => new AccountLine(l.Id, l.Name!, l.Note, l.Also))],
            lines[Part.Touch].Select(l => new TouchTrend(l.Place, l.Months)).FirstOrDefault() ?? new(0, 0),
            [.. lines[Part.File].OrderByDescending(l => l.To).ThenByDescending(l => l.Id).Select(l => new AttachmentView { Id = l.Id, Name = l.Name!, MediaType = l.Note!, Bytes = l.Place, AddedOn = l.To, OwnerId = l.Whom, OwnerName = l.Also, MayEdit = db.Viewer.May(Permission.EditCustomers) && db.MayEdit(Kinds.Attachment, l.Id, l.Whom) })],
            LinkedRecords.Groups(db, leading, id, [.. lines[Part.Linked].Select(l => new LinkedFound { Place = l.Place, Id = l.Id, Name = l.Name! })]));
    }
}
