using Coxswain.People.Teams;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.People;

/// <summary>Somebody in the hierarchy, in the team of the day it is read for.</summary>
/// <param name="Id">Who.</param>
/// <param name="Role">What they do here.</param>
/// <param name="TeamId">Their team of that day; the one of now where nobody recorded it.</param>
/// <param name="IsHere">They still work here.</param>
public sealed record HierarchyPerson(Guid Id, Role Role, Guid? TeamId, bool IsHere);

/// <summary>Who leads whom, with what people are called beside figures about them: read together, since both need the same rows.</summary>
public sealed class Hierarchy
{
    private readonly Dictionary<Guid, HierarchyPerson> _people;
    private readonly Dictionary<Guid, TeamRow> _teams;
    private readonly ILookup<Guid, TeamRow> _led;
    private readonly Dictionary<Guid, Guid?> _boss;
    private readonly ILookup<Guid, Guid> _reports;
    private readonly HashSet<Guid> _whole;

    private Hierarchy(IEnumerable<HierarchyPerson> people, IEnumerable<TeamRow> teams, FigureNames names)
    {
        (_people, _teams, Names) = (people.ToDictionary(p => p.Id), teams.ToDictionary(t => t.Id), names);
        _led = _teams.Values.Where(t => t.ManagerId is not null).ToLookup(t => t.ManagerId!.Value);
        _boss = _people.Values.ToDictionary(p => p.Id, BossOf);
        _reports = _boss.Where(b => b.Value is not null).ToLookup(b => b.Value!.Value, b => b.Key);
        var tops = _people.Values.Where(p => p is { IsHere: true, Role: Role.Leader or Role.Admin } && _boss[p.Id] is null).ToList();
        var leading = tops.Where(p => _led.Contains(p.Id)).ToList();
        // Where several lead a part each, none of them stands for the whole.
        _whole = [.. (leading.Count > 1 ? tops.Except(leading) : tops).Select(p => p.Id)];
    }

    /// <summary>What people are called beside figures about them.</summary>
    public FigureNames Names { get; }

    public IEnumerable<Guid> Everyone => _people.Keys;

    public HierarchyPerson? Find(Guid personId) => _people.GetValueOrDefault(personId);

    public bool Leads(Guid personId) => IsWhole(personId) || _led.Contains(personId);

    /// <summary>They stand for the whole organisation.</summary>
    public bool IsWhole(Guid personId) => _whole.Contains(personId);

    /// <summary>The teams they lead that do not stand under another one they lead.</summary>
    public IEnumerable<TeamRow> TeamsOf(Guid personId) => _led[personId].Where(t => !Above(t.ParentId).Any(a => a.ManagerId == personId)).OrderBy(t => t.Name, StringComparer.CurrentCulture);

    /// <summary>Teams nobody leads that answer to them: those below a team of theirs with no other leader between, and where they stand for the whole, those with no leader above.</summary>
    public IEnumerable<TeamRow> UnledOf(Guid personId) => _teams.Values.Where(t => t.ManagerId is null && (Above(t.ParentId).FirstOrDefault(a => a.ManagerId is not null) is { } above ? above.ManagerId == personId : IsWhole(personId))).OrderBy(t => t.Name, StringComparer.CurrentCulture).ThenBy(t => t.Id);

    /// <summary>Everybody in a team and in the teams below it.</summary>
    public IReadOnlySet<Guid> PeopleUnder(Guid teamId) => _people.Values.Where(p => Above(p.TeamId).Any(t => t.Id == teamId)).Select(p => p.Id).ToHashSet();

    /// <summary>Who answers to them directly: those in their teams, and who leads the teams below.</summary>
    public IEnumerable<Guid> ReportsOf(Guid personId) => !IsWhole(personId) ? _reports[personId].Where(p => p != personId)
        : _boss.Where(b => b.Key != personId && !IsWhole(b.Key) && (b.Value is not { } boss || IsWhole(boss))).Select(b => b.Key);

    /// <summary>They and everybody below them.</summary>
    public IReadOnlySet<Guid> LineOf(Guid personId)
    {
        if (IsWhole(personId)) return _people.Keys.ToHashSet();
        var line = new HashSet<Guid>();
        Gather(personId, line);
        return line;
    }

    /// <param name="db">The database; its viewer is the reader of the figures.</param>
    /// <param name="on">The day whose teams count; null for those of now.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<Hierarchy> ReadAsync(AppDb db, DateOnly? on, CancellationToken ct)
    {
        var day = on ?? DateOnly.MaxValue;
        var memberships = db.Memberships.Where(m => m.From <= day && (m.To == null || m.To > day));
        var people = await db.People.OrderBy(p => p.Id).Join(db.Rows<Tenant>(), p => p.TenantId, t => t.Id, (p, t) => new
        {
            p.Id, p.Name, p.Role, p.TeamId, IsHere = p.LeftAt == null, t.LetterKey, Then = on == null ? null : memberships.Where(m => m.PersonId == p.Id).Select(m => (Guid?)m.TeamId).FirstOrDefault(),
        }).ToListAsync(ct);
        var teams = await db.TeamRows().ToListAsync(ct);
        var told = await ToldTeams.ReadAsync(db, teams.ToDictionary(t => t.Id, t => t.ParentId), ct);
        var names = FigureNames.Of(db, people.Select(p => (p.Id, p.Name, p.TeamId)), people.Count == 0 ? [] : people[0].LetterKey, told);
        return new Hierarchy(people.Select(p => new HierarchyPerson(p.Id, p.Role, p.Then ?? p.TeamId, p.IsHere)), teams, names);
    }

    private void Gather(Guid personId, HashSet<Guid> line)
    {
        if (!line.Add(personId)) return;
        foreach (var below in _reports[personId]) Gather(below, line);
    }

    // The first above who is somebody else: from their own team on, or from the one they lead where they are in none.
    private Guid? BossOf(HierarchyPerson person) => Above(person.TeamId ?? _led[person.Id].FirstOrDefault()?.Id).FirstOrDefault(t => t.ManagerId is { } manager && manager != person.Id && _people.ContainsKey(manager))?.ManagerId;

    // A loop in the hierarchy ends after as many steps as there are teams.
    private IEnumerable<TeamRow> Above(Guid? from)
    {
        for (var steps = 0; from is { } id && steps <= _teams.Count && _teams.TryGetValue(id, out var team); steps++, from = team.ParentId) yield return team;
    }
}
