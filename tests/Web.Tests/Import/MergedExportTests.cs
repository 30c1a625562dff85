using System.Net.Http.Json;
using System.Text.Json;
using Coxswain.Customers.Accounts;
using Coxswain.Customers.Contacts;
using Coxswain.Customers.Duplicates;
using Coxswain.Customers.Leads;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Web.Tests.Import;

/// <summary>What was merged into others goes along in an export of everything, and nobody sees it there either.</summary>
public sealed class MergedExportTests
{
    private static readonly string[] Gone = ["Elevator Ltd", "Eleonora P.", "Olaf B."];

    [Theory, OnBoth]
    public async Task A_newer_file_of_the_old_system_finds_after_the_move_what_a_merged_record_went_into(Engine engine)
    {
        var (_, zoe, _) = await MovedAsync(engine);
        var took = await zoe.Tenant.ImportAsync(Generated.Folder(("Account.csv", "Id,Name,Phone\nS-2,Elevator Ltd,040 551\n"), ("Contact.csv", "Id,Name,Email,Phone\nP-2,Eleonora P.,pohl@elevator.example,040 552\n"), ("Lead.csv", "Id,LastName,Company,Email,Phone,Status\nL-2,Olaf B.,,berg@elevator.example,040 553,New\n")));
        Assert.Equal((0, 3, 0), (took.Created, took.Changed, took.Refused));
        var (account, contact, lead) = await zoe.InDb(async db => (await db.Rows<Account>().SingleAsync(a => a.SourceId == "S-1"), await db.Rows<Contact>().SingleAsync(c => c.SourceId == "P-1"), await db.Rows<Lead>().SingleAsync(l => l.SourceId == "L-1")));
        Assert.Equal(("Silo", "040 551"), (account.Name, account.Phone));
        Assert.Equal(("Nora Pohl", "040 552"), (contact.Name, contact.Phone));
        Assert.Equal(("Ole Berg", "040 553"), (lead.Name, lead.Phone));
    }

    [Theory, OnBoth]
    public async Task After_the_move_it_is_in_no_list_and_no_search_and_on_no_page(Engine engine)
    {
        var (_, zoe, _) = await MovedAsync(engine);
        var quay = await zoe.InDb(db => db.Rows<Account>().Where(a => a.Name == "Quay 0").Select(a => a.Id).SingleAsync());
        foreach (var page in (string[])["/accounts?q=elevator", "/contacts?q=eleonora", "/leads?q=olaf", $"/accounts/{quay}", $"/accounts/{quay}/timeline"])
        {
            var shown = await zoe.PlainBrowser.PageAsync(page);
            foreach (var name in Gone) Assert.DoesNotContain(name, shown);
        }
        Assert.Equal("[]", await zoe.Program.PageAsync("/api/search?q=elevator"));
    }

    [Theory, OnBoth]
    public async Task An_old_address_leads_on_after_the_move_and_its_merge_is_not_offered_to_be_taken_back(Engine engine)
    {
        var (_, zoe, _) = await MovedAsync(engine);
        var (kept, gone) = await zoe.InDb(async db => (await db.Rows<Account>().Where(a => a.Name == "Silo").Select(a => a.Id).SingleAsync(), await db.GoneAccounts().Select(a => a.Id).SingleAsync()));
        Assert.EndsWith($"/accounts/{kept}", (await zoe.PlainBrowser.GetAsync($"/accounts/{gone}")).Headers.Location?.ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain(Gone[0], await zoe.PlainBrowser.PageAsync("/duplicates/merged"));
    }

    [Theory, OnBoth]
    public async Task Taken_back_with_its_import_it_is_merged_into_nothing_and_it_comes_again_as_it_was(Engine engine)
    {
        var (zip, zoe, page) = await MovedAsync(engine);
        await zoe.PlainBrowser.PostFormAsync($"{page}/undos");
        await zoe.Tenant.DoDueAsync();
        Assert.Equal(0, await CountAsync(zoe));
        foreach (var kinds in (string[])["accounts", "contacts", "leads"]) Assert.Empty(await NamesAsync(zoe, $"/api/{kinds}"));
        Assert.Contains(" 0 refused", await zoe.PlainBrowser.PageAsync(await WholeExportTests.TakeInAsync(zoe, zip)));
        Assert.Equal(3, await CountAsync(zoe));
        Assert.Equal("[]", await zoe.Program.PageAsync("/api/search?q=elevator"));
    }

    [Theory, OnBoth]
    public async Task What_stands_for_itself_here_is_not_merged_by_a_file_and_its_row_says_so(Engine engine)
    {
        var (zip, zoe, _) = await MovedAsync(engine);
        await zoe.InDb(async db =>
        {
            var apart = await db.GoneContacts().SingleAsync();
            (apart.RemovedAt, apart.MergedIntoId) = (null, null);
            return await db.SaveChangesAsync();
        });
        var page = await WholeExportTests.TakeInAsync(zoe, zip);
        Assert.Contains("merge the two here", await zoe.PlainBrowser.PageAsync(page));
        Assert.Contains(Gone[1], await zoe.Program.PageAsync("/api/search?q=eleonora"));
    }

    private static async Task<(string Zip, TestViewer Zoe, string Page)> MovedAsync(Engine engine)
    {
        var (place, floor) = await WholeExportTests.CompanyAsync(engine);
        await place.DoAsync("export", "--to", place.File("all.zip"));
        var zoe = await (await WholeExportTests.OtherAsync(floor.Manager.Tenant.Host)).PersonAsync(Role.Admin, "Zoe Brandt");
        var page = await WholeExportTests.TakeInAsync(zoe, place.File("all.zip"));
        Assert.Contains(" 0 refused", await zoe.PlainBrowser.PageAsync(page));
        Assert.Equal(3, await CountAsync(zoe));
        return (place.File("all.zip"), zoe, page);
    }

    private static Task<int> CountAsync(TestViewer who) => who.InDb(async db => await db.GoneAccounts().CountAsync() + await db.GoneContacts().CountAsync() + await db.GoneLeads().CountAsync());

    private static async Task<IReadOnlyList<string?>> NamesAsync(TestViewer who, string url) => [.. (await who.Program.GetFromJsonAsync<JsonElement>(url)).GetProperty("rows").EnumerateArray().Select(r => r.GetProperty("name").GetString())];
}
