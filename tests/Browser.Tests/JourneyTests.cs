using System.Diagnostics;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.Playwright;
namespace Coxswain.Browser.Tests;

/// <summary>The main job, as a sales manager does it: from nothing to the brief, with the files another system exported.</summary>
public sealed class JourneyTests(Site site, ITestOutputHelper output)
{
    private const int Patience = 300;

    [Theory, OnBoth]
    public async Task From_nothing_to_the_brief_with_the_real_files(Engine engine)
    {
        Site.NeedsBrowser();
        var files = RealFiles.Find("maven_crm");
        Assert.SkipWhen(files is null, "The files of maven_crm are not here.");
        var clock = Stopwatch.StartNew();
        await using var served = await Served.StartAsync(await TestDatabases.FreshAsync(engine, "journey"));
        // A second screen costs nothing where the way is gone twice anyway.
        await using var tab = await site.OpenAsync(new Screen(engine is Engine.Postgres), served.Url);
        var hands = new Hands(tab);

        await MakeTheOrganisationAsync(hands, served);
        await ImportAsync(hands, Directory.GetFiles(files!, "*.csv"));
        await TellPeopleAsync(hands);
        await ReadTheBriefAsync(hands);
        await LookAtDealsAsync(hands);
        output.WriteLine($"{hands.Inputs} inputs and {clock.Elapsed.TotalSeconds:0} s from an empty folder to an open deal, on {engine}.");
    }

    private static async Task MakeTheOrganisationAsync(Hands hands, Served served)
    {
        await hands.Tab.GoAsync(served.FirstRun.ToString());
        await hands.Tab.LooksRightAsync("journey-0-first-run");
        await hands.TypeAsync("Organisation", "Maven Computers");
        await hands.TypeAsync("Currency", "USD");
        await hands.TypeAsync("Your name", "Rana Khoury");
        await hands.TypeAsync("Your e-mail", "rana@maven.example");
        await hands.TypeAsync("Password", "harbour lights at dawn");
        await hands.PressAsync("Use my export");
        await hands.ReadAsync("Nothing is saved before you have seen what would happen.");
        await hands.Tab.LooksRightAsync("journey-1-empty");
    }

    private static async Task ImportAsync(Hands hands, IEnumerable<string> files)
    {
        await hands.DropAsync("Files", files);
        await hands.PressAsync("Look at them");
        await hands.ReadAsync("sales_pipeline.csv");
        Assert.True(await hands.Page.GetByText("Take “GTXPro” as “GTX Pro”").IsVisibleAsync());
        await hands.Tab.LooksRightAsync("journey-2-plan");
        await hands.PressAsync("Import");
        await hands.Page.WaitForURLAsync(url => !url.EndsWith("/plan", StringComparison.Ordinal));
        // The page stays: what comes is what it asked for by itself.
        await hands.Page.EvaluateAsync("window.stayed = true");
        await hands.ReadAsync("File and Coxswain agree: no difference in any count or sum.", Patience);
        Assert.True(await hands.Page.EvaluateAsync<bool>("window.stayed === true"));
        var differences = await hands.Page.Locator("table").Filter(new() { HasText = "Sum in the file" }).Locator("tbody tr td:last-child").AllInnerTextsAsync();
        Assert.NotEmpty(differences);
        Assert.All(differences, d => Assert.Equal("0", d.Trim()));
        await hands.Tab.LooksRightAsync("journey-3-imported");
    }

    private static async Task TellPeopleAsync(Hands hands)
    {
        await hands.Tab.GoAsync("/team");
        await hands.ReadAsync("People appear by letters", Patience);
        await hands.FollowAsync("Record that they were told");
        await hands.ClickAsync(hands.Page.GetByRole(AriaRole.Button, new() { Name = "Everyone was told" }));
        await hands.Page.WaitForLoadStateAsync();
    }

    private static async Task ReadTheBriefAsync(Hands hands)
    {
        await hands.FollowAsync("Team");
        // These files hold no difference between people that is more than chance, and the brief has to say that and no more.
        await hands.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).Filter(new() { HasTextRegex = new("differ detectably") }).WaitForAsync(new() { Timeout = Patience * 1000 });
        await hands.ReadAsync("As of 31 Dec 2017");
        await hands.ReadAsync("Darcel Schlecht");
        await hands.Tab.LooksRightAsync("journey-4-brief");
    }

    private static async Task LookAtDealsAsync(Hands hands)
    {
        await hands.FollowAsync("Deals");
        await hands.ReadAsync("1,000+");
        await hands.FollowAsync("Board");
        await hands.ReadAsync("Engaging");
        await hands.Tab.LooksRightAsync("journey-5-board");
        await hands.ClickAsync(hands.Page.Locator("[data-card] [data-item]").First);
        await hands.ReadAsync("What happened");
        await hands.Tab.LooksRightAsync("journey-6-deal");
    }
}
