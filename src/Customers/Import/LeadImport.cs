using Coxswain.Customers.Duplicates;
using Coxswain.Customers.Leads;
using Coxswain.Customers.Records;
using Coxswain.Platform.Data;
using Coxswain.Platform.Importing;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Import;

/// <summary>Takes in leads. One is known by its key, else by its address, else by its name at its company.</summary>
internal sealed class LeadImport : IImportTarget
{
    private static readonly string[] Working = ["working", "contacted", "in progress", "in process", "attempted", "assigned", "qualified", "in bearbeitung"];
    private static readonly string[] Closed = ["closed", "unqualified", "disqualified", "dead", "lost", "junk", "recycled", "not qualified", "canceled", "cancelled", "verloren"];

    public string Kind => Kinds.Lead;
    public string Label => T("Leads");
    public int Order => 55;
    public IReadOnlyList<string> LooksFor { get; } = [Kinds.Contact, "opportunity"];
    public IReadOnlyList<string> FileNames => ["lead", "prospect", "interessent"];

    public IReadOnlyList<ImportField> Fields { get; } =
    [
        new("sourceId", () => T("Key"), ImportType.Text) { Sets = [], Synonyms = ["lead id", "record id", "id"] },
        new("name", () => T("Lead"), ImportType.Text) { Required = true, Synonyms = ["lead name", "full name", "contact name", "name", "interessent"], Parts = ["firstName", "lastName"], Else = ["email", "company", "phone"] },
        new("firstName", () => T("First name"), ImportType.Text) { Sets = ["Name"], Synonyms = ["given name", "vorname"] },
        new("lastName", () => T("Last name"), ImportType.Text) { Sets = ["Name"], Synonyms = ["surname", "family name", "nachname"] },
        new("company", () => T("Company"), ImportType.Text) { Synonyms = ["company name", "account name", "organization", "organisation", "firma"] },
        new("title", () => T("Title"), ImportType.Text) { Synonyms = ["job title", "position", "role", "funktion"] },
        new("email", () => T("E-mail"), ImportType.Text) { Synonyms = ["email", "e mail", "email address", "mail"] },
        new("phone", () => T("Phone"), ImportType.Text) { Synonyms = ["phone number", "telephone", "mobile", "telefon"] },
        new("source", () => T("Source"), ImportType.Text) { Limit = 100, Required = false, Synonyms = ["lead source", "origin", "channel", "campaign", "herkunft", "quelle"] },
        new("status", () => T("Status"), ImportType.Text) { Synonyms = ["lead status"] },
        new("need", () => T("What they want"), ImportType.Text) { Limit = 2_000, Synonyms = ["description", "message", "need", "notes", "beschreibung"] },
        new("cameOn", () => T("Came on"), ImportType.Date) { Synonyms = ["created", "created at", "created date", "create date", "created on", "created time", "angelegt am"] },
        new("owner", () => T("Owner"), ImportType.Reference) { To = "person", Synonyms = ["lead owner", "owner name", "assigned to", "besitzer"] },
        new("contact", () => T("Key of the contact it became"), ImportType.Text) { Sets = [], Synonyms = ["converted contact id"] },
        new("deal", () => T("Key of the deal it became"), ImportType.Text) { Sets = [], Synonyms = ["converted opportunity id"] },
        .. ConsentCells.Fields,
    ];

    public async Task<IReadOnlyDictionary<string, KeyedRecord>> ByKeysAsync(AppDb db, IReadOnlyCollection<string> keys, CancellationToken ct) =>
        (await db.Leads.Where(l => keys.Contains(l.SourceId!)).Select(l => new { l.SourceId, l.Id, l.AccountId })
            .ToListAsync(ct)).Concat(await db.GoneLeads().Where(g => keys.Contains(g.SourceId!)).Join(db.Leads.Where(l => l.RemovedAt == null), g => g.MergedIntoId, l => l.Id, (g, l) => new { g.SourceId, l.Id, l.AccountId }).ToListAsync(ct)).DistinctBy(l => l.SourceId).ToDictionary(l => l.SourceId!, l => new KeyedRecord(l.Id, l.AccountId));

    public async Task<IReadOnlyList<(string Name, KeyedRecord Record)>> ByNamesAsync(AppDb db, IReadOnlyCollection<string> names, CancellationToken ct) =>
        [.. (await db.Leads.Where(l => names.Contains(l.FoldedName)).Select(l => new { l.FoldedName, l.Id, l.AccountId }).ToListAsync(ct)).Select(l => (l.FoldedName, new KeyedRecord(l.Id, l.AccountId)))];

    public IQueryable<MirroredRecord>? Keyed(AppDb db) => db.Leads.Where(l => l.SourceId != null).Select(l => new MirroredRecord { Id = l.Id, Name = l.Name });

    public async Task<IReadOnlyList<RowResult>> TakeAsync(ImportBatch batch, CancellationToken ct)
    {
        var keys = batch.Rows.Select(r => r.Text("sourceId")).OfType<string>().ToList();
        var names = batch.Rows.Select(r => Folding.Fold(r.Text("name"))).ToList();
        var mails = keys.Count == 0 ? [] : batch.Rows.Select(r => Folding.Fold(r.Text("email"))).Where(m => m.Length > 0).ToList();
        var near = await batch.Db.Leads.AnyOfAsync(ct, l => keys.Contains(l.SourceId!), l => names.Contains(l.FoldedName), l => mails.Contains(l.FoldedEmail!));
        var (contacts, deals) = (await batch.FindAsync(Kinds.Contact, [.. batch.Rows.Select(r => r.Text("contact")).OfType<string>()], ct), await batch.FindAsync("opportunity", [.. batch.Rows.Select(r => r.Text("deal")).OfType<string>()], ct));
        var gone = await batch.Db.GoneLeads().Where(l => keys.Contains(l.SourceId!)).ToListAsync(ct);
        if (gone.Count > 0) near.AddRange(await batch.Db.Leads.Where(l => gone.Select(g => g.MergedIntoId!.Value).Contains(l.Id) && !near.Select(n => n.Id).Contains(l.Id)).ToListAsync(ct));
        var (results, about) = (new List<RowResult>(batch.Rows.Count), new List<ConsentRow>(batch.Rows.Count));
        foreach (var row in batch.Rows)
        {
            results.Add(Take(batch, row, near, gone, contacts, deals));
            if (results[^1].Subject is Lead lead) about.Add(new(row, lead, lead.Email));
            else if ((Known(row, near) ?? (Known(row, gone) is { } away ? near.FirstOrDefault(l => l.Id == away.MergedIntoId) : null)) is { } theirs) about.Add(new(row, theirs, theirs.Email));
        }
        await ConsentCells.TakeAsync(batch, about, lead: true, ct);
        return [.. results, .. MergedRecords.Filled(batch.Db, gone, Kind)];
    }

    public async Task<IReadOnlyList<Entity>> LoadAsync(AppDb db, IReadOnlyList<Guid> ids, CancellationToken ct) => [.. await db.Leads.Where(l => ids.Contains(l.Id)).ToListAsync(ct), .. await db.GoneLeads().Where(l => ids.Contains(l.Id)).ToListAsync(ct)];

    public string NameOf(Entity row) => ((Lead)row).Name;

    public void Remove(AppDb db, Entity row, DateTime now) => ((Lead)row).RemovedAt = now;

    private RowResult Take(ImportBatch batch, ImportRow row, List<Lead> near, List<Lead> gone, IReadOnlyDictionary<string, KeyedRecord> contacts, IReadOnlyDictionary<string, KeyedRecord> deals)
    {
        var known = Known(row, near);
        var away = known is null && row.Text("sourceId") is not null ? Known(row, gone) : null;
        known = away is not null ? near.FirstOrDefault(l => l.Id == away.MergedIntoId) : known ?? OnlyUnkeyed(batch, row, near);
        if (known is not null && batch.Added.Contains(known)) return RowResult.Refused(row.Number, T("“{0}” stands here twice.", row.Text("name")));
        if (known is not null && !batch.Db.MayEdit(Kind, known)) return RowResult.Refused(row.Number, T("{0} belongs to someone else. Ask its owner to change it.", known.Name));
        var lead = known ?? new Lead { Name = row.Text("name")!, OwnerId = row.Id("owner") ?? batch.Db.Viewer.PersonId, CameOn = row.Date("cameOn") ?? batch.KnownOn, Status = LeadStatus.New };
        Fill(away ?? lead, row);
        if (away is not null) MergedRecords.Pass(batch.Db, away, lead);
        var remark = Stand(lead, row, batch, row.Text("contact") is { } contact ? contacts.GetValueOrDefault(contact) : null, row.Text("deal") is { } deal ? deals.GetValueOrDefault(deal) : null);
        if (known is not null) return new RowResult(row.Number, batch.Db.Entry(lead).State is EntityState.Modified ? RowAction.Changed : RowAction.Same, lead, remark);
        batch.Add(lead);
        near.Add(lead);
        return new RowResult(row.Number, RowAction.Created, lead, remark);
    }

    private static Lead? Known(ImportRow row, List<Lead> near)
    {
        if (row.Text("sourceId") is { } key) return near.FirstOrDefault(l => l.SourceId == key);
        var (name, company) = (Folding.Fold(row.Text("name")), Folding.Fold(row.Text("company")));
        return near.FirstOrDefault(l => l.FoldedName == name && (row.Text("email") is { } mail ? Folding.Fold(l.Email) == Folding.Fold(mail) : l.FoldedCompany == company));
    }

    // Entered by hand before the system's export came: the only one with this address, and of no other key.
    private static Lead? OnlyUnkeyed(ImportBatch batch, ImportRow row, List<Lead> near)
    {
        if (row.Text("sourceId") is null || row.Text("email") is not { } mail) return null;
        var folded = Folding.Fold(mail);
        return near.Where(l => l.FoldedEmail == folded).Take(2).ToList() is [{ SourceId: null } only] && !batch.Added.Contains(only) ? only : null;
    }

    private static void Fill(Lead lead, ImportRow row)
    {
        lead.SourceId = row.Text("sourceId") ?? lead.SourceId;
        lead.Name = row.Text("name") ?? lead.Name;
        lead.OwnerId = row.Id("owner") ?? lead.OwnerId;
        lead.Company = row.Text("company") ?? lead.Company;
        lead.Title = row.Text("title") ?? lead.Title;
        lead.Email = row.Text("email") ?? lead.Email;
        if (row.Text("phone") is { } phone) (lead.Phone, lead.PhoneE164) = (phone, Phones.E164(phone, Phones.Region));
        lead.Source = row.Text("source") ?? lead.Source;
        lead.Need = row.Text("need") ?? lead.Need;
    }

    // One that the file calls converted is so here only where what it became is here: else it would lead nowhere.
    private static string? Stand(Lead lead, ImportRow row, ImportBatch batch, KeyedRecord? contact, KeyedRecord? deal)
    {
        if (lead.Status is LeadStatus.Converted || row.Text("status") is not { } status) return null;
        var folded = Folding.Fold(status);
        if (folded.Contains("converted", StringComparison.Ordinal) && contact is not null)
        {
            (lead.Status, lead.ContactId, lead.AccountId, lead.OpportunityId) = (LeadStatus.Converted, contact.Id, contact.AccountId, deal?.Id);
            lead.ConvertedAt ??= batch.KnownOn.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
            return null;
        }
        if (folded.Contains("converted", StringComparison.Ordinal)) { lead.Status = LeadStatus.Closed; return T("It was converted, and what it became is not here: kept as closed."); }
        lead.Status = Closed.Any(w => folded.Contains(w, StringComparison.Ordinal)) ? LeadStatus.Closed : Working.Any(w => folded.Contains(w, StringComparison.Ordinal)) ? LeadStatus.Working : LeadStatus.New;
        return null;
    }
}
