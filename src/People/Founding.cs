using Coxswain.People.Persons;
using Coxswain.People.SignIn;
using Coxswain.People.Visibility;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.People;

/// <summary>Makes an organisation, with what every module gives it to start with.</summary>
public static class Founding
{
    /// <param name="services">The application's services; the work is done in a scope of its own.</param>
    /// <param name="tenant">Name and settings; its id is set by the database.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>The id of the new organisation.</returns>
    public static async Task<int> FoundAsync(IServiceProvider services, Tenant tenant, CancellationToken ct)
    {
        await using (var before = services.CreateAsyncScope())
        {
            var db = before.ServiceProvider.GetRequiredService<AppDb>();
            db.Add(tenant);
            await db.SaveChangesAsync(ct);
        }
        await using var scope = services.AsSystem(tenant.Id);
        var rows = scope.ServiceProvider.GetRequiredService<AppDb>();
        foreach (var module in scope.ServiceProvider.GetServices<INewTenant>()) module.Prepare(rows, tenant);
        await rows.SaveChangesAsync(ct);
        return tenant.Id;
    }

    /// <summary>Someone who can sign in at once: the first administrator, the people of a demo.</summary>
    /// <returns>The problems of what was given, or the login made.</returns>
    internal static async Task<(Problems? Problems, Login? Login, Guid PersonId)> AdmitAsync(IServiceProvider services, int tenantId, string name, string email, string password, Role role, CancellationToken ct)
    {
        await using var scope = services.AsSystem(tenantId);
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        var person = new Person { Name = name, Email = email, Role = role, ToldAt = scope.ServiceProvider.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime };
        return await db.InOneTransactionAsync(async () =>
        {
            var (problems, login) = await LoginAsync(scope.ServiceProvider, person, tenantId, email, password);
            if (problems is not null) return (problems, null, Guid.Empty);
            db.Add(person);
            await db.SaveChangesAsync(ct);
            await scope.ServiceProvider.GetRequiredService<AccessRules>().RewriteAsync(db, ct);
            return ((Problems?)null, login, person.Id);
        }, ct);
    }

    /// <summary>Gives someone who works here already a sign-in of their own.</summary>
    internal static async Task<Problems?> LetInAsync(IServiceProvider services, int tenantId, Guid personId, string email, string password, CancellationToken ct)
    {
        await using var scope = services.AsSystem(tenantId);
        var db = scope.ServiceProvider.GetRequiredService<AppDb>();
        return await db.InOneTransactionAsync(async () =>
        {
            var person = await db.Rows<Person>().SingleAsync(p => p.Id == personId, ct);
            var (problems, _) = await LoginAsync(scope.ServiceProvider, person, tenantId, email, password);
            person.Email = email;
            if (problems is null) await db.SaveChangesAsync(ct);
            return problems;
        }, ct);
    }

    private static async Task<(Problems? Problems, Login? Login)> LoginAsync(IServiceProvider services, Person person, int tenantId, string email, string password)
    {
        var login = new Login { TenantId = tenantId, PersonId = person.Id, UserName = email, Email = email };
        var made = await services.GetRequiredService<UserManager<Login>>().CreateAsync(login, password);
        if (!made.Succeeded) return (Passwords.Problems(made), null);
        person.LoginId = login.Id;
        return (null, login);
    }

    /// <summary>The organisations of this installation, oldest first.</summary>
    public static async Task<IReadOnlyList<Tenant>> AllAsync(IServiceProvider services, CancellationToken ct)
    {
        await using var scope = services.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<AppDb>().Rows<Tenant>().AsNoTracking().OrderBy(t => t.Id).ToListAsync(ct);
    }
}
