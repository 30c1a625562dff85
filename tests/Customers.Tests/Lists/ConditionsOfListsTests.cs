using System.Net;
using System.Text.Json;
using Coxswain.Customers.Accounts;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
namespace Coxswain.Customers.Tests.Lists;

public sealed class ConditionsOfListsTests
{
    [Theory, OnBoth]
    public async Task Conditions_are_joined_by_and_and_or_and_said_in_words(Engine engine)
    {
        var mara = await AccountsAsync(engine);
        Assert.Equal(["Big A", "Small B"], await ShownAsync(mara, "(tier = A and employees >= 100) or tier = B"));
        Assert.Equal(["Big A", "No tier"], await ShownAsync(mara, "employees >= 100 and (tier = A or tier = none)"));
        Assert.Equal(["No tier", "Small A", "Small B"], await ShownAsync(mara, "name !~ big"));
        Assert.Equal(["No tier", "Small B"], await ShownAsync(mara, "tier != A"));
        Assert.Equal(["Small A"], await ShownAsync(mara, "employees <= 20 and owner = mine"));
        var page = await mara.PlainBrowser.TextAsync($"/accounts?where={Uri.EscapeDataString("employees >= 1000 and (tier = A or tier = none)")}");
        Assert.Contains("Employees is at least 1,000", page);
        Assert.Contains("Tier is A or Tier is unknown", page);
    }

    [Theory, OnBoth]
    public async Task What_a_list_has_not_or_nobody_can_read_is_refused_and_said(Engine engine)
    {
        var mara = await AccountsAsync(engine);
        foreach (var (where, said) in new[] { ("colour = red", "There is no column colour here"), ("employees >= many", "cannot be compared with many"), ("tier = A or", "cannot be read"), ("employees ~ 1", "cannot be compared") })
        {
            var page = await mara.PlainBrowser.GetAsync($"/accounts?where={Uri.EscapeDataString(where)}");
            Assert.Equal(HttpStatusCode.UnprocessableEntity, page.StatusCode);
            Assert.Contains(said, WebUtility.HtmlDecode(await page.Content.ReadAsStringAsync()));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await mara.Program.GetAsync($"/api/accounts?where={Uri.EscapeDataString(where)}")).StatusCode);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await mara.PlainBrowser.GetAsync($"/accounts/export?where={Uri.EscapeDataString(where)}")).StatusCode);
        }
    }

    [Theory, OnBoth]
    public async Task A_form_makes_them_one_after_the_other_without_script(Engine engine)
    {
        var mara = await AccountsAsync(engine);
        Assert.Contains("Add a condition", await mara.PlainBrowser.TextAsync("/accounts?edit=where"));
        // A column is chosen and shown in one step: what it is compared with is asked first.
        var asked = await GoAsync(mara, "do=show", "g0.t0.column=employees", "g0.t0.was=name");
        Assert.Contains("is at least", await mara.PlainBrowser.TextAsync(asked));
        var grown = await GoAsync(mara, "do=test.0", "g0.t0.column=employees", "g0.t0.was=employees", "g0.t0.how=from", "g0.t0.value=1,000", "g0.t0.number=true");
        var page = await mara.PlainBrowser.TextAsync(grown);
        Assert.Contains("value=\"1000\"", page);
        Assert.Contains("Of these conditions", page);
        var shown = await GoAsync(mara, "do=show", "any=true", "g0.any=false", "g0.t0.column=employees", "g0.t0.was=employees", "g0.t0.how=from", "g0.t0.value=100", "g0.t1.column=tier", "g0.t1.was=tier", "g0.t1.how=is", "g0.t1.value=A", "g1.any=true", "g1.t0.column=tier", "g1.t0.was=tier", "g1.t0.how=unknown");
        Assert.Equal("/accounts?sort=-employees&where=(employees >= 100 and tier = A) or tier = none", Uri.UnescapeDataString(shown));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await mara.PlainBrowser.GetAsync("/views/conditions?path=//evil.example&do=show")).StatusCode);
    }

    [Theory, OnBoth]
    public async Task Choosing_columns_keeps_the_filters_and_the_conditions(Engine engine)
    {
        var mara = await AccountsAsync(engine);
        var page = await mara.PlainBrowser.TextAsync("/accounts?tier=A&where=employees+%3E%3D+5");
        Assert.Equal(2, page.Split("name=\"where\" value=\"employees >= 5\"").Length - 1);
        Assert.Contains("<input type=\"hidden\" name=\"tier\" value=\"A\"", page);
    }

    [Theory, OnBoth]
    public async Task Groups_have_their_count_and_sums_by_the_same_conditions(Engine engine)
    {
        var mara = await AccountsAsync(engine);
        var page = await mara.PlainBrowser.TextAsync("/accounts?group=tier");
        Assert.Matches(@">A</a> <small>2 · Employees 1,010<", page);
        Assert.Matches(@">unknown</a> <small>1 · Employees 100<", page);
        Assert.DoesNotMatch(@">C</a>", page);
        Assert.Contains("href=\"/accounts?tier=A\"", page);
        Assert.Matches(@">A</a> <small>1 · Employees 1,000<", await mara.PlainBrowser.TextAsync("/accounts?group=tier&where=employees+%3E%3D+100"));
        using var data = JsonDocument.Parse(await mara.Program.GetStringAsync("/api/accounts?group=tier"));
        var first = data.RootElement.GetProperty("groups")[0];
        Assert.Equal(("A", 2, 1010), (first.GetProperty("key").GetString(), first.GetProperty("count").GetInt32(), (int)first.GetProperty("sums")[0].GetProperty("sum").GetDouble()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await mara.PlainBrowser.GetAsync("/accounts?group=name")).StatusCode);
    }

    [Theory, OnBoth]
    public async Task A_board_has_a_column_for_each_answer_also_where_nothing_is_yet(Engine engine)
    {
        var mara = await AccountsAsync(engine);
        var page = await mara.PlainBrowser.TextAsync("/accounts?as=board&group=tier");
        Assert.Equal(4, page.Split("<section aria-labelledby").Length - 1);
        Assert.Contains("Employees 1,000", page);
        Assert.Contains("Big A", page);
        await mara.Tenant.SaveAsync([.. Enumerable.Range(0, 30).Select(i => new Account { Name = $"Many {i:00}", OwnerId = mara.Id, Tier = Tier.C })]);
        Assert.Contains("and 10 more in the list", await mara.PlainBrowser.TextAsync("/accounts?as=board&group=tier"));
    }

    [Theory, OnBoth]
    public async Task A_view_keeps_conditions_and_layout_and_shows_a_colleague_only_what_they_may_see(Engine engine)
    {
        var mara = await AccountsAsync(engine);
        var query = "?group=tier&where=" + Uri.EscapeDataString("owner = mine");
        await mara.Browser.PostFormAsync("/views", ("Name", "Mine by tier"), ("Kind", "account"), ("Path", "/accounts"), ("Query", query), ("Audience", "All"));
        var ben = await mara.Tenant.PersonAsync(Role.Manager, "Ben Ito");
        await mara.Tenant.SaveAsync(new Account { Name = "Bens own", OwnerId = ben.Id, Tier = Tier.B });
        Assert.Contains(">Mine by tier", await ben.PlainBrowser.TextAsync("/accounts"));
        var his = await ben.PlainBrowser.TextAsync("/accounts" + query);
        Assert.Contains("Bens own", his);
        Assert.DoesNotContain("Big A", his);
    }

    private static async Task<TestViewer> AccountsAsync(Engine engine)
    {
        var tenant = await (await Host.On(engine)).TenantAsync();
        var mara = await tenant.PersonAsync(Role.Manager, "Mara Vogt");
        var ana = await tenant.PersonAsync(Role.Seller, "Ana Okafor");
        await tenant.SaveAsync(
            new Account { Name = "Big A", OwnerId = ana.Id, Tier = Tier.A, Employees = 1_000 }, new Account { Name = "Small A", OwnerId = mara.Id, Tier = Tier.A, Employees = 10 },
            new Account { Name = "Small B", OwnerId = ana.Id, Tier = Tier.B, Employees = 20 }, new Account { Name = "No tier", OwnerId = ana.Id, Employees = 100 });
        return mara;
    }

    private static async Task<IReadOnlyList<string>> ShownAsync(TestViewer viewer, string where)
    {
        using var data = JsonDocument.Parse(await viewer.Program.GetStringAsync($"/api/accounts?where={Uri.EscapeDataString(where)}"));
        return [.. data.RootElement.GetProperty("rows").EnumerateArray().Select(r => r.GetProperty("name").GetString()!)];
    }

    private static async Task<string> GoAsync(TestViewer viewer, params string[] fields)
    {
        var answer = await viewer.PlainBrowser.GetAsync("/views/conditions?path=/accounts&rest=%3Fsort%3D-employees&" + string.Join('&', fields.Select(f => f.Split('=') is [var name, var value] ? $"{name}={Uri.EscapeDataString(value)}" : f)));
        Assert.Equal(HttpStatusCode.Redirect, answer.StatusCode);
        return answer.Headers.Location!.ToString().Split('#')[0];
    }
}
