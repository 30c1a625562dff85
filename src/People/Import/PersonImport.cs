using Coxswain.People.Persons;
using Coxswain.People.Teams;
using Coxswain.People.Visibility;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Importing;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.People.Import;

/// <summary>Takes in people with whom they report to: sellers into the team of their manager, that team under its office.</summary>
internal sealed class PersonImport(AccessRules access) : IImportTarget
{
    public string Kind => "person";
    public IReadOnlyList<string> Kinds => ["person", "team"];
    public string Label => T("People");
    public int Order => 10;
    public bool MakesFromNames => true;
    public IReadOnlyList<string> Readings => [Here, Left];
    public string? LeftReading => Left;
    public IReadOnlyList<string> FileNames => ["team", "people", "user", "agent", "seller", "employee", "mitarbeiter", "vertrieb"];

    private const string Here = "Here", Left = "Left";

    public string? ReadingOf(string name) => Here;

    public IReadOnlyList<ImportField> Fields { get; } =
    [
        new("sourceId", () => T("Key"), ImportType.Text) { Synonyms = ["user id", "employee id", "id", "personalnummer"] },
        new("name", () => T("Person"), ImportType.Text) { Required = true, Gives = "person", Synonyms = ["sales agent", "full name", "user name", "agent", "seller", "sales rep", "employee", "name", "verkaufer", "mitarbeiter"], Parts = ["firstName", "lastName"], Else = ["email"] },
        new("firstName", () => T("First name"), ImportType.Text) { Synonyms = ["given name", "vorname"] },
        new("lastName", () => T("Last name"), ImportType.Text) { Synonyms = ["surname", "family name", "nachname"] },
        new("email", () => T("E-mail"), ImportType.Text) { Synonyms = ["email", "e mail", "email address", "mail"] },
        new("manager", () => T("Manager"), ImportType.Text) { Gives = "person", Synonyms = ["sales manager", "reports to", "manager name", "team lead", "supervisor", "vorgesetzter", "leiter"] },
        new("active", () => T("Works here"), ImportType.YesNo) { Synonyms = ["active", "is active", "enabled", "aktiv"] },
        new("team", () => T("Team or office"), ImportType.Text) { Synonyms = ["regional office", "office", "region", "team", "department", "sales team", "territory", "abteilung", "niederlassung", "buro"] },
    ];

    public async Task<IReadOnlyList<KnownName>> NamesAsync(AppDb db, CancellationToken ct) =>
        await db.People.Select(p => new KnownName(p.Id, p.Name, p.SourceId)).ToListAsync(ct);

    public async Task<IReadOnlyList<RowResult>> TakeAsync(ImportBatch batch, CancellationToken ct)
    {
        var seating = new Seating(batch, await batch.Db.People.ToListAsync(ct), await batch.Db.Teams.Where(t => t.ClosedOn == null).ToListAsync(ct), await batch.Db.Memberships.Where(m => m.To == null).ToListAsync(ct));
        return [.. batch.Rows.SelectMany(seating.Take)];
    }

    public Task<IReadOnlyList<(KnownName Name, Entity Made)>> MakeAsync(IReadOnlyList<NewName> names, ImportBatch batch, CancellationToken ct)
    {
        var made = names.Select(n => new Person { Name = n.Name, Role = Role.Seller, LeftAt = n.Reading is Left ? batch.Now : null }).ToList();
        foreach (var person in made) batch.Add(person);
        return Task.FromResult<IReadOnlyList<(KnownName, Entity)>>([.. made.Select(p => (new KnownName(p.Id, p.Name), (Entity)p))]);
    }

    /// <summary>Who may see what follows from the teams, so it is worked out anew.</summary>
    public Task FinishAsync(AppDb db, CancellationToken ct) => access.RewriteAsync(db, ct);

    public async Task<IReadOnlyList<Entity>> LoadAsync(AppDb db, IReadOnlyList<Guid> ids, CancellationToken ct) =>
        [.. (await db.People.Where(p => ids.Contains(p.Id)).ToListAsync(ct)).Cast<Entity>(), .. await db.Teams.Where(t => ids.Contains(t.Id)).ToListAsync(ct)];

    public string NameOf(Entity row) => row is Person person ? person.Name : ((Team)row).Name;

    // What a person did stays in history, so they leave and are not deleted.
    public void Remove(AppDb db, Entity row, DateTime now)
    {
        if (row is Person person) person.LeftAt = now;
        else ((Team)row).ClosedOn = DateOnly.FromDateTime(now);
    }
}
