using Coxswain.People.Persons;
using Coxswain.People.SignIn;
using Coxswain.People.Told;
using Coxswain.People.Visibility;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.People;

/// <summary>The people of an organisation, for whoever works without pages; the same acts as the pages. Works in the scope it is given.</summary>
public static class Staff
{
    public static Task<Outcome<PeopleView>> ListAsync(IServiceProvider scope, CancellationToken ct) => ListPeople.Do(Db(scope), ct);

    public static Task<Outcome<PersonAdded>> AddAsync(IServiceProvider scope, string name, string? email, Role role, Guid? teamId, CancellationToken ct) =>
        Refused(new AddPerson.Input { Name = name, Email = email, Role = role, TeamId = teamId }) is { } problems
            ? Task.FromResult<Outcome<PersonAdded>>(Outcome.Invalid(problems))
            : AddPerson.Do(new() { Name = name, Email = email, Role = role, TeamId = teamId }, Db(scope), Rules(scope), Clock(scope), ct);

    /// <summary>A link that is shown once, with which a person chooses a password: for the first time, or anew.</summary>
    /// <param name="scope">The operator's scope.</param>
    /// <param name="personId">Whose.</param>
    /// <param name="site">The address people reach the installation at.</param>
    /// <param name="ct">Cancels.</param>
    public static Task<Outcome<InvitedView>> LinkAsync(IServiceProvider scope, Guid personId, string site, CancellationToken ct) =>
        Invite.LinkAsync(personId, site, Db(scope), Clock(scope), ct);

    public static Task<Outcome<PeopleView>> GiveRoleAsync(IServiceProvider scope, PersonLine person, Role role, CancellationToken ct) =>
        MovePerson.Do(new() { Id = person.Id, Role = role, TeamId = person.TeamId }, Db(scope), Rules(scope), Clock(scope), ct);

    public static Task<Outcome<PeopleView>> DeactivateAsync(IServiceProvider scope, Guid personId, Guid heirId, CancellationToken ct) =>
        LeavePerson.Do(new() { Id = personId, HeirId = heirId }, Db(scope), Rules(scope), Clock(scope), scope.GetServices<ITakeOver>(), ct);

    /// <summary>Records that a team, or everyone, was told what is computed and who sees it.</summary>
    public static Task<Outcome<ToldRecorded>> ToldAsync(IServiceProvider scope, Guid? teamId, CancellationToken ct) =>
        RecordTold.Do(new() { TeamId = teamId }, Db(scope), Clock(scope), ct);

    // A page's form is checked before its act is called; here nobody else does it.
    private static Problems? Refused(object input) => Checks.Of(input) is { Any: true } problems ? problems : null;

    private static AppDb Db(IServiceProvider scope) => scope.GetRequiredService<AppDb>();

    private static AccessRules Rules(IServiceProvider scope) => scope.GetRequiredService<AccessRules>();

    private static TimeProvider Clock(IServiceProvider scope) => scope.GetRequiredService<TimeProvider>();
}
