using Coxswain.People.Visibility;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.People.Teams;

/// <summary>Closes a team nobody is in any more; figures of its time stay under its name.</summary>
internal static class CloseTeam
{
    public sealed record Input
    {
        public Guid Id { get; init; }
    }

    public static async Task<Outcome<TeamsView>> Do(Input input, AppDb db, AccessRules rules, TimeProvider clock, CancellationToken ct)
    {
        if (await db.Teams.SingleOrDefaultAsync(t => t.Id == input.Id && t.ClosedOn == null, ct) is not { } team) return Outcome.Missing;
        var people = await db.People.CountAsync(p => p.TeamId == team.Id && p.LeftAt == null, ct);
        if (people > 0) return Outcome.Refused(N(people, "One person is still in {1}: move them first.", "{0} people are still in {1}: move them first.", team.Name));
        if (await db.Teams.AnyAsync(t => t.ParentId == team.Id && t.ClosedOn == null, ct)) return Outcome.Refused(T("Other teams stand under {0}: move or close them first.", team.Name));

        var today = (await Standing.ReadAsync(db, clock, ct)).Today;
        await db.InOneTransactionAsync(async () =>
        {
            team.ClosedOn = today;
            await db.SaveChangesAsync(ct);
            await rules.RewriteAsync(db, ct);
        }, ct);
        return (await ShowTeams.Do(db, ct)).Saying(T("{0} is closed.", team.Name));
    }
}
