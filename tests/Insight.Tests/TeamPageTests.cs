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

    private static async Task<string> ReadAsync(TestViewer viewer) => WebUtility.HtmlDecode(await viewer.PlainBrowser.PageAsync("/team"));

    // Six sellers with eighty decided deals each: five win half of them, Ana one in five.
    private static async Task<IReadOnlyList<TestViewer>> SellAsync(TestTenant tenant, TestViewer leader)
    {
        var stages = Funnel.Stages.DefaultStages.Make().ToDictionary(s => s.End == StageEnd.Open ? s.Name : s.End.ToString());
        await tenant.SaveAsync([.. stages.Values, new People.Teams.Telling { ById = leader.Id, At = new DateTime(2026, 7, 1, 0, 0, 0, DateTimeKind.Utc) }]);
        var sellers = new List<TestViewer>();
        foreach (var name in new[] { "Ana Okafor", "Ben Ito", "Cem Aydin", "Dora Lind", "Emil Novak", "Fay Berg" }) sellers.Add(await tenant.PersonAsync(Role.Seller, name));
        await tenant.SaveAsync([.. sellers.SelectMany((seller, s) => Enumerable.Range(0, 80).Select(i =>
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
