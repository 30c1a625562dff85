using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Coxswain.Customers.Accounts;
using Coxswain.Customers.Activities;
using Coxswain.Customers.Contacts;
using Coxswain.Customers.Favours;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Tests.Favours;

public sealed class FavourTests
{
    [Theory, OnBoth]
    public async Task What_was_given_stands_beside_how_close_we_are_and_what_came_of_it_is_counted(Engine engine)
    {
        var (ana, account) = await WithAsync(engine);
        await ana.Browser.PostFormAsync($"/accounts/{account.Id}/favours", ("Kind", "Lead"), ("What", "A forwarder who looks for them"));
        await ana.Browser.PostFormAsync($"/accounts/{account.Id}/favours", ("Kind", "Knowledge"), ("What", "The new rules on one page"));
        var first = await ana.InDb(db => db.Rows<Favour>().OrderBy(f => f.Id).FirstAsync());
        await ana.Browser.PostFormAsync($"/favours/{first.Id}/results", ("Result", "GaveBack"));
        var page = await ana.Browser.TextAsync($"/accounts/{account.Id}/connection");
        foreach (var said in (string[])["A forwarder who looks for them", "they gave back once", "The new rules on one page"]) Assert.Contains(said, page);
        Assert.Contains("Given: A forwarder who looks for them", await ana.Browser.TextAsync($"/accounts/{account.Id}"));
        var read = await ana.Program.GetFromJsonAsync<JsonElement>($"/api/accounts/{account.Id}/favours");
        Assert.Equal(["GaveBack", null], read.EnumerateArray().Select(f => f.GetProperty("result").GetString()).OrderByDescending(r => r));
    }

    [Theory, OnBoth]
    public async Task An_introduction_names_who_comes_along_and_planned_for_a_day_it_is_a_task(Engine engine)
    {
        var (ana, account) = await WithAsync(engine);
        var (mia, jon) = (new Contact { Name = "Mia Berg", OwnerId = ana.Id, AccountId = account.Id }, new Contact { Name = "Jon Vik", OwnerId = ana.Id });
        await ana.Tenant.SaveAsync(mia, jon);
        var on = DateOnly.FromDateTime(ana.Tenant.Host.Clock.GetUtcNow().UtcDateTime).AddDays(9).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        (string, string)[] fields = [("Kind", "Introduction"), ("What", "Lunch for three: he knows the port"), ("ContactId", $"{mia.Id}"), ("On", on)];
        Assert.Contains("Whom do you bring along?", await (await ana.Browser.PostFormAsync($"/accounts/{account.Id}/favours", fields)).TextAsync());
        Assert.Contains("There is no contact called Nobody yet", await (await ana.Browser.PostFormAsync($"/accounts/{account.Id}/favours", [.. fields, ("With", "Nobody")])).TextAsync());
        Assert.Equal(0, await ana.InDb(db => db.Rows<Todo>().CountAsync()));
        await ana.Browser.PostFormAsync($"/accounts/{account.Id}/favours", [.. fields, ("With", "jon vik")]);
        var page = await ana.Browser.TextAsync($"/accounts/{account.Id}/connection");
        foreach (var said in (string[])["to Mia Berg", "with Jon Vik", "planned"]) Assert.Contains(said, page);
        Assert.Equal("Lunch for three: he knows the port", (await ana.InDb(db => db.Rows<Todo>().SingleAsync())).Title);
    }

    [Theory, OnBoth]
    public async Task It_is_taken_away_and_brought_back_and_a_colleague_says_nothing_about_it(Engine engine)
    {
        var (ana, account) = await WithAsync(engine);
        await ana.Browser.PostFormAsync($"/accounts/{account.Id}/favours", ("Kind", "Help"), ("What", "A planner for a day"));
        var favour = await ana.InDb(db => db.Rows<Favour>().SingleAsync());
        var ben = await ana.Tenant.PersonAsync(Role.Seller, "Ben Ito");
        Assert.Equal(HttpStatusCode.Forbidden, (await ben.Browser.PostFormAsync($"/favours/{favour.Id}/results", ("Result", "Nothing"))).StatusCode);
        await ana.Browser.PostFormAsync($"/favours/{favour.Id}/removals");
        Assert.DoesNotContain("A planner for a day", (await ana.Browser.TextAsync($"/accounts/{account.Id}/connection")).Split("id=\"given\"")[1]);
        await ana.Browser.PostFormAsync($"/favours/{favour.Id}/restorations");
        Assert.Contains("A planner for a day", await ana.Browser.TextAsync($"/accounts/{account.Id}/connection"));
    }

    [Theory, OnBoth]
    public async Task An_erased_contact_is_in_nothing_that_was_given(Engine engine)
    {
        var (ana, account) = await WithAsync(engine);
        var mia = new Contact { Name = "Mia Berg", OwnerId = ana.Id, AccountId = account.Id };
        await ana.Tenant.SaveAsync(mia);
        await ana.Browser.PostFormAsync($"/accounts/{account.Id}/favours", ("Kind", "Help"), ("What", "Drove Mia Berg home"), ("ContactId", $"{mia.Id}"));
        await (await ana.Tenant.PersonAsync(Role.Admin, "Ines")).Browser.PostFormAsync($"/contacts/{mia.Id}/erasures", ("Name", mia.Name));
        var page = await ana.Browser.TextAsync($"/accounts/{account.Id}/connection");
        Assert.Contains("Given to an erased contact", page);
        Assert.DoesNotContain("Mia Berg", page);
    }

    private static async Task<(TestViewer, Account)> WithAsync(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        return (ana, await ana.AccountAsync());
    }
}
