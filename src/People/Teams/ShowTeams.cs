using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.People.Teams;

/// <summary>The teams as they stand: who leads them, under which, how many people, and whether they were told what is computed.</summary>
internal static class ShowTeams
{
    public static async Task<Outcome<TeamsView>> Do(AppDb db, CancellationToken ct)
    {
        var counts = await db.People.Where(p => p.LeftAt == null && p.TeamId != null).GroupBy(p => p.TeamId!.Value).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var told = await ToldTeams.ReadAsync(db, ct);
        var teams = await db.Teams.AsNoTracking().Where(t => t.ClosedOn == null).OrderBy(t => t.Name).ToListAsync(ct);
        var here = await db.People.Where(p => p.LeftAt == null).OrderBy(p => p.FoldedName).Select(p => new TeamPerson(p.Id, p.Name)).ToListAsync(ct);
        return new TeamsView([.. teams.Select(t => new TeamState(t.Id, t.Name, t.ParentId, t.ManagerId, counts.GetValueOrDefault(t.Id), told.At(t.Id)))], here);
    }
}

/// <param name="Teams">Those that are not closed.</param>
/// <param name="Here">Who may lead one.</param>
public sealed record TeamsView(IReadOnlyList<TeamState> Teams, IReadOnlyList<TeamPerson> Here);

/// <param name="ToldAt">When its people were told what is computed about them; null while figures show them by letters.</param>
public sealed record TeamState(Guid Id, string Name, Guid? ParentId, Guid? ManagerId, int People, DateTime? ToldAt);

public sealed record TeamPerson(Guid Id, string Name);
