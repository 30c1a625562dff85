using Coxswain.People.Persons;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.People.SignIn;

/// <summary>The people of the demo company, to be picked by name and role.</summary>
internal static class ShowCast
{
    // Enough of a role to see how two of them differ; a list of forty is no choice.
    private const int OfARole = 3;

    private static readonly Role[] Order = [Role.Leader, Role.Manager, Role.Seller, Role.Support, Role.Trainer, Role.Recruiter, Role.Admin, Role.Staff];

    public static async Task<Outcome<CastView>> Do(OpenDoor door, ThisMachine machine, IServiceScopeFactory scopes, HttpContext http, CancellationToken ct)
    {
        if (door.TenantId is not { } tenant || !machine.Sends(http)) return Outcome.Missing;
        await using var scope = scopes.AsSystem(tenant);
        var people = await scope.ServiceProvider.GetRequiredService<AppDb>().People.AsNoTracking().Where(p => p.LeftAt == null).OrderBy(p => p.Id).Select(p => new { p.Id, p.Name, p.Role }).ToListAsync(ct);
        return new CastView([.. people.GroupBy(p => p.Role).OrderBy(g => Array.IndexOf(Order, g.Key)).SelectMany(g => g.Take(OfARole)).Select(p => new CastMember(p.Id, p.Name, p.Role))]);
    }
}

public sealed record CastView(IReadOnlyList<CastMember> People);

public sealed record CastMember(Guid Id, string Name, Role Role);

/// <summary>Goes in as someone of the demo company, without a password.</summary>
internal static class EnterAs
{
    public sealed record Input
    {
        public Guid Id { get; init; }
    }

    public static async Task<Outcome<SignedIn>> Do(Input input, OpenDoor door, ThisMachine machine, SessionCookie sessions, IServiceScopeFactory scopes, HttpContext http)
    {
        if (door.TenantId is not { } tenant || !machine.Sends(http)) return Outcome.Missing;
        await using var scope = scopes.AsSystem(tenant);
        if (await scope.ServiceProvider.GetRequiredService<AppDb>().People.AsNoTracking().SingleOrDefaultAsync(p => p.Id == input.Id && p.LeftAt == null, http.RequestAborted) is not { } person) return Outcome.Missing;
        // Most people of the demo have no password of their own, and need none here.
        var own = person.LoginId is { } id ? await scope.ServiceProvider.GetRequiredService<UserManager<Login>>().FindByIdAsync(id.ToString()) : null;
        await sessions.BeginAsync(http, own ?? new Login { TenantId = tenant, PersonId = person.Id }, http.RequestAborted);
        return new SignedIn(person.Role is Role.Manager or Role.Leader ? "/team" : "/today");
    }
}
