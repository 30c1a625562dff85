using System.Net;
using System.Text.RegularExpressions;
using Coxswain.People.SignIn;
using Coxswain.Testing;
namespace Coxswain.People.Tests;

/// <summary>The way in, as a browser goes it.</summary>
internal static class Door
{
    public const string Password = "drei Ruder und ein Lied";

    /// <summary>A browser nobody is signed in at.</summary>
    public static HttpClient Anyone(Host host)
    {
        var client = host.Server.CreateClient();
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        return client;
    }

    /// <summary>A one-time link for someone, as an administrator makes it.</summary>
    public static async Task<string> LinkAsync(TestViewer admin, Guid person) =>
        LinkIn(await (await admin.PlainBrowser.PostFormAsync($"/people/{person}/invitations")).Content.ReadAsStringAsync());

    public static string LinkIn(string page) => Regex.Match(page, "/invitations/[0-9a-f-]+").Value;

    /// <summary>Adds someone with an e-mail address, who takes the invitation.</summary>
    public static async Task<(Guid Id, string Email, HttpClient Browser)> JoinAsync(TestViewer admin, string name, string role = "Seller", Guid? team = null)
    {
        var email = $"{Guid.NewGuid():N}@example.com";
        await admin.PlainBrowser.PostFormAsync("/people", ("Name", name), ("Email", email), ("Role", role), ("TeamId", $"{team}"));
        var id = await admin.InDb(db => Task.FromResult(db.People.Single(p => p.Name == name).Id));
        var browser = Anyone(admin.Tenant.Host);
        Keep(browser, await browser.PostFormAsync(await LinkAsync(admin, id), ("Password", Password)));
        return (id, email, browser);
    }

    public static async Task<HttpResponseMessage> SignInAsync(Host host, string email, string password, string? next = null) =>
        await Anyone(host).PostFormAsync("/sign-in", ("Email", email), ("Password", password), ("Next", next ?? ""));

    /// <summary>The browser keeps its session cookie.</summary>
    public static void Keep(HttpClient browser, HttpResponseMessage answer)
    {
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        browser.DefaultRequestHeaders.Add("Cookie", answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith(SessionCookie.Name, StringComparison.Ordinal)).Split(';')[0]);
    }
}
