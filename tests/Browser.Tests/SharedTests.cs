using Coxswain.Platform.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;
namespace Coxswain.Browser.Tests;

/// <summary>A seller shares a plan by a link, and a customer who has no account ticks; one of them at a desk, the other on a phone.</summary>
public sealed class SharedTests(Site site)
{
    [Theory, InlineData(false), InlineData(true)]
    public async Task A_seller_makes_a_link_with_the_keyboard_and_sees_what_the_customer_ticked_and_said(bool phone)
    {
        Site.NeedsBrowser();
        await using var tab = await site.EnterAsync(Role.Seller, new Screen(phone));
        var name = phone ? "Slots for the river port by phone" : "Slots for the river port";
        await tab.GoAsync("/opportunities/new");
        await tab.Field("What is it about?").FillAsync(name);
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Page.Locator("#deal-head")).ToContainTextAsync(name);
        var plan = new Uri(tab.Page.Url).AbsolutePath + "/shared";
        await tab.GoAsync(plan);
        await tab.LooksRightAsync("shared-none");
        await tab.Field("What is to be done?").FillAsync("Legal reads the contract");
        await tab.Page.GetByLabel("the customer", new() { Exact = true }).FocusAsync();
        await tab.Page.Keyboard.PressAsync("Space");
        await tab.Field("Or who, by name").FillAsync("Łucja Maj");
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Page.Locator("#steps")).ToContainTextAsync("Legal reads the contract");
        await Expect(tab.Page.Locator("h1")).ToContainTextAsync("Their one step is open.");
        await tab.Page.Locator("#link").GetByRole(AriaRole.Button, new() { Name = "Make the link" }).FocusAsync();
        await tab.Page.Keyboard.PressAsync("Enter");
        var link = await tab.Page.GetByLabel("Send it to the customer").InputValueAsync();
        await tab.LooksRightAsync("shared-link");

        await using var customer = await site.OpenAsync(new Screen(!phone));
        await customer.GoAsync(link);
        await customer.LooksRightAsync("shared-customer");
        await PressAsync(customer.Page.GetByRole(AriaRole.Button, new() { Name = "It is done" }), customer);
        await Expect(customer.Page.Locator("#yours")).ToContainTextAsync("What of it is done?");
        await Expect(customer.Page.Locator("#yours .wrong").First).ToBeVisibleAsync();
        customer.Forgive();
        await PressAsync(customer.Page.GetByLabel("Legal reads the contract"), customer);
        await customer.Page.Locator("#yours").GetByLabel("Your name").FillAsync("Łucja Maj");
        await PressAsync(customer.Page.GetByRole(AriaRole.Button, new() { Name = "It is done" }), customer);
        await Expect(customer.Page.Locator("#yours")).ToContainTextAsync("Everything on your side is done. Thank you.");
        await PressAsync(customer.Page.Locator("#said summary"), customer);
        await customer.Page.GetByLabel("What do you want to say?").FillAsync("She had two questions");
        await customer.Page.Locator("#said").GetByLabel("Your name").FillAsync("Łucja Maj");
        await customer.Page.GetByLabel("About what?").SelectOptionAsync(new SelectOptionValue { Label = "Legal reads the contract" });
        await PressAsync(customer.Page.GetByRole(AriaRole.Button, new() { Name = "Send", Exact = true }), customer);
        await Expect(customer.Page.Locator("#said")).ToContainTextAsync("She had two questions");
        await customer.LooksRightAsync("shared-customer-done");

        await tab.GoAsync("/today");
        await Expect(tab.Page.Locator("#told")).ToContainTextAsync("Said something of: Legal reads the contract");
        await tab.GoAsync(plan);
        await Expect(tab.Page.Locator("h1")).ToContainTextAsync("They have done their one step.");
        await Expect(tab.Page.Locator("#did")).ToContainTextAsync("2 new");
        await tab.LooksRightAsync("shared");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "I have read it" }).FocusAsync();
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Page.Locator("#did")).Not.ToContainTextAsync("new");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "End the link" }).ClickAsync();
        await Expect(tab.Page.Locator("#link")).ToContainTextAsync("ended");
        await customer.GoAsync(link);
        await Expect(customer.Page.Locator("h1")).ToContainTextAsync("This is not here, or not for you to see.");
        customer.Forgive();
        await customer.LooksRightAsync("shared-gone");
    }

    private static Task PressAsync(ILocator what, Tab on) => on.Screen.IsPhone ? what.TapAsync() : what.ClickAsync();

    [Theory, InlineData(false), InlineData(true)]
    public async Task The_shared_plan_of_a_deal_is_clean_reachable_by_everyone_and_fits_its_screen(bool phone)
    {
        Site.NeedsBrowser();
        await using var tab = await site.EnterAsync(Role.Seller, new Screen(phone));
        await tab.GoAsync("/opportunities?owner=mine*");
        await tab.GoAsync(new Uri(tab.Page.Url).AbsolutePath + "/shared");
        await tab.LooksRightAsync("shared-deal");
    }
}
