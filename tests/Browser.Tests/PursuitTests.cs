using Coxswain.Platform.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;
namespace Coxswain.Browser.Tests;

/// <summary>Whether to go for a deal.</summary>
public sealed class PursuitTests(Site site)
{
    [Theory, InlineData(false), InlineData(true)]
    public async Task A_seller_says_where_they_are_in_buying_decides_and_leaves_well_by_keyboard(bool phone)
    {
        Site.NeedsBrowser();
        await using var tab = await site.EnterAsync(Role.Seller, new Screen(phone));
        await tab.GoAsync("/opportunities/new");
        await tab.Field("What is it about?").FillAsync(phone ? "Hall by phone" : "Hall by hand");
        await tab.Page.Keyboard.PressAsync("Enter");
        await tab.Page.Locator("#pursuit a").ClickAsync();
        await Expect(tab.Page.Locator("h1")).ToHaveTextAsync("Hold back: 0 of three hold.");
        var address = new Uri(tab.Page.Url).AbsolutePath;
        await tab.LooksRightAsync("pursuit-new");
        var hands = new Hands(tab);
        await tab.Page.GetByLabel("comparing", new() { Exact = true }).FocusAsync();
        await tab.Page.Keyboard.PressAsync(" ");
        await hands.TypeAsync("What shows it?", "Named the two others they talk to");
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Page.Locator("#three")).ToContainTextAsync("comparing · Named the two others they talk to");
        await Expect(tab.Page.Locator("#say")).ToContainTextAsync("How much interest do they show?");
        await tab.Page.Locator("#decide").GetByLabel("leave it").FocusAsync();
        await tab.Page.Keyboard.PressAsync(" ");
        await hands.TypeAsync("Because", "They will not act this year");
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Page.Locator("#decisions")).ToContainTextAsync("They will not act this year");
        await Expect(tab.Page.Locator("#mind")).ToContainTextAsync("You decided to leave it, and it is still open");
        Assert.InRange(hands.Seconds + 2 * HumanTime.Click, 1, 60);
        await tab.LooksRightAsync("pursuit-decided");
        await tab.Page.Locator("#leaving a").ClickAsync();
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Close it" }).ClickAsync();
        await Expect(tab.Page.Locator("#look-back")).ToBeVisibleAsync();
        await tab.GoAsync(address);
        await Expect(tab.Page.Locator("h1")).ToHaveTextAsync("Left well: its time went to others.");
        await tab.LooksRightAsync("pursuit-left");
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Of_an_account_one_question_is_answered_with_what_shows_it(bool phone)
    {
        Site.NeedsBrowser();
        await using var tab = await site.EnterAsync(Role.Seller, new Screen(phone));
        await tab.GoAsync("/accounts/new");
        await tab.Field("Name").FillAsync(phone ? "Πλόες by phone" : "Πλόες by hand");
        await tab.Page.Keyboard.PressAsync("Enter");
        await tab.Page.Locator("#fit header a").ClickAsync();
        await Expect(tab.Page.Locator("#score")).ToContainTextAsync("0 of 100; 100 unknown; at most 100");
        await tab.LooksRightAsync("fit-new");
        await tab.Page.GetByLabel("yes", new() { Exact = true }).FocusAsync();
        await tab.Page.Keyboard.PressAsync(" ");
        await tab.Field("What shows it?").FocusAsync();
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Page.Locator("#fit-ask")).ToContainTextAsync("A yes without something they did or said is a hope");
        tab.Forgive();
        await tab.Field("What shows it?").FillAsync("Asked what the yard has to do in five years");
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Page.Locator("#score")).ToContainTextAsync("20 of 100; 80 unknown; at most 100");
        await tab.LooksRightAsync("fit-answered");
    }
}
