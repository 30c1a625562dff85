using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
namespace Coxswain.Customers.Tests.Fields;

public sealed class CustomFieldTests
{
    [Theory, OnBoth]
    public async Task A_field_of_ones_own_stands_on_the_record_is_typed_like_any_other_and_is_found_by_the_search(Engine engine)
    {
        var own = await Own.OnAsync(engine);
        await own.FieldAsync("Berth", "Text");
        var account = await own.AccountAsync("Nordwind", new { berth = "Pier café 7" });
        var page = WebUtility.HtmlDecode(await own.Leader.Browser.PageAsync($"/accounts/{account}"));
        Assert.Contains("Berth", page, StringComparison.Ordinal);
        Assert.Contains("Pier café 7", page, StringComparison.Ordinal);
        Assert.Contains("name=\"cf.berth\"", await own.Leader.Browser.PageAsync($"/accounts/{account}/facts?editing=cf.berth"), StringComparison.Ordinal);
        Assert.Contains("Quay 9", await (await own.Leader.Browser.PostFormAsync($"/accounts/{account}", ("cf.berth", "Quay 9"), ("Editing", "cf.berth"))).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("Nordwind", await own.Leader.Browser.PageAsync("/search?q=Quay"), StringComparison.Ordinal);
        Assert.Contains("Berth: Pier café 7 → Quay 9", WebUtility.HtmlDecode(await own.Leader.Browser.PageAsync($"/accounts/{account}")), StringComparison.Ordinal);
        await own.Leader.Browser.PostFormAsync($"/accounts/{account}", ("cf.berth", ""), ("Editing", "cf.berth"));
        Assert.Equal(JsonValueKind.Null, (await own.ReadAsync(account)).GetProperty("custom").ValueKind);
    }

    [Theory, OnBoth]
    public async Task Each_type_takes_what_it_is_for_and_says_what_is_wrong_with_the_rest(Engine engine)
    {
        var own = await Own.OnAsync(engine);
        await own.FieldAsync("Cranes", "Number");
        await own.FieldAsync("Budget", "Money");
        await own.FieldAsync("Audit", "Date");
        await own.FieldAsync("Route", "Choice", options: "North\nSouth");
        await own.FieldAsync("Cargo", "Choices", options: "Grain\nSteel\nFruit");
        await own.FieldAsync("Sister", "Link", link: "account");
        var sister = await own.AccountAsync("Hafen Ost", new { });
        var account = await own.AccountAsync("Nordwind", new { cranes = 12.5, budget = 900, audit = "2026-03-31", route = "north", cargo = (string[])["Fruit", "Grain"], sister = "Hafen Ost" });
        var custom = (await own.ReadAsync(account)).GetProperty("custom");
        Assert.Equal((12.5m, 900m, "EUR", "2026-03-31", "North", sister.ToString()), (custom.GetProperty("cranes").GetDecimal(), custom.GetProperty("budget").GetDecimal(), custom.GetProperty("budgetCurrency").GetString(), custom.GetProperty("audit").GetString(), custom.GetProperty("route").GetString(), custom.GetProperty("sister").GetString()));
        Assert.Equal(["Fruit", "Grain"], custom.GetProperty("cargo").EnumerateArray().Select(c => c.GetString()));
        Assert.Contains($"/accounts/{sister}", await own.Leader.Browser.PageAsync($"/accounts/{account}"), StringComparison.Ordinal);
        foreach (var (wrong, said) in ((object, string)[])[(new { cranes = "many" }, "not a number"), (new { audit = "2026-02-31" }, "no such day"), (new { route = "West" }, "none of: North, South"), (new { cargo = (string[])["Grain", "Coal"] }, "none of"), (new { sister = "Nobody" }, "Nothing here is called"), (new { unknown = 1 }, "no field unknown")])
        {
            var answer = await own.Leader.Program.PatchAsJsonAsync($"/api/accounts/{account}", new { custom = wrong });
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains(said, await answer.Content.ReadAsStringAsync(), StringComparison.OrdinalIgnoreCase);
        }
        Assert.Equal(custom.GetRawText(), (await own.ReadAsync(account)).GetProperty("custom").GetRawText());
    }

    [Theory, OnBoth]
    public async Task A_formula_is_computed_when_its_record_is_saved_and_dividing_by_zero_says_so_and_breaks_nothing(Engine engine)
    {
        var own = await Own.OnAsync(engine);
        await own.FieldAsync("Cranes", "Number");
        await own.FieldAsync("Crews", "Number");
        await own.FieldAsync("Crews a crane", "Formula", formula: "[Crews] / [Cranes]");
        await own.FieldAsync("Twice", "Formula", formula: "[Crews a crane] * 2 + [Employees]");
        var account = await own.AccountAsync("Nordwind", new { cranes = 4, crews = 10 });
        await own.Leader.Program.PatchAsJsonAsync($"/api/accounts/{account}", new { employees = 100 });
        var custom = (await own.ReadAsync(account)).GetProperty("custom");
        Assert.Equal((2.5m, 105m), (custom.GetProperty("crews_a_crane").GetDecimal(), custom.GetProperty("twice").GetDecimal()));
        Assert.True((await own.Leader.Program.PatchAsJsonAsync($"/api/accounts/{account}", new { custom = new { cranes = 0 } })).IsSuccessStatusCode);
        Assert.Contains("cannot be computed: it divides by zero", await own.Leader.Browser.PageAsync($"/accounts/{account}"), StringComparison.Ordinal);
        custom = (await own.ReadAsync(account)).GetProperty("custom");
        foreach (var field in (string[])["crews_a_crane"]) Assert.Equal((JsonValueKind.Null, "divides_by_zero"), (custom.GetProperty(field).ValueKind, custom.GetProperty(field + "Problem").GetString()));
        Assert.Contains("divides_by_zero", await own.Leader.Program.GetStringAsync("/api/openapi.json"), StringComparison.Ordinal);
        Assert.Contains("is computed", await (await own.Leader.Program.PatchAsJsonAsync($"/api/accounts/{account}", new { custom = new { twice = 1 } })).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Contains("No field is called Boats", await own.RefusedAsync("Wrong", "Formula", "[Boats] * 2"), StringComparison.Ordinal);
        Assert.Contains("This is no formula", await own.RefusedAsync("Wrong", "Formula", "[Crews] * ("), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task A_list_shows_filters_and_sorts_by_fields_of_ones_own_with_an_index_and_without(Engine engine)
    {
        var own = await Own.OnAsync(engine);
        var cranes = await own.FieldAsync("Cranes", "Number");
        await own.FieldAsync("Berth", "Text");
        await own.FieldAsync("Route", "Choice", options: "North\nSüd");
        await own.FieldAsync("Cargo", "Choices", options: "Grain\nStahlträger\nFrüchte");
        foreach (var (name, values) in ((string, object)[])[("Few", new { cranes = 2, berth = "Café", route = "North", cargo = (string[])["Früchte"] }), ("Many", new { cranes = 30.5, berth = "Quay", route = "Süd", cargo = (string[])["Grain", "Früchte"] }), ("None", new { })]) await own.AccountAsync(name, values);
        for (var indexed = 0; indexed < 2; indexed++)
        {
            Assert.Equal(["Many"], await own.NamesAsync("?cf.cranes.from=3"));
            Assert.Equal(["Few", "Many", "None"], await own.NamesAsync("?sort=cf.cranes"));
            Assert.Equal(["Many", "Few", "None"], await own.NamesAsync("?sort=-cf.cranes"));
            Assert.Equal(["Few"], await own.NamesAsync("?cf.berth=cafe"));
            Assert.Equal(["Many"], await own.NamesAsync("?cf.route=S%C3%BCd"));
            Assert.Equal(["None"], await own.NamesAsync("?cf.route=none"));
            Assert.Equal(["Few", "Many"], await own.NamesAsync("?cf.cargo=Fr%C3%BCchte"));
            Assert.Equal(HttpStatusCode.SeeOther, (await own.Leader.PlainBrowser.PostFormAsync($"/settings/fields/{cranes}/indexes")).StatusCode);
        }
        var page = WebUtility.HtmlDecode(await own.Leader.Browser.PageAsync("/accounts?columns=cf.cranes,cf.cargo"));
        Assert.Contains("30.5", page, StringComparison.Ordinal);
        Assert.Contains("Grain, Früchte", page, StringComparison.Ordinal);
        Assert.Contains("Grain, Früchte", await own.Leader.Browser.GetStringAsync("/accounts/export?columns=cf.cargo"), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task A_retired_field_goes_from_pages_and_its_values_come_back_with_it(Engine engine)
    {
        var own = await Own.OnAsync(engine);
        var berth = await own.FieldAsync("Berth", "Text");
        var account = await own.AccountAsync("Nordwind", new { berth = "Quay 9" });
        await own.Leader.PlainBrowser.PostFormAsync($"/settings/fields/{berth}/retirements");
        Assert.DoesNotContain("Quay 9", await own.Leader.Browser.PageAsync($"/accounts/{account}"), StringComparison.Ordinal);
        Assert.Contains("There is no field berth here", await (await own.Leader.Program.PatchAsJsonAsync($"/api/accounts/{account}", new { custom = new { berth = "x" } })).Content.ReadAsStringAsync(), StringComparison.Ordinal);
        await own.Leader.PlainBrowser.PostFormAsync($"/settings/fields/{berth}/retirements?back=true");
        Assert.Contains("Quay 9", await own.Leader.Browser.PageAsync($"/accounts/{account}"), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await own.Leader.Tenant.PersonAsync(Role.Seller, "Ana")).PlainBrowser.GetAsync("/settings/fields")).StatusCode);
    }

    [Theory, OnBoth]
    public async Task Two_who_change_a_record_at_once_are_told_where_it_was_the_same_own_field_and_else_keep_both(Engine engine)
    {
        var own = await Own.OnAsync(engine);
        await own.FieldAsync("Berth", "Text");
        await own.FieldAsync("Cranes", "Number");
        var account = await own.AccountAsync("Nordwind", new { berth = "Quay 1", cranes = 2 });
        Assert.True((await own.Leader.Program.PatchAsJsonAsync($"/api/accounts/{account}", new { version = 1, custom = new { berth = "Quay 2" } })).IsSuccessStatusCode);
        // Drawn before that: another field goes along, the same answer is no quarrel, and another answer is told with both.
        Assert.True((await own.Leader.Program.PatchAsJsonAsync($"/api/accounts/{account}", new { version = 1, custom = new { cranes = 3 } })).IsSuccessStatusCode);
        Assert.True((await own.Leader.Program.PatchAsJsonAsync($"/api/accounts/{account}", new { version = 1, custom = new { berth = "Quay 2" } })).IsSuccessStatusCode);
        var clash = await own.Leader.Program.PatchAsJsonAsync($"/api/accounts/{account}", new { version = 1, custom = new { berth = "Quay 9" } });
        Assert.Equal(HttpStatusCode.Conflict, clash.StatusCode);
        var told = (await clash.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("clashes")[0];
        Assert.Equal(("Berth", "Quay 9", "Quay 2"), (told.GetProperty("field").GetString(), told.GetProperty("yours").GetString(), told.GetProperty("theirs").GetString()));
        var custom = (await own.ReadAsync(account)).GetProperty("custom");
        Assert.Equal(("Quay 2", 3), (custom.GetProperty("berth").GetString(), custom.GetProperty("cranes").GetInt32()));
    }

    [Theory, OnBoth]
    public async Task A_formula_that_comes_back_is_computed_from_what_records_hold_by_now(Engine engine)
    {
        var own = await Own.OnAsync(engine);
        await own.FieldAsync("Cranes", "Number");
        var twice = await own.FieldAsync("Twice", "Formula", formula: "[Cranes] * 2");
        var account = await own.AccountAsync("Nordwind", new { cranes = 4 });
        await own.Leader.PlainBrowser.PostFormAsync($"/settings/fields/{twice}/retirements");
        await own.Leader.Program.PatchAsJsonAsync($"/api/accounts/{account}", new { custom = new { cranes = 5 } });
        await own.Leader.PlainBrowser.PostFormAsync($"/settings/fields/{twice}/retirements?back=true");
        await own.Leader.Tenant.DoDueAsync();
        // The host's own worker may have taken the job, and is not waited for.
        using var pace = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        var twiceAsMany = 0m;
        for (var looks = 0; looks < 600 && twiceAsMany != 10m && await pace.WaitForNextTickAsync(); looks++) twiceAsMany = (await own.ReadAsync(account)).GetProperty("custom").GetProperty("twice").GetDecimal();
        Assert.Equal(10m, twiceAsMany);
    }

    [Theory, OnBoth]
    public async Task The_currency_of_an_amount_is_sent_as_it_is_read(Engine engine)
    {
        var own = await Own.OnAsync(engine);
        await own.FieldAsync("Budget", "Money");
        var account = await own.AccountAsync("Nordwind", new { budgetCurrency = "usd", budget = 900 });
        var read = (await own.ReadAsync(account)).GetProperty("custom");
        Assert.Equal((900m, "USD"), await BudgetAsync());
        Assert.True((await own.Leader.Program.PatchAsJsonAsync($"/api/accounts/{account}", new { custom = read })).IsSuccessStatusCode);
        Assert.True((await own.Leader.Program.PatchAsJsonAsync($"/api/accounts/{account}", new { custom = new { budget = 950 } })).IsSuccessStatusCode);
        Assert.Equal((950m, "USD"), await BudgetAsync());
        Assert.True((await own.Leader.Program.PatchAsJsonAsync($"/api/accounts/{account}", new { custom = new { budgetCurrency = "CHF" } })).IsSuccessStatusCode);
        var wrong = await own.Leader.Program.PatchAsJsonAsync($"/api/accounts/{account}", new { custom = new { budgetCurrency = "dollars" } });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        Assert.Contains("three letters", await wrong.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal((950m, "CHF"), await BudgetAsync());
        Assert.Contains("like 500 USD", await own.Leader.Browser.TextAsync($"/accounts/{account}/facts?editing=cf.budget"), StringComparison.Ordinal);
        await own.Leader.Browser.PostFormAsync($"/accounts/{account}", ("cf.budget", "1,200.5 usd"), ("Editing", "cf.budget"));
        Assert.Equal((1200.5m, "USD"), await BudgetAsync());

        async Task<(decimal, string?)> BudgetAsync() => (await own.ReadAsync(account)).GetProperty("custom") is var custom ? (custom.GetProperty("budget").GetDecimal(), custom.GetProperty("budgetCurrency").GetString()) : default;
    }
}
