using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Coxswain.Funnel.Import;
using Coxswain.Funnel.Tests.Rules;
using Coxswain.Platform.Data;
using Coxswain.Testing;
namespace Coxswain.Funnel.Tests.Opportunities;

/// <summary>New business, expansion and renewal.</summary>
public sealed class KindsOfDealsTests
{
    [Theory, OnBoth]
    public async Task What_says_nothing_is_new_business_and_it_is_said_anew_where_it_stands(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        await sales.Ana.PlainBrowser.PostFormAsync("/opportunities", ("Name", "Quay planning"), ("Currency", "EUR"));
        await sales.Ana.PlainBrowser.PostFormAsync("/opportunities", ("Name", "Second yard"), ("Currency", "EUR"), ("Business", "Expansion"));
        var rows = Rows(await sales.Ana.Program.PageAsync("/api/v1/opportunities"));
        Assert.Equal([("Quay planning", "NewBusiness"), ("Second yard", "Expansion")], rows.OrderBy(r => r.Name));
        var deal = await sales.DealAsync();
        Assert.Contains("Kind of deal new business", Plain(await sales.Ana.PlainBrowser.TextAsync($"/opportunities/{deal.Id}")));
        var answer = await sales.Ana.Browser.PostFormAsync($"/opportunities/{deal.Id}", ("Version", "1"), ("Editing", "Business"), ("Business", "Renewal"));
        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Equal(BusinessKind.Renewal, (await sales.StoredAsync(deal.Id)).Business);
        var page = await sales.Ana.PlainBrowser.TextAsync($"/opportunities/{deal.Id}");
        foreach (var said in (string[])["Kind of deal: renewal", "was new business"]) Assert.Contains(said, page);
    }

    [Theory, OnBoth]
    public async Task A_kind_there_is_not_or_none_at_all_is_refused_at_the_field(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var deal = await sales.DealAsync();
        foreach (var wrong in (string[])["", "Resale"])
        {
            var answer = await sales.Ana.Browser.PostFormAsync($"/opportunities/{deal.Id}", ("Version", "1"), ("Editing", "Business"), ("Business", wrong));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Matches("name=\"Business\"[^>]*aria-invalid=\"true\"", await answer.Content.ReadAsStringAsync());
        }
        Assert.Equal(BusinessKind.NewBusiness, (await sales.StoredAsync(deal.Id)).Business);
    }

    [Theory, OnBoth]
    public async Task A_list_is_filtered_asked_and_put_together_by_kind_and_cards_are_moved_by_it(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var (quay, yard) = (await sales.DealAsync("Quay planning"), await sales.DealAsync("Second yard"));
        Assert.True((await sales.Ana.Program.PatchAsJsonAsync($"/api/v1/opportunities/{yard.Id}", new { business = "Renewal" })).IsSuccessStatusCode);
        foreach (var asked in (string[])["business=Renewal", "where=business%20%3D%20Renewal"])
        {
            var page = await sales.Ana.PlainBrowser.TextAsync($"/opportunities?{asked}&columns=name,business");
            Assert.Contains("Second yard", page);
            Assert.DoesNotContain("Quay planning", page);
        }
        var moved = await (await sales.Ana.Browser.PostFormAsync("/opportunities/moves?as=board&group=business", ("id", $"{quay.Id}"), ("version", "1"), ("To", "Expansion"))).Content.ReadAsStringAsync();
        Assert.Contains("Kind of deal is now expansion.", moved);
        Assert.Equal(BusinessKind.Expansion, (await sales.StoredAsync(quay.Id)).Business);
    }

    [Theory, OnBoth]
    public async Task A_rule_asks_for_it(Engine engine)
    {
        var (planned, ada) = await Ruled.OnAsync(engine);
        await Ruled.AddAsync(ada, "business = Renewal", "A renewal is due", "Terms end", rest: [("TaskTitle", "Ask what they used")]);
        await planned.Sales.Ana.Browser.PatchAsJsonAsync($"/api/v1/opportunities/{planned.Deal.Id}", new { business = "Renewal" });
        await ada.Tenant.DoDueAsync();
        Assert.Contains("Rule: A renewal is due", await planned.Ana.TextAsync(planned.Url));
    }

    [Theory]
    [InlineData("Renewal", BusinessKind.Renewal)]
    [InlineData("Existing Customer - Upgrade", BusinessKind.Expansion)]
    [InlineData("newbusiness", BusinessKind.NewBusiness)]
    [InlineData("Verlängerung", BusinessKind.Renewal)]
    [InlineData("Bestandskunde", BusinessKind.Expansion)]
    [InlineData("Partner", null)]
    [InlineData(null, null)]
    public void Names_of_other_systems_are_understood_and_others_say_nothing(string? name, BusinessKind? kind) => Assert.Equal(kind, BusinessNames.Of(name));

    private static IReadOnlyList<(string Name, string Kind)> Rows(string json) =>
        [.. JsonDocument.Parse(json).RootElement.GetProperty("rows").EnumerateArray().Select(r => (r.GetProperty("name").GetString()!, r.GetProperty("business").GetString()!))];

    private static string Plain(string page) => string.Join(' ', System.Text.RegularExpressions.Regex.Replace(page, "<[^>]*>", " ").Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
