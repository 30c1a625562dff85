using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
namespace Coxswain.Web.Tests;

/// <summary>Nothing of a person is in the log, however much is logged.</summary>
public sealed class LogTests
{
    private const string Email = "mirela.quast@example.com", Name = "Mirela Quast", Password = "sieben Taue im Wind", Typed = "Zinnober Kontor", Note = "prefers calls at dusk";

    [Theory, OnBoth]
    public async Task What_people_type_are_called_and_are_sent_is_in_no_line(Engine engine)
    {
        var broken = new Broken();
        var host = await Host.StartAsync(TestDatabases.MadeAsync(engine, "logs"), s => s.AddLogging(l => l.SetMinimumLevel(LogLevel.Trace)).ConfigureDbContext<AppDb>(o => o.AddInterceptors(broken)));
        var admin = await (await host.TenantAsync()).PersonAsync(Role.Admin, "Rana Kaur");
        var link = await InviteAsync(admin);
        await Stranger(host).GetAsync(link);
        await Stranger(host).PostFormAsync(link, ("Password", Password));
        await Stranger(host).PostFormAsync("/sign-in", ("Email", Email), ("Password", "wrong " + Password));
        await Stranger(host).PostFormAsync("/sign-in", ("Email", Email), ("Password", Password));
        await admin.Browser.GetAsync($"/search?q={Uri.EscapeDataString(Typed)}");
        await admin.Browser.GetAsync($"/accounts?name={Uri.EscapeDataString(Typed)}");
        Assert.True((int)(await SaveAsync(admin)).StatusCode < 400);
        var shared = await SharedAsync(admin);
        await Stranger(host).GetAsync(shared);
        await Stranger(host).GetAsync(shared[..^1]);
        await Stranger(host).PostFormAsync($"{shared}/words", ("Step", $"{Guid.NewGuid()}"), ("Name", Name), ("Text", Note));
        broken.IsOn = true;
        Assert.Equal(HttpStatusCode.InternalServerError, (await SaveAsync(admin)).StatusCode);
        broken.IsOn = false;

        Assert.Contains(host.Logs.Lines, l => l.Contains("POST /contacts failed: System.InvalidOperationException", StringComparison.Ordinal));
        foreach (var secret in new[] { Email, "mirela", "quast", Password, Typed, "Zinnober", Note, "Rana Kaur", link, link.Split('-')[^1], shared, shared.Split('-', 2)[1] })
            Assert.DoesNotContain(host.Logs.Lines, l => l.Contains(secret, StringComparison.OrdinalIgnoreCase) || l.Contains(Uri.EscapeDataString(secret), StringComparison.OrdinalIgnoreCase));
        await host.App.DisposeAsync();
    }

    private static Task<HttpResponseMessage> SaveAsync(TestViewer who) => who.Browser.PostFormAsync("/contacts", ("Name", Typed), ("Email", "z." + Email), ("Description", Note));

    private static async Task<string> InviteAsync(TestViewer admin)
    {
        await admin.PlainBrowser.PostFormAsync("/people", ("Name", Name), ("Email", Email), ("Role", "Seller"));
        var id = Regex.Match(await admin.PlainBrowser.PageAsync("/people"), $"/people/([0-9a-f-]{{36}})/invitations").Groups[1].Value;
        var link = Regex.Match(await (await admin.PlainBrowser.PostFormAsync($"/people/{id}/invitations")).Content.ReadAsStringAsync(), "/invitations/[0-9a-f-]+").Value;
        Assert.NotEmpty(link);
        return link;
    }

    private static async Task<string> SharedAsync(TestViewer admin)
    {
        await admin.PlainBrowser.PostFormAsync("/settings/sharing", ("IsOn", "true"));
        await admin.Program.PostAsJsonAsync("/api/stages", new { name = "Talks", category = "Pipeline" });
        var deal = (await (await admin.Program.PostAsJsonAsync("/api/opportunities", new { name = "A yard" })).Content.ReadFromJsonAsync<System.Text.Json.JsonElement>()).GetProperty("id").GetGuid();
        await admin.PlainBrowser.PostFormAsync($"/opportunities/{deal}/shared-steps", ("Title", "Sign"), ("Side", "Theirs"));
        var link = Regex.Match(await (await admin.PlainBrowser.PostFormAsync($"/opportunities/{deal}/shared-links", ("Until", "2026-09-01"))).Content.ReadAsStringAsync(), "/shared/[0-9]+-[A-Za-z0-9_-]{43}").Value;
        Assert.NotEmpty(link);
        return link;
    }

    private static HttpClient Stranger(Host host)
    {
        var client = host.Server.CreateClient();
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        return client;
    }

    /// <summary>An act that throws, with what was typed in its message.</summary>
    private sealed class Broken : SaveChangesInterceptor
    {
        public bool IsOn { get; set; }

        public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default) =>
            IsOn ? throw new InvalidOperationException($"{Typed} <{Email}> could not be saved", new FormatException($"'{Note}' was not understood")) : new(result);
    }
}
