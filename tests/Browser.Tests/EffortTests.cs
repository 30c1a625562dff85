using Coxswain.Platform.Access;
using static Microsoft.Playwright.Assertions;
namespace Coxswain.Browser.Tests;

/// <summary>What goes into a customer and what comes back, and where a person's effort goes.</summary>
public sealed class EffortTests(Site site)
{
    [Theory, InlineData(false), InlineData(true)]
    public async Task A_customer_who_takes_and_does_not_act_is_found_from_the_account_and_the_next_step_is_a_small_one(bool phone)
    {
        Site.NeedsBrowser();
        await using var tab = await site.EnterAsync(Role.Leader, new Screen(phone));
        await tab.GoAsync($"/accounts/{site.Draining[0]}");
        await Expect(tab.Page.Locator("#effort")).ToContainTextAsync("little comes back");
        await tab.Page.Locator("#effort header a").FocusAsync();
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Page.Locator("h1")).ToHaveTextAsync("Much goes into them, and little comes back.");
        await tab.LooksRightAsync("effort-of-account");
        await tab.Page.Locator("#todo a").First.FocusAsync();
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Page.Locator("#agree")).ToBeVisibleAsync();
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Days_are_chosen_and_a_deal_is_opened_by_keyboard(bool phone)
    {
        Site.NeedsBrowser();
        await using var tab = await site.EnterAsync(Role.Seller, new Screen(phone));
        await tab.GoAsync("/effort");
        await tab.LooksRightAsync("effort");
        await tab.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "30 days", Exact = true }).FocusAsync();
        await tab.Page.Keyboard.PressAsync("Enter");
        await tab.Page.WaitForURLAsync("**/effort?*days=30");
        await tab.Page.Locator("#allocation tbody a").First.FocusAsync();
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Page.Locator("#three")).ToBeVisibleAsync();
    }
}
