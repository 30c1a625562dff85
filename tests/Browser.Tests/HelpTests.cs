using Coxswain.Platform.Access;
using static Microsoft.Playwright.Assertions;
namespace Coxswain.Browser.Tests;

/// <summary>Help that one asks for and another gives.</summary>
public sealed class HelpTests(Site site)
{
    [Theory, InlineData(false), InlineData(true)]
    public async Task Help_is_asked_from_a_deal_and_somebody_steps_in_and_says_what_came_of_it_by_keyboard_alone(bool phone)
    {
        Site.NeedsBrowser();
        var what = phone ? "A van by phone" : "A van by hand";
        await using var seller = await site.EnterAsync(Role.Seller, new Screen(phone));
        await seller.GoAsync("/opportunities?owner=mine*");
        var deal = new Uri(seller.Page.Url).AbsolutePath;
        await seller.GoAsync($"/requests/new?dealId={deal.Split('/')[^1]}");
        await seller.LooksRightAsync("request-new");
        await seller.Page.Keyboard.PressAsync("Enter");
        await Expect(seller.Page.Locator("main")).ToContainTextAsync("What do you need?");
        seller.Forgive();
        await seller.Page.GetByLabel("What do you need?").FillAsync(what);
        await seller.Page.GetByLabel("a rescue: a customer is waiting").FocusAsync();
        await seller.Page.Keyboard.PressAsync("Space");
        await seller.Page.GetByLabel("Minutes to closing").FocusAsync();
        await seller.Page.Keyboard.TypeAsync("30");
        await seller.Page.Keyboard.PressAsync("Enter");
        await Expect(seller.Page.Locator("#request")).ToContainTextAsync("minutes left");
        await seller.LooksRightAsync("request-waiting");
        var request = new Uri(seller.Page.Url).AbsolutePath;
        await using var support = await site.EnterAsync(Role.Support, new Screen(phone));
        await support.GoAsync("/requests");
        await Expect(support.Page.Locator("#for-anybody")).ToContainTextAsync(what);
        await support.LooksRightAsync("requests-support");
        await support.GoAsync(request);
        await support.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "I step in" }).FocusAsync();
        await support.Page.Keyboard.PressAsync("Enter");
        await Expect(support.Page.Locator("#effect")).ToContainTextAsync("unknown");
        await support.Page.Locator("#effect summary").FocusAsync();
        await support.Page.Keyboard.PressAsync("Enter");
        await support.Page.GetByLabel("Minutes it took").FocusAsync();
        await support.Page.Keyboard.TypeAsync("25");
        await support.Page.Keyboard.PressAsync("Enter");
        await Expect(support.Page.Locator("#effect")).ToContainTextAsync("25 minutes");
        await support.LooksRightAsync("request-over");
    }
}
