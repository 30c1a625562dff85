using Coxswain.Platform.Access;
using static Microsoft.Playwright.Assertions;
namespace Coxswain.Browser.Tests;

/// <summary>How deals with a plan like one's own ended, and what that rests on.</summary>
public sealed class ChanceTests(Site site)
{
    private const int Most = 40;

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_plan_says_how_deals_like_it_ended_and_leads_to_what_that_rests_on_by_keyboard(bool phone)
    {
        Site.NeedsBrowser();
        await using var tab = await site.EnterAsync(Role.Manager, new Screen(phone));
        await PlanAsync(tab);
        await Expect(tab.Page.Locator("#plan-chance")).ToContainTextAsync("won (n = 70)");
        await Expect(tab.Page.Locator("#plan-chance dd")).ToHaveCountAsync(4);
        await tab.LooksRightAsync("plan-chance");
        await tab.Page.Locator("#plan-chance footer > a").FocusAsync();
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Page.Locator("h1")).ToContainTextAsync("tells most: each 10 points more went with");
        await tab.Page.Locator("#weights summary").FocusAsync();
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Page.Locator("#weights code")).ToContainTextAsync("ln(p ÷ (1 − p)) =");
        await Expect(tab.Page.Locator("#rests")).ToContainTextAsync("With it at half of their life");
        await tab.LooksRightAsync("chance");
    }

    // The largest open deals have plans; of one or another nothing is begun.
    private static async Task PlanAsync(Tab tab)
    {
        await tab.GoAsync("/opportunities?sort=-amount");
        var deals = await tab.Page.EvaluateAsync<string[]>("[...new Set([...document.querySelectorAll('main a[href^=\"/opportunities/\"]')].map(a => a.getAttribute('href')).filter(h => /^\\/opportunities\\/[0-9a-f-]{36}$/.test(h)))]");
        foreach (var deal in deals.Take(Most))
        {
            await tab.GoAsync(deal + "/plan");
            if (await tab.Page.Locator("#plan-chance").CountAsync() > 0) return;
        }
        Assert.Fail($"None of {deals.Length} deals has a plan with a chance.");
    }
}
