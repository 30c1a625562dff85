using System.Net;
using System.Net.Http.Json;
using System.Text.RegularExpressions;
using Coxswain.Customers.Activities;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Testing;
using Coxswain.Funnel.Tests.Plans;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Tests.Opportunities;

public sealed class DealTimelineTests
{
    [Theory, OnBoth]
    public async Task What_happened_on_a_deal_is_narrowed_to_a_sort_and_to_words(Engine engine)
    {
        var (ana, url) = await WithAsync(engine);
        await ana.Browser.PostFormAsync($"{url}/interactions", ("Kind", "Call"), ("Text", "The Kräne arrive in Mai"));
        await ana.Browser.PostFormAsync($"{url}/interactions", ("Kind", "Note"), ("Text", "Likes short mails"));
        await ana.Program.PatchAsJsonAsync($"/api{url}", new { closeOn = "2031-03-04" });
        Assert.Contains($"href=\"{url}/timeline\"", await ana.Browser.TextAsync(url));
        var all = await MainAsync(ana, url, "");
        foreach (var said in (string[])["Kräne", "short mails", "Added", "Yard planning"]) Assert.Contains(said, all);
        Assert.DoesNotContain("sort=Files", all);
        foreach (var (sort, here, not) in ((string, string, string)[])[("Touches", "Kräne", "short mails"), ("Notes", "short mails", "Kräne"), ("Changes", "Added", "Kräne")])
        {
            var part = await MainAsync(ana, url, $"?sort={sort}");
            Assert.Contains(here, part);
            Assert.DoesNotContain(not, part);
        }
        var found = await MainAsync(ana, url, "?q=mai+KRANE");
        Assert.Contains("One entry", found);
        Assert.Contains("Kräne", found);
        Assert.Contains("Nothing like that", await MainAsync(ana, url, "?q=submarine"));
    }

    [Theory, OnBoth]
    public async Task What_is_long_ago_on_a_deal_is_reached_by_going_further_back_and_nothing_is_left_out_or_told_twice(Engine engine)
    {
        foreach (var ofOneMoment in (int[])[130, 520])
        {
            var (ana, url) = await WithAsync(engine);
            var (deal, now) = (Guid.Parse(url.Split('/')[^1]), ana.Tenant.Host.Clock.GetUtcNow().UtcDateTime);
            await ana.Tenant.SaveAsync([.. Enumerable.Range(0, 1040).Select(i => new Interaction { Kind = InteractionKind.Call, OwnerId = ana.Id, Text = $"Call number {i:0000}", OccurredAt = now.AddDays(-(i / ofOneMoment)), AboutKind = Kinds.Opportunity, AboutId = deal })]);
            var (seen, next) = (new List<string>(), "?sort=Touches");
            while (next is not null)
            {
                var page = await MainAsync(ana, url, next);
                seen.AddRange(Regex.Matches(page, "Call number \\d{4}").Select(m => m.Value));
                next = Regex.Match(page, "href=\"[^\"]*/timeline(\\?[^\"]*before=[^\"]*)\"") is { Success: true } on ? on.Groups[1].Value : null;
            }
            Assert.Equal(1040, seen.Count);
            Assert.Equal(1040, seen.Distinct().Count());
            Assert.Contains("Call number 1039", await MainAsync(ana, url, "?q=1039"));
        }
    }

    [Theory, OnBoth]
    public async Task A_colleague_who_does_not_see_a_deal_finds_nothing_of_what_happened_on_it(Engine engine)
    {
        var (ana, url) = await WithAsync(engine);
        await ana.Browser.PostFormAsync($"{url}/interactions", ("Kind", "Call"), ("Text", "Zitherball"));
        var ben = await ana.Tenant.PersonAsync(Role.Seller, "Ben Ito");
        Assert.Contains("Zitherball", await ben.Browser.TextAsync($"{url}/timeline"));
        var admin = await ana.Tenant.PersonAsync(Role.Admin, "Ines");
        Assert.True((await admin.Program.PostAsJsonAsync("/api/roles/Seller/kinds/opportunity", new { see = "Own", change = "Own" })).IsSuccessStatusCode);
        foreach (var page in (string[])[$"{url}/timeline", $"{url}/timeline?q=zitherball", $"/api{url}/timeline"]) Assert.Equal(HttpStatusCode.NotFound, (await ben.Program.GetAsync(page)).StatusCode);
        Assert.Contains("Zitherball", await ana.Browser.TextAsync($"{url}/timeline"));
    }

    private static async Task<string> MainAsync(TestViewer by, string url, string narrowed) => (await by.Browser.TextAsync($"{url}/timeline{narrowed}")).Split("<main")[1].Split("</main>")[0];

    private static async Task<(TestViewer, string Url)> WithAsync(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        return (sales.Ana, $"/opportunities/{(await sales.DealAsync()).Id}");
    }

    [Theory, OnBoth]
    public async Task What_is_closed_in_many_events_is_opened_without_a_statement_for_each(Engine engine)
    {
        var planned = await Planned.OnAsync(engine);
        for (var i = 0; i < 2; i++) await ToldAsync(i);
        var few = await planned.Sales.Ana.StatementsAsync(planned.Url);
        for (var i = 2; i < 8; i++) await ToldAsync(i);
        var many = await planned.Sales.Ana.StatementsAsync(planned.Url);
        Assert.Contains(await planned.Sales.Ana.InDb(db => db.Rows<Event>().Select(e => e.Data).ToListAsync()), data => data.Contains("\"sealed\"", StringComparison.Ordinal));
        Assert.Equal(few.Count, many.Count);
        Assert.DoesNotContain(many, s => s.StartsWith(QueryCounter.Held, StringComparison.Ordinal));

        Task<HttpResponseMessage> ToldAsync(int i) => planned.Ana.PostFormAsync(planned.Url + "/debriefs", ("On", $"{planned.Today.AddDays(-i):yyyy-MM-dd}"), ("Step", "Nothing"), ("Heard", $"They said it {i} times"));
    }
}
