using Coxswain.Demo.Inventing;
using Coxswain.People.Persons;
using Coxswain.People.Teams;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
namespace Coxswain.Demo.Writing;

/// <summary>Who helps the invented company's customers: a team of six and who leads them. One is asked for by name far more often; another's help is found worse.</summary>
internal sealed class Helpdesk
{
    private static readonly string[] Names = ["Mara Lindqvist", "Jonas Weidner", "Rukiye Demirel", "Tadeusz Malik", "Inês Carvalho"];

    private readonly DateTime _began;

    public Helpdesk(CompanyPlan plan, Workforce staff)
    {
        // A stream of its own: with or without them, everything else of the company is the same.
        var chance = new Chance(plan.Seed, -45);
        _began = plan.Morning(plan.Began);
        Lead = new() { Id = chance.Key(_began), Name = "Birgit Sørensen", Role = Role.Manager, ToldAt = _began };
        Team = new() { Id = chance.Key(_began), Name = "Service", ParentId = staff.Top.Id, ManagerId = Lead.Id };
        People = [staff.First(Role.Support), .. Names.Select(n => new Person { Id = chance.Key(_began), Name = n, Role = Role.Support, ToldAt = _began })];
        foreach (var person in People) person.TeamId = Team.Id;
        (Preferred, Weak) = (People[1], People[3]);
    }

    public Person Lead { get; }
    public Team Team { get; }
    public IReadOnlyList<Person> People { get; }

    /// <summary>Customers ask for them by name.</summary>
    public Person Preferred { get; }

    /// <summary>Whose help customers find worse.</summary>
    public Person Weak { get; }

    /// <summary>Those the workforce has not, to be put in with it.</summary>
    public IEnumerable<Entity> Rows => [Team, Lead, .. People.Skip(1), .. People.Select(p => new Membership { PersonId = p.Id, TeamId = Team.Id, From = DateOnly.FromDateTime(_began), To = null, RecordedAt = _began })];
}
