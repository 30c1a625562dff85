using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
namespace Coxswain.Funnel.Tests.Shared;

/// <summary>What a link opens, and that whatever is wrong with one is answered alike.</summary>
public sealed class SharedLinkTests
{
    [Theory, OnBoth]
    public async Task Guessed_expired_ended_and_malformed_links_get_one_and_the_same_page_after_as_many_statements(Engine engine)
    {
        // Wrong links are counted, so on a host of its own.
        var host = await Host.StartAsync(TestDatabases.MadeAsync(engine, "links"));
        var at = await SharedScene.InAsync(host);
        var step = await at.StepAsync("Sign");
        var customer = at.Customer();
        var over = await at.LinkAsync(new DateOnly(2026, 7, 24));
        var ended = await at.LinkAsync();
        var good = await at.LinkAsync();
        Assert.Equal(HttpStatusCode.OK, (await customer.GetAsync(good)).StatusCode);
        await at.Ana.Program.DeleteAsync($"/api/shared-links/{await LatestAsync(at)}");
        var removed = await OtherDealAsync(at);
        ((FakeTimeProvider)host.Clock).Advance(TimeSpan.FromDays(1));
        var guessed = ended[..^43] + new string('A', 43);
        string[] wrong = [good, ended, over, removed, guessed, guessed[..^1], $"{ended}x", "/shared/nothing", "/shared/-", "/shared/999999-abc", $"/shared/{int.MaxValue}-{new string('A', 43)}"];
        var answers = new List<(string Body, HttpStatusCode Status, int Statements, string? Referrer, string? Robots, string? Cache)>();
        foreach (var url in wrong)
        {
            HttpResponseMessage? answer = null;
            var statements = await host.Queries.CountAsync(async () => answer = await customer.GetAsync(url));
            answers.Add((await answer!.Content.ReadAsStringAsync(), answer.StatusCode, statements.Count, answer.Headers.GetValues("Referrer-Policy").Single(), answer.Headers.GetValues("X-Robots-Tag").Single(), answer.Headers.CacheControl?.ToString()));
        }
        var (body, status, count, referrer, robots, cache) = Assert.Single(answers.Distinct());
        Assert.Equal((HttpStatusCode.NotFound, "no-referrer", "noindex, nofollow", "no-store"), (status, referrer, robots, cache));
        Assert.Contains("If somebody gave you a link, ask them for a new one.", WebUtility.HtmlDecode(body));
        Assert.DoesNotContain("Halma Werke", body);
        Assert.Equal(1, count);
        foreach (var (what, fields) in new (string, (string, string)[])[] { ("ticks", [("Done", $"{step}"), ("Name", "Eve")]), ("words", [("Step", $"{step}"), ("Name", "Eve"), ("Text", "Hello")]), ("unticks", [("Step", $"{step}")]) })
            Assert.Equal((HttpStatusCode.NotFound, body), (await customer.PostFormAsync($"{good}/{what}", fields) is var no ? no.StatusCode : default, await no.Content.ReadAsStringAsync()));
        Assert.Equal(0, await at.Ana.InDb(db => db.SharedSayings.CountAsync()));
        await host.App.DisposeAsync();
    }

    [Theory, OnBoth]
    public async Task After_thirty_wrong_links_an_address_waits_a_quarter_of_an_hour_even_with_a_right_one(Engine engine)
    {
        var host = await Host.StartAsync(TestDatabases.MadeAsync(engine, "pace"));
        var at = await SharedScene.InAsync(host);
        await at.StepAsync("Sign");
        var (link, customer) = (await at.LinkAsync(), at.Customer());
        for (var i = 0; i < 30; i++) Assert.Equal(HttpStatusCode.NotFound, (await customer.GetAsync($"/shared/{at.Ana.Tenant.Id}-{i}")).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await customer.GetAsync(link)).StatusCode);
        ((FakeTimeProvider)host.Clock).Advance(TimeSpan.FromMinutes(16));
        Assert.Equal(HttpStatusCode.OK, (await customer.GetAsync(link)).StatusCode);
        await host.App.DisposeAsync();
    }

    [Theory, OnBoth]
    public async Task Nothing_goes_out_but_what_was_chosen(Engine engine)
    {
        var at = await SharedScene.OnAsync(engine);
        await at.StepAsync("Sign");
        await at.PostAsync("issues", ("Text", "They fear the winter"));
        await at.PostAsync("price-anchors", ("Side", "Theirs"), ("Amount", "150000"));
        var other = await at.Sales.DealAsync("A deal of others");
        await at.Ana.PlainBrowser.PostFormAsync($"/opportunities/{other.Id}/shared-steps", ("Title", "Secret of others"), ("Side", "Theirs"));
        var foreign = await at.Ana.InDb(db => db.SharedSteps.Where(s => s.OpportunityId == other.Id).Select(s => s.Id).SingleAsync());
        var (link, customer) = (await at.LinkAsync(), at.Customer());
        var answer = await customer.GetAsync(link);
        // Keys of steps and figures may look alike.
        var page = Regex.Replace(WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), "[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}", "");
        Assert.Equal(("no-referrer", "noindex, nofollow", "no-store"), (answer.Headers.GetValues("Referrer-Policy").Single(), answer.Headers.GetValues("X-Robots-Tag").Single(), answer.Headers.CacheControl!.ToString()));
        Assert.False(answer.Headers.Contains("Set-Cookie"));
        foreach (var inner in (string[])["184", "150", "Discover", "Propose", "Yard planning", "winter", "Ana Okafor", "Petra", "Secret of others", "/opportunities", "/today", "30 Sep", "Forecast"]) Assert.DoesNotContain(inner, page);
        // A step of another deal is none here, whoever knows its key.
        await customer.PostFormAsync($"{link}/ticks", ("Done", $"{foreign}"), ("Name", "Lotte"));
        foreach (var what in (string[])["words", "unticks"]) Assert.Equal(HttpStatusCode.NotFound, (await customer.PostFormAsync($"{link}/{what}", ("Step", $"{foreign}"), ("Name", "Lotte"), ("Text", "Hello"))).StatusCode);
        Assert.Equal(0, await at.Ana.InDb(db => db.SharedSayings.CountAsync()));
    }

    [Theory, OnBoth]
    public async Task Openings_are_counted_by_day_but_not_our_own_and_not_coming_back(Engine engine)
    {
        var at = await SharedScene.OnAsync(engine);
        var step = await at.StepAsync("Sign");
        var (link, customer) = (await at.LinkAsync(), at.Customer());
        Assert.Contains("not yet", await at.PageAsync());
        await customer.GetAsync(link);
        await customer.GetAsync(link);
        await customer.GetAsync((await customer.PostFormAsync($"{link}/ticks", ("Done", $"{step}"), ("Name", "Lotte"))).Headers.Location);
        await customer.PostFormAsync($"{link}/ticks", ("Name", "Lotte"));
        await at.Ana.PlainBrowser.GetAsync(link);
        Assert.Contains("2 times, last today", await at.PageAsync());
        var read = JsonDocument.Parse(await at.Ana.Program.PageAsync($"/api{at.Url}")).RootElement.GetProperty("link");
        Assert.Equal((2, 1, "2026-10-22"), (read.GetProperty("opened").GetInt32(), read.GetProperty("openedDays").GetInt32(), read.GetProperty("until").GetString()));
    }

    [Theory, OnBoth]
    public async Task The_secret_is_told_once_and_kept_nowhere(Engine engine)
    {
        var at = await SharedScene.OnAsync(engine);
        await at.StepAsync("Sign");
        var made = await at.PostAsync("shared-links", ("Until", "2026-08-31"));
        var page = WebUtility.HtmlDecode(await made.Content.ReadAsStringAsync());
        Assert.Contains("The link is open until 31 Aug 2026.", page);
        var link = System.Text.RegularExpressions.Regex.Match(page, "/shared/[0-9]+-([A-Za-z0-9_-]{43})");
        Assert.True(link.Success);
        var secret = link.Groups[1].Value;
        Assert.Equal(HttpStatusCode.OK, (await at.Customer().GetAsync(link.Value)).StatusCode);
        foreach (var url in (string[])[at.Url, $"/api{at.Url}", at.Deals, "/api/events?limit=200"]) Assert.DoesNotContain(secret, await (await at.Ana.PlainBrowser.GetAsync(url)).Content.ReadAsStringAsync());
        foreach (var data in await at.Ana.InDb(db => db.Rows<Event>().Where(e => e.SubjectKind == Kinds.SharedLink).Select(e => e.Data).ToListAsync())) Assert.DoesNotContain("Hash", data);
        var program = at.Ana.Program;
        program.DefaultRequestHeaders.Add("Idempotency-Key", "once");
        Assert.Equal((HttpStatusCode.Created, HttpStatusCode.Conflict), ((await program.PostAsJsonAsync($"/api{at.Deals}/shared-links", new { })).StatusCode, (await program.PostAsJsonAsync($"/api{at.Deals}/shared-links", new { })).StatusCode));
        Assert.Equal((2, 1), await at.Ana.InDb(async db => (await db.SharedLinks.CountAsync(), await db.Rows<Platform.Sending.TakenAct>().CountAsync(a => a.Answer == null && a.Status == 201))));
        Assert.Equal(32, (await at.Ana.InDb(db => db.SharedLinks.FirstAsync())).SecretHash.Length);
    }

    [Theory, OnBoth]
    public async Task Until_an_administrator_lets_them_sellers_share_nothing_and_switching_it_off_shuts_every_link_at_once(Engine engine)
    {
        var host = await Host.StartAsync(TestDatabases.MadeAsync(engine, "switch"));
        var at = await SharedScene.InAsync(host);
        await at.StepAsync("Sign");
        var (link, customer) = (await at.LinkAsync(), at.Customer());
        Assert.Equal(HttpStatusCode.OK, (await customer.GetAsync(link)).StatusCode);
        await at.SwitchAsync(false);
        Assert.Equal(HttpStatusCode.NotFound, (await customer.GetAsync(link)).StatusCode);
        Assert.Contains("An administrator can allow it", await at.PageAsync());
        Assert.Equal(HttpStatusCode.Forbidden, (await at.Ana.Program.PostAsJsonAsync($"/api{at.Deals}/shared-links", new { })).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await at.Ana.PlainBrowser.PostFormAsync("/settings/sharing", ("IsOn", "true"))).StatusCode);
        var admin = await at.Ana.Tenant.PersonAsync(Role.Admin, "Ute Roth");
        Assert.Contains("One link is open.", await admin.PlainBrowser.TextAsync("/settings/sharing"));
        await admin.PlainBrowser.PostFormAsync("/settings/sharing", ("IsOn", "true"));
        Assert.Equal(HttpStatusCode.OK, (await customer.GetAsync(link)).StatusCode);
        await host.App.DisposeAsync();
    }

    [Theory, OnBoth]
    public async Task A_removed_deal_ends_its_link_until_it_is_brought_back_and_a_merged_account_keeps_it(Engine engine)
    {
        var host = await Host.StartAsync(TestDatabases.MadeAsync(engine, "gone"));
        var at = await SharedScene.InAsync(host);
        await at.StepAsync("Sign");
        var (link, customer) = (await at.LinkAsync(), at.Customer());
        await at.PostAsync("removals");
        Assert.Equal(HttpStatusCode.NotFound, (await customer.GetAsync(link)).StatusCode);
        await at.PostAsync("restorations");
        Assert.Equal(HttpStatusCode.OK, (await customer.GetAsync(link)).StatusCode);
        var twin = new Customers.Accounts.Account { Name = "Nordwind", OwnerId = at.Ana.Id };
        await at.Ana.Tenant.SaveAsync(twin);
        var admin = await at.Ana.Tenant.PersonAsync(Role.Admin, "Ute Roth");
        var pair = await (await admin.Program.PostAsJsonAsync("/api/duplicates", new { kind = "account", of = twin.Id, other = $"{at.Account.Id}" })).Content.ReadFromJsonAsync<JsonElement>();
        (await admin.Program.PostAsJsonAsync($"/api/duplicates/{pair.GetProperty("id").GetGuid()}/merges", new { keep = twin.Id, take = Array.Empty<string>() })).EnsureSuccessStatusCode();
        Assert.Equal(HttpStatusCode.OK, (await customer.GetAsync(link)).StatusCode);
        await host.App.DisposeAsync();
    }

    private static Task<Guid> LatestAsync(SharedScene at) => at.Ana.InDb(db => db.SharedLinks.OrderByDescending(l => l.Id).Select(l => l.Id).FirstAsync());

    // The link of a deal that is there no more.
    private static async Task<string> OtherDealAsync(SharedScene at)
    {
        var deal = await at.Sales.DealAsync("Another yard");
        var other = at with { Deal = deal };
        await other.PostAsync("shared-steps", ("Title", "Ask"), ("Side", "Ours"));
        var link = await other.LinkAsync();
        await other.PostAsync("removals");
        return link;
    }
}
