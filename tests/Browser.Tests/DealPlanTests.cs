using Coxswain.Platform.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;
namespace Coxswain.Browser.Tests;

/// <summary>The plan of a deal under a seller's hands: begun with three answers, kept up in under a minute.</summary>
public sealed class DealPlanTests(Site site, ITestOutputHelper output)
{
    [Theory, InlineData(false), InlineData(true)]
    public async Task Two_stances_with_evidence_an_agreed_action_and_a_muted_warning_take_under_a_minute_and_twelve_inputs(bool phone)
    {
        Site.NeedsBrowser();
        await using var tab = await site.EnterAsync(Role.Seller, new Screen(phone));
        await BegunAsync(tab, phone ? "Quay gates by phone" : "Quay gates by desk");
        // From the page of the deal on.
        var (hands, who, minds) = (new Hands(tab), tab.Page.Locator("#who-decides"), tab.Page.Locator("#warnings"));
        foreach (var (name, stance, shown) in new[] { ("The managing board", "supports us", "Asked for a date"), ("Head of the yard", "doubts us", "Wants to see it run") })
        {
            await hands.ClickAsync(who.GetByText(name));
            await Expect(tab.Page.Locator("#person h2")).ToHaveTextAsync(name);
            await hands.ClickAsync(tab.Page.Locator("#plan-judge").GetByText(stance, new() { Exact = true }));
            await hands.TypeAsync("What shows it? What did they say or do?", shown);
            await hands.PressAsync("Note it");
            await Expect(tab.Page.Locator("#person dl")).ToContainTextAsync(shown);
        }
        await hands.ClickAsync(minds.GetByRole(AriaRole.Button, new() { Name = "Win somebody who shows us the way" }));
        await Expect(tab.Page.Locator("#actions")).ToContainTextAsync("settles: Nobody guides us there");
        var mute = minds.Locator("li", new() { HasText = "Nobody is known who checks it" });
        await hands.ClickAsync(mute.Locator("summary"));
        await hands.TypeAsync(mute.Locator("input[name=Text]"), "They buy untested");
        await hands.ClickAsync(mute.GetByRole(AriaRole.Button, new() { Name = "Mute it" }));
        await Expect(minds).ToContainTextAsync("One muted");
        output.WriteLine($"{hands.Seconds:0.0} s, {hands.Inputs} inputs");
        Assert.True(hands.Seconds <= 60, $"It takes {hands.Seconds:0.0} seconds.");
        Assert.True(hands.Inputs <= 12, $"It takes {hands.Inputs} inputs.");
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_plan_its_question_and_its_forms_are_clean_reachable_and_fit_the_screen(bool phone)
    {
        Site.NeedsBrowser();
        await using var tab = await site.EnterAsync(Role.Seller, new Screen(phone));
        await BegunAsync(tab, phone ? "Sheds by phone" : "Sheds by desk", "plan-start");
        await tab.LooksRightAsync("plan-deal");
        var deal = tab.Page.Url.Split('?', '#')[0];
        await tab.GoAsync(deal + "/plan");
        await tab.LooksRightAsync("plan");
        await tab.Page.Locator("#who-decides").GetByText("Head of the yard").ClickAsync();
        await tab.LooksRightAsync("plan-person");
        await tab.Page.Locator("#plan-judge button.do").ClickAsync();
        await Expect(tab.Page.Locator("#plan-judge")).ToContainTextAsync("Choose one of the words.");
        tab.Forgive();
        await tab.LooksRightAsync("plan-person-wrong");
        foreach (var page in (string[])["/people/new", "/objective", "/strengths/new", "/changes"])
        {
            await tab.GoAsync(deal + "/plan" + page);
            await tab.LooksRightAsync("plan" + page.Replace('/', '-'));
        }
    }

    [Fact]
    public async Task A_question_is_answered_where_it_is_asked_and_the_next_one_comes_by_keyboard_alone()
    {
        Site.NeedsBrowser();
        await using var tab = await site.EnterAsync(Role.Seller, Screen.Desktop);
        await BegunAsync(tab, "Cranes by key");
        var question = tab.Page.Locator("#plan-question");
        await Expect(question).ToContainTextAsync("What does The managing board gain from it?");
        await question.Locator("input[name=Text]").FocusAsync();
        await tab.Page.Keyboard.TypeAsync("A quick success");
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Page.Locator("#who-decides")).ToContainTextAsync("A quick success");
        await Expect(question).ToContainTextAsync("Who there wants us to win, and shows us the way?");
        await question.GetByRole(AriaRole.Button, new() { NameRegex = new("^I'll ask on") }).FocusAsync();
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(question).Not.ToContainTextAsync("Who there wants us to win");
        await Expect(tab.Page.Locator("#steps")).ToContainTextAsync("Find somebody who wants us to win");
    }

    // A deal of its own with an account of its own, its plan begun: the board says yes, the head of the yard uses it.
    internal static async Task<string> BegunAsync(Tab tab, string name, string? look = null)
    {
        await tab.GoAsync("/opportunities/new");
        await tab.Field("What is it about?").FillAsync(name);
        await tab.Field("Account").FillAsync(name + " Ltd");
        await tab.Page.Locator("main form.form .btn.do").ClickAsync();
        await tab.Page.GetByLabel("Add it as a new account").CheckAsync();
        await tab.Page.Locator("main form.form .btn.do").ClickAsync();
        tab.Forgive();
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Begin a plan" }).ClickAsync();
        await tab.Field("Or a committee, or a role").FillAsync("The managing board");
        await tab.Field("What is their next step?").FillAsync("Walk the yard together");
        if (look is not null) await tab.LooksRightAsync(look);
        await tab.Page.Locator("#plan-start .btn.do").ClickAsync();
        await Expect(tab.Page.Locator("#who-decides")).ToContainTextAsync("The managing board");
        var deal = tab.Page.Url.Split('?', '#')[0];
        await tab.GoAsync(deal + "/plan/people/new?part=User");
        await tab.Field("Or a committee, or a role").FillAsync("Head of the yard");
        await tab.Page.Locator("#plan-person .btn.do").ClickAsync();
        await Expect(tab.Page.Locator("#person h2")).ToHaveTextAsync("Head of the yard");
        await tab.GoAsync(deal);
        return new Uri(deal).AbsolutePath;
    }
}
