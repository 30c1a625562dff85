using System.Text;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using static Microsoft.Playwright.Assertions;
namespace Coxswain.Browser.Tests;

/// <summary>Whoever comes from another system drops what that one exported, as it is.</summary>
public sealed class ImportJourneyTests(Site site)
{
    public static TheoryData<string> Systems => [.. new[] { "Salesforce", "HubSpot", "Pipedrive" }.Concat(SampleExports.Others.Select(o => o.System)).Distinct()];

    [Theory, MemberData(nameof(Systems))]
    public async Task What_another_system_exported_is_dropped_as_it_is_taken_in_without_a_question_and_there(string system)
    {
        Site.NeedsBrowser();
        await using var rana = await Newcomer.BeginAsync(site, Engine.Sqlite, Screen.Desktop);
        await TakeInAsync(rana, system, system switch { "Salesforce" => SampleExports.Salesforce, "HubSpot" => SampleExports.HubSpot, "Pipedrive" => SampleExports.Pipedrive, _ => SampleExports.Others.Where(o => o.System == system).Select(o => (o.File, o.Text)) });
        await rana.Tab.LooksRightAsync($"journey-export-of-{system.Split(' ')[0]}");
        await SeesAsync(rana, "/accounts", "Nordwind");
        await SeesAsync(rana, "/opportunities?all=1", "Yard");
        if (system is not "EspoCRM") await SeesAsync(rana, "/contacts", "Lena Vogt");
    }

    [Fact]
    public async Task A_workbook_and_business_cards_are_dropped_and_taken_in_on_a_phone()
    {
        Site.NeedsBrowser();
        await using var rana = await Newcomer.BeginAsync(site, Engine.Sqlite, Screen.Phone);
        var book = new WrittenBook().Table("Companies", ["Company", "City", "Country"], ["Hafen West", "Bremen", "Germany"]).Table("People", ["Name", "Email", "Company"], ["Mara Quay", "mara@west.example", "Hafen West"]);
        await TakeInAsync(rana, null, File("customers.xlsx", book.Bytes()));
        await SeesAsync(rana, "/accounts", "Hafen West");
        await TakeInAsync(rana, null, File("cards.vcf", Encoding.UTF8.GetBytes("BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Ida Sand\r\nN:Sand;Ida;;;\r\nORG:Hafen Ost\r\nEMAIL:ida@ost.example\r\nNOTE:Met at the fair\r\nEND:VCARD\r\n")));
        await SeesAsync(rana, "/contacts", "Ida Sand");
        await SeesAsync(rana, "/contacts", "Mara Quay");
    }

    [Fact]
    public async Task Everything_is_exported_on_its_page_and_the_next_organisation_takes_it_in()
    {
        Site.NeedsBrowser();
        string zip;
        await using (var rana = await Newcomer.BeginAsync(site, Engine.Sqlite, Screen.Desktop))
        {
            await TakeInAsync(rana, "Salesforce", SampleExports.Salesforce);
            await rana.Tab.GoAsync("/settings/exports");
            await rana.Hands.PressAsync("Export everything");
            var ready = rana.Tab.Page.Locator("a[href$='/file']").First;
            await Expect(ready).ToBeVisibleAsync();
            await rana.Tab.LooksRightAsync("journey-exports-page");
            var download = await rana.Tab.Page.RunAndWaitForDownloadAsync(() => ready.ClickAsync());
            zip = Path.Combine(Directory.CreateTempSubdirectory("coxswain-journey-").FullName, download.SuggestedFilename);
            await download.SaveAsAsync(zip);
        }
        await using var next = await Newcomer.BeginAsync(site, Engine.Postgres, Screen.Desktop);
        await TakeInAsync(next, "Coxswain", [zip]);
        await SeesAsync(next, "/accounts", "Nordwind Süd");
        await SeesAsync(next, "/opportunities", "Yard");
    }

    private static string[] File(string name, byte[] bytes)
    {
        var path = Path.Combine(Directory.CreateTempSubdirectory("coxswain-journey-").FullName, name);
        System.IO.File.WriteAllBytes(path, bytes);
        return [path];
    }

    private static Task TakeInAsync(Newcomer who, string system, IEnumerable<(string Name, string Text)> files)
    {
        var folder = Directory.CreateTempSubdirectory("coxswain-journey-").FullName;
        foreach (var (name, text) in files) System.IO.File.WriteAllText(Path.Combine(folder, name), text);
        return TakeInAsync(who, system, Directory.GetFiles(folder));
    }

    private static async Task TakeInAsync(Newcomer who, string? system, string[] files)
    {
        await who.Tab.GoAsync("/import");
        await who.Hands.DropAsync("Files", files);
        if (system is not null) await who.Hands.ReadAsync($"Recognised as an export of {system}");
        await who.Hands.ReadAsync(Path.GetFileName(files[0]));
        Assert.Equal(0, await who.Tab.Page.GetByText("What is not clear").CountAsync());
        await who.Hands.PressAsync("Import");
        await who.Hands.ReadAsync(", 0 refused", 120);
    }

    private static async Task SeesAsync(Newcomer who, string url, string name)
    {
        await who.Tab.GoAsync(url);
        await who.Hands.ReadAsync(name);
    }
}
