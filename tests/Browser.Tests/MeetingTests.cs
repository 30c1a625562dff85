using Coxswain.Platform.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;
namespace Coxswain.Browser.Tests;

/// <summary>A meeting is planned.</summary>
public sealed class MeetingTests(Site site)
{
    [Theory, InlineData(false), InlineData(true)]
    public async Task A_meeting_is_planned_on_one_page_by_keyboard(bool phone)
    {
        Site.NeedsBrowser();
        await using var tab = await site.EnterAsync(Role.Seller, new Screen(phone));
        await tab.GoAsync("/opportunities/new");
        await tab.Field("What is it about?").FillAsync(phone ? "Slots by phone" : "Slots by hand");
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Page.Locator("#deal-issues")).ToBeVisibleAsync();
        await tab.GoAsync(new Uri(tab.Page.Url).AbsolutePath + "/meetings");
        await tab.LooksRightAsync("meeting-new");
        await tab.Field("Why would they give us the time?").FillAsync("They see what three yards did");
        await tab.Field("When is it?").FillAsync("2031-01-02");
        await tab.Field("At what time?").FillAsync("09:30");
        await tab.Field("Least next step of theirs").FillAsync("They send the figures of one week");
        await tab.Field("The least by when?").FillAsync("2031-01-20");
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Page.Locator("#gaps")).ToContainTextAsync("it would be a lecture");
        foreach (var said in (string[])["They send the figures of one week, by", "9:30"]) await Expect(tab.Page.Locator("#meeting")).ToContainTextAsync(said);
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Sent today" }).FocusAsync();
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Page.Locator("#meeting")).Not.ToContainTextAsync("Sent today");
        await tab.Page.Locator("#meeting-asks summary").FocusAsync();
        await tab.Page.Keyboard.PressAsync("Enter");
        await tab.Page.Locator("#meeting-asks").GetByLabel("What do we ask?").FillAsync("Since when?");
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Page.Locator("#meeting-asks")).ToContainTextAsync("Since when?");
        await Expect(tab.Page.Locator("#gaps")).Not.ToContainTextAsync("it would be a lecture");
        await tab.LooksRightAsync("meeting");
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_question_is_answered_during_the_meeting_with_one_thumb(bool phone)
    {
        Site.NeedsBrowser();
        await using var tab = await site.EnterAsync(Role.Seller, new Screen(phone));
        await tab.GoAsync("/opportunities/new");
        await tab.Field("What is it about?").FillAsync(phone ? "Answered by phone" : "Answered by hand");
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Page.Locator("#deal-issues")).ToBeVisibleAsync();
        await tab.GoAsync(new Uri(tab.Page.Url).AbsolutePath + "/meetings");
        await tab.Field("Why would they give us the time?").FillAsync("They see what three yards did");
        await tab.Field("When is it?").FillAsync(TimeProvider.System.GetUtcNow().ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        await tab.Page.Keyboard.PressAsync("Enter");
        var asks = tab.Page.Locator("#meeting-asks");
        foreach (var asked in (string[])["Since when?", "Who else?"])
        {
            await asks.Locator("summary", new() { HasText = "Add a question" }).ClickAsync();
            await asks.GetByLabel("What do we ask?").FillAsync(asked);
            await tab.Page.Keyboard.PressAsync("Enter");
            await Expect(asks).ToContainTextAsync(asked);
        }
        await Expect(asks).ToContainTextAsync("0 of 2 questions answered");
        var hands = new Hands(tab);
        await hands.ClickAsync(asks.GetByLabel("Note the answer: Since when?"));
        await asks.GetByLabel("What did they say?").First.FillAsync("Since the new gate");
        await tab.LooksRightAsync("meeting-answering");
        await hands.ClickAsync(asks.GetByRole(AriaRole.Button, new() { Name = "Save" }).First);
        await Expect(asks).ToContainTextAsync("1 of 2 questions answered");
        await hands.ClickAsync(asks.GetByLabel("Note the answer: Who else?"));
        await hands.ClickAsync(asks.GetByRole(AriaRole.Button, new() { Name = "Not asked" }));
        await Expect(asks).ToContainTextAsync("not asked");
        await tab.LooksRightAsync("meeting-answered");
    }
}
