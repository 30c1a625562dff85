using System.Net;
using Coxswain.People.SignIn;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Tenants;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.People.Tests.SignIn;

public sealed class SignInTests
{
    private const string Password = "vier Boote im Regen";

    [Theory, OnBoth]
    public async Task The_first_run_makes_the_organisation_and_signs_its_administrator_in_and_is_then_gone(Engine engine)
    {
        await using var host = await OwnHost.StartAsync(engine);
        var door = await host.Client().GetAsync("/team");
        Assert.Equal("/sign-in?next=%2Fteam", door.Headers.Location!.OriginalString);
        Assert.Equal("/first-run", (await host.Client().GetAsync("/sign-in")).Headers.Location!.OriginalString);

        var begun = await host.Client().PostFormAsync("/first-run", Begin(host.Token));
        Assert.Equal(HttpStatusCode.SeeOther, begun.StatusCode);
        var cookie = begun.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith(SessionCookie.Name));
        Assert.Contains("httponly", cookie);
        Assert.Contains("samesite=lax", cookie);
        Assert.Equal(HttpStatusCode.OK, (await host.Client(cookie).GetAsync("/search")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await host.Client().GetAsync("/first-run")).StatusCode);
    }

    [Theory, OnBoth]
    public async Task A_wrong_token_begins_nothing_and_keeps_what_was_typed(Engine engine)
    {
        await using var host = await OwnHost.StartAsync(engine);
        var answer = await host.Client().PostFormAsync("/first-run", Begin("guessed"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.Content.ReadAsStringAsync();
        Assert.Contains("Halma Werke", page);
        Assert.DoesNotContain(Password, page);
        Assert.Empty(await Founding.AllAsync(host.Services, default));
    }

    [Theory, OnBoth]
    public async Task What_a_command_imported_first_belongs_to_the_first_administrator(Engine engine)
    {
        await using var host = await OwnHost.StartAsync(engine);
        var imported = await Founding.FoundAsync(host.Services, new Tenant { Name = "My organisation", MadeAt = default }, default);
        await host.Client().PostFormAsync("/first-run", Begin(host.Token));
        var tenant = Assert.Single(await Founding.AllAsync(host.Services, default));
        Assert.Equal((imported, "Halma Werke"), (tenant.Id, tenant.Name));
    }

    [Theory, OnBoth]
    public async Task An_unknown_address_and_a_wrong_password_get_the_same_answer(Engine engine)
    {
        await using var host = await OwnHost.BegunAsync(engine, Begin);
        var unknown = await host.Client().PostFormAsync("/sign-in", ("Email", "nobody@example.com"), ("Password", "x"));
        var wrong = await host.Client().PostFormAsync("/sign-in", ("Email", "rana@example.com"), ("Password", "x"));
        Assert.Equal(Plain(await unknown.Content.ReadAsStringAsync(), "nobody@example.com"), Plain(await wrong.Content.ReadAsStringAsync(), "rana@example.com"));
    }

    [Theory, OnBoth]
    public async Task Five_wrong_tries_close_the_door_even_to_the_right_password(Engine engine)
    {
        await using var host = await OwnHost.BegunAsync(engine, Begin);
        for (var i = 0; i < 5; i++) await host.Client().PostFormAsync("/sign-in", ("Email", "rana@example.com"), ("Password", "wrong"));
        var right = await host.Client().PostFormAsync("/sign-in", ("Email", "rana@example.com"), ("Password", Password));
        Assert.Contains("Too many wrong tries", await right.Content.ReadAsStringAsync());
    }

    [Theory, OnBoth]
    public async Task Signing_in_leads_on_within_this_site_only(Engine engine)
    {
        await using var host = await OwnHost.BegunAsync(engine, Begin);
        Task<HttpResponseMessage> To(string next) => host.Client().PostFormAsync("/sign-in", ("Email", "rana@example.com"), ("Password", Password), ("Next", next));
        Assert.Equal("/told?next=%2Faccounts", (await To("/accounts")).Headers.Location!.OriginalString);
        Assert.Equal("/told?next=%2Ftoday", (await To("//evil.example")).Headers.Location!.OriginalString);
        Assert.Equal("/told?next=%2Ftoday", (await To("https://evil.example")).Headers.Location!.OriginalString);
    }

    [Theory, OnBoth]
    public async Task Signing_out_ends_the_session_for_whoever_kept_the_cookie(Engine engine)
    {
        await using var host = await OwnHost.StartAsync(engine);
        var cookie = (await host.Client().PostFormAsync("/first-run", Begin(host.Token))).Headers.GetValues("Set-Cookie").Single(c => c.StartsWith(SessionCookie.Name));
        await host.Client(cookie).PostFormAsync("/sign-out");
        Assert.Equal(HttpStatusCode.Redirect, (await host.Client(cookie).GetAsync("/search")).StatusCode);
    }

    [Theory, OnBoth]
    public async Task Nothing_of_a_person_is_in_the_logs(Engine engine)
    {
        await using var host = await OwnHost.BegunAsync(engine, Begin);
        await host.Client().PostFormAsync("/sign-in", ("Email", "rana@example.com"), ("Password", "wrong"));
        Assert.DoesNotContain(host.Logs, l => l.Contains("rana", StringComparison.OrdinalIgnoreCase) || l.Contains(Password));
    }

    private static string Plain(string page, string email) => page.Replace(email, "");

    private static (string, string)[] Begin(string token) =>
    [
        ("Token", token), ("Organisation", "Halma Werke"), ("Currency", "EUR"), ("FiscalStartMonth", "1"), ("TimeZone", "Europe/Berlin"),
        ("Name", "Rana Kaur"), ("Email", "rana@example.com"), ("Password", Password),
    ];

    private sealed class OwnHost(Host host) : IAsyncDisposable
    {
        public string Token => host.Services.GetRequiredService<FirstRun>().Token;

        public IServiceProvider Services => host.Services;

        public IEnumerable<string> Logs => host.Logs.Lines;

        public static async Task<OwnHost> StartAsync(Engine engine) => new(await Host.StartAsync(TestDatabases.MadeAsync(engine, "signin")));

        public static async Task<OwnHost> BegunAsync(Engine engine, Func<string, (string, string)[]> begin)
        {
            var host = await StartAsync(engine);
            await host.Client().PostFormAsync("/first-run", begin(host.Token));
            return host;
        }

        public HttpClient Client(string? cookie = null)
        {
            var client = host.Server.CreateClient();
            client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
            if (cookie is not null) client.DefaultRequestHeaders.Add("Cookie", cookie.Split(';')[0]);
            return client;
        }

        public ValueTask DisposeAsync() => host.App.DisposeAsync();
    }
}
