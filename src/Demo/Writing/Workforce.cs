using Coxswain.Demo.Inventing;
using Coxswain.People.Persons;
using Coxswain.People.Teams;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
namespace Coxswain.Demo.Writing;

/// <summary>The people of the invented company: sellers in teams of ten under managers, regions under leaders, and those who help them.</summary>
internal sealed class Workforce
{
    private const int TeamsOfRegion = 10;
    private static readonly string[] TeamNames = ["North", "South", "West", "East", "Alps", "Coast", "Lakes", "Rivers", "Harbours", "Islands"];

    private readonly InventedCompany _company;
    private readonly Chance _chance;
    private readonly PeopleNames _names;
    private readonly DateTime _began;

    public Workforce(InventedCompany company, PeopleNames names)
    {
        (_company, _names, _chance) = (company, names, new Chance(company.Plan.Seed, -1));
        _began = company.Plan.Began.ToDateTime(new TimeOnly(8, 0), DateTimeKind.Utc);
        Plain = company.Sellers.FirstOrDefault(s => s is { Weak: null, IsDecoy: false, To: null } && s.From == company.Plan.Began) ?? company.Sellers[0];
        Sellers = [.. company.Sellers.Select(s => Hired(Role.Seller, s.From, s.To, isMet: s == Plain))];
        Others = [.. ((Role[])[Role.Leader, Role.Admin, Role.Support, Role.Trainer, Role.Recruiter, Role.Staff]).Select(role => Hired(role, isMet: true))];
        Top = new() { Id = _chance.Key(_began), Name = "Sales", ManagerId = First(Role.Leader).Id };
        Regions = company.Sellers[^1].Team < TeamsOfRegion ? [] : [.. Enumerable.Range(0, company.Sellers[^1].Team / TeamsOfRegion + 1).Select(r => Led(Role.Leader, $"Region {r + 1}", Top))];
        Teams = [.. Enumerable.Range(0, company.Sellers[^1].Team + 1).Select(t => Led(Role.Manager, NameOf(t), Regions.Count == 0 ? Top : Regions[t / TeamsOfRegion].Team))];
    }

    /// <summary>By the seller's number.</summary>
    public IReadOnlyList<Person> Sellers { get; }

    public IReadOnlyList<Person> Others { get; }

    public Team Top { get; }

    public IReadOnlyList<(Team Team, Person Lead)> Regions { get; }

    public IReadOnlyList<(Team Team, Person Lead)> Teams { get; }

    /// <summary>Everyone of a role, those first in whom nothing is out of the ordinary.</summary>
    public Person First(Role role) => role is Role.Seller ? Sellers[Plain.Number] : role is Role.Manager ? Teams[Plain.Team].Lead : Others.First(p => p.Role == role);

    public IEnumerable<Entity> Rows => [Top, .. Regions.Concat(Teams).SelectMany(t => (Entity[])[t.Team, t.Lead]), .. Others, .. Sellers, .. _company.Sellers.SelectMany(Memberships)];

    private Seller Plain { get; }

    /// <summary>Who takes over the deals of someone who leaves: the next in the team who stays.</summary>
    public Seller HeirOf(Seller gone) => _company.Sellers.Where(s => s.Team == gone.Team && s.To is null && s.From <= gone.To).OrderBy(s => s.Number < gone.Number).First();

    private (Team Team, Person Lead) Led(Role role, string name, Team above)
    {
        var lead = Hired(role, isMet: true);
        return (new Team { Id = _chance.Key(_began), Name = name, ParentId = above.Id, ManagerId = lead.Id }, lead);
    }

    private Person Hired(Role role, DateOnly? from = null, DateOnly? to = null, bool isMet = false)
    {
        var since = from?.ToDateTime(new TimeOnly(8, 0), DateTimeKind.Utc) ?? _began;
        return new() { Id = _chance.Key(since), Name = isMet ? _names.First() : _names.Next(), Role = role, ToldAt = since, LeftAt = to?.ToDateTime(new TimeOnly(17, 0), DateTimeKind.Utc) };
    }

    // Teams were rearranged once, in the middle of a quarter: every third seller came from the team beside.
    private IEnumerable<Membership> Memberships(Seller seller)
    {
        var person = Sellers[seller.Number];
        person.TeamId = Teams[seller.Team].Team.Id;
        var rearranged = _company.Plan.Until.AddMonths(-_company.Plan.Years * 6).AddDays(-17);
        if (!_company.Plan.HasTurnover || seller.Number % 3 != 2 || seller.From >= rearranged || seller.To <= rearranged) return [In(seller.Team, seller.From, seller.To?.AddDays(1))];
        return [In((seller.Team + 1) % Teams.Count, seller.From, rearranged), In(seller.Team, rearranged, seller.To?.AddDays(1))];

        Membership In(int team, DateOnly from, DateOnly? to) =>
            new() { PersonId = person.Id, TeamId = Teams[team].Team.Id, From = from, To = to, RecordedAt = from.ToDateTime(new TimeOnly(8, 0), DateTimeKind.Utc) };
    }

    private static string NameOf(int team) => team < TeamNames.Length ? TeamNames[team] : $"{TeamNames[team % TeamNames.Length]} {team / TeamNames.Length + 1}";
}
