using Coxswain.People.Teams;
using Coxswain.People.Visibility;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.People.Persons;

/// <summary>Gives someone another role, or another team from a day on; figures before that day stay with the old team.</summary>
internal static class MovePerson
{
    public sealed record Input
    {
        public Guid Id { get; init; }
        public Role Role { get; init; }
        public Guid? TeamId { get; init; }

        /// <summary>First day in the new team; today where not said.</summary>
        public DateOnly? From { get; init; }
    }

    public static async Task<Outcome<PeopleView>> Do(Input input, AppDb db, AccessRules rules, TimeProvider clock, CancellationToken ct)
    {
        if (await db.People.SingleOrDefaultAsync(p => p.Id == input.Id && p.LeftAt == null, ct) is not { } person) return Outcome.Missing;
        if (input.TeamId is { } team && !await db.Teams.AnyAsync(t => t.Id == team && t.ClosedOn == null, ct)) return Outcome.Invalid(nameof(input.TeamId), T("There is no such team."));
        if (person.Role is Role.Admin && !person.IsService && input.Role is not Role.Admin && await db.People.CountAsync(p => p.Role == Role.Admin && p.LeftAt == null && !p.IsService, ct) == 1)
            return Outcome.Invalid(nameof(input.Role), T("Someone has to be administrator: make another one first."));

        var now = clock.GetUtcNow().UtcDateTime;
        await db.InOneTransactionAsync(async () =>
        {
            person.Role = input.Role;
            if (person.TeamId != input.TeamId) await JoinAsync(db, person, input.TeamId, input.From ?? db.Viewer.Periods?.DayOf(now) ?? DateOnly.FromDateTime(now), now, ct);
            await db.SaveChangesAsync(ct);
            await rules.RewriteAsync(db, ct);
        }, ct);
        return (await ListPeople.Do(db, ct)).Saying(T("{0} is moved.", person.Name));
    }

    /// <summary>Ends the membership that is open and begins the next on the same day.</summary>
    internal static async Task JoinAsync(AppDb db, Person person, Guid? teamId, DateOnly from, DateTime now, CancellationToken ct)
    {
        foreach (var open in await db.Memberships.Where(m => m.PersonId == person.Id && m.To == null).ToListAsync(ct)) open.To = from > open.From ? from : open.From;
        if (teamId is { } team) db.Add(new Membership { PersonId = person.Id, TeamId = team, From = from, RecordedAt = now });
        person.TeamId = teamId;
    }
}
