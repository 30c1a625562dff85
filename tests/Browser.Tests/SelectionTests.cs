using Coxswain.Platform.Access;
using static Microsoft.Playwright.Assertions;
namespace Coxswain.Browser.Tests;

/// <summary>The customer's way, noted where a deal is worked.</summary>
public sealed class SelectionTests(Site site)
{
    [Theory, InlineData(false), InlineData(true)]
    public async Task What_a_customer_did_is_noted_in_a_sentence_and_taken_off_again(bool phone)
    {
        Site.NeedsBrowser();
        await using var tab = await site.EnterAsync(Role.Seller, new Screen(phone));
        await tab.GoAsync("/opportunities?owner=mine&end=Open*");
        var said = phone ? "Brought their head of purchasing to the phone" : "Brought their head of purchasing along";
        var steps = tab.Page.Locator("#customer");
        await steps.Locator("summary").ClickAsync();
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
