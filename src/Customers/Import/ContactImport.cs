using Coxswain.Customers.Contacts;
using Coxswain.Customers.Duplicates;
using Coxswain.Platform.Data;
using Coxswain.Platform.Importing;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Import;

/// <summary>Takes in contacts. One is known by its key, else by its address, else by its name at its account.</summary>
internal sealed class ContactImport : IImportTarget
{
    public string Kind => Customers.Kinds.Contact;
    public IReadOnlyList<string> Kinds => [Customers.Kinds.Contact, Customers.Kinds.Interaction, FurtherPositions.Kind];
    public string Label => T("Contacts");
    public int Order => 40;
    public IReadOnlyList<string> FileNames => ["contact", "people", "person", "kontakt", "ansprechpartner"];

    public IReadOnlyList<ImportField> Fields { get; } =
    [
        new("sourceId", () => T("Key"), ImportType.Text) { Sets = [], Synonyms = ["contact id", "record id", "id"] },
        new("name", () => T("Contact"), ImportType.Text) { Required = true, Synonyms = ["contact name", "full name", "name", "ansprechpartner", "kontakt"], Parts = ["firstName", "lastName"], Else = ["email", "phone", "mobile"] },
        new("firstName", () => T("First name"), ImportType.Text) { Sets = ["Name"], Synonyms = ["given name", "vorname"] },
        new("lastName", () => T("Last name"), ImportType.Text) { Sets = ["Name"], Synonyms = ["surname", "family name", "nachname"] },
        new("account", () => T("Account"), ImportType.Reference) { To = Customers.Kinds.Account, KeepsFurther = true, Synonyms = ["account name", "company", "company name", "organization", "organisation", "firma", "kunde", "account id"] },
        new("owner", () => T("Owner"), ImportType.Reference) { To = "person", Synonyms = ["contact owner", "owner name", "assigned to", "sales agent", "besitzer"] },
        new("title", () => T("Title"), ImportType.Text) { Synonyms = ["job title", "position", "role", "funktion"] },
        new("email", () => T("E-mail"), ImportType.Text) { Synonyms = ["email", "e mail", "email address", "mail"] },
        new("phone", () => T("Phone"), ImportType.Text) { Synonyms = ["phone number", "telephone", "tel", "telefon", "work phone"] },
        new("mobile", () => T("Mobile"), ImportType.Text) { Synonyms = ["mobile phone", "cell", "cell phone", "mobil", "handy"] },
        new("note", () => T("Note"), ImportType.Text) { Sets = [], Limit = 200_000, Joined = true, Synonyms = ["notes", "notiz", "notizen", "bemerkung", "bemerkungen"] },
        .. ConsentCells.Fields,
    ];

    public async Task<IReadOnlyDictionary<string, KeyedRecord>> ByKeysAsync(AppDb db, IReadOnlyCollection<string> keys, CancellationToken ct) =>
        (await db.Contacts.Where(c => keys.Contains(c.SourceId!)).Select(c => new { c.SourceId, c.Id, c.AccountId })
            .ToListAsync(ct)).Concat(await db.GoneContacts().Where(g => keys.Contains(g.SourceId!)).Join(db.Contacts.Where(c => c.RemovedAt == null), g => g.MergedIntoId, c => c.Id, (g, c) => new { g.SourceId, c.Id, c.AccountId }).ToListAsync(ct)).DistinctBy(c => c.SourceId).ToDictionary(c => c.SourceId!, c => new KeyedRecord(c.Id, c.AccountId));

    public async Task<IReadOnlyList<(string Name, KeyedRecord Record)>> ByNamesAsync(AppDb db, IReadOnlyCollection<string> names, CancellationToken ct) =>
        [.. (await db.Contacts.Where(c => names.Contains(c.FoldedName)).Select(c => new { c.FoldedName, c.Id, c.AccountId }).ToListAsync(ct)).Select(c => (c.FoldedName, new KeyedRecord(c.Id, c.AccountId)))];

    public IQueryable<MirroredRecord>? Keyed(AppDb db) => db.Contacts.Where(c => c.SourceId != null).Select(c => new MirroredRecord { Id = c.Id, Name = c.Name });

    public async Task<IReadOnlyList<RowResult>> TakeAsync(ImportBatch batch, CancellationToken ct)
    {
        var keys = batch.Rows.Select(r => r.Text("sourceId")).OfType<string>().ToList();
        var mails = batch.Rows.Select(r => Folding.Fold(r.Text("email"))).Where(m => m.Length > 0).ToList();
        var names = batch.Rows.Select(r => Folding.Fold(r.Text("name"))).ToList();
        var near = await batch.Db.Contacts.AnyOfAsync(ct, c => keys.Contains(c.SourceId!), c => mails.Contains(c.FoldedEmail!), c => names.Contains(c.FoldedName));
        var gone = await batch.Db.GoneContacts().AnyOfAsync(ct, c => keys.Contains(c.SourceId!), c => mails.Contains(c.FoldedEmail!));
        if (gone.Count > 0) near.AddRange(await batch.Db.Contacts.Where(c => gone.Select(g => g.MergedIntoId!.Value).Contains(c.Id) && !near.Select(n => n.Id).Contains(c.Id)).ToListAsync(ct));
        var (results, about) = (new List<RowResult>(batch.Rows.Count), new List<ConsentRow>(batch.Rows.Count));
        foreach (var row in batch.Rows)
        {
            results.Add(Take(batch, row, near, gone));
            if (results[^1].Subject is Contact contact) about.Add(new(row, contact, contact.Email));
            // Whoever owns them: a wish not to be written to counts.
            else if ((Known(row, near) ?? (Known(row, gone) is { } away ? near.FirstOrDefault(c => c.Id == away.MergedIntoId) : null)) is { } theirs) about.Add(new(row, theirs, theirs.Email));
        }
        await ConsentCells.TakeAsync(batch, about, lead: false, ct);
        return [.. results, .. await ContactNotes.TakeAsync(batch, results, ct), .. await FurtherPositions.TakeAsync(batch, results, ct), .. MergedRecords.Filled(batch.Db, gone, Kind)];
    }

    public async Task<IReadOnlyList<RowResult>> FollowAsync(ImportBatch batch, IReadOnlyList<RowResult> results, CancellationToken ct)
    {
        var rows = results.Where(r => r is { Subject: Contact, IsUnseen: false }).ToList();
        var former = await Positions.FormerPlaces.FollowAsync(batch.Db, rows.Select(r => r.Subject).OfType<Contact>(), batch.KnownOn, ct);
        return [.. former.Select(f => new RowResult(rows.First(r => r.Subject!.Id == f.Position.ContactId).Row, f.IsNew ? RowAction.Created : RowAction.Changed, f.Position) { Kind = FurtherPositions.Kind })];
    }

    public async Task<IReadOnlyList<Entity>> LoadAsync(AppDb db, IReadOnlyList<Guid> ids, CancellationToken ct) =>
        [.. (await db.Contacts.Where(c => ids.Contains(c.Id)).ToListAsync(ct)).Cast<Entity>(), .. await db.GoneContacts().Where(c => ids.Contains(c.Id)).ToListAsync(ct), .. await FurtherPositions.LoadAsync(db, ids, ct)];

    public string NameOf(Entity row) => row is Contact contact ? contact.Name : FurtherPositions.Name;

    public void Remove(AppDb db, Entity row, DateTime now) => ((IRemovable)row).RemovedAt = now;

    private RowResult Take(ImportBatch batch, ImportRow row, List<Contact> near, List<Contact> gone)
    {
        var away = Known(row, near) is null && (row.Text("sourceId") ?? row.Text("email")) is not null ? Known(row, gone) : null;
        if ((away is null ? Known(row, near) ?? OnlyUnkeyed(batch, row, near) : near.FirstOrDefault(c => c.Id == away.MergedIntoId)) is { } known)
        {
            if (batch.Added.Contains(known)) return RowResult.Refused(row.Number, T("“{0}” stands here twice.", row.Text("name")));
            if (!batch.Db.MayEdit(Kind, known)) return RowResult.Refused(row.Number, T("{0} belongs to someone else. Ask its owner to change it.", known.Name));
            Fill(away ?? known, row);
            if (away is not null) MergedRecords.Pass(batch.Db, away, known);
            return new RowResult(row.Number, batch.Db.Entry(known).State is EntityState.Modified ? RowAction.Changed : RowAction.Same, known);
        }
        var made = new Contact { Name = row.Text("name")!, OwnerId = row.Id("owner") ?? batch.Db.Viewer.PersonId };
        Fill(made, row);
        batch.Add(made);
        near.Add(made);
        return new RowResult(row.Number, RowAction.Created, made, made.AccountId is null ? T("Kept without an account.") : null);
    }

    private static Contact? Known(ImportRow row, List<Contact> near)
    {
        if (row.Text("sourceId") is { } key) return near.FirstOrDefault(c => c.SourceId == key);
        if (row.Text("email") is { } mail) return near.FirstOrDefault(c => c.FoldedEmail == Folding.Fold(mail));
        var name = Folding.Fold(row.Text("name"));
        return near.FirstOrDefault(c => c.FoldedName == name && c.AccountId == row.Id("account"));
    }

    // Entered by hand before the system's export came: the only one with this address, and of no other key.
    private static Contact? OnlyUnkeyed(ImportBatch batch, ImportRow row, List<Contact> near)
    {
        if (row.Text("sourceId") is null || row.Text("email") is not { } mail) return null;
        var folded = Folding.Fold(mail);
        return near.Where(c => c.FoldedEmail == folded).Take(2).ToList() is [{ SourceId: null } only] && !batch.Added.Contains(only) ? only : null;
    }

    private static void Fill(Contact contact, ImportRow row)
    {
        contact.SourceId = row.Text("sourceId") ?? contact.SourceId;
        contact.Name = row.Text("name") ?? contact.Name;
        contact.AccountId = row.Id("account") ?? contact.AccountId;
        contact.OwnerId = row.Id("owner") ?? contact.OwnerId;
        contact.Title = row.Text("title") ?? contact.Title;
        contact.Email = row.Text("email") ?? contact.Email;
        contact.Phone = row.Text("phone") ?? contact.Phone;
        contact.Mobile = row.Text("mobile") ?? contact.Mobile;
    }
}
