using Coxswain.Platform.Access;
using static Microsoft.Playwright.Assertions;
namespace Coxswain.Browser.Tests;

/// <summary>The customer's way, noted where a deal is worked.</summary>
public sealed class SelectionTests(Site site)
{
    [Theory, InlineData(false), InlineData(true)]
    public async Task A_deal_that_goes_on_asks_for_what_shows_their_step_and_a_sentence_and_Enter_are_enough(bool phone)
    {
        Site.NeedsBrowser();
        await using var tab = await site.EnterAsync(Role.Seller, new Screen(phone));
        await tab.GoAsync(phone ? "/opportunities?owner=mine&end=Open&sort=amount*" : "/opportunities?owner=mine&end=Open&sort=-name*");
        await tab.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Advance", Exact = true }).ClickAsync();
        await Expect(tab.Page.Locator("h1")).ToContainTextAsync("What shows it:");
        await Expect(tab.Page.GetByLabel("What did they do or say?")).ToBeFocusedAsync();
        await tab.LooksRightAsync("deal-moving");
        var said = phone ? "Brought the plan to their board, and it passed" : "Brought the plan to their board";
        await tab.Page.Keyboard.TypeAsync(said);
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Page.Locator("#toasts")).ToContainTextAsync("is now in");
        await Expect(tab.Page.Locator("#customer")).ToContainTextAsync(said);
        await tab.Page.Locator("#toasts").GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(tab.Page.Locator("#toasts")).ToContainTextAsync("is back in");
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task What_a_customer_did_is_noted_in_a_sentence_and_taken_off_again(bool phone)
    {
        Site.NeedsBrowser();
        await using var tab = await site.EnterAsync(Role.Seller, new Screen(phone));
        await tab.GoAsync("/opportunities?owner=mine&end=Open*");
        var said = phone ? "Brought their head of purchasing to the phone" : "Brought their head of purchasing along";
        var steps = tab.Page.Locator("#customer");
        await steps.Locator("summary").First.ClickAsync();
        await tab.LooksRightAsync("deal-evidence");
        await steps.GetByLabel("What did they do or say?").FillAsync(said);
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(steps).ToContainTextAsync(said);
        await Expect(tab.Page.Locator("#toasts")).ToContainTextAsync("Shown:");
        await tab.LooksRightAsync("deal-shown");
        await steps.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = $"Take off: {said}" }).ClickAsync();
        await Expect(steps).Not.ToContainTextAsync(said);
        await tab.Page.Locator("#toasts").GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(steps).ToContainTextAsync(said);
    }
}
