using System.Net;
using System.Text.Json;
using Coxswain.Funnel.Calls;
using Coxswain.Funnel.Calls.Changes;
using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Data;
using Coxswain.Platform.Money;
using Coxswain.Testing;
namespace Coxswain.Funnel.Tests.Calls;

/// <summary>Any day of a number beside any other.</summary>
public sealed class ChangesTests
{
    private static readonly DateTime Then = new(2026, 7, 1, 9, 0, 0, DateTimeKind.Utc), Later = new(2026, 7, 15, 9, 0, 0, DateTimeKind.Utc);

    [Theory, OnBoth]
    public async Task Each_deal_that_came_went_moved_or_was_worth_something_else_has_its_reason_and_every_column_adds_up(Engine engine)
    {
        var line = await Line.OnAsync(engine);
        await line.Tenant.SaveAsync(new ExchangeRate { Currency = "CHF", On = new(2026, 1, 1), Rate = 1.1 }, new ExchangeRate { Currency = "CHF", On = new(2026, 7, 12), Rate = 1.2 });
        var (q3, q4) = (new DateOnly(2026, 9, 1), new DateOnly(2026, 11, 1));
        await PastAsync(line, line.Ana, null, At("Decide", 1_01, q3));
        await PastAsync(line, line.Ana, At("Decide", 2_02, q4), At("Decide", 2_02, q3));
        await PastAsync(line, line.Ana, At("Decide", 4_04, q3), At("Decide", 4_04, q4));
        await PastAsync(line, line.Ana, At("Decide", 8_08, q3), At("Decide", 9_99, q3));
        await PastAsync(line, line.Ana, At("Decide", 16_16, q3), At("Decide", 10_00, q3));
        await PastAsync(line, line.Ana, At("Decide", 32_32, q3), At("Won", 33_00, new(2026, 7, 15)));
        await PastAsync(line, line.Ana, At("Discover", 64_64, q3), At("Lost", 64_64, new(2026, 7, 15)));
        await PastAsync(line, line.Ana, At("Discover", 128_28, q3), At("No decision", 128_28, new(2026, 7, 15)));
        await PastAsync(line, line.Ana, At("Discover", 256_56, q3), At("Decide", 256_56, q3, ForecastCategory.Commit));
        await PastAsync(line, line.Ana, At("Decide", 512_12, q3), At("Decide", 512_12, q3) with { Owner = line.Carl.Id });
        await PastAsync(line, line.Ana, At("Decide", 100_00, q3) with { Currency = "CHF" }, At("Decide", 100_00, q3) with { Currency = "CHF" });
        await PastAsync(line, line.Ana, At("Decide", 7_07, q3), At("Decide", 7_07, q3, ForecastCategory.Omitted));
        var view = JsonDocument.Parse(await line.Ana.Program.PageAsync($"/api/forecast/{line.Ana.Id}/changes?period=2026-Q3&from=2026-07-05&to=2026-07-20")).RootElement;
        var reasons = view.GetProperty("reasons").EnumerateArray().ToDictionary(r => r.GetProperty("reason").GetString()!, r => r.GetProperty("change"));
        Assert.Equal(
            new Dictionary<string, long> { ["New"] = 1_01, ["PulledIn"] = 2_02, ["PushedOut"] = -4_04, ["AmountUp"] = 1_91 + 68, ["AmountDown"] = -6_16, ["Won"] = 0, ["Lost"] = -64_64, ["NoDecision"] = -128_28, ["Category"] = -7_07, ["HandedOver"] = -512_12, ["Rate"] = 10_00 }.OrderBy(p => p.Key, StringComparer.Ordinal),
            reasons.ToDictionary(r => r.Key, r => r.Value.GetProperty("total").GetInt64()).OrderBy(p => p.Key, StringComparer.Ordinal));
        Assert.Equal((33_00, -33_00), (reasons["Won"].GetProperty("won").GetInt64(), reasons["Won"].GetProperty("bestCase").GetInt64()));
        Assert.Equal((256_56, -256_56), (reasons["Category"].GetProperty("commit").GetInt64(), reasons["Category"].GetProperty("pipeline").GetInt64()));
        foreach (var place in new[] { "won", "commit", "bestCase", "pipeline", "unplaced", "total" })
            Assert.Equal(view.GetProperty("now").GetProperty(place).GetInt64(), view.GetProperty("then").GetProperty(place).GetInt64() + reasons.Values.Sum(r => r.GetProperty(place).GetInt64()));
        // What it ends with is what the forecast of that day says.
        var sums = (await Line.ReadAsync(line.Ana, line.Ana, "&asOf=2026-07-20")).GetProperty("sums");
        foreach (var place in new[] { "won", "commit", "bestCase", "pipeline" }) Assert.Equal(sums.GetProperty(place).GetProperty("amount").GetInt64(), view.GetProperty("now").GetProperty(place).GetInt64());
        var page = CallOnTheNumberTests.Plain(await line.Ana.PlainBrowser.TextAsync($"/forecast/{line.Ana.Id}/changes?period=2026-Q3&from=2026-07-05&to=2026-07-20"));
        Assert.Contains("less stands in Q3 2026 than at 5 Jul. Most of it: handed over to others, one deal.", page);
    }

    [Theory, OnBoth]
    public async Task Since_a_call_it_is_measured_from_its_moment_and_the_way_back_has_the_opposite_signs(Engine engine)
    {
        var line = await Line.OnAsync(engine);
        var call = new ForecastCall { OwnerId = line.Ana.Id, ById = line.Ana.Id, From = new(2026, 7, 1), To = new(2026, 9, 30), Commit = 5_00, BestCase = null, Currency = "EUR", At = new(2026, 7, 15, 8, 0, 0, DateTimeKind.Utc) };
        await line.Tenant.SaveAsync(call);
        // Changed an hour after it was called, on the same day.
        await PastAsync(line, line.Ana, At("Decide", 4_00, new(2026, 9, 1)), At("Decide", 3_00, new(2026, 9, 1)));
        var view = JsonDocument.Parse(await line.Ana.Program.PageAsync($"/api/forecast/{line.Ana.Id}/changes?period=2026-Q3&call={call.Id}")).RootElement;
        Assert.Equal((4_00, 3_00), (view.GetProperty("then").GetProperty("total").GetInt64(), view.GetProperty("now").GetProperty("total").GetInt64()));
        Assert.Equal(HttpStatusCode.NotFound, await Line.StatusAsync(line.Max, $"/api/forecast/{line.Ana.Id}/changes?period=2026-Q3&call={call.Id}"));
        // Days given the wrong way round are taken the right way round.
        var turned = JsonDocument.Parse(await line.Ana.Program.PageAsync($"/api/forecast/{line.Ana.Id}/changes?period=2026-Q3&from=2026-07-20&to=2026-07-10")).RootElement;
        Assert.Equal(("2026-07-10", -1_00), (turned.GetProperty("from").GetString(), turned.GetProperty("now").GetProperty("total").GetInt64() - turned.GetProperty("then").GetProperty("total").GetInt64()));
    }

    [Theory, OnBoth]
    public async Task A_day_to_come_is_refused_and_says_what_to_write(Engine engine)
    {
        var line = await Line.OnAsync(engine);
        Assert.Contains("Choose a past day", await Line.RefusalAsync(line.Ana.PlainBrowser.GetAsync($"/forecast/{line.Ana.Id}/changes?from=2031-01-01"), HttpStatusCode.Forbidden));
        Assert.Contains("Choose a past day", await Line.RefusalAsync(line.Ana.PlainBrowser.GetAsync("/forecast?asOf=2031-01-01"), HttpStatusCode.Forbidden));
    }

    [Fact]
    public void Whatever_a_deal_did_its_steps_lead_from_what_it_was_to_what_it_is()
    {
        var chance = new Random(7);
        for (var i = 0; i < 20_000; i++)
        {
            var (then, now) = (Any(), Any());
            var steps = Bridge.Of(then, now).ToList();
            foreach (var place in Enum.GetValues<Place>())
                Assert.Equal(Worth(now, place) - Worth(then, place), steps.Where(s => s.Place == place).Sum(s => s.Amount));
        }

        Standpoint? Any() => chance.Next(6) == 0 ? null : new(chance.Next(5) > 0, (StageEnd)chance.Next(4), chance.Next(4) > 0, (Place)chance.Next(6), chance.Next(1_000), chance.Next(1_000));

        static long Worth(Standpoint? of, Place place) => of is { Counts: true } && of.Place == place ? of.Amount : 0;
    }

    private sealed record Was(string Stage, long Amount, DateOnly CloseOn, ForecastCategory? Category)
    {
        public Guid? Owner { get; init; }
        public string Currency { get; init; } = "EUR";
    }

    private static Was At(string stage, long amount, DateOnly closeOn, ForecastCategory? category = null) => new(stage, amount, closeOn, category);

    // A deal that was one thing on the first of July and another on the fifteenth.
    private static async Task PastAsync(Line line, TestViewer owner, Was? then, Was now)
    {
        var deal = new Opportunity { Name = "Quay", OwnerId = now.Owner ?? owner.Id, StageId = line.Sales.Stage(now.Stage).Id, End = line.Sales.Stage(now.Stage).End, Amount = now.Amount, Currency = now.Currency, CloseOn = now.CloseOn, Category = now.Category };
        OpportunityHistory.Remember(deal, [.. new[] { (then, Then), (now, Later) }.Where(s => s.Item1 is not null).Select(s => State(s.Item1!, s.Item2))], line.Sales.Stages);
        await line.Tenant.SaveAsync(deal);

        OpportunityState State(Was was, DateTime from) => new()
        {
            OpportunityId = deal.Id, From = from, RecordedAt = from, StageId = line.Sales.Stage(was.Stage).Id, End = line.Sales.Stage(was.Stage).End, OwnerId = was.Owner ?? owner.Id, Amount = was.Amount, Currency = was.Currency, CloseOn = was.CloseOn, Category = was.Category,
        };
    }
}
