using System.Net.Http.Json;
using System.Text.Json;
using Coxswain.Platform.Data;
using Coxswain.Testing;
namespace Coxswain.Funnel.Tests.Opportunities;

public sealed class FirstStagesTests
{
    [Theory, OnBoth]
    public async Task An_account_says_where_its_deals_stood_when_we_were_first_in_touch_about_them(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var account = await MadeAsync(sales, "/api/accounts", new { name = "Nordwind" });
        var (early, late) = (await DealAsync("Early", "New"), await DealAsync("Late", "Discover"));
        await DealAsync("Never touched", "Qualify");
        var yesterday = sales.Ana.Tenant.Host.Clock.GetUtcNow().AddDays(-1);
        foreach (var deal in (Guid[])[early, late, early]) await MadeAsync(sales, "/api/interactions", new { kind = "Call", accountId = account, aboutKind = "opportunity", aboutId = deal, occurredAt = yesterday });
        // A note is no touch, and what a deal became later does not count.
        await MadeAsync(sales, "/api/interactions", new { kind = "Note", text = "Read about them", accountId = account, aboutKind = "opportunity", aboutId = late, occurredAt = yesterday.AddDays(-1) });
        Assert.True((await sales.Ana.Browser.PostFormAsync($"/opportunities/{early}/moves", ("Stage", $"{sales.Stage("Propose").Id}"), ("Reason", "They hurry"))).StatusCode is System.Net.HttpStatusCode.NoContent or System.Net.HttpStatusCode.Found or System.Net.HttpStatusCode.SeeOther);
        var gauge = await sales.Ana.Program.GetFromJsonAsync<JsonElement>($"/api/accounts/{account}/connection");
        Assert.Equal([("New", 1), ("Discover", 1)], gauge.GetProperty("firstStages").EnumerateArray().Select(s => (s.GetProperty("name").GetString(), s.GetProperty("deals").GetInt32())));

        Task<Guid> DealAsync(string name, string stage) => MadeAsync(sales, "/api/opportunities", new { name, accountId = account, stage = sales.Stage(stage).Id, currency = "EUR" });
    }

    private static async Task<Guid> MadeAsync(Sales sales, string url, object body)
    {
        var answer = await sales.Ana.Program.PostAsJsonAsync(url, body);
        Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        return (await answer.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
    }
}
