using Coxswain.Customers.Accounts;
using Coxswain.Customers.Activities;
using Coxswain.Customers.Attachments;
using Coxswain.Customers.Contacts;
using Coxswain.Customers.Desk;
using Coxswain.Customers.Favours;
using Coxswain.Customers.Leads;
using Coxswain.Customers.Objects;
using Coxswain.Customers.Signals;
using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.CustomObjects;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Records;

/// <summary>How acts open a row: loaded for change, or why not. A row one may not see answers like one that is not there.</summary>
internal static class ForChange
{
    public static Task<(Account? Row, Refusal? No)> AccountForChangeAsync(this AppDb db, Guid id, CancellationToken ct, bool removed = false) =>
        OpenAsync(db, removed ? db.RowsWithRemoved<Account>().Where(a => a.MergedIntoId == null).Reached(db, Kinds.Account) : db.Accounts, Kinds.Account, id, a => a.Name, ct);

    public static Task<(Contact? Row, Refusal? No)> ContactForChangeAsync(this AppDb db, Guid id, CancellationToken ct, bool removed = false) =>
        OpenAsync(db, removed ? db.RowsWithRemoved<Contact>().Where(c => c.MergedIntoId == null).Reached(db, Kinds.Contact) : db.Contacts, Kinds.Contact, id, c => c.Name, ct);

    public static Task<(Interaction? Row, Refusal? No)> InteractionForChangeAsync(this AppDb db, Guid id, CancellationToken ct, bool removed = false) =>
        OpenAsync(db, removed ? db.RowsWithRemoved<Interaction>().Reached(db, Kinds.Interaction) : db.Interactions, Kinds.Interaction, id, i => i.Subject ?? T("This entry"), ct);

    public static Task<(Signal? Row, Refusal? No)> SignalForChangeAsync(this AppDb db, Guid id, CancellationToken ct, bool removed = false) =>
        OpenAsync(db, removed ? db.RowsWithRemoved<Signal>().Reached(db, Kinds.Signal) : db.Signals, Kinds.Signal, id, s => SignalWords.Of(s.Kind), ct);

    public static Task<(DeskNote? Row, Refusal? No)> DeskNoteForChangeAsync(this AppDb db, Guid id, CancellationToken ct, bool removed = false) =>
        OpenAsync(db, removed ? db.RowsWithRemoved<DeskNote>().Reached(db, Kinds.DeskNote) : db.DeskNotes, Kinds.DeskNote, id, n => n.Agenda, ct);

    public static Task<(Lead? Row, Refusal? No)> LeadForChangeAsync(this AppDb db, Guid id, CancellationToken ct, bool removed = false) =>
        OpenAsync(db, removed ? db.RowsWithRemoved<Lead>().Where(l => l.MergedIntoId == null).Reached(db, Kinds.Lead) : db.Leads, Kinds.Lead, id, l => l.Name, ct);

    public static Task<(Favour? Row, Refusal? No)> FavourForChangeAsync(this AppDb db, Guid id, CancellationToken ct, bool removed = false) =>
        OpenAsync(db, removed ? db.RowsWithRemoved<Favour>().Reached(db, Kinds.Favour) : db.Favours, Kinds.Favour, id, f => f.What, ct);

    public static Task<(Attachment? Row, Refusal? No)> AttachmentForChangeAsync(this AppDb db, Guid id, CancellationToken ct, bool removed = false) =>
        OpenAsync(db, removed ? db.RowsWithRemoved<Attachment>().Reached(db, Kinds.Attachment) : db.Attachments, Kinds.Attachment, id, a => a.Name, ct);

    public static Task<(Todo? Row, Refusal? No)> TaskForChangeAsync(this AppDb db, Guid id, CancellationToken ct, bool removed = false) =>
        OpenAsync(db, removed ? db.RowsWithRemoved<Todo>().Reached(db, Kinds.Task) : db.Todos, Kinds.Task, id, t => t.Title, ct);

    public static Task<(ObjectRecord? Row, Refusal? No)> ObjectRecordForChangeAsync(this AppDb db, Guid id, CancellationToken ct, bool removed = false) =>
        OpenAsync(db, removed ? db.RowsWithRemoved<ObjectRecord>().Reached(db, CustomObject.RecordKind) : db.ObjectRecords, CustomObject.RecordKind, id, r => r.Name, ct);

    /// <summary>A form that names no version was drawn from what stands.</summary>
    public static int Drawn(this Entity row, int version) => version == 0 ? row.Version : version;

    /// <summary>Whether this person can be given something to own.</summary>
    public static Task<bool> IsHereAsync(this AppDb db, Guid personId, CancellationToken ct) => db.PersonRows().AnyAsync(p => p.Id == personId && p.IsHere, ct);

    private static async Task<(TRow?, Refusal?)> OpenAsync<TRow>(AppDb db, IQueryable<TRow> rows, string kind, Guid id, Func<TRow, string> name, CancellationToken ct) where TRow : Entity, IOwned
    {
        if (await rows.SingleOrDefaultAsync(r => r.Id == id, ct) is not { } row) return (null, Outcome.Missing);
        return db.MayEdit(kind, row) ? (row, null) : (row, Outcome.Refused(T("{0} belongs to someone else. Ask its owner to change it.", name(row))));
    }
}
