using Coxswain.People.Persons;
using Coxswain.People.Teams;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Importing;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.People.Import;

/// <summary>Puts imported people into teams: with a manager, into the team that manager leads; that team under the office both share.</summary>
internal sealed class Seating(ImportBatch batch, List<Person> people, List<Team> teams, List<Membership> memberships)
{
    private readonly HashSet<Guid> _new = [];
    private readonly Dictionary<Guid, (int Row, Entity Entity)> _others = [];

    /// <summary>The row's own person, and whoever and whatever else it brought: a manager, an office, a team.</summary>
    public IEnumerable<RowResult> Take(ImportRow row)
    {
        _others.Clear();
        var person = Person(row, row.Text("sourceId"), row.Text("name")!, Role.Seller);
        Learn(person, row);
        if (row.YesNo("active") is false) person.LeftAt = batch.Now;
        var office = row.Text("team") is { } name ? TeamNamed(row, name) : null;
        var team = row.Text("manager") is { } manager ? TeamOf(row, Person(row, null, manager, Role.Manager), office) : office;
        if (team is not null) Seat(person, team);
        _others.Remove(person.Id);
        var own = _new.Contains(person.Id) ? RowAction.Created : IsChanged(person) ? RowAction.Changed : RowAction.Same;
        return _others.Values.Where(o => _new.Contains(o.Entity.Id) || IsChanged(o.Entity)).Select(o => new RowResult(o.Row, _new.Contains(o.Entity.Id) ? RowAction.Created : RowAction.Changed, o.Entity) { Kind = o.Entity is Team ? "team" : null }).Prepend(new RowResult(row.Number, own, person));
    }

    private Person Person(ImportRow row, string? key, string name, Role role)
    {
        var folded = Folding.Fold(name);
        var person = (key is null ? null : people.FirstOrDefault(p => p.SourceId == key)) ?? people.FirstOrDefault(p => p.FoldedName == folded) ?? Added(people, row, new Person { Name = name, Role = role });
        person.LeftAt = null;
        if (role is Role.Manager && person.Role is Role.Seller) person.Role = Role.Manager;
        if (_new.Contains(person.Id)) batch.Names.Learn("person", [new KnownName(person.Id, person.Name, key)]);
        return person;
    }

    private static void Learn(Person person, ImportRow row)
    {
        person.SourceId = row.Text("sourceId") ?? person.SourceId;
        person.Email = row.Text("email") ?? person.Email;
    }

    private Team TeamNamed(ImportRow row, string name) =>
        teams.FirstOrDefault(t => t.ManagerId is null && Folding.Fold(t.Name) == Folding.Fold(name)) ?? teams.FirstOrDefault(t => Folding.Fold(t.Name) == Folding.Fold(name)) ?? Added(teams, row, new Team { Name = name });

    private Team TeamOf(ImportRow row, Person manager, Team? office)
    {
        var team = teams.FirstOrDefault(t => t.ManagerId == manager.Id) ?? Added(teams, row, new Team { Name = T("Team {0}", manager.Name), ManagerId = manager.Id, ParentId = office?.Id });
        if (team.ParentId is null && office is not null && office.Id != team.Id) team.ParentId = office.Id;
        if (office is not null && manager.TeamId is null) Seat(manager, office);
        return team;
    }

    private void Seat(Person person, Team team)
    {
        if (person.TeamId == team.Id) return;
        var today = DateOnly.FromDateTime(batch.Now);
        var before = memberships.FirstOrDefault(m => m.PersonId == person.Id && m.To is null);
        if (before is not null) before.To = today;
        person.TeamId = team.Id;
        // Nobody wrote down since when; a first team is taken as the team all along.
        Added(memberships, null, new Membership { PersonId = person.Id, TeamId = team.Id, From = before is null ? DateOnly.MinValue : today, RecordedAt = batch.Now });
    }

    private T Added<T>(List<T> all, ImportRow? row, T entity) where T : Entity
    {
        all.Add(entity);
        batch.Add(entity);
        if (row is null) return entity;
        _new.Add(entity.Id);
        _others[entity.Id] = (row.Number, entity);
        return entity;
    }

    private bool IsChanged(Entity entity) => batch.Db.Entry(entity).State is Microsoft.EntityFrameworkCore.EntityState.Modified;
}
