using System.Text;
using Coxswain.Customers;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Web.Tests.Import;

public sealed class CardImportTests
{
    private const string Cards = "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ana Okafor\r\nORG:Hafen Nord\r\nTITLE:Buyer\r\nEMAIL:ana@hafen.example\r\nADR;TYPE=work:;;Quay 3;Kiel;;24103;Germany\r\nURL:https://hafen.example\r\nEND:VCARD\r\n"
        + "BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Somebody\r\nthis is nothing\r\nEND:VCARD\r\nBEGIN:VCARD\r\nVERSION:2.1\r\nN:Vogt;Lena\r\nORG:Hafen Nord\r\nTEL;CELL:+49 170 1234567\r\nEND:VCARD\r\n";

    [Theory, OnBoth]
    public async Task Dropped_vCards_become_contacts_at_their_accounts_and_a_broken_one_is_reported_with_its_place(Engine engine)
    {
        var tenant = await Generated.TenantAsync(engine);
        var leader = await tenant.PersonAsync(Role.Leader, "Lena Vogt");
        var page = await leader.DropAsync("people.vcf", Encoding.UTF8.GetBytes(Cards));
        await leader.PlainBrowser.PostFormAsync($"{page}/plan", ("Then", "start"), ("CreateAccounts", "true"));
        Assert.Contains("Card 2, on line 10: line 13 is no property", await leader.EndAsync(page));
        Assert.Contains("this is nothing", await leader.PlainBrowser.PageAsync($"{page}/rows-to-correct.csv?file=0") + await leader.PlainBrowser.PageAsync($"{page}/rows-to-correct.csv?file=1"));
        var account = await tenant.InDb(db => db.AccountRows().SingleAsync());
        Assert.Equal("Hafen Nord", account.Name);
        var home = await leader.PlainBrowser.PageAsync($"/accounts/{account.Id}");
        Assert.All(["Ana Okafor", "Lena Vogt", "Kiel", "hafen.example"], text => Assert.Contains(text, home));
    }

    [Theory, OnBoth]
    public async Task The_same_cards_again_change_nothing_and_ask_nothing(Engine engine)
    {
        var tenant = await Generated.TenantAsync(engine);
        var file = Generated.File("people.vcf", Cards);
        Assert.Empty((await tenant.WithRunner(r => r.LookAsync(file, default))).Questions);
        Assert.Equal((3, 1), (await tenant.ImportAsync(file)) is var first ? (first.Created, first.Refused) : default);
        Assert.Equal((0, 0, 1), (await tenant.ImportAsync(file)) is var again ? (again.Created, again.Changed, again.Refused) : default);
    }

    [Theory, OnBoth]
    public async Task What_is_noted_on_a_card_stands_on_their_timeline_once_and_goes_with_the_import(Engine engine)
    {
        var tenant = await Generated.TenantAsync(engine);
        var file = Generated.File("people.vcf", Cards.Replace("URL:https://hafen.example\r\n", "URL:https://hafen.example\r\nNOTE:Met at the fair\\, wants two cranes\r\n", StringComparison.Ordinal));
        var first = await tenant.ImportAsync(file);
        Assert.Equal(1, first.CreatedByKind["interaction"]);
        await tenant.ImportAsync(file);
        var leader = await tenant.PersonAsync(Role.Leader, "Ruth Adler");
        var account = await tenant.InDb(db => db.AccountRows().Select(a => a.Id).SingleAsync());
        Assert.Single(System.Text.RegularExpressions.Regex.Matches(await leader.PlainBrowser.PageAsync($"/accounts/{account}"), "Met at the fair, wants two cranes"));
        await tenant.WithRunner(r => r.UndoAsync(first.RunId, null, default));
        Assert.Equal(0, await tenant.InDb(db => db.AccountRows().CountAsync()));
    }

    [Fact]
    public async Task Cards_that_other_programs_wrote_come_in()
    {
        var folder = RealFiles.Find("vcard/ez-vcard");
        Assert.SkipWhen(folder is null, "shared/data/vcard is not beside the repository");
        var result = await (await Generated.TenantAsync(Engine.Sqlite)).ImportAsync(folder);
        TestContext.Current.TestOutputHelper!.WriteLine(string.Join('\n', result.Remarks.Select(r => $"{r.Rows} {r.Refused} {r.Reason}")));
        Assert.True(result.CreatedByKind["contact"] >= 20, $"{result.CreatedByKind["contact"]} contacts");
        Assert.DoesNotContain(result.Remarks, r => r.Refused && !r.Reason.Contains("stands here twice", StringComparison.Ordinal));
    }
}
