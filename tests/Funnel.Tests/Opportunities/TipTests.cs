using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Coxswain.Customers.Service;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Tests.Opportunities;

public sealed class TipTests
{
    [Theory, OnBoth]
    public async Task Who_solved_a_problem_hands_on_what_they_heard_and_follows_it_to_the_won_deal(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var support = await sales.Ana.Tenant.PersonAsync(Role.Support, "Aurélien");
        await MadeAsync(sales.Ana, "/api/accounts", new { name = "Nordwind" });
        Assert.Contains("Nordwind", await support.Browser.PageAsync("/accounts/names?Account=nordw"), StringComparison.Ordinal);
        var handed = await support.PlainBrowser.PostFormAsync("/tips", ("Account", "Nordwind"), ("Solved", "true"), ("Heard", "They want a second crane"), ("NextStep", "Ana calls on Monday"));
        Assert.Equal(HttpStatusCode.SeeOther, handed.StatusCode);
        Assert.Contains("waits for Ana Okafor", await support.Browser.TextAsync("/tips"), StringComparison.Ordinal);
        var page = await sales.Ana.Browser.TextAsync("/tips");
        Assert.All(["For you to decide", "They want a second crane", "Proposed: Ana calls on Monday"], said => Assert.Contains(said, page, StringComparison.Ordinal));
        var tip = (await sales.Ana.Program.GetFromJsonAsync<JsonElement>("/api/tips")).GetProperty("rows")[0].GetProperty("id").GetGuid();
        var taken = await sales.Ana.PlainBrowser.PostFormAsync($"/tips/{tip}/acceptances");
        Assert.StartsWith("/opportunities/", taken.Headers.Location!.OriginalString, StringComparison.Ordinal);
        var deal = Guid.Parse(taken.Headers.Location!.OriginalString.Split('/').Last());
        Assert.Equal(("They want a second crane", "Support"), ((await sales.StoredAsync(deal)).Name, (await sales.StoredAsync(deal)).Source));
        Assert.True((await sales.Ana.Program.PostAsJsonAsync($"/api/opportunities/{deal}/closures", new { end = "Won" })).IsSuccessStatusCode);
        Assert.Contains("Won", await support.Browser.TextAsync("/tips"), StringComparison.Ordinal);
        Assert.Contains("1 heard in a year, 1 taken, 1 won", await support.Browser.TextAsync("/tips"), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task Solving_comes_first_and_a_declined_tip_says_why(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var support = await sales.Ana.Tenant.PersonAsync(Role.Support, "Aurélien");
        await MadeAsync(sales.Ana, "/api/accounts", new { name = "Nordwind" });
        foreach (var (solved, said) in ((string?, string)[])[("false", "Solve it first"), (null, "Please fill this in")])
        {
            var refused = await support.PlainBrowser.PostFormAsync("/tips", [("Account", "Nordwind"), ("Heard", "A crane"), .. solved is null ? [] : ((string, string)[])[("Solved", solved)]]);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            Assert.Contains(said, await refused.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        }
        var tip = await MadeAsync(support, "/api/tips", new { account = "Nordwind", solved = true, heard = "A crane" });
        Assert.Equal(HttpStatusCode.Forbidden, (await support.Program.PostAsJsonAsync($"/api/tips/{tip}/refusals", new { because = "x" })).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await sales.Ana.Program.PostAsJsonAsync($"/api/tips/{tip}/refusals", new { })).StatusCode);
        await sales.Ana.PlainBrowser.PostFormAsync($"/tips/{tip}/refusals", ("Because", "They bought one last week"));
        Assert.Contains("Declined: They bought one last week", await support.Browser.TextAsync("/tips"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await support.Program.DeleteAsync($"/api/tips/{tip}")).StatusCode);
        var stranger = await (await sales.Ana.Tenant.Host.TenantAsync("Other")).PersonAsync(Role.Leader, "Zoe");
        Assert.DoesNotContain("A crane", await stranger.Browser.TextAsync("/tips"), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task What_waits_for_somebody_is_shown_however_many_were_heard_since_and_the_year_is_counted_whole(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var support = await sales.Ana.Tenant.PersonAsync(Role.Support, "Aurélien");
        var account = await MadeAsync(sales.Ana, "/api/accounts", new { name = "Nordwind" });
        var first = await MadeAsync(support, "/api/tips", new { account = "Nordwind", solved = true, heard = "The very first crane" });
        var day = DateOnly.FromDateTime(sales.Ana.Tenant.Host.Clock.GetUtcNow().UtcDateTime);
        await sales.Ana.Tenant.SaveAsync([.. Enumerable.Range(0, 130).Select(i => new Tip { AccountId = account, Heard = $"Later {i}", HeardOn = day.AddDays(2), OwnerId = support.Id, ToId = i < 60 ? sales.Ana.Id : support.Id, State = i < 60 ? TipState.Waiting : TipState.Declined })]);
        var page = await sales.Ana.Browser.TextAsync("/tips");
        Assert.Contains("The very first crane", page, StringComparison.Ordinal);
        Assert.Contains("131 heard in a year, 0 taken, 0 won", page, StringComparison.Ordinal);
        var next = System.Text.RegularExpressions.Regex.Match(page, "/tips\\?after=[^\"]+").Value;
        var second = await sales.Ana.Browser.TextAsync(next);
        Assert.Equal(60 + 1, new[] { page, second }.Sum(p => System.Text.RegularExpressions.Regex.Count(p, "/tips/[0-9a-f-]+/acceptances")));
        Assert.Contains($"/tips/{first}/acceptances", page, StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task A_program_reads_all_tips_in_pages_and_what_changed_since(Engine engine)
    {
        var sales = await Sales.InAsync(await Host.StartAsync(TestDatabases.MadeAsync(engine, "tips")));
        var support = await sales.Ana.Tenant.PersonAsync(Role.Support, "Aurélien");
        await MadeAsync(sales.Ana, "/api/accounts", new { name = "Nordwind" });
        for (var i = 0; i < 5; i++) await MadeAsync(support, "/api/tips", new { account = "Nordwind", solved = true, heard = $"Crane {i}" });
        var (heard, after) = (new List<string>(), "");
        while (after is not null)
        {
            var page = await sales.Ana.Program.GetFromJsonAsync<JsonElement>($"/api/tips?limit=2&state=Waiting&to=mine{after}");
            heard.AddRange(page.GetProperty("rows").EnumerateArray().Select(t => t.GetProperty("heard").GetString()!));
            after = page.GetProperty("next").GetString() is { } next ? $"&after={next}" : null;
        }
        Assert.Equal(Enumerable.Range(0, 5).Select(i => $"Crane {i}"), heard.Order());
        sales.Ana.Tenant.Host.Clock.Advance(TimeSpan.FromHours(1));
        var since = sales.Ana.Tenant.Host.Clock.GetUtcNow().UtcDateTime;
        Assert.Equal(0, await CountAsync());
        var rows = (await sales.Ana.Program.GetFromJsonAsync<JsonElement>("/api/tips")).GetProperty("rows");
        await sales.Ana.Program.PostAsJsonAsync($"/api/tips/{rows[0].GetProperty("id").GetGuid()}/refusals", new { because = "They have one" });
        Assert.Equal(1, await CountAsync());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await sales.Ana.Program.GetAsync("/api/tips?nobodyAsked=1")).StatusCode);
        await sales.Ana.Tenant.Host.App.DisposeAsync();

        async Task<int> CountAsync() => (await sales.Ana.Program.GetFromJsonAsync<JsonElement>($"/api/tips?changedSince={since:O}")).GetProperty("count").GetInt32();
    }

    [Theory, OnBoth]
    public async Task Today_shows_who_sells_what_was_heard_and_it_is_taken_from_there(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var support = await sales.Ana.Tenant.PersonAsync(Role.Support, "Aurélien");
        await MadeAsync(sales.Ana, "/api/accounts", new { name = "Nordwind" });
        var tip = await MadeAsync(support, "/api/tips", new { account = "Nordwind", solved = true, heard = "They want a second crane" });
        var page = await sales.Ana.Browser.TextAsync("/today");
        Assert.All(["Heard in service, for you to decide", "They want a second crane", $"/tips/{tip}/acceptances", "One tip from service waits for your word, Nordwind first."], said => Assert.Contains(said, page, StringComparison.Ordinal));
        Assert.DoesNotContain("second crane", await support.Browser.TextAsync("/today"), StringComparison.Ordinal);
        await sales.Ana.PlainBrowser.PostFormAsync($"/tips/{tip}/acceptances");
        Assert.DoesNotContain("for you to decide", await sales.Ana.Browser.TextAsync("/today"), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task A_tip_waits_for_somebody_who_is_here_and_goes_along_with_its_account(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var tenant = sales.Ana.Tenant;
        var (manager, leader, admin) = (await tenant.PersonAsync(Role.Manager, "Mia Berg"), await tenant.PersonAsync(Role.Leader, "Ruth Adler"), await tenant.PersonAsync(Role.Admin, "Ines Castro"));
        var team = await tenant.TeamAsync("North", manager);
        var (gone, alone) = (await tenant.PersonAsync(Role.Seller, "Gil Moss", team), await tenant.PersonAsync(Role.Seller, "Ada Reed"));
        var support = await tenant.PersonAsync(Role.Support, "Aurélien");
        var (led, unled) = (await MadeAsync(gone, "/api/accounts", new { name = "Led" }), await MadeAsync(alone, "/api/accounts", new { name = "Unled" }));
        // As those who come with an import have left: nobody was asked who takes over.
        await tenant.InDb(async db => await db.Rows<Coxswain.People.Persons.Person>().Where(p => p.Id == gone.Id || p.Id == alone.Id).ExecuteUpdateAsync(s => s.SetProperty(p => p.LeftAt, DateTime.UnixEpoch)));
        var tip = await MadeAsync(support, "/api/tips", new { accountId = led, solved = true, heard = "A crane" });
        Assert.Equal(manager.Id, await ToAsync(tip));
        Assert.Equal(leader.Id, await ToAsync(await MadeAsync(support, "/api/tips", new { accountId = unled, solved = true, heard = "A gate" })));
        Assert.True((await admin.Program.PatchAsJsonAsync($"/api/accounts/{led}", new { ownerId = sales.Ana.Id })).IsSuccessStatusCode);
        Assert.Equal(sales.Ana.Id, await ToAsync(tip));

        Task<Guid> ToAsync(Guid id) => tenant.InDb(db => db.Rows<Tip>().Where(t => t.Id == id).Select(t => t.ToId).SingleAsync());
    }

    private static async Task<Guid> MadeAsync(TestViewer viewer, string url, object body)
    {
        var answer = await viewer.Program.PostAsJsonAsync(url, body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
    }
}
