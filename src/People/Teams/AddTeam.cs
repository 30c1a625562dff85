using System.ComponentModel.DataAnnotations;
using Coxswain.People.Visibility;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.People.Teams;

/// <summary>Adds a team, or changes who leads it and where it belongs.</summary>
internal static class AddTeam
{
    public sealed record Input
    {
        /// <summary>An existing team, to change it.</summary>
        public Guid? Id { get; init; }

        [Required, StringLength(200)]
        public string? Name { get; init; }
        public Guid? ManagerId { get; init; }
        public Guid? ParentId { get; init; }
    }

    public static async Task<Outcome<TeamsView>> Do(Input input, AppDb db, AccessRules rules, CancellationToken ct)
    {
        var teams = await db.Teams.Where(t => t.ClosedOn == null).ToListAsync(ct);
        var team = input.Id is { } id ? teams.SingleOrDefault(t => t.Id == id) : new Team { Name = input.Name! };
        if (team is null) return Outcome.Missing;
        if (input.ParentId is { } parent && (teams.All(t => t.Id != parent) || IsUnder(parent, team.Id, teams))) return Outcome.Invalid(nameof(input.ParentId), T("A team cannot stand under itself."));
        if (input.ManagerId is { } manager && !await db.People.AnyAsync(p => p.Id == manager && p.LeftAt == null, ct)) return Outcome.Invalid(nameof(input.ManagerId), T("There is no such person."));

        (team.Name, team.ManagerId, team.ParentId) = (input.Name!, input.ManagerId, input.ParentId);
        await db.InOneTransactionAsync(async () =>
        {
            if (input.Id is null) db.Add(team);
            await db.SaveChangesAsync(ct);
            await rules.RewriteAsync(db, ct);
        }, ct);
        return (await ShowTeams.Do(db, ct)).Saying(T("{0} is saved.", team.Name));
    }

    private static bool IsUnder(Guid place, Guid team, IReadOnlyList<Team> teams)
    {
        for (Guid? at = place; at is { } id; at = teams.FirstOrDefault(t => t.Id == id)?.ParentId)
            if (id == team) return true;
        return false;
    }
}
