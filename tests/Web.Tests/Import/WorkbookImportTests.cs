using System.Net;
using Coxswain.Customers;
using Coxswain.Funnel;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Web.Tests.Import;

public sealed class WorkbookImportTests
{
    [Theory, OnBoth]
    public async Task The_sheets_of_a_dropped_workbook_are_files_of_the_import_and_come_in_together(Engine engine)
    {
        var tenant = await Generated.TenantAsync(engine);
        var leader = await tenant.PersonAsync(Role.Leader, "Lena Vogt");
        var page = await leader.DropAsync("crm.xlsx", Book());
        var plan = WebUtility.HtmlDecode(await leader.PlainBrowser.PageAsync(page));
        Assert.Contains("crm.xlsx · Customers", plan);
        Assert.Contains("crm.xlsx · Deals", plan);

        await leader.PlainBrowser.PostFormAsync($"{page}/plan", ("Then", "start"), ("CreatePeople", "true"), ("CreateStages", "true"));
        Assert.Contains("rows-to-correct.csv", await leader.EndAsync(page));
        var deal = await tenant.InDb(db => db.Deals().SingleAsync());
        Assert.Equal(("Cranes", 250_50L, new DateOnly(2026, 3, 15), "Hafen Nord"), (deal.Name, deal.Amount, deal.ClosedOn, await tenant.InDb(db => db.AccountRows().Where(a => a.Id == deal.AccountId).Select(a => a.Name).SingleAsync())));
        Assert.Contains("never", await leader.PlainBrowser.PageAsync($"{page}/rows-to-correct.csv?file=1"));
    }

    [Theory, OnBoth]
    public async Task The_same_workbook_again_changes_nothing(Engine engine)
    {
        var tenant = await Generated.TenantAsync(engine);
        var path = Generated.File("crm.xlsx", Book());
        Assert.Equal(1, (await tenant.ImportAsync(path)).CreatedByKind["account"]);
        var again = await tenant.ImportAsync(path);
        Assert.Equal((0, 0, 1), (again.Created, again.Changed, again.Refused));
    }

    [Fact]
    public async Task A_damaged_workbook_is_left_out_and_says_what_to_do_and_still_does_when_it_is_looked_at_again()
    {
        var tenant = await Generated.TenantAsync(Engine.Sqlite);
        var leader = await tenant.PersonAsync(Role.Leader, "Lena Vogt");
        var page = await leader.DropAsync("crm.xlsx", Book()[..500]);
        Assert.Contains("This workbook is damaged", await leader.PlainBrowser.PageAsync(page));
        await leader.PlainBrowser.PostFormAsync($"{page}/plan", ("Then", "look"));
        Assert.Contains("This workbook is damaged", await leader.PlainBrowser.PageAsync(page));
    }

    private static byte[] Book() => new WrittenBook { Formats = ["dd.mm.yyyy"] }
        .Table("Customers", ["Account", "Country"], ["Hafen Nord", "Germany"])
        .Sheet("Deals", "<row><c t=\"str\"><v>Deal ID</v></c><c t=\"str\"><v>Deal name</v></c><c t=\"str\"><v>Account</v></c><c t=\"str\"><v>Stage</v></c><c t=\"str\"><v>Close date</v></c><c t=\"str\"><v>Amount</v></c></row>"
            + "<row><c><v>1</v></c><c t=\"str\"><v>Cranes</v></c><c t=\"str\"><v>Hafen Nord</v></c><c t=\"str\"><v>Won</v></c><c s=\"1\"><v>46096</v></c><c><v>250.5</v></c></row>"
            + "<row><c><v>2</v></c><c t=\"str\"><v>Ropes</v></c><c t=\"str\"><v>Hafen Nord</v></c><c t=\"str\"><v>Won</v></c><c t=\"str\"><v>never</v></c><c><v>70</v></c></row>")
        .Bytes();
}
