using System.Net;
using Coxswain.Funnel;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
namespace Coxswain.Insight.Tests;

/// <summary>What the Team page says to whom.</summary>
public sealed class TeamPageTests
{
    [Theory, OnBoth]
    public async Task A_leader_reads_one_sentence_a_strip_per_person_and_what_to_do_next(Engine engine)
    {
        var tenant = await (await Host.On(engine)).TenantAsync();
        var lea = await tenant.PersonAsync(Role.Leader, "Lea Roth");
        await SellAsync(tenant, lea);
        var page = await ReadAsync(lea);
        Assert.Contains("<h1 class=\"answer\">Ana Okafor wins fewer deals than peers would with the same deals.", page);
        Assert.Contains("Go through lost deals with Ana Okafor", page);
        Assert.Contains("/opportunities?end=Lost&owner=", page);
        Assert.Equal(6, page.Split("class=\"dot\"").Length - 1);
        Assert.Contains("no detectable difference", page);
    }

    [Theory, OnBoth]
    public async Task A_seller_reads_their_own_figures_beside_peers_and_nobody_elses(Engine engine)
    {
        var tenant = await (await Host.On(engine)).TenantAsync();
        var sellers = await SellAsync(tenant, await tenant.PersonAsync(Role.Leader, "Lea Roth"));
        var (ana, ben) = (await ReadAsync(sellers[0]), await ReadAsync(sellers[1]));
        Assert.Contains("You win fewer deals than peers would with the same deals.", ana);
        Assert.Contains("Go through deals you lost", ana);
        Assert.Contains("You are not detectably behind your peers.", ben);
        Assert.Contains("You beside peers with the same deals", ben);
        Assert.Equal(1, ben.Split("class=\"dot\"").Length - 1);
        Assert.DoesNotContain("Ana Okafor", ben);
        Assert.DoesNotContain(sellers[0].Id.ToString(), ben);
        Assert.Contains("href=\"/team\"", await sellers[1].PlainBrowser.PageAsync("/me"));
    }

    [Theory, OnBoth]
    public async Task Of_more_people_than_a_page_holds_some_are_shown_at_a_time_on_one_scale(Engine engine)
    {
        var tenant = await (await Host.On(engine)).TenantAsync();
        var lea = await tenant.PersonAsync(Role.Leader, "Lea Roth");
        await SellAsync(tenant, lea, [.. Enumerable.Range(0, 45).Select(i => $"Seller {i:00}")], deals: 20);
        var (first, last) = (await ReadAsync(lea), await ReadAsync(lea, "/team?from=40"));
        Assert.Contains("1 to 40 of 45 people", first);
        Assert.Contains("href=\"/team?from=40\"", first);
        Assert.Contains("41 to 45 of 45 people", last);
        Assert.Contains("Seller 44", last);
        Assert.DoesNotContain("from=80", last);
    }

    private static async Task<string> ReadAsync(TestViewer viewer, string path = "/team") => WebUtility.HtmlDecode(await viewer.PlainBrowser.PageAsync(path));

    // Six sellers with eighty decided deals each: five win half of them, Ana one in five.
    private static async Task<IReadOnlyList<TestViewer>> SellAsync(TestTenant tenant, TestViewer leader, string[]? names = null, int deals = 80)
    {
        var stages = Funnel.Stages.DefaultStages.Make().ToDictionary(s => s.End == StageEnd.Open ? s.Name : s.End.ToString());
        await tenant.SaveAsync([.. stages.Values, new People.Teams.Telling { ById = leader.Id, At = new DateTime(2026, 7, 1, 0, 0, 0, DateTimeKind.Utc) }]);
        var sellers = new List<TestViewer>();
        foreach (var name in names ?? ["Ana Okafor", "Ben Ito", "Cem Aydin", "Dora Lind", "Emil Novak", "Fay Berg"]) sellers.Add(await tenant.PersonAsync(Role.Seller, name));
        await tenant.SaveAsync([.. sellers.SelectMany((seller, s) => Enumerable.Range(0, deals).Select(i =>
        {
            var won = s == 0 ? i % 5 == 0 : i % 2 == 0;
            var stage = stages[won ? "Won" : "Lost"];
            var closed = new DateOnly(2026, 7, 10).AddDays(-9 * i);
            var deal = new Funnel.Opportunities.Opportunity { Name = "Deal", OwnerId = seller.Id, StageId = stage.Id, End = stage.End, Currency = "EUR", Amount = (900 + i * 37 % 200) * 100, OpenedOn = closed.AddDays(-30 - i * 13 % 20), ClosedOn = closed };
            Funnel.Opportunities.OpportunityHistory.Reconstruct(deal, new(2026, 7, 24), new DateTime(2026, 7, 24, 9, 0, 0, DateTimeKind.Utc));
            return deal;
        }))]);
        return sellers;
    }
}
