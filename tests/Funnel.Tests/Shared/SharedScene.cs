using System.Net.Http.Json;
using System.Text.Json;
using Coxswain.Customers.Accounts;
using Coxswain.Customers.Contacts;
using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Tests.Shared;

/// <summary>Ana's deal with Petra's company, in an organisation that lets sellers share plans.</summary>
internal sealed record SharedScene(Sales Sales, Opportunity Deal, Account Account, Contact Petra)
{
    public string Deals => $"/opportunities/{Deal.Id}";

    public string Url => $"{Deals}/shared";

    public TestViewer Ana => Sales.Ana;

    public static async Task<SharedScene> InAsync(Host host)
    {
        var sales = await Sales.InAsync(host);
        var account = new Account { Name = "Nordwind Logistik", OwnerId = sales.Ana.Id };
        await sales.Ana.Tenant.SaveAsync(account);
        var petra = new Contact { Name = "Petra Brandt", AccountId = account.Id, OwnerId = sales.Ana.Id };
        var deal = new Opportunity { Name = "Yard planning", OwnerId = sales.Ana.Id, AccountId = account.Id, StageId = sales.Stage("Discover").Id, End = StageEnd.Open, Currency = "EUR", Amount = 184_321_00, CloseOn = new DateOnly(2026, 9, 30) };
        await sales.Ana.Tenant.SaveAsync(petra, deal);
        var scene = new SharedScene(sales, deal, account, petra);
        await scene.SwitchAsync(true);
        return scene;
    }

    public static async Task<SharedScene> OnAsync(Engine engine) => await InAsync(await Host.On(engine));

    public async Task SwitchAsync(bool on)
    {
        var admin = await Ana.Tenant.PersonAsync(Role.Admin, "Zoe Adler");
        Assert.True((await admin.Program.PostAsJsonAsync("/api/sharing-settings", new { isOn = on })).IsSuccessStatusCode);
    }

    public Task<HttpResponseMessage> PostAsync(string what, params (string, string)[] fields) => Ana.PlainBrowser.PostFormAsync(what.StartsWith('/') ? what : $"{Deals}/{what}", fields);

    public Task<string> PageAsync() => Ana.PlainBrowser.TextAsync(Url);

    public async Task<Guid> StepAsync(string title, string side = "Theirs", params (string, string)[] more)
    {
        var answer = await PostAsync("shared-steps", [("Title", title), ("Side", side), .. more]);
        Assert.True((int)answer.StatusCode == 303, await answer.Content.ReadAsStringAsync());
        return await Ana.InDb(db => db.SharedSteps.Where(s => s.Title == title).OrderByDescending(s => s.Id).Select(s => s.Id).FirstAsync());
    }

    /// <summary>Makes a link as a program does, and gives its path.</summary>
    public async Task<string> LinkAsync(DateOnly? until = null)
    {
        var made = await Ana.Program.PostAsJsonAsync($"/api{Deals}/shared-links", new { until });
        var text = await made.Content.ReadAsStringAsync();
        Assert.True((int)made.StatusCode == 201, text);
        return new Uri(JsonDocument.Parse(text).RootElement.GetProperty("url").GetString()!).AbsolutePath;
    }

    /// <summary>Somebody at the customer, who is not signed in.</summary>
    public HttpClient Customer()
    {
        var client = Ana.Tenant.Host.Server.CreateClient();
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        return client;
    }
}
