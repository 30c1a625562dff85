using Coxswain.Customers.Accounts;
using Coxswain.Customers.Contacts;
using Coxswain.Customers.Leads;
using Coxswain.Customers.Records;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Duplicates;

/// <summary>A kind of record that can be merged: how its records are opened and shown, and which columns each of its facts stands in.</summary>
internal abstract class MergeKind
{
    public static IReadOnlyList<MergeKind> All { get; } = [new OfAccounts(), new OfContacts(), new OfLeads()];

    public static MergeKind? Of(string? kind) => All.FirstOrDefault(k => k.Kind == kind);

    public abstract string Kind { get; }
    public abstract Type Type { get; }

    /// <summary>The list of these records.</summary>
    public abstract string Url { get; }

    public string Href(Guid id) => $"{Url}/{id}";

    /// <summary>The columns of each fact; what belongs together goes together.</summary>
    public abstract IReadOnlyDictionary<string, string[]> Columns { get; }

    /// <summary>What is known of a record the viewer may see.</summary>
    public abstract Task<FactsView?> FactsAsync(AppDb db, Guid id, CancellationToken ct);

    /// <summary>The record for change, or why not.</summary>
    public abstract Task<(Entity? Row, Refusal? No)> OpenAsync(AppDb db, Guid id, CancellationToken ct, bool merged = false);

    /// <summary>Those that were merged into a record.</summary>
    public abstract IQueryable<Guid> GoneInto(AppDb db, Guid id);

    /// <summary>Names and owners of these; those merged away among them.</summary>
    public abstract IQueryable<NamedRecord> Named(AppDb db, IReadOnlyCollection<Guid> ids);

    /// <summary>The keys these are known by in the system they came from.</summary>
    public async Task<IReadOnlyDictionary<Guid, string?>> KeysAsync(AppDb db, IReadOnlyCollection<Guid> ids, CancellationToken ct) => await Named(db, ids).ToDictionaryAsync(r => r.Id, r => r.SourceId, ct);

    private sealed class OfAccounts : MergeKind
    {
        public override string Kind => Kinds.Account;
        public override Type Type => typeof(Account);
        public override string Url => "/accounts";
        public override IReadOnlyDictionary<string, string[]> Columns { get; } = Same("Name", "Industry", "Website", "Phone", "City", "Country", "Tier", "Class", "Employees", "FoundedYear", "Description", "OwnerId").Append(new("Revenue", ["Revenue", "RevenueCurrency"])).Append(new("Parent", ["ParentId"])).ToDictionary();

        public override async Task<FactsView?> FactsAsync(AppDb db, Guid id, CancellationToken ct) => await db.Accounts.AsNoTracking().Where(a => a.Id == id).Select(AccountView.Reading(db)).SingleOrDefaultAsync(ct) is { } a
            ? await AccountFactsOf.View(a, db.MayEdit(Kind, a.Id, a.OwnerId), null, [], null).WithOwnAsync(db, Kind, a.CustomFields, ct) : null;

        public override async Task<(Entity? Row, Refusal? No)> OpenAsync(AppDb db, Guid id, CancellationToken ct, bool merged) => merged ? (await db.RowsWithRemoved<Account>().Reached(db, Kind).SingleOrDefaultAsync(a => a.Id == id, ct), null) : await db.AccountForChangeAsync(id, ct);

        public override IQueryable<Guid> GoneInto(AppDb db, Guid id) => db.RowsWithRemoved<Account>().Where(a => a.MergedIntoId == id).Select(a => a.Id);

        public override IQueryable<NamedRecord> Named(AppDb db, IReadOnlyCollection<Guid> ids) => db.RowsWithRemoved<Account>().Reached(db, Kind).Where(a => ids.Contains(a.Id)).Select(a => new NamedRecord { Id = a.Id, IsHere = a.RemovedAt == null, SourceId = a.SourceId, Name = a.Name, OwnerId = a.OwnerId, Hint = a.City }).Seen(db);
    }

    private sealed class OfContacts : MergeKind
    {
        public override string Kind => Kinds.Contact;
        public override Type Type => typeof(Contact);
        public override string Url => "/contacts";
        public override IReadOnlyDictionary<string, string[]> Columns { get; } = Same("Name", "Title", "Email", "OwnerId").Append(new("Phone", ["Phone", "PhoneE164"])).Append(new("Mobile", ["Mobile", "MobileE164"])).Append(new("Account", ["AccountId"])).ToDictionary();

        public override async Task<FactsView?> FactsAsync(AppDb db, Guid id, CancellationToken ct) => await db.Contacts.AsNoTracking().Where(c => c.Id == id).Select(ContactView.Reading(db)).SingleOrDefaultAsync(ct) is { } c
            ? await ContactFactsOf.View(c, db.MayEdit(Kind, c.Id, c.OwnerId), null, [], null).WithOwnAsync(db, Kind, c.CustomFields, ct) : null;

        public override async Task<(Entity? Row, Refusal? No)> OpenAsync(AppDb db, Guid id, CancellationToken ct, bool merged) => merged ? (await db.RowsWithRemoved<Contact>().Reached(db, Kind).SingleOrDefaultAsync(c => c.Id == id, ct), null) : await db.ContactForChangeAsync(id, ct);

        public override IQueryable<Guid> GoneInto(AppDb db, Guid id) => db.RowsWithRemoved<Contact>().Where(c => c.MergedIntoId == id).Select(c => c.Id);

        public override IQueryable<NamedRecord> Named(AppDb db, IReadOnlyCollection<Guid> ids)
        {
            var accounts = db.Accounts;
            return db.RowsWithRemoved<Contact>().Reached(db, Kind).Where(c => ids.Contains(c.Id)).Select(c => new NamedRecord { Id = c.Id, IsHere = c.RemovedAt == null, SourceId = c.SourceId, Name = c.Name, OwnerId = c.OwnerId, Hint = accounts.Where(a => a.Id == c.AccountId).Select(a => a.Name).FirstOrDefault() });
        }
    }

    private sealed class OfLeads : MergeKind
    {
        public override string Kind => Kinds.Lead;
        public override Type Type => typeof(Lead);
        public override string Url => "/leads";
        public override IReadOnlyDictionary<string, string[]> Columns { get; } = Same("Name", "Company", "Title", "Email", "Need", "Source", "OwnerId").Append(new("Phone", ["Phone", "PhoneE164"])).Append(new("Status", ["Status", "End", "AccountId", "ContactId", "OpportunityId", "ConvertedAt"])).ToDictionary();

        public override async Task<FactsView?> FactsAsync(AppDb db, Guid id, CancellationToken ct) => await LeadView.OneAsync(db, id, ct) is { } l
            ? await ShowLead.FactsOf(l, db.MayEdit(Kind, l.Id, l.OwnerId), null, [], null).WithOwnAsync(db, Kind, l.CustomFields, ct) : null;

        public override async Task<(Entity? Row, Refusal? No)> OpenAsync(AppDb db, Guid id, CancellationToken ct, bool merged) => merged ? (await db.RowsWithRemoved<Lead>().Reached(db, Kind).SingleOrDefaultAsync(l => l.Id == id, ct), null) : await db.LeadForChangeAsync(id, ct);

        public override IQueryable<Guid> GoneInto(AppDb db, Guid id) => db.RowsWithRemoved<Lead>().Where(l => l.MergedIntoId == id).Select(l => l.Id);

        public override IQueryable<NamedRecord> Named(AppDb db, IReadOnlyCollection<Guid> ids) => db.RowsWithRemoved<Lead>().Reached(db, Kind).Where(l => ids.Contains(l.Id)).Select(l => new NamedRecord { Id = l.Id, IsHere = l.RemovedAt == null, SourceId = l.SourceId, Name = l.Name, OwnerId = l.OwnerId, Hint = l.Company }).Seen(db);
    }

    private static IEnumerable<KeyValuePair<string, string[]>> Same(params string[] facts) => facts.Select(f => KeyValuePair.Create(f, (string[])[f]));
}

/// <summary>A record as a line of a list of duplicates.</summary>
internal sealed class NamedRecord
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required Guid OwnerId { get; init; }

    public string? SourceId { get; init; }

    /// <summary>Neither removed nor merged away.</summary>
    public bool IsHere { get; init; }

    /// <summary>Where it is or with whom.</summary>
    public string? Hint { get; init; }
}
