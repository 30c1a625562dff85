using Coxswain.Platform.Access;
using static Microsoft.Playwright.Assertions;
namespace Coxswain.Browser.Tests;

/// <summary>How a deal is negotiated.</summary>
public sealed class NegotiationTests(Site site)
{
    [Theory, InlineData(false), InlineData(true)]
    public async Task Where_we_walk_away_is_said_before_a_concession_is_granted_by_keyboard_alone(bool phone)
    {
        Site.NeedsBrowser();
        await using var tab = await site.EnterAsync(Role.Seller, new Screen(phone));
        await tab.GoAsync("/opportunities/new");
        await tab.Field("What is it about?").FillAsync(phone ? "Cranes by phone" : "Cranes by hand");
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Page.Locator("#deal-negotiation")).ToContainTextAsync("It begins with the first meeting");
        await tab.Page.Locator("#deal-negotiation a").FocusAsync();
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Page.Locator("h1")).ToHaveTextAsync("Nothing is granted yet.");
        await tab.LooksRightAsync("negotiation-none");
        await tab.Page.Locator("#trades summary").Last.FocusAsync();
        await tab.Page.Keyboard.PressAsync("Enter");
        await tab.Page.Locator("#trades").GetByLabel("What do we give?").FillAsync("The second yard");
        await tab.Page.Locator("#trades").GetByLabel("Or in percent").FillAsync("10");
        await tab.Page.Locator("#trades").GetByLabel("Granted on").FillAsync("2026-01-10");
        await tab.Page.Locator("#trades").GetByLabel("Why was it granted?").FillAsync("They sign both at once");
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Page.Locator("#trades")).ToContainTextAsync("Say first where we walk away");
        tab.Forgive();
        await tab.LooksRightAsync("negotiation-first");
        await tab.Page.Locator("#walk-away").GetByLabel("The least price").FocusAsync();
        await tab.Page.Keyboard.TypeAsync("80000");
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Page.Locator("#walk-away dl")).ToContainTextAsync("80,000");
        await tab.Page.Locator("#ledger").GetByLabel("List price").FocusAsync();
        await tab.Page.Keyboard.TypeAsync("100000");
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Page.Locator("h1")).ToHaveTextAsync("Nothing of the price is granted.");
        await tab.Page.Locator("#trades summary").Last.FocusAsync();
        await tab.Page.Keyboard.PressAsync("Enter");
        await tab.Page.Locator("#trades").GetByLabel("What do we give?").FillAsync("The second yard");
        await tab.Page.Locator("#trades").GetByLabel("Or in percent").FillAsync("10");
        await tab.Page.Locator("#trades").GetByLabel("Granted on").FillAsync("2026-01-10");
        await tab.Page.Locator("#trades").GetByLabel("Why was it granted?").FillAsync("They sign both at once");
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Page.Locator("#ledger")).ToContainTextAsync("90,000");
        await Expect(tab.Page.Locator("#ledger")).ToContainTextAsync("for nothing");
        await tab.Page.Locator("#signs summary").First.FocusAsync();
        await tab.Page.Keyboard.PressAsync("Enter");
        await tab.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Tick: They speak of the price and of nothing else" }).FocusAsync();
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Page.Locator("#signs")).ToContainTextAsync("one seen");
        await tab.LooksRightAsync("negotiation");
    }
}
