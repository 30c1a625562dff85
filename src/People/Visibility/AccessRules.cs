using Coxswain.People.Persons;
using Coxswain.People.Teams;
using Coxswain.Platform;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.People.Visibility;

/// <summary>Works out who reaches whose rows, from roles and the team hierarchy. Rewritten whole when either changes; only differences are saved.</summary>
internal sealed class AccessRules(IReadOnlyList<IModule> modules)
{
    private static readonly Guid Everyone = Guid.Empty;

    public async Task RewriteAsync(AppDb db, CancellationToken ct)
    {
        var people = await db.People.AsNoTracking().Where(p => p.LeftAt == null).ToListAsync(ct);
        var line = new Line(await db.Teams.AsNoTracking().ToListAsync(ct), await db.People.AsNoTracking().Where(p => p.TeamId != null).Select(p => new { p.Id, p.TeamId }).ToDictionaryAsync(p => p.Id, p => p.TeamId!.Value, ct));
        var rules = await db.Rows<RoleRule>().AsNoTracking().ToDictionaryAsync(r => (r.Role, r.Kind), ct);
        var wanted = people.SelectMany(person => Of(person, line, rules)).ToDictionary(a => (a.Kind, a.ViewerId, a.OwnerId));
        var present = await db.Rows<AccessRow>().AsNoTracking().ToListAsync(ct);
        foreach (var row in present)
        {
            var key = (row.Kind, row.ViewerId, row.OwnerId);
            if (wanted.TryGetValue(key, out var same) && same.Level == row.Level) wanted.Remove(key);
            else db.Remove(row);
        }
        var tenant = await db.Rows<Tenant>().SingleAsync(t => t.Id == db.Viewer.TenantId, ct);
        tenant.AccessStamp++;
        db.AddRange(wanted.Values);
        await db.SaveChangesAsync(ct);
    }

    private IEnumerable<AccessRow> Of(Person person, Line line, Dictionary<(Role, string), RoleRule> rules)
    {
        var (own, team) = (line.Below(person.Id).Append(person.Id).ToHashSet(), line.Around(person));
        foreach (var kind in modules.SelectMany(m => m.OwnedKinds))
        {
            var rule = rules.GetValueOrDefault((person.Role, kind.Kind));
            var (see, change) = (rule?.See ?? kind.UsuallySeen(person.Role), rule?.Change ?? kind.UsuallyChanged(person.Role));
            var changed = OwnersOf(change, own, team);
            foreach (var owner in changed) yield return Row(person, kind, owner, AccessLevel.Edit);
            if (!changed.Contains(Everyone)) foreach (var owner in OwnersOf(see, own, team).Except(changed)) yield return Row(person, kind, owner, AccessLevel.Read);
        }
    }

    private static IReadOnlySet<Guid> OwnersOf(Extent extent, IReadOnlySet<Guid> own, IReadOnlySet<Guid> team) => extent switch
    {
        Extent.All => new HashSet<Guid> { Everyone },
        Extent.Team => own.Concat(team).ToHashSet(),
        Extent.Own => own,
        _ => new HashSet<Guid>(),
    };

    private static AccessRow Row(Person person, OwnedKind kind, Guid owner, AccessLevel level) =>
        new() { Kind = kind.Kind, ViewerId = person.Id, OwnerId = owner, Level = level };
}

/// <summary>The line of management: who is below whom now.</summary>
internal sealed class Line(IReadOnlyList<Team> teams, IReadOnlyDictionary<Guid, Guid> teamOf)
{
    /// <summary>Everyone in the teams a person leads and in the teams under them.</summary>
    public IEnumerable<Guid> Below(Guid managerId)
    {
        var led = new HashSet<Guid>();
        foreach (var team in teams.Where(t => t.ManagerId == managerId)) Gather(team.Id, led);
        var leaders = teams.Where(t => led.Contains(t.Id) && t.ManagerId is not null).Select(t => t.ManagerId!.Value);
        return teamOf.Where(p => led.Contains(p.Value)).Select(p => p.Key).Concat(leaders).Where(id => id != managerId).Distinct();
    }

    /// <summary>Everyone in a person's own team, and who leads it.</summary>
    public IReadOnlySet<Guid> Around(Person person) => person.TeamId is not { } own ? new HashSet<Guid>() :
        teamOf.Where(p => p.Value == own).Select(p => p.Key).Concat(teams.Where(t => t.Id == own && t.ManagerId is not null).Select(t => t.ManagerId!.Value)).ToHashSet();

    // A loop in the hierarchy ends at the team already gathered.
    private void Gather(Guid teamId, HashSet<Guid> gathered)
    {
        if (!gathered.Add(teamId)) return;
        foreach (var child in teams.Where(t => t.ParentId == teamId)) Gather(child.Id, gathered);
    }
}
