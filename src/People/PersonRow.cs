using Coxswain.People.Persons;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.People;

/// <summary>What other modules may know of a person. Composable: filter and join it further in SQL.</summary>
public sealed record PersonRow
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required string FoldedName { get; init; }
    public required Role Role { get; init; }
    public required Guid? TeamId { get; init; }
    public required bool IsHere { get; init; }
    public required bool CanSignIn { get; init; }
}

/// <summary>A team, for other modules.</summary>
public sealed record TeamRow
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required Guid? ParentId { get; init; }
    public required Guid? ManagerId { get; init; }
}

/// <summary>Who was in which team from when to when, for other modules.</summary>
public sealed record MembershipRow
{
    public required Guid PersonId { get; init; }
    public required Guid TeamId { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly? To { get; init; }
}

/// <summary>The people, teams and memberships of the tenant, as others may query them.</summary>
public static class PeopleReads
{
    public static IQueryable<PersonRow> PersonRows(this AppDb db) => db.People.Select(p => new PersonRow
    { Id = p.Id, Name = p.Name, FoldedName = p.FoldedName, Role = p.Role, TeamId = p.TeamId, IsHere = p.LeftAt == null, CanSignIn = p.LoginId != null });

    /// <summary>The mail addresses of those who are here.</summary>
    public static IQueryable<PersonAddress> PersonAddresses(this AppDb db) => db.People.Where(p => p.LeftAt == null && p.Email != null).Select(p => new PersonAddress(p.Id, p.Email!));

    public static IQueryable<TeamRow> TeamRows(this AppDb db) => db.Teams.Select(t => new TeamRow
    { Id = t.Id, Name = t.Name, ParentId = t.ParentId, ManagerId = t.ManagerId });

    public static IQueryable<MembershipRow> MembershipRows(this AppDb db) => db.Memberships.Select(m => new MembershipRow
    { PersonId = m.PersonId, TeamId = m.TeamId, From = m.From, To = m.To });

    /// <summary>Ids of the people in the viewer's own team, for what is meant for a team.</summary>
    public static IQueryable<Guid> Teammates(this AppDb db)
    {
        var people = db.People;
        return people.Where(p => p.TeamId != null && people.Any(me => me.Id == db.Viewer.PersonId && me.TeamId == p.TeamId)).Select(p => p.Id);
    }

    /// <summary>The people of someone's line: everyone in the teams they lead and the teams below, and themselves.</summary>
    public static async Task<IReadOnlySet<Guid>> LineOfAsync(this AppDb db, Guid personId, CancellationToken ct)
    {
        var line = new Visibility.Line(await db.Teams.AsNoTracking().ToListAsync(ct), await db.People.Where(p => p.TeamId != null).ToDictionaryAsync(p => p.Id, p => p.TeamId!.Value, ct));
        return line.Below(personId).Append(personId).ToHashSet();
    }
}

/// <summary>The mail address of someone who works here, for telling colleagues from customers.</summary>
public sealed record PersonAddress(Guid PersonId, string Email);
