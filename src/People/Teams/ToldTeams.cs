using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.People.Teams;

/// <summary>Which teams were told what is computed, and when.</summary>
internal sealed class ToldTeams
{
    private readonly ILookup<Guid, DateTime> _told;
    private readonly Dictionary<Guid, Guid?> _parents;
    private readonly IReadOnlyList<DateTime> _everyone;

    private ToldTeams(IReadOnlyList<(Guid? Team, DateTime At)> tellings, Dictionary<Guid, Guid?> parents)
    {
        _parents = parents;
        _everyone = [.. tellings.Where(t => t.Team is null).Select(t => t.At)];
        _told = tellings.Where(t => t.Team is not null).ToLookup(t => t.Team!.Value, t => t.At);
    }

    public static async Task<ToldTeams> ReadAsync(AppDb db, CancellationToken ct) => await ReadAsync(db, await db.Teams.ToDictionaryAsync(t => t.Id, t => t.ParentId, ct), ct);

    /// <summary>The same where the teams were read already, each with the one above.</summary>
    public static async Task<ToldTeams> ReadAsync(AppDb db, Dictionary<Guid, Guid?> parents, CancellationToken ct)
    {
        var tellings = await db.Tellings.Select(t => new { t.TeamId, t.At }).ToListAsync(ct);
        return new ToldTeams([.. tellings.Select(t => (t.TeamId, t.At))], parents);
    }

    /// <summary>When the people of a team were last told: the team, one above it, or everyone; null while nobody told them.</summary>
    public DateTime? At(Guid? team)
    {
        var all = _everyone.Concat(Line(team).SelectMany(t => _told[t])).ToList();
        return all.Count == 0 ? null : all.Max();
    }

    // A loop in the hierarchy ends after as many steps as there are teams.
    private IEnumerable<Guid> Line(Guid? team)
    {
        for (var steps = 0; team is { } id && steps <= _parents.Count; steps++, team = _parents.GetValueOrDefault(id)) yield return id;
    }
}
