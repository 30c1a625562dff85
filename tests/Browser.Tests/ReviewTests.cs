using Coxswain.Platform.Access;
using static Microsoft.Playwright.Assertions;
namespace Coxswain.Browser.Tests;

/// <summary>Looking back on a deal.</summary>
public sealed class ReviewTests(Site site)
{
    [Theory, InlineData(false), InlineData(true)]
    public async Task A_lost_deal_is_looked_back_on_by_keyboard_in_less_than_a_minute_by_whoever_knows_the_form(bool phone)
    {
        Site.NeedsBrowser();
        await using var tab = await site.EnterAsync(Role.Seller, new Screen(phone));
        await tab.GoAsync("/opportunities/new");
        await tab.Field("What is it about?").FillAsync(phone ? "Refit by phone" : "Refit by hand");
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Page.Locator("#deal-issues")).ToBeVisibleAsync();
        var deal = new Uri(tab.Page.Url).AbsolutePath;
        await tab.GoAsync(deal + "/review");
        await tab.LooksRightAsync("review-stalled");
        await tab.GoAsync(deal + "/closing?end=Lost");
        await tab.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Close it" }).ClickAsync();
        await tab.Page.Locator("#look-back a").ClickAsync();
        await Expect(tab.Page.Locator("h1")).ToHaveTextAsync("What lost it?");
        await tab.LooksRightAsync("review-lost");
        var hands = new Hands(tab);
        await tab.Page.GetByLabel("Our value against others was not clear").FocusAsync();
        await tab.Page.Keyboard.PressAsync(" ");
        await tab.Page.Keyboard.PressAsync("Tab");
        await tab.Page.Keyboard.PressAsync(" ");
        await tab.Page.GetByLabel("Which of them came first?").FocusAsync();
        await tab.Page.Keyboard.PressAsync("ArrowDown");
        await hands.TypeAsync("Why, in their word?", "Others told us what it saves");
        await hands.TypeAsync("What do we change?", "Count the hours with them");
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Page.Locator("main")).ToContainTextAsync("first: Our value against others was not clear");
        Assert.InRange(hands.Seconds + 2 * HumanTime.Click, 1, 60);
        await tab.LooksRightAsync("review-kept");
        await tab.GoAsync("/reviews");
        await tab.LooksRightAsync("reviews");
    }
}
