using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
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
        var tip = (await sales.Ana.Program.GetFromJsonAsync<JsonElement>("/api/tips"))[0].GetProperty("id").GetGuid();
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

    private static async Task<Guid> MadeAsync(TestViewer viewer, string url, object body)
    {
        var answer = await viewer.Program.PostAsJsonAsync(url, body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
    }
}
