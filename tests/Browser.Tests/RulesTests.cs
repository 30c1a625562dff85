using Coxswain.Platform.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;
namespace Coxswain.Browser.Tests;

/// <summary>An administrator adds a rule without code.</summary>
public sealed class RulesTests(Site site)
{
    [Theory, InlineData(false), InlineData(true)]
    public async Task A_rule_is_put_together_tried_on_past_deals_added_and_switched_off_with_the_reason(bool phone)
    {
        Site.NeedsBrowser();
        // So long that no deal of the company is quiet: what others look at stays as it is.
        var days = phone ? "9001" : "9002";
        await using var tab = await site.EnterAsync(Role.Admin, new Screen(phone));
        await tab.GoAsync("/settings/rules/new");
        await tab.Page.GetByLabel("What", new() { Exact = true }).SelectOptionAsync("quiet");
        await Expect(tab.Page.GetByLabel("How much")).ToBeVisibleAsync();
        await tab.Page.GetByLabel("How", new() { Exact = true }).SelectOptionAsync("from");
        await Expect(tab.Page.GetByLabel("How", new() { Exact = true })).ToHaveValueAsync("from");
        await tab.Page.GetByLabel("How much").FillAsync(days);
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Page.Locator("#where")).ToContainTextAsync("Days without contact is at least 9,00");
        await tab.LooksRightAsync("rule-new");
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Try it on past deals" }).FocusAsync();
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Page.Locator("h1")).ToContainTextAsync("It would have found nothing in");
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "the rule" }).FocusAsync();
        await tab.Page.Keyboard.PressAsync("Enter");
        await tab.Field("What it says").FillAsync($"Silent for {days} days");
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Page.Locator("main")).ToContainTextAsync("Say why it matters");
        tab.Forgive();
        await Expect(tab.Field("What it says")).ToHaveValueAsync($"Silent for {days} days");
        await tab.Field("Why it matters").FillAsync("They forgot us");
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Page.Locator("h1")).ToContainTextAsync($"Silent for {days} days");
        await tab.Page.GetByLabel("Why it is switched off").FillAsync("Only tried");
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Page.Locator("main")).ToContainTextAsync("It is switched off: Only tried");
        await tab.LooksRightAsync("rule-off");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Remove it, with what it did" }).FocusAsync();
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Page.Locator("h1")).ToContainTextAsync("Rules");
        await Expect(tab.Page.Locator("main")).Not.ToContainTextAsync($"Silent for {days} days");
    }
}
