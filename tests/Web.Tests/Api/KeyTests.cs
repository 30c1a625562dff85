using System.Net.Http.Json;
using Coxswain.Platform.Access;
using Coxswain.Platform.Api;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Testing;
using Microsoft.AspNetCore.Routing;
namespace Coxswain.Web.Tests.Api;

public sealed class KeyTests
{
    [Theory, OnBoth]
    public async Task A_key_opens_what_it_is_limited_to_and_nothing_else_at_every_endpoint(Engine engine)
    {
        var host = await Host.On(engine);
        var admin = await (await host.TenantAsync()).PersonAsync(Role.Admin, "Ines Castro");
        var wrong = new List<string>();
        foreach (var scope in Scopes.Names)
        {
            var (program, scopes) = (await Programs.WithKeyAsync(admin, ("Scopes", scope)), Scopes.Of(scope)!);
            foreach (var endpoint in ((IEndpointRouteBuilder)host.App).DataSources.SelectMany(s => s.Endpoints).OfType<RouteEndpoint>().Where(e => e.Metadata.GetMetadata<ActMetadata>() is { IsApi: true }))
            {
                var verb = endpoint.Metadata.GetRequiredMetadata<HttpMethodMetadata>().HttpMethods[0];
                var url = "/" + System.Text.RegularExpressions.Regex.Replace(endpoint.RoutePattern.RawText!.TrimStart('/'), @"\{[^}]*\}", $"{Guid.NewGuid()}");
                var status = (int)(await program.SendAsync(new HttpRequestMessage(new HttpMethod(verb), url))).StatusCode;
                var may = endpoint.Metadata.GetOrderedMetadata<Requirement>().All(r => scopes.Allow(r.Permission, verb != "GET"));
                if (may == (status == 403)) wrong.Add($"{scope}: {verb} {url} answered {status}");
            }
        }
        Assert.Empty(wrong);
    }

    [Theory, OnBoth]
    public async Task A_key_that_has_run_out_opens_nothing(Engine engine)
    {
        var host = await Host.StartAsync(TestDatabases.MadeAsync(engine, "keys"));
        var ana = await (await host.TenantAsync()).PersonAsync(Role.Seller, "Ana Okafor");
        var program = await Programs.WithKeyAsync(ana, ("Days", "30"));
        Assert.Equal(200, (int)(await program.GetAsync("/api/v1/accounts")).StatusCode);
        Assert.Contains("until", await ana.PlainBrowser.GetStringAsync("/me"));
        host.Clock.Advance(TimeSpan.FromDays(31));
        Assert.Equal(401, (int)(await program.GetAsync("/api/v1/accounts")).StatusCode);
    }

    [Theory, OnBoth]
    public async Task A_programs_account_has_a_role_and_keys_and_nobody_signs_in_as_it(Engine engine)
    {
        var host = await Host.On(engine);
        var admin = await (await host.TenantAsync()).PersonAsync(Role.Admin, "Ines Castro");
        await admin.PlainBrowser.PostFormAsync("/settings/api/accounts", ("Name", "Warehouse"), ("Role", "Seller"));
        var account = (string)(await Programs.GetAsync(admin.Program, "/api/v1/api-settings"))["accounts"]![0]!["id"]!;
        var page = await (await admin.PlainBrowser.PostFormAsync($"/settings/api/accounts/{account}/keys", ("Name", "Nightly"), ("Scopes", "customers:write"))).Content.ReadAsStringAsync();
        var program = Programs.With(host, Programs.Key().Match(page).Value);
        var made = await Programs.SendAsync(program, "POST", "/api/v1/accounts", new { name = "Halma" });
        Assert.Equal((201, account), (made.Status, (string)made.Body!["ownerId"]!));
        Assert.Equal(403, (int)(await program.GetAsync("/api/v1/opportunities")).StatusCode);
        Assert.DoesNotContain("Warehouse", await admin.PlainBrowser.GetStringAsync("/people"));
        Assert.Equal(404, (await Programs.SendAsync(admin.Program, "POST", $"/api/v1/people/{account}/invitations", new { email = "a@b.example" })).Status);
        await admin.PlainBrowser.PostFormAsync($"/settings/api/accounts/{account}/ends");
        Assert.Equal(401, (int)(await program.GetAsync("/api/v1/accounts")).StatusCode);
        Assert.Equal($"{admin.Id}", (string?)(await Programs.GetAsync(admin.Program, $"/api/v1/accounts/{made.Body["id"]}"))["ownerId"]);
    }

    [Theory, OnBoth]
    public async Task A_key_that_asks_too_often_is_told_when_to_go_on(Engine engine)
    {
        var host = await Host.StartAsync(TestDatabases.MadeAsync(engine, "pace"));
        var admin = await (await host.TenantAsync()).PersonAsync(Role.Admin, "Ines Castro");
        await Programs.SendAsync(admin.Program, "POST", "/api/v1/api-settings", new { perMinute = 10 });
        var program = await Programs.WithKeyAsync(admin);
        var first = await program.GetAsync("/api/v1/accounts");
        Assert.Equal(("10", "9"), (first.Headers.GetValues("RateLimit-Limit").Single(), first.Headers.GetValues("RateLimit-Remaining").Single()));
        for (var i = 0; i < 9; i++) Assert.Equal(200, (int)(await program.GetAsync("/api/v1/accounts")).StatusCode);
        var refused = await program.GetAsync("/api/v1/accounts");
        Assert.Equal(429, (int)refused.StatusCode);
        Assert.NotNull(refused.Headers.RetryAfter);
        // Others, and the person in a browser, go on.
        Assert.Equal(200, (int)(await admin.PlainBrowser.GetAsync("/accounts")).StatusCode);
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(200, (int)(await program.GetAsync("/api/v1/accounts")).StatusCode);
    }

    [Theory, OnBoth]
    public async Task A_batch_that_does_not_fit_into_the_minute_is_told_when_to_go_on_and_is_not_counted(Engine engine)
    {
        var host = await Host.StartAsync(TestDatabases.MadeAsync(engine, "batchpace"));
        var admin = await (await host.TenantAsync()).PersonAsync(Role.Admin, "Ines Castro");
        await Programs.SendAsync(admin.Program, "POST", "/api/v1/api-settings", new { perMinute = 24 });
        var program = await Programs.WithKeyAsync(admin);
        var batch = new { items = Enumerable.Range(0, 20).Select(i => new { method = "POST", path = "/accounts", body = new { name = $"Quay {i}" } }) };
        Assert.Equal(200, (await Programs.SendAsync(program, "POST", "/api/v1/batch", batch)).Status);
        // Of 24 the batch took 20: the next does not fit, costs the one request it came as, and leaves the others.
        using var refused = await program.PostAsJsonAsync("/api/v1/batch", batch);
        Assert.Equal((429, "3"), ((int)refused.StatusCode, refused.Headers.GetValues("RateLimit-Remaining").Single()));
        Assert.NotNull(refused.Headers.RetryAfter);
        Assert.Contains("A batch counts as many requests as it holds", await refused.Content.ReadAsStringAsync());
        for (var i = 0; i < 3; i++) Assert.Equal(200, (int)(await program.GetAsync("/api/v1/accounts")).StatusCode);
        Assert.Equal(429, (int)(await program.GetAsync("/api/v1/accounts")).StatusCode);
        host.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal(200, (await Programs.SendAsync(program, "POST", "/api/v1/batch", batch)).Status);
        await host.App.DisposeAsync();
    }

    [Fact]
    public void A_thousand_items_beside_the_usual_pace_leave_the_rest_of_the_minute()
    {
        var (pace, key) = (new ApiPace(new Microsoft.Extensions.Time.Testing.FakeTimeProvider()), Guid.NewGuid());
        var usual = new Coxswain.Platform.Tenants.Tenant { Name = "Halma", MadeAt = DateTime.UnixEpoch }.ApiPerMinute;
        Assert.True(pace.Ask(key, usual, 1_000).Fits);
        var (fits, left, _) = pace.Ask(key, usual, 1_000);
        Assert.Equal((false, usual - 1_000), (fits, left));
        Assert.True(pace.Ask(key, usual).Fits);
    }
}
