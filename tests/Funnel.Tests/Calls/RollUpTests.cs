using System.Text.Json;
using Coxswain.Platform.Data;
using Coxswain.Platform.Money;
using Coxswain.Testing;
namespace Coxswain.Funnel.Tests.Calls;

/// <summary>How numbers come together along the line.</summary>
public sealed class RollUpTests
{
    [Theory, OnBoth]
    public async Task What_stands_comes_together_from_people_to_teams_to_the_whole_to_the_last_cent(Engine engine)
    {
        var line = await Line.OnAsync(engine);
        await line.Tenant.SaveAsync(new ExchangeRate { Currency = "CHF", On = new(2026, 1, 1), Rate = 1.0837 });
        await line.DealAsync(line.Ana, "Won", 100_000_33, new(2026, 7, 10));
        await line.DealAsync(line.Ana, "Decide", 50_000_01, new(2026, 9, 1));
        await line.DealAsync(line.Ben, "Propose", null, new(2026, 9, 1));
        await line.DealAsync(line.Ben, "Discover", 7_000_07, new(2026, 9, 30));
        await line.DealAsync(line.Max, "Won", 1_000_01, new(2026, 7, 1));
        await line.DealAsync(line.Carl, "Won", 20_000_02, new(2026, 7, 20));
        // None of these counts: another quarter, no day, left out by its stage, lost.
        await line.DealAsync(line.Ana, "Decide", 9_999_99, new(2026, 10, 1));
        await line.DealAsync(line.Ana, "Decide", 9_999_99, null);
        await line.DealAsync(line.Ana, "New", 9_999_99, new(2026, 9, 1));
        await line.DealAsync(line.Ana, "Lost", 9_999_99, new(2026, 7, 5));
        foreach (var minor in new[] { 333_33L, 333_33L, 111_11L }) await line.Tenant.SaveAsync(new Funnel.Opportunities.Opportunity { Name = "Alpine", OwnerId = line.Carl.Id, StageId = line.Sales.Stage("Won").Id, End = StageEnd.Won, Amount = minor, Currency = "CHF", CloseOn = new(2026, 7, 3) });

        var (whole, north, south) = (await Line.ReadAsync(line.Lea, line.Lea), await Line.ReadAsync(line.Max, line.Max), await Line.ReadAsync(line.Eva, line.Eva));
        // Each deal in francs is rounded for itself: 361.23, twice, and 120.41.
        Assert.Equal(20_000_02 + 361_23 * 2 + 120_41, Won(south));
        Assert.Equal(100_000_33 + 1_000_01, Won(north));
        Assert.Equal(Won(north) + Won(south), Won(whole));
        Assert.Equal((50_000_01, 1, 7_000_07), (Sum(north, "bestCase"), north.GetProperty("sums").GetProperty("bestCase").GetProperty("unknown").GetInt32(), Sum(north, "pipeline")));
        Assert.Equal(Won(north), north.GetProperty("rows").EnumerateArray().Sum(Won));
        Assert.Equal(["Eva Lund", "Max Weber"], whole.GetProperty("rows").EnumerateArray().Select(r => r.GetProperty("name").GetString()!).Order());
        Assert.True(north.GetProperty("rows").EnumerateArray().Single(r => r.GetProperty("name").GetString() == "Max Weber").GetProperty("isOwn").GetBoolean());
    }

    [Theory, OnBoth]
    public async Task Where_two_lead_a_part_each_neither_stands_for_the_whole_and_an_administrator_does(Engine engine)
    {
        var tenant = await (await Host.On(engine)).TenantAsync();
        var (east, west, admin) = (await tenant.PersonAsync(Platform.Access.Role.Leader, "Edda East"), await tenant.PersonAsync(Platform.Access.Role.Leader, "Will West"), await tenant.PersonAsync(Platform.Access.Role.Admin, "Ada Root"));
        var (one, other) = (await tenant.TeamAsync("East", east), await tenant.TeamAsync("West", west));
        var (ana, ben) = (await tenant.PersonAsync(Platform.Access.Role.Seller, "Ana Okafor", one), await tenant.PersonAsync(Platform.Access.Role.Seller, "Ben Ito", other));
        var stages = Funnel.Stages.DefaultStages.Make();
        await tenant.SaveAsync([.. stages]);
        await tenant.SaveAsync(new People.Teams.Telling { ById = admin.Id, At = tenant.Host.Clock.GetUtcNow().UtcDateTime });
        var sales = new Sales(ana, stages);
        await sales.DealAsync(owner: ana, stage: "Won", amount: 3_00, closeOn: new(2026, 7, 3));
        await sales.DealAsync(owner: ben, stage: "Won", amount: 4_00, closeOn: new(2026, 7, 3));
        Assert.Equal((3_00, 4_00, 7_00), (Won(await Line.ReadAsync(east, east)), Won(await Line.ReadAsync(west, west)), Won(await Line.ReadAsync(admin, admin))));
        Assert.Equal(["Edda East", "Will West"], (await Line.ReadAsync(admin, admin)).GetProperty("rows").EnumerateArray().Select(r => r.GetProperty("name").GetString()!).Order());
    }

    [Theory, OnBoth]
    public async Task Where_a_rate_is_missing_it_is_said_and_nothing_is_added_silently(Engine engine)
    {
        var line = await Line.OnAsync(engine);
        await line.Tenant.SaveAsync(new Funnel.Opportunities.Opportunity { Name = "Fjord", OwnerId = line.Ana.Id, StageId = line.Sales.Stage("Won").Id, End = StageEnd.Won, Amount = 5_00, Currency = "NOK", CloseOn = new(2026, 7, 3) });
        var read = await Line.ReadAsync(line.Ana, line.Ana);
        Assert.Equal((0, 1), (Won(read), read.GetProperty("sums").GetProperty("won").GetProperty("unknown").GetInt32()));
        Assert.Contains("there is no rate of NOK", read.GetProperty("notAdded").GetString());
        Assert.Contains("there is no rate of NOK", await line.Ana.PlainBrowser.TextAsync("/forecast"));
    }

    [Theory, OnBoth]
    public async Task A_page_of_many_people_and_deals_sends_as_many_statements_as_one_of_few(Engine engine)
    {
        var line = await Line.OnAsync(engine);
        await line.DealAsync(line.Ana, "Won", 5_00, new(2026, 7, 10));
        var few = await line.Max.StatementsAsync("/forecast");
        var (seller, changes) = (await line.Ana.StatementsAsync("/forecast"), await line.Max.StatementsAsync($"/forecast/{line.Max.Id}/changes"));
        foreach (var i in Enumerable.Range(1, 8))
        {
            var one = await line.Tenant.PersonAsync(Platform.Access.Role.Seller, $"Seller {i}", line.North);
            await line.DealAsync(one, "Won", i, new(2026, 7, 10));
            await line.DealAsync(line.Ana, "Decide", i, new(2026, 9, 10));
            await Line.CallAsync(one, one, $"{i}");
            await Line.CallAsync(line.Max, one, $"{i}");
        }
        Assert.Equal(few.Count, (await line.Max.StatementsAsync("/forecast")).Count);
        Assert.Equal(seller.Count, (await line.Ana.StatementsAsync("/forecast")).Count);
        Assert.Equal(changes.Count, (await line.Max.StatementsAsync($"/forecast/{line.Max.Id}/changes")).Count);
        Assert.All(new[] { few, seller, changes }, s => Assert.True(s.Count <= 12, $"{s.Count} statements:\n{string.Join("\n", s)}"));
    }

    private static long Won(JsonElement of) => Sum(of, "won");

    private static long Sum(JsonElement of, string place) => of.GetProperty("sums").GetProperty(place).GetProperty("amount").GetInt64();
}
