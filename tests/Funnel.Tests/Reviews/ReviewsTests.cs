using System.Text.Json;
using Coxswain.Funnel.Reviews;
using Coxswain.Platform.Data;
using Coxswain.Testing;
namespace Coxswain.Funnel.Tests.Reviews;

/// <summary>What reviews say together.</summary>
public sealed class ReviewsTests
{
    [Theory, OnBoth]
    public async Task What_came_first_stands_with_its_range_beside_the_published_share_and_below_five_not_enough_data(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        await KeepAsync(sales, ReviewOutcome.Lost, 2, "price value");
        var few = await sales.Ana.PlainBrowser.TextAsync("/reviews");
        Assert.Contains("Not enough reviews to say what stops us.", few);
        Assert.Contains("not enough data", few);
        await KeepAsync(sales, ReviewOutcome.Lost, 4, "price value");
        await KeepAsync(sales, ReviewOutcome.Stalled, 2, "vision complexity price", first: "complexity");
        await KeepAsync(sales, ReviewOutcome.Won, 3, "value vision");
        await KeepAsync(sales, ReviewOutcome.Lost, 1, "unused");
        var page = await sales.Ana.PlainBrowser.TextAsync("/reviews");
        Assert.Contains("What stopped us most: The price (46% to 91% of 8).", page);
        foreach (var published in (string[])["22%", "19%", "15%", "what is left of the 78% these four have together", "year and number of answers not given"]) Assert.Contains(published, page);
        var read = JsonDocument.Parse(await sales.Ana.Program.PageAsync("/api/reviews")).RootElement;
        var rows = read.GetProperty("inhibitors").EnumerateArray().ToDictionary(r => r.GetProperty("key").GetString()!);
        Assert.Equal((8, 2), (read.GetProperty("stopped").GetInt32(), read.GetProperty("stalled").GetInt32()));
        Assert.Equal((6, 8, 0.75, 0.22), (rows["price"].GetProperty("first").GetInt32(), rows["price"].GetProperty("named").GetInt32(), rows["price"].GetProperty("share").GetProperty("value").GetDouble(), rows["price"].GetProperty("published").GetDouble()));
        Assert.Equal((0, 6, 0.22), (rows["value"].GetProperty("first").GetInt32(), rows["value"].GetProperty("named").GetInt32(), rows["value"].GetProperty("published").GetDouble()));
        Assert.Equal(0.22, rows["other"].GetProperty("published").GetDouble());
        Assert.Equal(1, read.GetProperty("team").EnumerateArray().Single().GetProperty("reviews").GetInt32());
        // Where nobody is sure which came first, none is counted, and how many that are is said.
        await KeepAsync(sales, ReviewOutcome.Lost, 2, "value price", isSure: false);
        page = await sales.Ana.PlainBrowser.TextAsync("/reviews");
        Assert.Contains("What stopped us most: The price (46% to 91% of 8).", page);
        Assert.Contains("2 more name something and not what came first.", page);
    }

    [Theory, OnBoth]
    public async Task Which_criteria_go_with_wins_is_told_from_decided_deals_alone(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        await KeepAsync(sales, ReviewOutcome.Won, 6, "vision");
        await KeepAsync(sales, ReviewOutcome.Lost, 2, "vision price");
        await KeepAsync(sales, ReviewOutcome.NoDecision, 5, "price");
        await KeepAsync(sales, ReviewOutcome.Won, 1, "case");
        await KeepAsync(sales, ReviewOutcome.Stalled, 9, "vision price");
        var row = JsonDocument.Parse(await sales.Ana.Program.PageAsync("/api/reviews")).RootElement.GetProperty("criteria").EnumerateArray().Single(r => r.GetProperty("key").GetString() == "vision");
        Assert.Equal((8, 0.75, 6), (row.GetProperty("withN").GetInt32(), row.GetProperty("with").GetProperty("value").GetDouble(), row.GetProperty("withoutN").GetInt32()));
        Assert.Equal(1 / 6.0, row.GetProperty("without").GetProperty("value").GetDouble(), 9);
        Assert.Contains("it shows what goes together, not what causes what", await sales.Ana.PlainBrowser.TextAsync("/reviews"));
    }

    [Theory, OnBoth]
    public async Task Where_a_criterion_counted_strongly_the_share_won_stands_beside_that_of_all_with_it(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        await KeepAsync(sales, ReviewOutcome.Won, 3, "vision", CriterionStrength.Decisive);
        await KeepAsync(sales, ReviewOutcome.Won, 2, "vision", CriterionStrength.Clear);
        await KeepAsync(sales, ReviewOutcome.Lost, 4, "vision", CriterionStrength.Weak);
        await KeepAsync(sales, ReviewOutcome.Lost, 1, "vision");
        var row = JsonDocument.Parse(await sales.Ana.Program.PageAsync("/api/reviews")).RootElement.GetProperty("criteria").EnumerateArray().Single(r => r.GetProperty("key").GetString() == "vision");
        Assert.Equal((10, 0.5, 5, 1.0), (row.GetProperty("withN").GetInt32(), row.GetProperty("with").GetProperty("value").GetDouble(), row.GetProperty("strongN").GetInt32(), row.GetProperty("strong").GetProperty("value").GetDouble()));
        Assert.Contains("Won with it strongly", await sales.Ana.PlainBrowser.TextAsync("/reviews"));
    }

    [Theory, OnBoth]
    public async Task Ones_own_deals_decided_lately_wait_for_it_until_it_is_kept(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var deal = await sales.DealAsync("Crane refit");
        await sales.Ana.PlainBrowser.PostFormAsync($"/opportunities/{deal.Id}/closures", ("End", "Won"), ("Reason", "They told us"));
        Assert.Contains("Crane refit", await sales.Ana.PlainBrowser.TextAsync("/reviews"));
        await sales.Ana.PlainBrowser.PostFormAsync($"/opportunities/{deal.Id}/reviews", ("Won", "collaboration"));
        Assert.DoesNotContain("Crane refit", await sales.Ana.PlainBrowser.TextAsync("/reviews"));
    }

    [Fact]
    public void What_is_upstream_is_said_where_it_was_not_ticked_or_not_as_the_first()
    {
        Assert.Equal("value", ReviewCodes.Upstream(["price"], "price"));
        Assert.Equal("value", ReviewCodes.Upstream(["new-customers", "complexity"], null));
        Assert.Equal("value", ReviewCodes.Upstream(["price", "value"], "price"));
        Assert.Equal("value", ReviewCodes.Upstream(["value", "price"], null));
        Assert.Null(ReviewCodes.Upstream(["value", "price"], "value"));
        Assert.Null(ReviewCodes.Upstream(["other"], "other"));
        Assert.Null(ReviewCodes.Upstream([], null));
    }

    [Fact]
    public void Nine_in_ten_is_the_ninth_of_ten_and_fewer_than_ten_say_nothing()
    {
        Assert.Equal(new StallRule(90, 10) { Half = 50 }, StallRule.Of([100, 10, 20, 30, 40, 50, 60, 70, 80, 90]));
        Assert.Equal(new StallRule(null, 9), StallRule.Of([10, 20, 30, 40, 50, 60, 70, 80, 90]));
    }

    private static async Task KeepAsync(Sales sales, ReviewOutcome outcome, int times, string codes, CriterionStrength? strength = null, string? first = null, bool isSure = true)
    {
        for (var i = 0; i < times; i++)
        {
            var deal = await sales.DealAsync($"Deal {outcome} {i}");
            var review = new DealReview { OpportunityId = deal.Id, Outcome = outcome, ReviewedOn = new DateOnly(2026, 7, 10), ReviewedById = sales.Ana.Id, Codes = codes, First = !isSure ? null : first ?? codes.Split(' ')[0] };
            await sales.Ana.Tenant.SaveAsync(review);
            if (strength is not null) await sales.Ana.Tenant.SaveAsync(new ReviewCriterion { OpportunityId = deal.Id, ReviewId = review.Id, Criterion = codes, Strength = strength });
        }
    }
}
