using Coxswain.People.Persons;
using Coxswain.People.Teams;
using Coxswain.People.Visibility;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Jobs;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.Testing;

/// <summary>An organisation made for one test.</summary>
public sealed class TestTenant(Host host, int id)
{
    public Host Host => host;
    public int Id => id;

    /// <summary>Adds a person; access rules are rewritten as they would be in life.</summary>
    public async Task<TestViewer> PersonAsync(Role role, string name, Guid? teamId = null, string? culture = null)
    {
        var person = new Person { Name = name, Role = role, TeamId = teamId, Culture = culture, ToldAt = host.Clock.GetUtcNow().UtcDateTime };
        await SaveAsync(person);
        await InDb(async (db, services) => await services.GetRequiredService<AccessRules>().RewriteAsync(db, default));
        return new TestViewer(this, new Viewer(id, person.Id, role) { Name = name });
    }

    /// <summary>Gives somebody a mail address.</summary>
    public Task AddressAsync(TestViewer person, string address) => InDb(async db =>
    {
        (await db.Rows<Person>().SingleAsync(p => p.Id == person.Id)).Email = address;
        return await db.SaveChangesAsync();
    });

    /// <summary>Adds a team led by someone.</summary>
    public async Task<Guid> TeamAsync(string name, TestViewer? manager = null, Guid? parentId = null)
    {
        var team = new Team { Name = name, ManagerId = manager?.Viewer.PersonId, ParentId = parentId };
        await SaveAsync(team);
        await InDb(async (db, services) => await services.GetRequiredService<AccessRules>().RewriteAsync(db, default));
        return team.Id;
    }

    /// <summary>Saves rows as the system.</summary>
    public Task SaveAsync(params Entity[] rows) => InDb(async (db, _) =>
    {
        db.AddRange(rows.Cast<object>());
        await db.SaveChangesAsync();
    });

    /// <summary>The stages a new organisation begins with.</summary>
    public Task StagesAsync() => SaveAsync([.. Funnel.Stages.DefaultStages.Make()]);

    /// <summary>Works in a scope as the system.</summary>
    public Task InDb(Func<AppDb, IServiceProvider, Task> work) => InDb(Viewer.System(id), async (db, services) => { await work(db, services); return true; });

    /// <inheritdoc cref="InDb(Func{AppDb, IServiceProvider, Task})"/>
    public Task<T> InDb<T>(Func<AppDb, Task<T>> work) => InDb(Viewer.System(id), (db, _) => work(db));

    /// <summary>Does this organisation's due jobs and deliveries to their end, on a host that does not by itself.</summary>
    public async Task DoDueAsync()
    {
        var (runner, courier) = (host.Services.GetRequiredService<JobRunner>(), host.Services.GetRequiredService<Courier>());
        while (await runner.DoNextAsync(id, default) || await courier.DeliverNextAsync(id, default)) { }
    }

    internal async Task<T> InDb<T>(Viewer viewer, Func<AppDb, IServiceProvider, Task<T>> work)
    {
        await using var scope = host.Services.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentViewer>().Become(viewer);
        return await work(scope.ServiceProvider.GetRequiredService<AppDb>(), scope.ServiceProvider);
    }
}

/// <summary>Someone in a test: asks over HTTP, or works in the database with their own eyes.</summary>
public sealed class TestViewer(TestTenant tenant, Viewer viewer)
{
    public Viewer Viewer => viewer;
    public Guid Id => viewer.PersonId;
    public TestTenant Tenant => tenant;

    /// <summary>A browser tab: sends what a browser sends with an htmx request.</summary>
    public HttpClient Browser => Client(("HX-Request", "true"), ("Sec-Fetch-Site", "same-origin"));

    /// <summary>A browser without script.</summary>
    public HttpClient PlainBrowser => Client(("Sec-Fetch-Site", "same-origin"));

    /// <summary>A program.</summary>
    public HttpClient Program => Client();

    /// <summary>Works in a scope as this person.</summary>
    public Task<T> InDb<T>(Func<AppDb, Task<T>> work) => tenant.InDb(viewer, (db, _) => work(db));

    private HttpClient Client(params (string Name, string Value)[] headers)
    {
        // Redirects are part of what is tested, so they are not followed.
        var client = tenant.Host.Server.CreateClient();
        client.DefaultRequestHeaders.Add(TestPerson.Header, $"{viewer.TenantId}/{viewer.PersonId}/{viewer.Role}/{Uri.EscapeDataString(viewer.Name)}");
        foreach (var (name, value) in headers) client.DefaultRequestHeaders.Add(name, value);
        return client;
    }
}
