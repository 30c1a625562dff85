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
        var teams = await db.Teams.Where(t => t.ClosedOn == null).OrderBy(t => t.Name).Select(t => new TeamLine(t.Id, t.Name, t.ParentId, t.ManagerId)).ToListAsync(ct);
        var people = await db.People.Where(p => !p.IsService).OrderBy(p => p.LeftAt != null).ThenBy(p => p.FoldedName)
            .Select(p => new PersonLine(p.Id, p.Version, p.Name, p.Email, p.Role, p.TeamId, p.LoginId != null, p.LeftAt == null, p.ToldAt != null)).ToListAsync(ct);
        var told = await db.Tellings.Where(t => t.TeamId == null).OrderBy(t => t.At).Select(t => new ToldLine(t.At, db.Rows<Person>().Where(p => p.Id == t.ById).Select(p => p.Name).FirstOrDefault())).FirstOrDefaultAsync(ct);
        return new PeopleView(people, teams, told);
    }
}

/// <param name="Told">The record that everyone was told what is computed about them; null while there is none.</param>
public sealed record PeopleView(IReadOnlyList<PersonLine> People, IReadOnlyList<TeamLine> Teams, ToldLine? Told)
{
    public bool AllTold => Told is not null;
}

/// <param name="At">When.</param>
/// <param name="Who">Who told them; null is the operator at the command line.</param>
public sealed record ToldLine(DateTime At, string? Who);

public sealed record PersonLine(Guid Id, int Version, string Name, string? Email, Role Role, Guid? TeamId, bool CanSignIn, bool IsHere, bool WasShown);

public sealed record TeamLine(Guid Id, string Name, Guid? ParentId, Guid? ManagerId);
