using Coxswain.Platform.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;
namespace Coxswain.Browser.Tests;

/// <summary>From a won deal to its contract, and to the deal that renews it.</summary>
public sealed class ContractTests(Site site)
{
    [Theory, InlineData(false), InlineData(true)]
    public async Task A_won_deal_becomes_a_contract_and_the_contract_a_renewal_by_keyboard_alone(bool phone)
    {
        Site.NeedsBrowser();
        await using var tab = await site.EnterAsync(Role.Seller, new Screen(phone));
        await tab.GoAsync("/opportunities?end=Won&owner=mine");
        await tab.Page.Locator("main [data-list] a[data-item]").First.FocusAsync();
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Page.Locator("#deal-head")).ToContainTextAsync("Won");
        await tab.Page.Locator("#deal-head").GetByRole(AriaRole.Link, new() { Name = "Contract", Exact = true }).FocusAsync();
        await tab.Page.Keyboard.PressAsync("Enter");
        var form = tab.Page.Locator("#make");
        await form.GetByLabel("What do they buy?").FillAsync(phone ? "Gates by phone" : "Gates by hand");
        await form.GetByLabel("First day").FillAsync("2026-01-01");
        await form.GetByLabel("Last day").FillAsync("2025-01-01");
        await form.GetByLabel("What do they buy?").FocusAsync();
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Page.Locator("#make")).ToContainTextAsync("It would end before it begins.");
        tab.Forgive();
        await tab.LooksRightAsync("contract-of-deal-wrong");
        await form.GetByLabel("Last day").FillAsync("2099-12-31");
        await form.GetByLabel("Days of notice").FillAsync("30");
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Page.Locator("h1")).ToContainTextAsync("It runs until");
        await Expect(tab.Page.Locator("#contract")).ToContainTextAsync("Days of notice");
        await tab.LooksRightAsync("contract");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Open the renewal" }).FocusAsync();
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Page.Locator("h1")).ToHaveTextAsync(phone ? "Renewal: Gates by phone" : "Renewal: Gates by hand");
        await Expect(tab.Page.Locator("#facts")).ToContainTextAsync("renewal");
        await tab.Page.Locator("#deal-head").GetByRole(AriaRole.Link, new() { Name = "Contract", Exact = true }).FocusAsync();
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Page.Locator("main")).ToContainTextAsync("The term before");
        await tab.LooksRightAsync("contract-renewal");
        await tab.GoAsync("/contracts?owner=mine");
        await Expect(tab.Page.Locator("main")).ToContainTextAsync(phone ? "Gates by phone" : "Gates by hand");
        await tab.LooksRightAsync("contracts");
        await tab.GoAsync("/contracts/figures");
        await tab.LooksRightAsync("contracts-figures");
    }
}
