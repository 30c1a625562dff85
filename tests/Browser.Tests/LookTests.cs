using Coxswain.Platform.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;
namespace Coxswain.Browser.Tests;

/// <summary>A plan is looked through: the feeling first, then what it says, then the feeling again.</summary>
public sealed class LookTests(Site site)
{
    private const double Minute = 60;
    private const int MostInputs = 12;

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_plan_is_looked_through_in_under_a_minute_and_says_so(bool phone)
    {
        Site.NeedsBrowser();
        await using var tab = await site.EnterAsync(Role.Seller, new Screen(phone));
        var deal = await PlannedAsync(tab, phone ? "Looked through by phone" : "Looked through by hand");
        await tab.GoAsync(deal + "/plan/review");
        await Expect(tab.Page.Locator("h1")).ToContainTextAsync("First the feeling, then the plan");
        await Expect(tab.Page.Locator("main")).Not.ToContainTextAsync("No approver known");
        await tab.LooksRightAsync("look-before");
        var hands = new Hands(tab);
        await hands.TakeInAsync();
        await hands.PressAsync("good");
        await Expect(tab.Page.Locator("#mind")).ToContainTextAsync("No approver known");
        await tab.LooksRightAsync("look-after");
        await hands.TakeInAsync();
        await hands.ClickAsync(tab.Page.GetByLabel("worried", new() { Exact = true }));
        await hands.TypeAsync("What came of it?", "Nobody says yes yet");
        await hands.PressAsync("That was it");
        await Expect(tab.Page.Locator("main")).ToContainTextAsync("Looked through on");
        Assert.True(hands.Seconds <= Minute && hands.Inputs <= MostInputs, $"{hands.Seconds:0} s and {hands.Inputs} inputs");
        await tab.LooksRightAsync("look-plan");
        await tab.GoAsync(deal + "/plan/review");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "mixed", Exact = true }).ClickAsync();
        await Expect(tab.Page.Locator("#looks")).ToContainTextAsync("good → worried (−4)");
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task An_action_is_agreed_whole_and_done_with_what_came_of_it(bool phone)
    {
        Site.NeedsBrowser();
        await using var tab = await site.EnterAsync(Role.Seller, new Screen(phone));
        var deal = await PlannedAsync(tab, phone ? "Agreed by phone" : "Agreed by hand");
        await tab.GoAsync(deal + "/plan/actions/new");
        await tab.LooksRightAsync("action-new");
        var hands = new Hands(tab);
        await hands.TypeAsync("What is to be done?", "Find out who signs");
        await tab.Field("What would it settle?").SelectOptionAsync(new SelectOptionValue { Value = "approver-unknown" });
        await hands.TypeAsync("What would show that it is done?", "A name in their mail");
        await tab.Page.Keyboard.PressAsync("Enter");
        var actions = tab.Page.Locator("#actions");
        await Expect(actions).ToContainTextAsync("to show: A name in their mail");
        await hands.ClickAsync(actions.Locator("summary", new() { HasText = "Done, and what came of it" }).First);
        await tab.LooksRightAsync("action-done");
        await actions.Locator("input[name=Result]").First.FillAsync("Their board does");
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(actions).ToContainTextAsync("Their board does");
        await Expect(actions).ToContainTextAsync("Did it settle “No approver known”?");
        await tab.LooksRightAsync("action-settled");
    }

    [Fact]
    public async Task By_keyboard_alone_it_is_looked_through_as_well()
    {
        Site.NeedsBrowser();
        await using var tab = await site.EnterAsync(Role.Seller, new Screen(false));
        var deal = await PlannedAsync(tab, "Looked through by keys");
        await tab.GoAsync(deal + "/plan/review");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "mixed", Exact = true }).FocusAsync();
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Page.Locator("#look-after")).ToBeVisibleAsync();
        await tab.Page.Locator("#look-after input[type=radio]").First.FocusAsync();
        await tab.Page.Keyboard.PressAsync("Space");
        await tab.Page.Keyboard.PressAsync("ArrowDown");
        await tab.Page.Keyboard.PressAsync("Tab");
        await tab.Page.Keyboard.TypeAsync("Nothing new");
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Page.Locator("main")).ToContainTextAsync("Looked through on");
    }

    private static async Task<string> PlannedAsync(Tab tab, string name)
    {
        await tab.GoAsync("/opportunities/new");
        await tab.Field("What is it about?").FillAsync(name);
        await tab.Field("Account").FillAsync(name + " Ltd");
        await tab.Page.Locator("main form.form .btn.do").ClickAsync();
        await tab.Page.GetByLabel("Add it as a new account").CheckAsync();
        await tab.Page.Locator("main form.form .btn.do").ClickAsync();
        tab.Forgive();
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Begin a plan" }).ClickAsync();
        await tab.Page.Locator("#plan-start .btn.do").ClickAsync();
        await Expect(tab.Page.Locator("#who-decides")).ToBeVisibleAsync();
        var deal = new Uri(tab.Page.Url).AbsolutePath;
        return deal;
    }
}
