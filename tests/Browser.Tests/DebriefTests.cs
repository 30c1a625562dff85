using System.Globalization;
using Coxswain.Platform.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;
namespace Coxswain.Browser.Tests;

/// <summary>A meeting is over, and how it went is told before the next call.</summary>
public sealed class DebriefTests(Site site, ITestOutputHelper output)
{
    private const double Minute = 60;
    private const int MostInputs = 12;

    [Theory, InlineData(false), InlineData(true)]
    public async Task How_a_meeting_went_is_told_in_under_a_minute_and_what_follows_is_taken_over(bool phone)
    {
        Site.NeedsBrowser();
        await using var tab = await site.EnterAsync(Role.Seller, new Screen(phone));
        await tab.GoAsync("/opportunities/new");
        await tab.Field("What is it about?").FillAsync(phone ? "Debriefed by phone" : "Debriefed by hand");
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Page.Locator("#deal-issues")).ToBeVisibleAsync();
        var deal = new Uri(tab.Page.Url).AbsolutePath;
        await tab.GoAsync(deal + "/debriefs");
        await tab.LooksRightAsync("debrief-new");
        var hands = new Hands(tab);
        await hands.TakeInAsync();
        await hands.ClickAsync(tab.Page.GetByLabel("Another step", new() { Exact = true }));
        await hands.TypeAsync("If it is another step: which?", "They send their yard plan");
        await hands.TypeAsync("What did they say or do that matters?", "“Mondays are worst”");
        await hands.ClickAsync(tab.Page.Locator("summary", new() { HasText = "Something else we learned" }));
        await hands.TypeAsync("What do they want solved that we did not know of?", "Mondays");
        await hands.PressAsync("That was it");
        await Expect(tab.Page.Locator("h1")).ToContainTextAsync("2 changes wait for your yes.");
        await tab.LooksRightAsync("debrief");
        await hands.PressAsync("Take over: Their next step: They send their yard plan");
        await Expect(tab.Page.Locator("h1")).ToContainTextAsync("One change waits for your yes.");
        await hands.PressAsync("Take over: They want solved: Mondays");
        await Expect(tab.Page.Locator("h1")).ToContainTextAsync("What they agreed to last");
        Assert.True(hands.Seconds <= Minute && hands.Inputs <= MostInputs, $"{hands.Seconds:0} s and {hands.Inputs} inputs");
        await tab.GoAsync(deal);
        await Expect(tab.Page.Locator("#deal-issues")).ToContainTextAsync("Mondays");
        await Expect(tab.Page.Locator("main")).ToContainTextAsync("They send their yard plan");
    }

    // As above, of a meeting that was planned, in a deal in which two people are known: one of them stands differently, and a wish came up.
    [Theory, InlineData(false), InlineData(true)]
    public async Task A_planned_meeting_with_known_people_is_told_and_taken_over_in_under_a_minute_too(bool phone)
    {
        Site.NeedsBrowser();
        await using var tab = await site.EnterAsync(Role.Seller, new Screen(phone));
        var deal = await PlannedAsync(tab, phone ? "Planned by phone" : "Planned by hand");
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Tell how it went" }).First.ClickAsync();
        await tab.LooksRightAsync("debrief-planned");
        var hands = new Hands(tab);
        await hands.TakeInAsync();
        await hands.ClickAsync(tab.Page.GetByText("They send their yard plan"));
        await hands.TypeAsync("What did they say or do that matters?", "“Mondays are worst”");
        await hands.ChooseAsync(tab.Page.GetByRole(AriaRole.Group, new() { Name = "Who stands differently now?" }).GetByLabel("Head of the yard"), "supports us");
        await hands.ClickAsync(tab.Page.Locator("summary", new() { HasText = "Something else we learned" }));
        await hands.TypeAsync("What do they want solved that we did not know of?", "Mondays");
        await hands.PressAsync("That was it");
        await Expect(tab.Page.Locator("h1")).ToContainTextAsync("3 changes wait for your yes.");
        foreach (var (change, left) in new[] { ("Take over: Their next step: They send their yard plan", "2 changes wait for your yes."), ("Take over: Head of the yard: supports us", "One change waits for your yes."), ("Take over: They want solved: Mondays", "What they agreed to last") })
        {
            await hands.PressAsync(change);
            await Expect(tab.Page.Locator("h1")).ToContainTextAsync(left);
        }
        output.WriteLine($"{hands.Seconds:0.0} s, {hands.Inputs} inputs");
        Assert.True(hands.Seconds <= Minute && hands.Inputs <= MostInputs, $"{hands.Seconds:0.0} s and {hands.Inputs} inputs");
    }

    private static async Task<string> PlannedAsync(Tab tab, string name)
    {
        var deal = await DealPlanTests.BegunAsync(tab, name);
        await tab.GoAsync(deal + "/meetings");
        await tab.Field("Why would they give us the time?").FillAsync("They see the yard run");
        await tab.Field("When is it?").FillAsync(DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture));
        await tab.Field("Best next step of theirs").FillAsync("They send their yard plan");
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Page.Locator("#meeting")).ToContainTextAsync("They send their yard plan");
        return deal;
    }
}
