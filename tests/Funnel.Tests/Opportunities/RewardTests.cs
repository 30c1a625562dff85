using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
namespace Coxswain.Funnel.Tests.Opportunities;

/// <summary>Rewards of service, with deals that are won.</summary>
public sealed class RewardTests
{
    [Theory, OnBoth]
    public async Task Points_come_line_by_line_from_what_was_done_and_a_month_that_is_over_is_paid_once(Engine engine)
    {
        var (sales, mia, boss, account) = await StageAsync(engine);
        foreach (var (fact, points) in ((string, int)[])[("GoodRating", 1), ("TipTaken", 5), ("TipWon", 20), ("BehaviourShown", 2), ("KnowledgeShown", 3)])
            Assert.Equal(HttpStatusCode.Created, (await boss.Program.PostAsJsonAsync("/api/service/rules", new { fact, points, from = "2026-01-01", because = "Agreed with all" })).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await boss.Program.PostAsJsonAsync("/api/service/terms", new { from = "2026-01-01", pointWorth = 2.5 })).StatusCode);
        await MadeAsync(boss, "/api/service-cases", new { accountId = account, subject = "Gate jams", ownerId = mia.Id, solvedOn = "2026-07-02", rating = "Good", ratedOn = "2026-07-03" });
        await MadeAsync(mia, "/api/service-cases", new { accountId = account, subject = "My own word", solvedOn = "2026-07-02", rating = "Good", ratedOn = "2026-07-03" });
        await MadeAsync(boss, "/api/service-observations", new { personId = mia.Id, on = "2026-07-05", nextStep = "Yes", listened = "Yes", widened = "No", knowledge = 5 });
        var tip = await MadeAsync(mia, "/api/tips", new { accountId = account, solved = true, heard = "A second crane" });
        var deal = (await (await sales.Ana.Program.PostAsJsonAsync($"/api/tips/{tip}/acceptances", new { })).Content.ReadFromJsonAsync<JsonElement>()).GetProperty("opportunityId").GetGuid();
        Assert.True((await sales.Ana.Program.PostAsJsonAsync($"/api/opportunities/{deal}/closures", new { end = "Won" })).IsSuccessStatusCode);
        var own = Assert.Single((await LedgerAsync(mia, "2026-07-01")).GetProperty("rows").EnumerateArray());
        Assert.Equal((3, 5, 25, 33, 8250L), (Whole(own, "knowledge"), Whole(own, "care"), Whole(own, "deals"), Whole(own, "points"), own.GetProperty("amount").GetInt64()));
        var page = await mia.Browser.TextAsync("/service");
        Assert.All(["33 points this month", "Gate jams", "A customer was satisfied", "by the rule of 1 Jan 2026", "2 of three behaviours seen", "100 % of it credited to you"], said => Assert.Contains(said, page, StringComparison.Ordinal));
        Assert.DoesNotContain("My own word", await mia.Browser.TextAsync("/service/rewards"), StringComparison.Ordinal);
        Assert.Empty((await LedgerAsync(sales.Ana, "2026-07-01")).GetProperty("rows").EnumerateArray());
        Assert.Equal(HttpStatusCode.Forbidden, (await boss.Program.PostAsJsonAsync("/api/service/payouts", new { month = "2026-07-01" })).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await mia.Program.PostAsJsonAsync("/api/service/payouts", new { month = "2026-06-01" })).StatusCode);
    }

    [Theory, OnBoth]
    public async Task What_is_paid_stays_and_what_comes_to_light_late_is_paid_with_the_next_month(Engine engine)
    {
        var (_, mia, boss, account) = await StageAsync(engine);
        await boss.Program.PostAsJsonAsync("/api/service/rules", new { fact = "GoodRating", points = 4, from = "2026-01-01" });
        await MadeAsync(boss, "/api/service-cases", new { accountId = account, subject = "In April", ownerId = mia.Id, solvedOn = "2026-04-02", rating = "Good", ratedOn = "2026-04-03" });
        Assert.Equal((1, 4), await PaidAsync(boss, "2026-04-15"));
        Assert.Equal(HttpStatusCode.Forbidden, (await boss.Program.PostAsJsonAsync("/api/service/payouts", new { month = "2026-04-01" })).StatusCode);
        await MadeAsync(boss, "/api/service-cases", new { accountId = account, subject = "Late word on April", ownerId = mia.Id, solvedOn = "2026-04-02", rating = "Good", ratedOn = "2026-04-28" });
        await MadeAsync(boss, "/api/service-cases", new { accountId = account, subject = "In May", ownerId = mia.Id, solvedOn = "2026-05-02", rating = "Good", ratedOn = "2026-05-03" });
        Assert.Equal((1, 8), await PaidAsync(boss, "2026-05-01"));
        Assert.Equal(["2026-05-01", "2026-04-01"], (await LedgerAsync(mia, "2026-04-01")).GetProperty("rows")[0].GetProperty("lines").EnumerateArray().Select(l => l.GetProperty("paidWith").GetString()));
        var backdated = await boss.Program.PostAsJsonAsync("/api/service/rules", new { fact = "GoodRating", points = 9, from = "2026-05-20" });
        Assert.Contains("Points up to then were paid", await backdated.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Created, (await boss.Program.PostAsJsonAsync("/api/service/rules", new { fact = "GoodRating", points = 9, from = "2026-06-01" })).StatusCode);
        var settings = await boss.Browser.TextAsync("/settings/service");
        Assert.All(["1 Jan 2026 to 31 May 2026", "There is no number to reach"], said => Assert.Contains(said, settings, StringComparison.Ordinal));
    }

    [Theory, OnBoth]
    public async Task Who_sees_the_credit_otherwise_says_so_and_whoever_sees_to_the_process_moves_it_with_a_reason(Engine engine)
    {
        var (sales, mia, boss, account) = await StageAsync(engine);
        var ida = await sales.Ana.Tenant.PersonAsync(Role.Support, "Ida Sand");
        await boss.Program.PostAsJsonAsync("/api/service/rules", new { fact = "TipTaken", points = 5, from = "2026-01-01" });
        var tip = await MadeAsync(mia, "/api/tips", new { accountId = account, solved = true, heard = "A second crane" });
        Assert.Equal(HttpStatusCode.Forbidden, (await mia.Program.PostAsJsonAsync($"/api/tips/{tip}/disputes", new { says = "Ida heard it" })).StatusCode);
        await sales.Ana.Program.PostAsJsonAsync($"/api/tips/{tip}/acceptances", new { });
        Assert.Contains("I see the credit otherwise", await mia.Browser.TextAsync("/tips"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await mia.PlainBrowser.PostFormAsync($"/tips/{tip}/disputes", ("Says", "Ida heard it first"))).StatusCode);
        Assert.DoesNotContain("Ida heard it first", await ida.Browser.TextAsync("/service/credit"), StringComparison.Ordinal);
        var dispute = (await boss.Program.GetFromJsonAsync<JsonElement>("/api/service/credit")).GetProperty("disputes")[0].GetProperty("id").GetGuid();
        Assert.Equal(HttpStatusCode.Forbidden, (await mia.Program.PostAsJsonAsync($"/api/tip-disputes/{dispute}/settlements", new { settlement = "Stays", because = "x" })).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await boss.Program.PostAsJsonAsync($"/api/tip-disputes/{dispute}/settlements", new { settlement = "Moved", because = "Both say so" })).StatusCode);
        await boss.PlainBrowser.PostFormAsync($"/tip-disputes/{dispute}/settlements", ("Settlement", "Moved"), ("CreditToId", $"{ida.Id}"), ("Because", "Both say so"));
        var credit = await mia.Browser.TextAsync("/service/credit");
        Assert.All(["Settled: Both say so", "credited to Ida Sand"], said => Assert.Contains(said, credit, StringComparison.Ordinal));
        Assert.Equal(5, Whole(Assert.Single((await LedgerAsync(ida, "2026-07-01")).GetProperty("rows").EnumerateArray()), "deals"));
        Assert.Empty((await LedgerAsync(mia, "2026-07-01")).GetProperty("rows").EnumerateArray());
    }

    private static async Task<(Sales Sales, TestViewer Mia, TestViewer Boss, Guid Account)> StageAsync(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var (mia, boss) = (await sales.Ana.Tenant.PersonAsync(Role.Support, "Mia Roth"), await sales.Ana.Tenant.PersonAsync(Role.Leader, "Ruth Adler"));
        return (sales, mia, boss, await MadeAsync(sales.Ana, "/api/accounts", new { name = "Nordwind" }));
    }

    private static async Task<(int, int)> PaidAsync(TestViewer boss, string month)
    {
        var paid = await boss.Program.PostAsJsonAsync("/api/service/payouts", new { month });
        Assert.True(paid.IsSuccessStatusCode, await paid.Content.ReadAsStringAsync());
        var said = await paid.Content.ReadFromJsonAsync<JsonElement>();
        return (Whole(said, "people"), Whole(said, "points"));
    }

    private static async Task<JsonElement> LedgerAsync(TestViewer viewer, string month) => await viewer.Program.GetFromJsonAsync<JsonElement>($"/api/service/rewards?month={month}");

    private static int Whole(JsonElement row, string field) => row.GetProperty(field).GetInt32();

    private static async Task<Guid> MadeAsync(TestViewer viewer, string url, object body)
    {
        var answer = await viewer.Program.PostAsJsonAsync(url, body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
    }
}
