using System.Net;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Lists;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Tests.Lists;

public sealed class SavedViewTests
{
    [Theory, OnBoth]
    public async Task Filters_are_kept_under_a_name_renamed_removed_and_brought_back(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        await ana.AccountAsync(city: "Hamburg");
        Assert.Contains("Save this view", await ana.Browser.TextAsync("/accounts?place=hamburg"));
        var saved = await SaveAsync(ana, "Private");
        Assert.Equal("/accounts?place=hamburg", saved.Next());
        var page = await ana.Browser.TextAsync(saved.Next());
        Assert.Contains(">Harbour", page);
        Assert.Contains("This view", page);
        var id = (await ana.InDb(db => db.Rows<SavedView>().SingleAsync())).Id;
        await ana.Browser.PostFormAsync($"/views/{id}", ("Name", "Quay"));
        Assert.Contains(">Quay", await ana.Browser.TextAsync("/accounts"));
        await ana.Browser.PostFormAsync($"/views/{id}/removals");
        Assert.DoesNotContain(">Quay", await ana.Browser.TextAsync("/accounts"));
        await ana.Browser.PostFormAsync($"/views/{id}/restorations");
        Assert.Contains(">Quay", await ana.Browser.TextAsync("/accounts"));
    }

    [Theory, OnBoth]
    public async Task A_view_is_found_by_its_audience_only_and_changed_by_its_owner_only(Engine engine)
    {
        var tenant = await (await Host.On(engine)).TenantAsync();
        var team = await tenant.TeamAsync("North");
        var ana = await tenant.PersonAsync(Role.Seller, "Ana Okafor", team);
        var mate = await tenant.PersonAsync(Role.Seller, "Ben Ito", team);
        var other = await tenant.PersonAsync(Role.Seller, "Cleo Roth");
        foreach (var (audience, mateSees, otherSees) in new[] { ("Private", false, false), ("Team", true, false), ("All", true, true) })
        {
            await ana.Browser.PostFormAsync("/views", ("Name", $"For {audience}"), ("Kind", "account"), ("Path", "/accounts"), ("Query", "?tier=A"), ("Audience", audience));
            Assert.Equal(mateSees, (await mate.Browser.TextAsync("/accounts")).Contains($">For {audience}"));
            Assert.Equal(otherSees, (await other.Browser.TextAsync("/accounts")).Contains($">For {audience}"));
        }
        var id = (await ana.InDb(db => db.Rows<SavedView>().FirstAsync(v => v.Audience == Audience.All))).Id;
        Assert.Equal(HttpStatusCode.NotFound, (await other.Browser.PostFormAsync($"/views/{id}/removals")).StatusCode);
    }

    [Theory, OnBoth]
    public async Task Every_view_is_reached_from_the_list_those_beyond_the_tabs_from_a_menu_behind_them(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        await ana.Tenant.SaveAsync([.. Enumerable.Range(1, 40).Select(i => new SavedView { Name = $"View no. {i:00}", Kind = "account", Path = "/accounts", Query = $"?place=p{i:00}", OwnerId = ana.Id, Audience = Audience.Private, Position = i })]);
        var page = await ana.Browser.TextAsync("/accounts");
        foreach (var i in Enumerable.Range(1, 40)) Assert.Contains($"href=\"/accounts?place=p{i:00}\"", page);
        var (tabs, menu) = (page[..page.IndexOf("more views", StringComparison.Ordinal)], page[page.IndexOf("more views", StringComparison.Ordinal)..]);
        Assert.Contains(">View no. 20", tabs);
        Assert.Contains(">View no. 40", menu);
        Assert.DoesNotContain(">View no. 40", tabs);
        // The one that one stands on is a tab.
        var there = await ana.Browser.TextAsync("/accounts?place=p40");
        Assert.Contains(">View no. 40", there[..there.IndexOf("more views", StringComparison.Ordinal)]);
    }

    [Theory, OnBoth]
    public async Task A_view_leads_to_this_site_only(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ana.Browser.PostFormAsync("/views", ("Name", "x"), ("Kind", "account"), ("Path", "//evil.example"), ("Query", ""))).StatusCode);
    }

    private static Task<HttpResponseMessage> SaveAsync(TestViewer viewer, string audience) =>
        viewer.Browser.PostFormAsync("/views", ("Name", "Harbour"), ("Kind", "account"), ("Path", "/accounts"), ("Query", "?place=hamburg"), ("Audience", audience));
}
