using System.ComponentModel.DataAnnotations;
using Coxswain.People.Teams;
using Coxswain.People.Visibility;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.People.Persons;

/// <summary>Adds someone who works here; an invitation lets them sign in.</summary>
internal static class AddPerson
{
    public sealed record Input
    {
        [Required, StringLength(200)]
        public string? Name { get; init; }

        [EmailAddress, StringLength(320)]
        public string? Email { get; init; }
        public Role Role { get; init; } = Role.Seller;
        public Guid? TeamId { get; init; }
    }

    public static async Task<Outcome<PersonAdded>> Do(Input input, AppDb db, AccessRules rules, TimeProvider clock, CancellationToken ct)
    {
        if (input.TeamId is { } team && !await db.Teams.AnyAsync(t => t.Id == team && t.ClosedOn == null, ct)) return Outcome.Invalid(nameof(input.TeamId), T("There is no such team."));
        var now = clock.GetUtcNow().UtcDateTime;
        var person = new Person { Name = input.Name!, Email = input.Email, Role = input.Role, TeamId = input.TeamId };
        await db.InOneTransactionAsync(async () =>
        {
            db.Add(person);
            if (person.TeamId is { } joined) db.Add(new Membership { PersonId = person.Id, TeamId = joined, From = db.Viewer.Periods?.DayOf(now) ?? DateOnly.FromDateTime(now), RecordedAt = now });
            await db.SaveChangesAsync(ct);
            await rules.RewriteAsync(db, ct);
        }, ct);
        return Outcome.Done(new PersonAdded(person.Id)).Saying(T("{0} is added. An invitation lets them sign in.", person.Name));
    }
}

public sealed record PersonAdded(Guid Id);
