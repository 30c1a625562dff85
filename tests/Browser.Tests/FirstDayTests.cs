using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.Playwright;
namespace Coxswain.Browser.Tests;

/// <summary>The first day, when nothing is there yet.</summary>
public sealed class FirstDayTests(Site site, ITestOutputHelper output)
{
    private static readonly string[] Lists = ["/today", "/team", "/opportunities", "/opportunities/board", "/accounts", "/contacts", "/tasks"];
    private static readonly string[] OfAdministrators = ["/settings/products", "/settings/rates", "/people/teams", "/jobs"];

    [Fact]
    public async Task Nobody_stands_before_an_empty_page_without_a_next_step_that_they_may_take()
    {
        Site.NeedsBrowser();
        await using var served = await Served.StartAsync(await TestDatabases.FreshAsync(Engine.Sqlite, "empty"));
        await using var admin = await site.OpenAsync(Screen.Desktop, served.Url);
        await BeginAsync(admin, served);
        await LookAsync(admin, "admin", [.. Lists, .. OfAdministrators]);
        await using var seller = await site.OpenAsync(Screen.Phone, served.Url);
        await ComeInAsync(seller, await InviteAsync(admin));
        await LookAsync(seller, "seller", Lists);
    }

    private static async Task BeginAsync(Tab tab, Served served)
    {
        await tab.GoAsync(served.FirstRun.ToString());
        foreach (var (label, text) in new[] { ("Your name", "Rana Khoury"), ("Your e-mail", "rana@gmail.com"), ("Password", "harbour lights at dawn") }) await tab.Field(label).FillAsync(text);
        // Everybody has an address there: it says nothing of where they work.
        Assert.Equal("", await tab.Field("Organisation").InputValueAsync());
        await tab.Field("Organisation").FillAsync("Harbour Cranes");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Use my export" }).ClickAsync();
        await tab.Page.WaitForURLAsync("**/import");
    }

    private static async Task<string> InviteAsync(Tab admin)
    {
        await admin.GoAsync("/people");
        await admin.Field("Name").FillAsync("Ana Okafor");
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }).ClickAsync();
        var ana = admin.Page.Locator("tr:has(th:has-text('Ana Okafor'))");
        await ana.GetByText("Invite", new() { Exact = true }).ClickAsync();
        await admin.LooksRightAsync("first-day-invite");
        await ana.GetByLabel("E-mail of Ana Okafor").FillAsync("ana@harbour.example");
        await ana.GetByRole(AriaRole.Button, new() { Name = "Make the link" }).ClickAsync();
        return await admin.Page.GetByLabel("Link").InputValueAsync();
    }

    private async Task ComeInAsync(Tab tab, string invitation)
    {
        var hands = new Hands(tab);
        await tab.GoAsync(invitation);
        await hands.ReadAsync("What is computed about you, and who sees it");
        await hands.TakeInAsync();
        await tab.LooksRightAsync("first-day-invitation");
        await hands.TypeAsync("Choose a password", "one boat after another");
        await hands.PressAsync("I have read this: begin");
        await tab.Page.WaitForURLAsync("**/today");
        output.WriteLine($"{hands.Inputs} inputs and {hands.Seconds:0} s from the link to Today.");
        Assert.Equal(2, hands.Inputs);
    }

    private static async Task LookAsync(Tab tab, string who, string[] pages)
    {
        foreach (var page in pages)
        {
            await tab.GoAsync(page);
            var states = await tab.Page.EvaluateAsync<string[][]>("""
                () => Promise.all([...document.querySelectorAll("main .empty")].map(empty => Promise.all([...empty.querySelectorAll("a.btn")].map(async a =>
                  a.hash ? (document.querySelector(a.hash)?.checkVisibility() ? "there" : a.hash) : (await fetch(a.href)).ok ? "there" : a.href))))
                """);
            Assert.True(states.Length > 0, $"{page} does not say to the {who} that it is empty.");
            Assert.All(states, offers => Assert.True(offers.Length > 0 && offers.All(o => o == "there"), $"{page} is empty for the {who} and offers {(offers.Length == 0 ? "nothing" : string.Join(", ", offers))}."));
            if (page is "/today" or "/team" or "/settings/products" or "/people/teams") await tab.LooksRightAsync($"first-day-{who}{page.Replace('/', '-')}");
        }
    }
}
