using System.Net;
using Coxswain.Customers.Accounts;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
namespace Coxswain.Customers.Tests.Lists;

public sealed class ExportTests
{
    [Theory, OnBoth]
    public async Task A_list_is_exported_whole_with_its_filters_and_safe_to_open_in_a_spreadsheet(Engine engine)
    {
        var tenant = await (await Host.On(engine)).TenantAsync();
        var mara = await tenant.PersonAsync(Role.Manager, "Mara Vogt");
        await tenant.SaveAsync([.. Enumerable.Range(0, 70).Select(i => new Account { Name = $"Account {i:00}", OwnerId = mara.Id, City = "Graz", Employees = 1200 }), new Account { Name = "=HYPERLINK(\"x\")", OwnerId = mara.Id, City = "Graz" }, new Account { Name = "Elsewhere", OwnerId = mara.Id, City = "Linz" }]);
        var answer = await mara.PlainBrowser.GetAsync("/accounts/export?place=graz");
        Assert.Equal("text/csv", answer.Content.Headers.ContentType!.MediaType);
        var lines = (await answer.Content.ReadAsStringAsync()).Split("\r\n", StringSplitOptions.RemoveEmptyEntries);
        Assert.Equal(72, lines.Length);
        Assert.Contains("Account 69,,Graz,,1200,,Mara Vogt", lines);
        Assert.DoesNotContain(lines, line => line.StartsWith('=') || line.StartsWith("\"=", StringComparison.Ordinal) || line.Contains("Elsewhere"));
    }

    [Theory, OnBoth]
    public async Task Who_may_not_export_is_refused_and_another_tenants_rows_are_never_in_it(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        await ana.AccountAsync("Secretive");
        Assert.Equal(HttpStatusCode.Forbidden, (await ana.PlainBrowser.GetAsync("/accounts/export")).StatusCode);
        var stranger = await (await ana.Tenant.Host.TenantAsync("Other")).PersonAsync(Role.Admin, "Zoe");
        Assert.DoesNotContain("Secretive", await stranger.PlainBrowser.PageAsync("/accounts/export"));
    }
}
