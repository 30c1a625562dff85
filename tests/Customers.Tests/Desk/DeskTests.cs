using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Tests.Desk;

public sealed class DeskTests
{
    [Theory, OnBoth]
    public async Task What_is_on_their_desk_stands_on_the_account_with_its_age_and_the_next_asking_starts_from_it(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var account = await ana.AccountAsync();
        Assert.Contains("Nobody asked yet", await ana.Browser.TextAsync($"/accounts/{account.Id}"));
        var noted = await ana.Browser.PostFormAsync($"/accounts/{account.Id}/desk-notes", ("Agenda", "A second depot by spring"), ("Problem", "No drivers"), ("Help", "Routes that need fewer"), ("AskedOn", "2026-03-02"));
        var page = await ana.Browser.TextAsync(noted.Next());
        foreach (var text in (string[])["A second depot by spring", "No drivers", "Routes that need fewer", "2 Mar by Ana Okafor", "ask again", "On their desk: A second depot by spring"]) Assert.Contains(text, page);
        Assert.Contains("value=\"A second depot by spring\"", await ana.Browser.TextAsync($"/accounts/{account.Id}/desk"));
        await ana.Browser.PostFormAsync($"/accounts/{account.Id}/desk-notes", ("Agenda", "The depot opens in May"));
        page = await ana.Browser.TextAsync($"/accounts/{account.Id}");
        Assert.Contains("The depot opens in May", page);
        Assert.DoesNotContain("ask again", page);
        Assert.Contains("On their desk: A second depot by spring", page);
    }

    [Theory, OnBoth]
    public async Task Without_an_agenda_or_with_a_day_to_come_the_form_comes_back_with_what_was_typed(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var account = await ana.AccountAsync();
        foreach (var (agenda, on, why) in ((string, string, string)[])[("", "2026-07-01", "Please fill this in."), ("A depot", "2026-12-24", "This has not happened yet: make it a task.")])
        {
            var answer = await ana.Browser.PostFormAsync($"/accounts/{account.Id}/desk-notes", ("Agenda", agenda), ("AskedOn", on), ("Problem", "No drivers"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            var page = await answer.TextAsync();
            Assert.Contains(why, page);
            Assert.Contains("No drivers", page);
        }
        Assert.Equal(0, await ana.InDb(db => db.DeskNotes.CountAsync()));
    }

    [Theory, OnBoth]
    public async Task Taken_back_what_was_noted_before_counts_again(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var account = await ana.AccountAsync();
        foreach (var agenda in (string[])["First", "Second"]) await ana.Program.PostAsJsonAsync($"/api/accounts/{account.Id}/desk-notes", new { agenda });
        var second = await ana.InDb(db => db.DeskNotes.SingleAsync(n => n.Agenda == "Second"));
        var ben = await ana.Tenant.PersonAsync(Role.Seller, "Ben Ito");
        Assert.Equal(HttpStatusCode.Forbidden, (await ben.Browser.PostFormAsync($"/desk-notes/{second.Id}/removals")).StatusCode);
        await ana.Browser.PostFormAsync($"/desk-notes/{second.Id}/removals");
        Assert.Equal("First", await LatestAsync(ana, account.Id));
        await ana.Browser.PostFormAsync($"/desk-notes/{second.Id}/restorations");
        Assert.Equal("Second", await LatestAsync(ana, account.Id));
    }

    [Theory, OnBoth]
    public async Task Another_tenant_finds_nothing_to_read_or_to_note(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var account = await ana.AccountAsync();
        await ana.Program.PostAsJsonAsync($"/api/accounts/{account.Id}/desk-notes", new { agenda = "Secret" });
        var stranger = await (await ana.Tenant.Host.TenantAsync("Other")).PersonAsync(Role.Admin, "Zoe");
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Browser.GetAsync($"/accounts/{account.Id}/desk")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Program.GetAsync($"/api/accounts/{account.Id}/desk-notes")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Program.PostAsJsonAsync($"/api/accounts/{account.Id}/desk-notes", new { agenda = "Theirs" })).StatusCode);
    }

    private static async Task<string?> LatestAsync(TestViewer viewer, Guid account) =>
        (await viewer.Program.GetFromJsonAsync<JsonElement>($"/api/accounts/{account}/desk-notes"))[0].GetProperty("agenda").GetString();
}
