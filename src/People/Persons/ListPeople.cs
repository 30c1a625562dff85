using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.People.Persons;

/// <summary>Everyone who works or worked here, and the teams.</summary>
internal static class ListPeople
{
    public static async Task<Outcome<PeopleView>> Do(AppDb db, CancellationToken ct)
    {
        var teams = await db.Teams.OrderBy(t => t.Name).Select(t => new TeamLine(t.Id, t.Name, t.ParentId, t.ManagerId)).ToListAsync(ct);
        var people = await db.People.OrderBy(p => p.LeftAt != null).ThenBy(p => p.FoldedName)
            .Select(p => new PersonLine(p.Id, p.Version, p.Name, p.Email, p.Role, p.TeamId, p.LoginId != null, p.LeftAt == null, p.ToldAt != null)).ToListAsync(ct);
        var told = await db.Tellings.AnyAsync(t => t.TeamId == null, ct);
        return new PeopleView(people, teams, told);
    }
}

/// <param name="AllTold">It is recorded that everyone was told what is computed about them.</param>
public sealed record PeopleView(IReadOnlyList<PersonLine> People, IReadOnlyList<TeamLine> Teams, bool AllTold);

public sealed record PersonLine(Guid Id, int Version, string Name, string? Email, Role Role, Guid? TeamId, bool CanSignIn, bool IsHere, bool WasShown);

public sealed record TeamLine(Guid Id, string Name, Guid? ParentId, Guid? ManagerId);
