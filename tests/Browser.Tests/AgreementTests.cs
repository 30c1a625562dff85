using Coxswain.Platform.Access;
using static Microsoft.Playwright.Assertions;
namespace Coxswain.Browser.Tests;

/// <summary>Where a deal stands, what they agreed to, and how the team goes into it.</summary>
public sealed class AgreementTests(Site site)
{
    [Theory, InlineData(false), InlineData(true)]
    public async Task What_they_agree_to_is_noted_and_kept_beside_the_guide_and_the_formation_by_keyboard(bool phone)
    {
        Site.NeedsBrowser();
        await using var tab = await site.EnterAsync(Role.Seller, new Screen(phone));
        await tab.GoAsync("/opportunities/new");
        await tab.Field("What is it about?").FillAsync(phone ? "Ladder by phone" : "Ladder by hand");
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Page.Locator("#deal-issues")).ToBeVisibleAsync();
        var deal = new Uri(tab.Page.Url).AbsolutePath;
        await tab.GoAsync(deal + "/guide");
        await Expect(tab.Page.Locator("#uncovered")).ToContainTextAsync("0 of 4 roles known");
        await tab.LooksRightAsync("guide");
        await tab.GoAsync(deal + "/ladder");
        await tab.LooksRightAsync("ladder-new");
        await tab.Field("What did they agree to do?").FillAsync("They send last March");
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Page.Locator("#rung-1")).ToContainTextAsync("They send last March");
        await tab.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Kept: They send last March", Exact = true }).FocusAsync();
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Page.Locator("h1")).ToHaveTextAsync("They kept 1 of 1; the largest so far: They tell us something.");
        await tab.LooksRightAsync("ladder");
        await tab.GoAsync(deal + "/team?edit=formation");
        await tab.LooksRightAsync("formation-new");
        await tab.Page.GetByLabel("in between", new() { Exact = true }).FocusAsync();
        await tab.Page.Keyboard.PressAsync(" ");
        await tab.Field("Where are we strong?").FillAsync("We know the gate");
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Page.Locator("#formation")).ToContainTextAsync("strong: We know the gate");
        await tab.LooksRightAsync("formation");
        await tab.GoAsync("/closing-profile");
        await tab.LooksRightAsync("closing-profile");
    }
}
