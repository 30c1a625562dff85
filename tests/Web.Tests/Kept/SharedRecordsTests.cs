using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Web.Tests.Kept;

/// <summary>Rules of a role, teams, and what is shown to single people.</summary>
public sealed class SharedRecordsTests
{
    [Theory, OnBoth]
    public async Task Whose_records_a_role_sees_and_changes_is_what_an_administrator_said(Engine engine)
    {
        var c = await Company.OfAsync(engine);
        Assert.Equal((200, 403), await c.Ana.MayAsync(c.OfCem));
        await c.DecideAsync("account", "Team", "Own");
        Assert.Equal((200, 200), await c.Ana.MayAsync(c.OfAna));
        Assert.Equal((200, 403), await c.Ana.MayAsync(c.OfBen));
        Assert.Equal((404, 404), await c.Ana.MayAsync(c.OfCem));
        await c.DecideAsync("account", "Team", "Team");
        Assert.Equal((200, 200), await c.Ana.MayAsync(c.OfBen));
        await c.DecideAsync("account", "Own", "Own");
        Assert.Equal((404, 404), await c.Ana.MayAsync(c.OfBen));
        await c.DecideAsync("account", "None", "None");
        Assert.Equal((404, 404), await c.Ana.MayAsync(c.OfAna));
        // Who sees none of a kind has no place for it.
        Assert.DoesNotContain("href=\"/accounts\"", await c.Ana.PlainBrowser.PageAsync("/tasks"));
        Assert.Contains("href=\"/contacts\"", await c.Ana.PlainBrowser.PageAsync("/tasks"));
        // As usual again, nothing is kept of it.
        await c.DecideAsync("account", "All", "Own");
        Assert.Equal((200, 403), await c.Ana.MayAsync(c.OfCem));
        Assert.Equal(0, await c.Tenant.InDb(db => db.Rows<RoleRule>().CountAsync()));
    }

    [Theory, OnBoth]
    public async Task A_rule_that_makes_no_sense_is_refused_with_the_reason(Engine engine)
    {
        var c = await Company.OfAsync(engine);
        foreach (var (role, kind, see, change, status) in ((string, string, string, string, HttpStatusCode)[])
        [
            ("Seller", "account", "Own", "All", HttpStatusCode.UnprocessableEntity), ("Trainer", "account", "All", "Own", HttpStatusCode.UnprocessableEntity), ("Recruiter", "account", "Own", "None", HttpStatusCode.UnprocessableEntity),
            ("Admin", "account", "Own", "Own", HttpStatusCode.Forbidden), ("Seller", "interaction", "Own", "Own", HttpStatusCode.NotFound), ("Seller", "nothing", "Own", "Own", HttpStatusCode.NotFound),
        ])
            Assert.Equal(status, (await c.Admin.Program.PostAsJsonAsync($"/api/roles/{role}/kinds/{kind}", new { see, change })).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await c.Admin.Program.PostAsJsonAsync("/api/roles/Seller/limits", new { field = "account/Name", limit = "Hidden" })).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await c.Admin.Program.PostAsJsonAsync("/api/roles/Admin/limits", new { field = "account/City", limit = "Hidden" })).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await c.Ana.Program.PostAsJsonAsync("/api/roles/Seller/kinds/account", new { see = "All", change = "All" })).StatusCode);
        Assert.Contains("Nobody changes what they do not see.", await (await c.Admin.PlainBrowser.PostFormAsync("/settings/roles/Seller/kinds/account", ("Kind", "account"), ("See", "Own"), ("Change", "All"))).Content.ReadAsStringAsync());
    }

    [Theory, OnBoth]
    public async Task What_is_shown_to_somebody_is_seen_found_and_changed_by_them_until_it_ends(Engine engine)
    {
        var c = await Company.OfAsync(engine);
        foreach (var kind in (string[])["account", "contact", "opportunity"]) await c.DecideAsync(kind, "Own", "Own");
        var contact = await Company.AddAsync(c.Cem, "contacts", new { name = "Mara Quay", accountId = c.OfCem });
        var deal = await Company.AddAsync(c.Cem, "opportunities", new { name = "Crane seven", accountId = c.OfCem });
        Assert.Equal("[]", await c.Ana.Program.PageAsync("/api/search?q=cem"));
        Assert.Equal(HttpStatusCode.NotFound, (await c.Ana.PlainBrowser.GetAsync($"/shares/account/{c.OfCem}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await c.Ben.Program.PostAsJsonAsync($"/api/shares/account/{c.OfAna}", new { personId = c.Ben.Id, level = "Edit" })).StatusCode);

        Assert.Equal(HttpStatusCode.SeeOther, (await c.Cem.PlainBrowser.PostFormAsync($"/shares/account/{c.OfCem}", ("PersonId", $"{c.Ana.Id}"), ("Level", "Read"), ("Function", "Legal"))).StatusCode);
        Assert.Equal((200, 403), await c.Ana.MayAsync(c.OfCem));
        Assert.Contains("House of Cem", await c.Ana.Program.PageAsync("/api/search?q=cem"));
        Assert.Contains("House of Cem", await c.Ana.Program.PageAsync("/api/accounts"));
        // Under the account they read, and change nothing.
        Assert.Contains("Mara Quay", await c.Ana.PlainBrowser.PageAsync($"/contacts/{contact}"));
        Assert.Contains("Crane seven", await c.Ana.PlainBrowser.PageAsync("/opportunities"));
        Assert.Contains("Mara Quay", await c.Ana.Program.PageAsync("/api/search?q=mara"));
        Assert.Contains("Crane seven", await c.Ana.Program.PageAsync("/api/search?q=crane+se"));
        Assert.Equal("[]", await c.Ben.Program.PageAsync("/api/search?q=mara"));
        Assert.Equal(HttpStatusCode.Forbidden, (await c.Ana.Program.PatchAsync($"/api/contacts/{contact}", JsonContent.Create(new { title = "Chief" }))).StatusCode);

        Assert.True((await c.Cem.Program.PostAsJsonAsync($"/api/shares/account/{c.OfCem}", new { personId = c.Ana.Id, level = "Edit" })).IsSuccessStatusCode);
        Assert.Equal((200, 200), await c.Ana.MayAsync(c.OfCem));
        var share = JsonDocument.Parse(await c.Cem.Program.PageAsync($"/api/shares/account/{c.OfCem}")).RootElement.GetProperty("shared")[0].GetProperty("id").GetString();
        Assert.Equal(HttpStatusCode.SeeOther, (await c.Cem.PlainBrowser.PostFormAsync($"/shares/{share}/ends")).StatusCode);
        Assert.Equal((404, 404), await c.Ana.MayAsync(c.OfCem));
        Assert.Equal(HttpStatusCode.NotFound, (await c.Ana.PlainBrowser.GetAsync($"/contacts/{contact}")).StatusCode);
        Assert.Contains("Shown to one more person", await c.Cem.PlainBrowser.PageAsync($"/accounts/{c.OfCem}/timeline"));

        Assert.True((await c.Cem.Program.PostAsJsonAsync($"/api/shares/opportunity/{deal}", new { personId = c.Ana.Id, level = "Edit", function = "Solution engineer" })).IsSuccessStatusCode);
        var page = await c.Ana.PlainBrowser.PageAsync($"/opportunities/{deal}");
        Assert.Contains("Deal team", page);
        Assert.Contains("Solution engineer", page);
    }

    [Theory, OnBoth]
    public async Task Nothing_is_shown_to_who_may_not_see_or_change_such_records_at_all(Engine engine)
    {
        var c = await Company.OfAsync(engine);
        var (trainer, recruiter) = (await c.Tenant.PersonAsync(Role.Trainer, "Tia"), await c.Tenant.PersonAsync(Role.Recruiter, "Rex"));
        foreach (var (person, level) in new[] { (recruiter.Id, "Read"), (trainer.Id, "Edit"), (c.Cem.Id, "Read"), (Guid.NewGuid(), "Read") })
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await c.Cem.Program.PostAsJsonAsync($"/api/shares/account/{c.OfCem}", new { personId = person, level })).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await c.Ana.Program.PostAsJsonAsync($"/api/shares/account/{c.OfCem}", new { personId = c.Ana.Id, level = "Edit" })).StatusCode);
        Assert.Equal(0, await c.Tenant.InDb(db => db.Rows<Share>().CountAsync()));
    }

    private sealed record Company(TestTenant Tenant, TestViewer Admin, TestViewer Ana, TestViewer Ben, TestViewer Cem, string OfAna, string OfBen, string OfCem)
    {
        public static async Task<Company> OfAsync(Engine engine)
        {
            var tenant = await (await Host.On(engine)).TenantAsync();
            var admin = await tenant.PersonAsync(Role.Admin, "Rana Kaur");
            Assert.True((await admin.Program.PostAsJsonAsync("/api/stages", new { name = "Talks", category = "Pipeline" })).IsSuccessStatusCode);
            var (north, south) = (await tenant.TeamAsync("North"), await tenant.TeamAsync("South"));
            var (ana, ben, cem) = (await tenant.PersonAsync(Role.Seller, "Ana Okafor", north), await tenant.PersonAsync(Role.Seller, "Ben Ito", north), await tenant.PersonAsync(Role.Seller, "Cem Aydin", south));
            return new(tenant, admin, ana, ben, cem, await AddAsync(ana, "accounts", new { name = "House of Ana" }), await AddAsync(ben, "accounts", new { name = "House of Ben" }), await AddAsync(cem, "accounts", new { name = "House of Cem" }));
        }

        public static async Task<string> AddAsync(TestViewer who, string what, object fields)
        {
            var answer = await who.Program.PostAsJsonAsync($"/api/{what}", fields);
            Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
            return JsonDocument.Parse(await answer.Content.ReadAsStringAsync()).RootElement.GetProperty("id").GetString()!;
        }

        public async Task DecideAsync(string kind, string see, string change)
        {
            var answer = await Admin.Program.PostAsJsonAsync($"/api/roles/Seller/kinds/{kind}", new { see, change });
            Assert.True(answer.IsSuccessStatusCode, await answer.Content.ReadAsStringAsync());
        }
    }
}

internal static class Tries
{
    /// <summary>How reading an account and changing it is answered.</summary>
    public static async Task<(int Read, int Changed)> MayAsync(this TestViewer viewer, string account) =>
        ((int)(await viewer.Program.GetAsync($"/api/accounts/{account}")).StatusCode, (int)(await viewer.Program.PatchAsync($"/api/accounts/{account}", JsonContent.Create(new { city = $"Oslo {Guid.NewGuid():N}" }))).StatusCode);
}
