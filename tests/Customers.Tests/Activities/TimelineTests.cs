using Coxswain.Customers.Accounts;
using Coxswain.Customers.Activities;
using Coxswain.Platform.Data;
using Coxswain.Testing;
namespace Coxswain.Customers.Tests.Activities;

public sealed class TimelineTests
{
    [Theory, OnBoth]
    public async Task A_timeline_is_narrowed_to_a_sort_and_to_words(Engine engine)
    {
        var (ana, account) = await WithAsync(engine);
        await ana.Browser.PostFormAsync("/interactions", ("AccountId", $"{account.Id}"), ("Kind", "Call"), ("Text", "The Kräne arrive in Mai"));
        await ana.Browser.PostFormAsync("/interactions", ("AccountId", $"{account.Id}"), ("Kind", "Note"), ("Text", "Likes short mails"));
        await ana.Browser.PostFormAsync("/signals", ("AccountId", $"{account.Id}"), ("Kind", "Hiring"));
        await ana.Browser.PostFormAsync($"/accounts/{account.Id}", ("Version", "1"), ("Industry", "Ports"));
        var said = new Dictionary<string, string> { [""] = "Industry", ["?sort=Touches"] = "Kräne", ["?sort=Notes"] = "short mails", ["?sort=Changes"] = "Industry" };
        foreach (var (narrowed, one) in said) Assert.Contains(one, await MainAsync(ana, account, narrowed));
        Assert.DoesNotContain("short mails", await MainAsync(ana, account, "?sort=Touches"));
        Assert.DoesNotContain("Kräne", await MainAsync(ana, account, "?sort=Notes"));
        Assert.Contains("Signal: ", await MainAsync(ana, account, "?sort=Notes"));
        Assert.DoesNotContain("Kräne", await MainAsync(ana, account, "?sort=Changes"));
        var found = await MainAsync(ana, account, "?q=mai+KRANE");
        Assert.Contains("One entry", found);
        Assert.Contains("Kräne", found);
        Assert.Contains("Nothing like that", await MainAsync(ana, account, "?q=submarine"));
    }

    [Theory, OnBoth]
    public async Task What_is_long_ago_is_reached_by_going_further_back_and_nothing_is_left_out_or_told_twice(Engine engine)
    {
        var (ana, account) = await WithAsync(engine);
        var now = ana.Tenant.Host.Clock.GetUtcNow().UtcDateTime;
        await ana.InDb(async db => { await db.InsertManyAsync([.. Enumerable.Range(0, 1_200).Select(i => new Interaction { Kind = InteractionKind.Call, OwnerId = ana.Id, AccountId = account.Id, Subject = $"Call number {i:0000}", OccurredAt = now.AddHours(-i / 7) })], default); return true; });
        var (seen, url) = (new List<string>(), "?sort=Touches");
        while (url is not null)
        {
            var page = await MainAsync(ana, account, url);
            seen.AddRange(System.Text.RegularExpressions.Regex.Matches(page, "Call number \\d{4}").Select(m => m.Value));
            url = System.Text.RegularExpressions.Regex.Match(page, "href=\"/accounts/[^\"]*/timeline(\\?[^\"]*before=[^\"]*)\"") is { Success: true } on ? on.Groups[1].Value : null;
        }
        Assert.Equal(1_200, seen.Count);
        Assert.Equal(1_200, seen.Distinct().Count());
    }

    [Theory, OnBoth]
    public async Task Words_are_found_in_one_step_however_long_ago_they_were_said(Engine engine)
    {
        var (ana, account) = await WithAsync(engine);
        var now = ana.Tenant.Host.Clock.GetUtcNow().UtcDateTime;
        await ana.InDb(async db => { await db.InsertManyAsync([.. Enumerable.Range(0, 4_500).Select(i => new Interaction { Kind = InteractionKind.Call, OwnerId = ana.Id, AccountId = account.Id, Subject = $"Call number {i:0000}", Text = i is 3 or 4_400 ? "They spoke of a Žeppelin" : null, OccurredAt = now.AddHours(-i / 7) })], default); return true; });
        foreach (var sort in (string[])["", "sort=Touches&"])
        {
            var page = await MainAsync(ana, account, $"?{sort}q=zeppelin");
            foreach (var said in (string[])["2 entries", "Call number 0003", "Call number 4400"]) Assert.Contains(said, page);
            Assert.DoesNotContain("Further back", page);
        }
        Assert.Contains("Use other words", await MainAsync(ana, account, "?q=submarine"));
    }

    private static async Task<string> MainAsync(TestViewer by, Account account, string narrowed) => (await by.Browser.TextAsync($"/accounts/{account.Id}/timeline{narrowed}")).Split("<main")[1].Split("</main>")[0];

    private static async Task<(TestViewer, Account)> WithAsync(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        return (ana, await ana.AccountAsync());
    }
}
