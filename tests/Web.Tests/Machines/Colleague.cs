using System.Net;
using System.Text.RegularExpressions;
using Coxswain.Testing;
namespace Coxswain.Web.Tests.Machines;

/// <summary>Someone about whom things are changed through one process, and who at once asks the other.</summary>
internal sealed class Colleague(Cluster cluster, HttpClient admin) : IDisposable
{
    private const string Password = "drei Ruder und ein Lied";

    private readonly HttpClient _browser = new(new HttpClientHandler { AllowAutoRedirect = false, CookieContainer = new CookieContainer() });
    private string _id = "";

    /// <summary>Added through one, invited through the other; the invitation is taken at whichever the balancer names.</summary>
    public async Task JoinAsync()
    {
        _browser.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        await DoneAsync(admin, cluster.UrlOf(0) + "/people", ("Name", "Ben Okoro"), ("Email", "ben@halma.example"), ("Role", "Seller"));
        _id = await cluster.AskAsync("SELECT id::text FROM people WHERE name = 'Ben Okoro'");
        var invited = await (await admin.PostFormAsync($"{cluster.UrlOf(1)}/people/{_id}/invitations")).Content.ReadAsStringAsync();
        await DoneAsync(_browser, cluster.Url + Regex.Match(invited, "/invitations/[0-9a-f-]+").Value, ("Password", Password));
        await DoneAsync(_browser, cluster.Url + "/told");
        foreach (var which in (int[])[0, 1]) Assert.Equal(HttpStatusCode.OK, await SeesAsync(which, "/contacts"));
    }

    public async Task MayChangeWhatIsSharedAsync()
    {
        var contact = await cluster.AskAsync("SELECT id::text FROM contacts WHERE name = 'Known 0' LIMIT 1");
        foreach (var which in (int[])[0, 1]) Assert.Equal(HttpStatusCode.Forbidden, await RemovesAsync(which));
        await cluster.AskAsync($"INSERT INTO share (tenant_id, id, kind, row_id, person_id, level, version) VALUES (1, gen_random_uuid(), 'contact', '{contact}', '{_id}', 'Edit', 1) RETURNING id::text");
        Assert.Equal(HttpStatusCode.SeeOther, await RemovesAsync(1));

        async Task<HttpStatusCode> RemovesAsync(int which) => (await _browser.PostFormAsync($"{cluster.UrlOf(which)}/contacts/{contact}/removals")).StatusCode;
    }

    public async Task HasTheNewRoleAsync()
    {
        foreach (var which in (int[])[0, 1]) Assert.Equal(HttpStatusCode.Forbidden, await SeesAsync(which, "/settings"));
        await DoneAsync(admin, $"{cluster.UrlOf(0)}/people/{_id}/moves", ("Role", "Admin"));
        Assert.Equal(HttpStatusCode.OK, await SeesAsync(1, "/settings"));
    }

    public async Task ReadsTheNewSettingAsync()
    {
        Assert.DoesNotContain("Halma Nord", await _browser.PageAsync(cluster.UrlOf(0) + "/settings"), StringComparison.Ordinal);
        await DoneAsync(admin, cluster.UrlOf(1) + "/settings", ("Name", "Halma Nord"), ("Currency", "EUR"), ("TimeZone", "Europe/Berlin"), ("Culture", "en"));
        Assert.Contains("Halma Nord", await _browser.PageAsync(cluster.UrlOf(0) + "/settings"), StringComparison.Ordinal);
    }

    public async Task IsOutAtOnceAsync()
    {
        var heir = await cluster.AskAsync("SELECT id::text FROM people WHERE name = 'Rana Kaur'");
        await DoneAsync(admin, $"{cluster.UrlOf(0)}/people/{_id}/departures", ("HeirId", heir));
        Assert.Equal(HttpStatusCode.Redirect, await SeesAsync(1, "/contacts"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await _browser.PostFormAsync(cluster.UrlOf(1) + "/sign-in", ("Email", "ben@halma.example"), ("Password", Password))).StatusCode);
    }

    private async Task<HttpStatusCode> SeesAsync(int which, string path) => (await _browser.GetAsync(cluster.UrlOf(which) + path)).StatusCode;

    private static async Task DoneAsync(HttpClient browser, string url, params (string, string)[] fields) => Assert.Equal(HttpStatusCode.SeeOther, (await browser.PostFormAsync(url, fields)).StatusCode);

    public void Dispose() => _browser.Dispose();
}
