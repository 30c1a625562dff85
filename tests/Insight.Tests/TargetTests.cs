using System.Net;
using Coxswain.Funnel;
using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Money;
using Coxswain.Testing;
namespace Coxswain.Insight.Tests;

/// <summary>What the organisation means to win this quarter, beside what it won.</summary>
public sealed class TargetTests
{
    [Theory, OnBoth]
    public async Task A_target_is_set_and_set_again_and_what_was_won_stands_beside_it(Engine engine)
    {
        var (lea, ana) = await WonAsync(engine);
        await SetAsync(lea, "9000");
        Assert.Equal(900_000, (await SoFarAsync(lea)).Target);
        Assert.Equal(HttpStatusCode.SeeOther, (await SetAsync(lea, "4,000")).StatusCode);
        var sofar = await SoFarAsync(lea);
        // The one of June belongs to another quarter; 1,000 francs were worth 1,100 euros on their closing day.
        Assert.Equal((400_000L, 210_000L, 3, 1), (sofar.Target!.Value, sofar.Won!.Value, sofar.Total.Count, sofar.Total.Unknown));
    }

    [Theory, OnBoth]
    public async Task Nothing_is_no_target_a_seller_sets_none_and_another_organisation_sees_none(Engine engine)
    {
        var (lea, ana) = await WonAsync(engine);
        var refused = await SetAsync(lea, "0");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        Assert.Contains("More than nothing, please.", await refused.Content.ReadAsStringAsync());
        Assert.Equal(HttpStatusCode.Forbidden, (await SetAsync(ana, "5000")).StatusCode);
        await SetAsync(lea, "5000");
        Assert.Null((await SoFarAsync(await (await (await Host.On(engine)).TenantAsync()).PersonAsync(Role.Leader, "Someone else"))).Target);
    }

    private static Task<HttpResponseMessage> SetAsync(TestViewer viewer, string target) => viewer.PlainBrowser.PostFormAsync("/team/target", ("Target", target), ("_culture", "en"));

    private static Task<WonSoFar> SoFarAsync(TestViewer viewer) => viewer.InDb(db => WonSoFar.ReadAsync(db, viewer.Tenant.Host.Clock, default));

    private static async Task<(TestViewer Lea, TestViewer Ana)> WonAsync(Engine engine)
    {
        var tenant = await (await Host.On(engine)).TenantAsync();
        var (lea, ana) = (await tenant.PersonAsync(Role.Leader, "Lea Roth"), await tenant.PersonAsync(Role.Seller, "Ana Okafor"));
        var won = Funnel.Stages.DefaultStages.Make().Single(s => s.End == StageEnd.Won);
        await tenant.SaveAsync(won, new ExchangeRate { Currency = "CHF", On = new(2026, 7, 1), Rate = 1.1 });
        await tenant.SaveAsync(Deal(1_000_00, "EUR", new(2026, 7, 2)), Deal(1_000_00, "CHF", new(2026, 7, 3)), Deal(null, "EUR", new(2026, 7, 4)), Deal(7_000_00, "EUR", new(2026, 6, 30)));
        return (lea, ana);

        Opportunity Deal(long? amount, string currency, DateOnly closed)
        {
            var deal = new Opportunity { Name = "Quay", OwnerId = ana.Id, StageId = won.Id, End = StageEnd.Won, Currency = currency, Amount = amount, OpenedOn = closed.AddDays(-30), ClosedOn = closed };
            OpportunityHistory.Reconstruct(deal, new(2026, 7, 24), new DateTime(2026, 7, 24, 9, 0, 0, DateTimeKind.Utc));
            return deal;
        }
    }
}
