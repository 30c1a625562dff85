using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Coxswain.Customers.Accounts;
using Coxswain.Customers.Accounts.Team;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Tests.Accounts;

public sealed class AccountTeamTests
{
    [Theory, OnBoth]
    public async Task Who_is_in_the_team_stands_on_the_page_and_may_change_the_account_until_taken_out(Engine engine)
    {
        var (ana, ben, account) = await TwoAsync(engine);
        Assert.Equal(HttpStatusCode.Forbidden, (await IndustryAsync(ben, account, "Ports")).StatusCode);
        var added = await ana.Browser.PostFormAsync($"/accounts/{account.Id}/members", ("PersonId", $"{ben.Id}"), ("Function", "Support"));
        var page = await ana.Browser.TextAsync(added.Next());
        Assert.Contains("Ben Ito", page);
        Assert.Contains("Support", page);
        Assert.Equal(HttpStatusCode.OK, (await IndustryAsync(ben, account, "Ports")).StatusCode);
        var member = await ana.InDb(db => db.Rows<AccountMember>().SingleAsync());
        var gone = await ana.Browser.PostFormAsync($"/account-members/{member.Id}/removals");
        Assert.DoesNotContain("Ben Ito", (await ana.Browser.TextAsync(gone.Next())).Split("What happened")[0]);
        Assert.Equal(HttpStatusCode.Forbidden, (await IndustryAsync(ben, account, "Rail")).StatusCode);
        Assert.Equal(0, await ana.InDb(db => db.Rows<Share>().CountAsync()));
    }

    [Theory, OnBoth]
    public async Task Added_twice_somebody_is_in_it_once_with_what_they_do_now(Engine engine)
    {
        var (ana, ben, account) = await TwoAsync(engine);
        foreach (var function in (string[])["Support", "Contracts"]) Assert.Equal(HttpStatusCode.Created, (await ana.Program.PostAsJsonAsync($"/api/accounts/{account.Id}/members", new { personId = ben.Id, function })).StatusCode);
        var team = await ana.Program.GetFromJsonAsync<JsonElement>($"/api/accounts/{account.Id}/members");
        Assert.Equal(("Contracts", 1), (team[0].GetProperty("function").GetString(), team.GetArrayLength()));
        Assert.Equal(1, await ana.InDb(db => db.Rows<Share>().CountAsync()));
    }

    [Theory, OnBoth]
    public async Task The_owner_somebody_unknown_and_nobody_are_refused(Engine engine)
    {
        var (ana, _, account) = await TwoAsync(engine);
        foreach (var (person, why) in ((string, string)[])[($"{ana.Id}", "The owner is in the team anyway."), ($"{Guid.NewGuid()}", "Choose someone who is here."), ("", "Choose someone who is here.")])
        {
            var answer = await ana.Browser.PostFormAsync($"/accounts/{account.Id}/members", ("PersonId", person), ("Function", "As typed"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            var page = await answer.TextAsync();
            Assert.Contains(why, page);
            Assert.Contains("As typed", page);
        }
    }

    [Theory, OnBoth]
    public async Task A_colleague_may_not_join_by_themselves_and_another_tenant_finds_no_team(Engine engine)
    {
        var (ana, ben, account) = await TwoAsync(engine);
        Assert.Equal(HttpStatusCode.Forbidden, (await ben.Browser.PostFormAsync($"/accounts/{account.Id}/members", ("PersonId", $"{ben.Id}"))).StatusCode);
        var stranger = await (await ana.Tenant.Host.TenantAsync("Other")).PersonAsync(Role.Admin, "Zoe");
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Program.GetAsync($"/api/accounts/{account.Id}/members")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Program.PostAsJsonAsync($"/api/accounts/{account.Id}/members", new { personId = stranger.Id })).StatusCode);
    }

    [Theory, OnBoth]
    public async Task Who_leaves_is_in_no_team_any_more(Engine engine)
    {
        var (ana, ben, account) = await TwoAsync(engine);
        await ana.Program.PostAsJsonAsync($"/api/accounts/{account.Id}/members", new { personId = ben.Id });
        await ana.Tenant.InDb((db, _) => new TakeOver().TakeOverAsync(db, ben.Id, ana.Id, default));
        Assert.Equal((0, 0), await ana.InDb(async db => (await db.Rows<AccountMember>().CountAsync(), await db.Rows<Share>().CountAsync())));
    }

    [Theory, OnBoth]
    public async Task The_class_of_an_account_stands_in_its_head_and_narrows_the_list(Engine engine)
    {
        var (ana, _, account) = await TwoAsync(engine);
        await ana.AccountAsync("Small Mill");
        Assert.True((await ana.Browser.PostFormAsync($"/accounts/{account.Id}", ("Version", "1"), ("Class", "Global"))).IsSuccessStatusCode);
        Assert.Contains("Class: unknown → Global", await ana.Browser.TextAsync($"/accounts/{account.Id}"));
        var list = await ana.Browser.TextAsync("/accounts?class=Global");
        Assert.Contains("Nordwind", list);
        Assert.DoesNotContain("Small Mill", list);
    }

    private static async Task<(TestViewer, TestViewer, Account)> TwoAsync(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        return (ana, await ana.Tenant.PersonAsync(Role.Seller, "Ben Ito"), await ana.AccountAsync());
    }

    private static Task<HttpResponseMessage> IndustryAsync(TestViewer by, Account account, string industry) => by.Browser.PostFormAsync($"/accounts/{account.Id}", ("Industry", industry));
}
