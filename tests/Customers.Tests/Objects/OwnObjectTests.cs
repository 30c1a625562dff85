using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
namespace Coxswain.Customers.Tests.Objects;

public sealed class OwnObjectTests
{
    [Theory, OnBoth]
    public async Task An_object_of_ones_own_is_made_with_fields_and_stands_in_the_rail_lists_search_and_api(Engine engine)
    {
        var (admin, ana) = await ProjectsAsync(engine);
        Assert.Contains("href=\"/objects/projects\"", await ana.PlainBrowser.TextAsync("/accounts"));
        var made = await ana.PlainBrowser.PostFormAsync("/objects/projects", ("Name", "Yard north"), ("cf.state", "Running"), ("cf.budget", "120,000"), ("cf.begins", "2026-09-01"));
        Assert.Equal(HttpStatusCode.SeeOther, made.StatusCode);
        var page = await ana.PlainBrowser.TextAsync(made.Headers.Location!.ToString());
        Assert.Contains("Yard north", page);
        Assert.Contains("€\u00A0120,000", page);
        Assert.Contains("Added", page);
        var list = await ana.PlainBrowser.TextAsync("/objects/projects?cf.state=Running");
        Assert.Contains("Yard north", list);
        Assert.Contains(">Budget", list);
        Assert.DoesNotContain("Yard north", await ana.PlainBrowser.TextAsync("/objects/projects?cf.state=Done"));
        Assert.Matches(">Running</a> <small>1 · €\u00A0120,000<", await ana.PlainBrowser.TextAsync("/objects/projects?group=cf.state"));
        Assert.Contains("Yard north", await ana.PlainBrowser.TextAsync("/search?q=yard"));
        using var data = JsonDocument.Parse(await ana.Program.GetStringAsync("/api/objects/projects?where=" + Uri.EscapeDataString("cf.budget >= 100000")));
        Assert.Equal(120_000, data.RootElement.GetProperty("rows")[0].GetProperty("custom").GetProperty("budget").GetDouble());
        Assert.Contains("Project,State,Budget", await admin.PlainBrowser.PageAsync("/objects/projects/export"));
        Assert.Equal(HttpStatusCode.NotFound, (await ana.PlainBrowser.GetAsync("/objects/nothing")).StatusCode);
    }

    [Theory, OnBoth]
    public async Task Records_lead_to_accounts_and_to_each_other_and_stand_on_both_pages(Engine engine)
    {
        var (admin, ana) = await ProjectsAsync(engine);
        await FieldAsync(admin, "object.projects", "Customer", "Link", ("LinkKind", "account"));
        await admin.PlainBrowser.PostFormAsync("/settings/objects", ("Plural", "Machines"), ("Singular", "Machine"));
        await FieldAsync(admin, "object.machines", "Stands in", "Link", ("LinkKind", "object.projects"));
        var account = await ana.AccountAsync("Harbour One");
        var begun = await ana.PlainBrowser.TextAsync($"/objects/projects/new?cf.customer={account.Id}");
        Assert.Contains("value=\"Harbour One\"", begun);
        var project = (await ana.PlainBrowser.PostFormAsync("/objects/projects", ("Name", "Yard north"), ("cf.customer", "Harbour One"))).Headers.Location!.ToString();
        await ana.PlainBrowser.PostFormAsync("/objects/machines", ("Name", "Crane 7"), ("cf.stands_in", "Yard north"));
        Assert.Contains("Yard north", await ana.PlainBrowser.TextAsync($"/accounts/{account.Id}"));
        var page = await ana.PlainBrowser.TextAsync(project);
        Assert.Contains("Harbour One", page);
        Assert.Contains("Crane 7", page);
        Assert.Contains("Nothing here is called Elsewhere", await (await ana.Browser.PostFormAsync("/objects/projects", ("Name", "Lost"), ("cf.customer", "Elsewhere"))).TextAsync());
    }

    [Theory, OnBoth]
    public async Task A_record_is_changed_where_it_stands_taken_away_brought_back_and_tells_its_history(Engine engine)
    {
        var (_, ana) = await ProjectsAsync(engine);
        var url = (await ana.PlainBrowser.PostFormAsync("/objects/projects", ("Name", "Yard north"), ("cf.state", "Running"))).Headers.Location!.ToString();
        await ana.Browser.PostFormAsync(url, ("Editing", "cf.state"), ("cf.state", "Done"));
        Assert.Contains("State: Running → Done", await ana.PlainBrowser.TextAsync(url));
        Assert.Contains("is none of", await (await ana.Browser.PostFormAsync(url, ("Editing", "cf.state"), ("cf.state", "Asleep"))).TextAsync());
        await ana.PlainBrowser.PostFormAsync("/tasks", ("Title", "Order sand"), ("AboutKind", "object-record"), ("AboutId", url.Split('/')[^1]));
        Assert.Contains("Order sand", await ana.PlainBrowser.TextAsync(url));
        await ana.PlainBrowser.PostFormAsync(url + "/removals");
        Assert.Equal(HttpStatusCode.NotFound, (await ana.PlainBrowser.GetAsync(url)).StatusCode);
        Assert.DoesNotContain("Yard north", await ana.PlainBrowser.TextAsync("/search?q=yard"));
        await ana.PlainBrowser.PostFormAsync(url + "/restorations");
        Assert.Contains("Yard north", await ana.PlainBrowser.TextAsync(url));
    }

    [Theory, OnBoth]
    public async Task A_retired_object_shows_nothing_any_more_and_comes_back_with_its_records(Engine engine)
    {
        var (admin, ana) = await ProjectsAsync(engine);
        var url = (await ana.PlainBrowser.PostFormAsync("/objects/projects", ("Name", "Yard north"))).Headers.Location!.ToString();
        using var objects = JsonDocument.Parse(await ana.Program.GetStringAsync("/api/custom-objects"));
        var id = objects.RootElement[0].GetProperty("id").GetString();
        await admin.PlainBrowser.PostFormAsync($"/settings/objects/{id}/retirements");
        Assert.Equal(HttpStatusCode.NotFound, (await ana.PlainBrowser.GetAsync(url)).StatusCode);
        Assert.DoesNotContain("/objects/projects", await ana.PlainBrowser.TextAsync("/accounts"));
        await admin.PlainBrowser.PostFormAsync($"/settings/objects/{id}/retirements?back=true");
        Assert.Contains("Yard north", await ana.PlainBrowser.TextAsync(url));
    }

    [Theory, OnBoth]
    public async Task Whoever_does_not_manage_the_process_makes_no_objects_and_strangers_see_nothing(Engine engine)
    {
        var (admin, ana) = await ProjectsAsync(engine);
        Assert.Equal(HttpStatusCode.Forbidden, (await ana.PlainBrowser.PostFormAsync("/settings/objects", ("Plural", "Ships"), ("Singular", "Ship"))).StatusCode);
        Assert.Contains("called so already", await (await admin.Browser.PostFormAsync("/settings/objects", ("Plural", "projects"), ("Singular", "project"))).TextAsync());
        var url = (await ana.PlainBrowser.PostFormAsync("/objects/projects", ("Name", "Yard north"))).Headers.Location!.ToString();
        var stranger = await (await ana.Tenant.Host.TenantAsync("Other")).PersonAsync(Role.Admin, "Zoe");
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PlainBrowser.GetAsync(url)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PlainBrowser.GetAsync("/objects/projects")).StatusCode);
    }

    [Theory, OnBoth]
    public async Task The_api_makes_changes_and_takes_away_records_and_refuses_what_is_no_field(Engine engine)
    {
        var (_, ana) = await ProjectsAsync(engine);
        var made = await ana.Program.PostAsJsonAsync("/api/objects/projects", new { name = "By program", sourceId = "P-1", custom = new { state = "Running" } });
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var id = (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString();
        var changed = await ana.Program.PatchAsJsonAsync($"/api/records/{id}", new { custom = new { state = "Done" } });
        Assert.Equal("Done", (await changed.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("custom").GetProperty("state").GetString());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ana.Program.PatchAsJsonAsync($"/api/records/{id}", new { custom = new { colour = "red" } })).StatusCode);
        await ana.Program.DeleteAsync($"/api/records/{id}");
        Assert.Equal(HttpStatusCode.NotFound, (await ana.Program.GetAsync($"/api/records/{id}")).StatusCode);
    }

    internal static async Task<(TestViewer Admin, TestViewer Ana)> ProjectsAsync(Engine engine)
    {
        var tenant = await (await Host.On(engine)).TenantAsync();
        var admin = await tenant.PersonAsync(Role.Admin, "Tunde Nwosu");
        var ana = await tenant.PersonAsync(Role.Seller, "Ana Okafor");
        Assert.Equal(HttpStatusCode.SeeOther, (await admin.PlainBrowser.PostFormAsync("/settings/objects", ("Plural", "Projects"), ("Singular", "Project"), ("Hint", "What we build with customers"))).StatusCode);
        await FieldAsync(admin, "object.projects", "State", "Choice", ("Options", "Planned\nRunning\nDone"));
        await FieldAsync(admin, "object.projects", "Budget", "Money");
        await FieldAsync(admin, "object.projects", "Begins", "Date");
        return (admin, ana);
    }

    private static async Task FieldAsync(TestViewer admin, string kind, string label, string type, params (string, string)[] more)
    {
        var made = await admin.PlainBrowser.PostFormAsync("/settings/fields", [("Kind", kind), ("Label", label), ("Type", type), .. more]);
        Assert.Equal(HttpStatusCode.SeeOther, made.StatusCode);
    }
}
