using System.Net;
using Coxswain.Customers.Accounts;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
namespace Coxswain.Customers.Tests;

/// <summary>What the tests of this module say often.</summary>
internal static class Customers
{
    public static async Task<TestViewer> SellerAsync(Engine engine, string name = "Ana Okafor") => await (await (await Host.On(engine)).TenantAsync()).PersonAsync(Role.Seller, name);

    public static async Task<Account> AccountAsync(this TestViewer owner, string name = "Nordwind Logistik", string? industry = null, string? city = null)
    {
        var account = new Account { Name = name, OwnerId = owner.Id, Industry = industry, City = city };
        await owner.Tenant.SaveAsync(account);
        return account;
    }

    /// <summary>A page as its reader reads it.</summary>
    public static async Task<string> TextAsync(this HttpClient client, string url) => WebUtility.HtmlDecode(await client.PageAsync(url));

    public static async Task<string> TextAsync(this HttpResponseMessage answer) => WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());

    /// <summary>Where a done act leads.</summary>
    public static string Next(this HttpResponseMessage answer) => answer.StatusCode is HttpStatusCode.NoContent ? answer.Headers.GetValues("HX-Redirect").Single() : answer.Headers.Location!.OriginalString;

    /// <summary>Statements of one request, once what is kept between requests is warm.</summary>
    public static async Task<int> StatementsAsync(this TestViewer viewer, string url)
    {
        await viewer.Browser.PageAsync(url);
        return (await viewer.Tenant.Host.Queries.CountAsync(() => viewer.Browser.PageAsync(url))).Count;
    }
}
