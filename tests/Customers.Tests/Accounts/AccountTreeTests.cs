using System.Net;
using System.Net.Http.Json;
using Coxswain.Customers.Accounts;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Tests.Accounts;

public sealed class AccountTreeTests
{
    [Theory, OnBoth]
    public async Task An_account_belongs_to_another_and_the_pages_of_both_say_so(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var (group, plant) = (await ana.AccountAsync("Nordwind Group"), await ana.AccountAsync("Nordwind Graz", industry: "Transport"));
        var saved = await ana.Browser.PostFormAsync($"/accounts/{plant.Id}", ("Version", "1"), ("Parent", "nordwind group"));
        Assert.True(saved.IsSuccessStatusCode, await saved.TextAsync());
        Assert.Contains($"<a href=\"/accounts/{group.Id}\"><bdi>Nordwind Group</bdi></a>", await ana.Browser.TextAsync($"/accounts/{plant.Id}"));
        var above = await ana.Browser.TextAsync($"/accounts/{group.Id}");
        Assert.Contains("Belongs to it", above);
        Assert.Contains("Nordwind Graz", above);
        Assert.Contains("value=\"Nordwind Group\"", await ana.Browser.TextAsync($"/accounts/new?parentId={group.Id}"));
        Assert.Contains("Nordwind Graz", await ana.Browser.TextAsync($"/accounts?parent={group.Id}"));
    }

    [Theory, OnBoth]
    public async Task No_account_belongs_to_itself_however_far_up(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var (top, middle, low) = (await ana.AccountAsync("Top"), await ana.AccountAsync("Middle"), await ana.AccountAsync("Low"));
        await ana.Program.PatchAsJsonAsync($"/api/accounts/{middle.Id}", new { parentId = top.Id });
        await ana.Program.PatchAsJsonAsync($"/api/accounts/{low.Id}", new { parent = "Middle" });
        foreach (var parent in (Guid[])[low.Id, middle.Id, top.Id])
        {
            var answer = await ana.Program.PatchAsJsonAsync($"/api/accounts/{top.Id}", new { parentId = parent });
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains("Top would belong to itself.", await answer.TextAsync());
        }
        Assert.Null((await ana.InDb(db => db.Accounts.SingleAsync(a => a.Id == top.Id))).ParentId);
        Assert.Equal(middle.Id, (await ana.Program.GetFromJsonAsync<AccountView>($"/api/accounts/{low.Id}"))!.ParentId);
    }

    [Theory, OnBoth]
    public async Task A_name_nobody_has_or_two_have_is_refused_and_kept(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var account = await ana.AccountAsync();
        foreach (var (name, why) in ((string, string)[])[("Nowhere", "There is no account called Nowhere yet"), ("Twin", "There are several accounts called Twin")])
        {
            if (name == "Twin") for (var i = 0; i < 2; i++) await ana.AccountAsync("Twin");
            var answer = await ana.Browser.PostFormAsync($"/accounts/{account.Id}", ("Version", "1"), ("Parent", name));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            var page = await answer.TextAsync();
            Assert.Contains(why, page);
            Assert.Contains($"value=\"{name}\"", page);
        }
    }
}
