using Coxswain.Customers.Activities;
using Coxswain.Customers.Attachments;
using Coxswain.Customers.Capture;
using Coxswain.Customers.CommonGround;
using Coxswain.Customers.Consent;
using Coxswain.Customers.Contacts;
using Coxswain.Customers.Favours;
using Coxswain.Customers.Import;
using Coxswain.Customers.Import.Masters;
using Coxswain.Customers.Leads;
using Coxswain.Customers.Maps;
using Coxswain.Customers.Positions;
using Coxswain.Customers.Records;
using Coxswain.Platform.Data;
using Coxswain.Platform.Privacy;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Privacy;

/// <summary>
/// Everything about a contact. What we judged of them is theirs to read; what it says about others beside them is left out. Mail that only its
/// owner reads is in it, since it was written with them, and its owner reads that it was taken out.
/// </summary>
internal sealed class ContactData : IPersonData
{
    public string Kind => Kinds.Contact;

    public IReadOnlyList<PersonRows> Rows { get; } =
    [
        Of(() => T("Contact"), (db, id) => db.RowsWithRemoved<Contact>().Where(c => c.Id == id)),
        Of(() => T("Where else, and before"), (db, id) => db.RowsWithRemoved<Position>().Where(p => p.ContactId == id)),
        Of(() => T("Leads"), (db, id) => db.RowsWithRemoved<Lead>().Where(l => l.ContactId == id)),
        Of(() => T("Being written to"), (db, id) => db.Rows<ConsentEntry>().Where(e => e.ContactId == id)),
        new(typeof(Suppression), () => T("Suppressed addresses"), SuppressionsAsync) { Field = Words.Field },
        Of(() => T("Calls, meetings, mails and notes"), (db, id) => db.RowsWithRemoved<Interaction>().Where(i => i.ContactId == id)),
        Of(() => T("Captured mail and meetings"), (db, id) => With(db, AddressesOf(db, id)), "Key", "Files"),
        Of(() => T("Addresses in them"), AddressesOf),
        Of(() => T("Tasks"), (db, id) => db.RowsWithRemoved<Todo>().Where(t => t.ContactId == id)),
        Of(() => T("Given to a customer"), (db, id) => db.RowsWithRemoved<Favour>().Where(f => f.ContactId == id || f.WithContactId == id)),
        Of(() => T("Common ground"), (db, id) => db.Rows<Ground>().Where(g => g.ContactId == id)),
        Of(() => T("Files"), (db, id) => db.RowsWithRemoved<Attachment>().Where(a => a.ContactId == id)),
        Of(() => T("Relationship maps"), (db, id) => db.RowsWithRemoved<MapPerson>().Where(p => p.ContactId == id), "X", "Y"),
        Of(() => T("Lines to others on them"), (db, id) => db.RowsWithRemoved<MapTie>().Where(t => db.RowsWithRemoved<MapPerson>().Any(p => p.ContactId == id && (p.Id == t.FromId || p.Id == t.ToId)))),
        Of(() => T("What they do in deals"), (db, id) => db.RowsWithRemoved<MapPart>().Where(m => db.RowsWithRemoved<MapPerson>().Any(p => p.ContactId == id && p.Id == m.MapPersonId))),
        Of(() => T("Review of silent contacts"), (db, id) => db.Rows<SilentContact>().Where(s => s.ContactId == id)),
        Of(() => T("Cases in service"), (db, id) => db.RowsWithRemoved<Service.Cases.ServiceCase>().Where(c => c.ContactId == id)),
        Of(() => T("Which import brought them"), (db, id) => db.Rows<ImportedRow>().Where(r => r.SubjectId == id)),
        Of(() => T("Fields changed here and there"), (db, id) => db.Rows<SourceConflict>().Where(c => c.SubjectId == id)),
        Of(() => T("Missing from an export"), (db, id) => db.Rows<VanishedRow>().Where(v => v.SubjectId == id)),
    ];

    public IReadOnlyDictionary<Type, string> Kept { get; } = new Dictionary<Type, string>
    {
        [typeof(AttachedContent)] = "Size and kind of a file; the file itself goes along.",
        [typeof(CapturedTouch)] = "Which mail became which touch: both go along.",
        [typeof(ImportRun)] = "Of everybody in a file. The file goes after its time; what it held of them stands in the record.",
        [typeof(ImportRemark)] = "About rows that were not taken.",
        [typeof(Service.Surveys.SurveyLink)] = "Nothing says who got which.",
        [typeof(Service.Surveys.SurveyAnswer)] = "Nothing says whose an answer is.",
        [typeof(Duplicates.DuplicatePair)] = "That another record looks the same; the record itself goes along.",
        [typeof(Duplicates.RecordMerge)] = "How a merge is taken back; what it merged goes along.",
        [typeof(Objects.ObjectRecord)] = "About a project or a machine; whoever sees it gives it on request.",
    };

    public async Task<IReadOnlyList<PersonFile>> FilesAsync(AppDb db, Guid id, CancellationToken ct) => await FilesAsync(db, db.RowsWithRemoved<Attachment>().Where(a => a.ContactId == id), ct);

    public async Task<IReadOnlyList<Guid>> OwnersAsync(AppDb db, Guid id, CancellationToken ct) => await OwnersAsync(db, AddressesOf(db, id), ct);

    internal static async Task<IReadOnlyList<Guid>> OwnersAsync(AppDb db, IQueryable<CapturedAddress> addresses, CancellationToken ct) => await With(db, addresses).Where(c => c.Readers != Readers.Everyone).Select(c => c.PersonId).Distinct().ToListAsync(ct);

    /// <summary>The captured mail and meetings they were in, as an erasure finds them: also where the address is somebody else's too, or waits.</summary>
    internal static IQueryable<Captured> With(AppDb db, IQueryable<CapturedAddress> addresses) => db.Rows<Captured>().Where(c => addresses.Any(a => a.CapturedId == c.Id));

    private static IQueryable<CapturedAddress> AddressesOf(AppDb db, Guid id)
    {
        var (contacts, leads) = (db.RowsWithRemoved<Contact>(), db.RowsWithRemoved<Lead>());
        return db.Rows<CapturedAddress>().Where(a => a.ContactId == id || contacts.Any(c => c.Id == id && c.FoldedEmail == a.Address) || leads.Any(l => l.ContactId == id && l.FoldedEmail == a.Address));
    }

    internal static async Task<IReadOnlyList<PersonFile>> FilesAsync(AppDb db, IQueryable<Attachment> which, CancellationToken ct) =>
        await which.Join(db.Rows<AttachedContent>(), a => a.ContentId, c => c.Id, (a, c) => new PersonFile(a.Name, c.Hash)).ToListAsync(ct);

    internal static PersonRows Of<T>(Func<string> label, Func<AppDb, Guid, IQueryable<T>> of, params string[] withheld) where T : class => PersonRows.Simply(label, of) with { Field = Words.Field, Withheld = withheld };

    private static async ValueTask<IQueryable<object>> SuppressionsAsync(AppDb db, Guid id, CancellationToken ct)
    {
        var email = await db.RowsWithRemoved<Contact>().Where(c => c.Id == id).Select(c => c.Email).SingleOrDefaultAsync(ct);
        return Of(db, email, await db.TenantAsync(ct));
    }

    internal static IQueryable<Suppression> Of(AppDb db, string? email, Tenant tenant)
    {
        var stopping = Addresses.Clean(email) is { } address ? Fingerprints.Stopping(tenant, address) : [];
        return db.Rows<Suppression>().Where(s => stopping.Contains(s.Fingerprint));
    }
}

/// <summary>Everything about a lead.</summary>
internal sealed class LeadData : IPersonData
{
    public string Kind => Kinds.Lead;

    public IReadOnlyList<PersonRows> Rows { get; } =
    [
        ContactData.Of(() => T("Leads"), (db, id) => db.RowsWithRemoved<Lead>().Where(l => l.Id == id)),
        ContactData.Of(() => T("Being written to"), (db, id) => db.Rows<ConsentEntry>().Where(e => e.LeadId == id)),
        new(typeof(Suppression), () => T("Suppressed addresses"), SuppressionsAsync) { Field = Words.Field },
        ContactData.Of(() => T("Calls, meetings, mails and notes"), (db, id) => db.RowsWithRemoved<Interaction>().Where(i => i.AboutKind == Kinds.Lead && i.AboutId == id)),
        ContactData.Of(() => T("Captured mail and meetings"), (db, id) => ContactData.With(db, AddressesOf(db, id)), "Key", "Files"),
        ContactData.Of(() => T("Addresses in them"), AddressesOf),
        ContactData.Of(() => T("Tasks"), (db, id) => db.RowsWithRemoved<Todo>().Where(t => t.AboutKind == Kinds.Lead && t.AboutId == id)),
        ContactData.Of(() => T("Files"), (db, id) => db.RowsWithRemoved<Attachment>().Where(a => a.AboutKind == Kinds.Lead && a.AboutId == id)),
        ContactData.Of(() => T("Which import brought them"), (db, id) => db.Rows<ImportedRow>().Where(r => r.SubjectId == id)),
        ContactData.Of(() => T("Fields changed here and there"), (db, id) => db.Rows<SourceConflict>().Where(c => c.SubjectId == id)),
        ContactData.Of(() => T("Missing from an export"), (db, id) => db.Rows<VanishedRow>().Where(v => v.SubjectId == id)),
    ];

    public IReadOnlyDictionary<Type, string> Kept { get; } = new Dictionary<Type, string>(new ContactData().Kept.Concat(((Type[])[typeof(Contact), typeof(Position), typeof(Favour), typeof(Ground), typeof(MapPerson), typeof(MapTie), typeof(MapPart), typeof(SilentContact), typeof(Service.Cases.ServiceCase)])
        .Select(t => KeyValuePair.Create(t, "Of contacts: what a lead became one of goes along with that contact."))));

    public async Task<IReadOnlyList<PersonFile>> FilesAsync(AppDb db, Guid id, CancellationToken ct) => await ContactData.FilesAsync(db, db.RowsWithRemoved<Attachment>().Where(a => a.AboutKind == Kinds.Lead && a.AboutId == id), ct);

    public async Task<IReadOnlyList<Guid>> OwnersAsync(AppDb db, Guid id, CancellationToken ct) => await ContactData.OwnersAsync(db, AddressesOf(db, id), ct);

    private static IQueryable<CapturedAddress> AddressesOf(AppDb db, Guid id)
    {
        var leads = db.RowsWithRemoved<Lead>();
        return db.Rows<CapturedAddress>().Where(a => leads.Any(l => l.Id == id && l.FoldedEmail == a.Address));
    }

    private static async ValueTask<IQueryable<object>> SuppressionsAsync(AppDb db, Guid id, CancellationToken ct)
    {
        var email = await db.RowsWithRemoved<Lead>().Where(l => l.Id == id).Select(l => l.Email).SingleOrDefaultAsync(ct);
        return ContactData.Of(db, email, await db.TenantAsync(ct));
    }
}

/// <summary>What customers' records keep about somebody who works here.</summary>
internal sealed class ColleagueData : IPersonData
{
    public string Kind => "person";

    public IReadOnlyList<PersonRows> Rows { get; } =
    [
        ContactData.Of(() => T("Mailboxes and calendars"), (db, id) => db.Rows<Feed>().Where(f => f.PersonId == id), "Closed", "Mark"),
        ContactData.Of(() => T("How fetching went"), (db, id) => db.Rows<FeedRun>().Where(r => db.Rows<Feed>().Any(f => f.Id == r.FeedId && f.PersonId == id))),
        ContactData.Of(() => T("What others may see of them"), (db, id) => db.Rows<CaptureChoice>().Where(c => c.PersonId == id)),
        ContactData.Of(() => T("Addresses never filed"), (db, id) => db.Rows<IgnoredAddress>().Where(i => i.PersonId == id)),
        ContactData.Of(() => T("Captured mail and meetings"), (db, id) => db.Rows<Captured>().Where(c => c.PersonId == id), "Key"),
        ContactData.Of(() => T("Own interests"), (db, id) => db.Rows<OwnInterest>().Where(i => i.PersonId == id)),
        ContactData.Of(() => T("Teams of accounts"), (db, id) => db.Rows<Accounts.Team.AccountMember>().Where(m => m.PersonId == id)),
        ContactData.Of(() => T("Cases in service"), (db, id) => db.RowsWithRemoved<Service.Cases.ServiceCase>().Where(c => c.OwnerId == id)),
        ContactData.Of(() => T("What a coach saw"), (db, id) => db.RowsWithRemoved<Service.Coaching.ServiceObservation>().Where(o => o.OwnerId == id)),
        ContactData.Of(() => T("Payouts of rewards"), (db, id) => db.Rows<Service.Rewards.RewardPayout>().Where(p => p.PersonId == id)),
        ContactData.Of(() => T("Line by line"), (db, id) => db.Rows<Service.Rewards.RewardLine>().Where(l => l.PersonId == id)),
        ContactData.Of(() => T("Question of credit"), (db, id) => db.Rows<Service.Credit.TipDispute>().Where(d => d.RaisedById == id || d.CreditToId == id)),
        ContactData.Of(() => T("Steps they ticked"), (db, id) => db.Rows<Accounts.Steps.StepDone>().Where(d => d.PersonId == id)),
    ];

    public IReadOnlyDictionary<Type, string> Kept { get; } = new Dictionary<Type, string>
    {
        [typeof(FeedFolder)] = "How far a folder is read; counts of a server.",
        [typeof(CapturedAddress)] = "The others in their mails; the mails go along.",
        [typeof(CapturedTouch)] = "Which mail became which touch.",
    };
}
