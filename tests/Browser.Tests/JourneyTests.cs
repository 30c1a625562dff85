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
    public async Task The_first_ten_minutes_lead_from_nothing_to_the_team_its_target_and_an_invited_seller(Engine engine)
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
        await ReadTheBriefAsync(hands);
        await SetTheTargetAsync(hands);
        var invitation = await InviteAsync(hands);
        // What the test itself looks at takes its time too, and is counted against it.
        var minutes = (hands.Seconds + clock.Elapsed.TotalSeconds) / 60;
        output.WriteLine($"{hands.Inputs} inputs, {hands.Seconds:0} s of a person and {clock.Elapsed.TotalSeconds:0} s of the machine from an empty folder to an invited seller, on {engine}.");
        Assert.True(hands.Inputs <= 15, $"{hands.Inputs} inputs.");
        Assert.True(minutes <= 10, $"{minutes:0.0} minutes.");

        await TakeTheInvitationAsync(invitation, served, new Screen(engine is Engine.Postgres));
        await LookAtDealsAsync(hands);
    }

    private static async Task MakeTheOrganisationAsync(Hands hands, Served served)
    {
        await hands.Tab.GoAsync(served.FirstRun.ToString());
        await hands.ReadAsync("Explore the demo");
        await hands.TakeInAsync();
        await hands.Tab.LooksRightAsync("journey-0-first-run");
        await hands.TypeAsync("Your name", "Rana Khoury");
        await hands.TypeAsync("Your e-mail", "rana@maven-computers.example");
        await hands.TypeAsync("Password", "harbour lights at dawn");
        Assert.Equal(["Maven Computers", "1"], [await hands.Tab.Field("Organisation").InputValueAsync(), await hands.Tab.Field("The fiscal year begins in").InputValueAsync()]);
        Assert.Matches("^[A-Z]{3}$", await hands.Tab.Field("Currency").InputValueAsync());
        // These files name no currency: it is the one thing that is not known beforehand.
        await hands.TypeAsync("Currency", "USD");
        await hands.PressAsync("Use my export");
        await hands.ReadAsync("Nothing is saved before you have seen what would happen.");
        await hands.Tab.LooksRightAsync("journey-1-import");
    }

    private static async Task ImportAsync(Hands hands, IEnumerable<string> files)
    {
        await hands.TakeInAsync();
        await hands.DropAsync("Files", files);
        await hands.ReadAsync("sales_pipeline.csv");
        await hands.TakeInAsync();
        var questions = hands.Page.GetByRole(AriaRole.Region, new() { Name = "Is this what was meant?" });
        Assert.True(await questions.GetByText("Take “GTXPro” as “GTX Pro”").IsVisibleAsync());
        var samples = await questions.GetByRole(AriaRole.Table).AllInnerTextsAsync();
        Assert.InRange(samples.Count, 2, 3);
        Assert.All(samples, rows => Assert.Matches("GTXPro|technolgy", rows));
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
        await hands.TakeInAsync();
        await hands.Tab.LooksRightAsync("journey-3-imported");
        await hands.FollowAsync("See what it says about the team");
    }

    private static async Task ReadTheBriefAsync(Hands hands)
    {
        await hands.ReadAsync("People appear by letters", Patience);
        Assert.Equal(0, await hands.Page.GetByText("Darcel Schlecht").CountAsync());
        await hands.PressAsync("Everyone was told");
        // These files hold no difference between people that is more than chance, and the brief has to say that and no more.
        await hands.Page.GetByRole(AriaRole.Heading, new() { Level = 1 }).Filter(new() { HasTextRegex = new("differ detectably") }).WaitForAsync(new() { Timeout = Patience * 1000 });
        await hands.ReadAsync("As of 31 Dec 2017");
        await hands.ReadAsync("Darcel Schlecht");
        await hands.TakeInAsync();
    }

    private static async Task SetTheTargetAsync(Hands hands)
    {
        await hands.TypeAsync("What do you mean to win this quarter?", "3,000,000");
        await hands.PressAsync("Set target");
        await hands.ReadAsync("of the target of");
        await hands.Tab.LooksRightAsync("journey-4-brief");
    }

    private static async Task<string> InviteAsync(Hands hands)
    {
        await hands.FollowAsync("Invite sellers");
        await hands.ReadAsync("Add someone");
        await hands.Tab.LooksRightAsync("journey-4-people");
        var darcel = hands.Page.Locator("tr:has(th:has-text('Darcel Schlecht'))");
        await hands.ClickAsync(darcel.GetByText("Invite", new() { Exact = true }));
        await hands.TypeAsync("E-mail of Darcel Schlecht", "darcel@maven.example");
        await hands.ClickAsync(darcel.GetByRole(AriaRole.Button, new() { Name = "Make the link" }));
        return await hands.Page.GetByLabel("Link").InputValueAsync();
    }

    private async Task TakeTheInvitationAsync(string invitation, Served served, Screen screen)
    {
        await using var tab = await site.OpenAsync(screen, served.Url);
        var hands = new Hands(tab);
        await tab.GoAsync(invitation);
        await hands.ReadAsync("What is computed about you, and who sees it");
        await hands.TypeAsync("Choose a password", "one boat after another");
        await hands.PressAsync("I have read this: begin");
        await tab.Page.WaitForURLAsync("**/today");
        Assert.Equal(2, hands.Inputs);
        await tab.LooksRightAsync("journey-5-seller");
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
