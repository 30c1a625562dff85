using System.Text;
using Coxswain.Customers;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
namespace Coxswain.Web.Tests.Import;

public sealed class DryRunTests
{
    private const string Header = "Account,City,Employees,Annual revenue,Owner\n";

    [Theory, OnBoth]
    public async Task Trying_a_newer_file_shows_each_field_that_would_change_and_what_would_be_new_and_changes_nothing(Engine engine)
    {
        var tenant = await Generated.TenantAsync(engine);
        await tenant.ImportAsync(Generated.File("accounts.csv", Header + "Nordwind,Kiel,80,1000,Ana Okafor\nHafen,Ulm,5,,Ana Okafor\n"));
        var leader = await tenant.PersonAsync(Role.Leader, "Lena Vogt");
        var page = await leader.DropAsync("accounts.csv", Encoding.UTF8.GetBytes(Header + "Nordwind,Rostock,80,2000,Tom Berg\nHafen,Ulm,5,,Ana Okafor\nPier,Oslo,,,Ana Okafor\n"));
        await leader.PlainBrowser.PostFormAsync($"{page}/plan", ("Then", "try"), ("CreatePeople", "true"), ("CreateAccounts", "true"));
        var text = System.Net.WebUtility.HtmlDecode(await leader.EndAsync(page));
        // The new owner is made with the import, so the dry run has no name for them yet.
        Assert.All(["What would change", "Kiel", "Rostock", "€\u00A01,000", "€\u00A02,000", "Ana Okafor", "What would be new", "Accounts: 1", "Pier"], said => Assert.Contains(said, text, StringComparison.Ordinal));
        Assert.Contains("Kiel", await leader.Program.PageAsync("/api/accounts"), StringComparison.Ordinal);
        Assert.DoesNotContain("Rostock", await leader.Program.PageAsync("/api/accounts"), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task What_looks_odd_in_a_file_of_deals_is_told_and_the_rows_are_taken_as_they_stand(Engine engine)
    {
        var tenant = await Generated.TenantAsync(engine);
        var usual = string.Concat(Enumerable.Range(1, 60).Select(i => $"{i},Deal {i},Ana,Won,2025-01-01,{new DateOnly(2025, 2, 1).AddDays(i):yyyy-MM-dd},10\n"));
        var bulk = string.Concat(Enumerable.Range(100, 40).Select(i => $"{i},Deal {i},Ana,Lost,2025-01-01,2025-12-31,10\n"));
        var result = await tenant.ImportAsync(Generated.File("deals.csv", Generated.Header + usual + bulk + "200,Backwards,Ana,Won,2025-06-01,2025-05-01,10\n201,Overdue,Ana,New,2025-01-01,2025-03-01,10\n"));
        Assert.Equal((102, 0), (result.CreatedByKind["opportunity"], result.Refused));
        Assert.Contains("40 rows are closed on", Assert.Single(Assert.Single(result.Plan.Files).Oddities), StringComparison.Ordinal);
        Assert.Single(result.Remarks, r => r.Reason.Contains("It closed before it was opened.", StringComparison.Ordinal) && r.Rows == 1);
        Assert.Single(result.Remarks, r => r.Reason.Contains("the day it was to close on is over", StringComparison.Ordinal) && r.Rows == 1);
        Assert.True(result.Agrees);
    }
}
