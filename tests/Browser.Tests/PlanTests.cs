using Coxswain.Platform.Access;
using static Microsoft.Playwright.Assertions;
namespace Coxswain.Browser.Tests;

/// <summary>An account's plan on every screen.</summary>
public sealed class PlanTests(Site site)
{
    [Theory, InlineData(false), InlineData(true)]
    public async Task A_plan_is_begun_kept_and_compared_on_pages_that_are_clean_and_fit_the_screen(bool phone)
    {
        Site.NeedsBrowser();
        await using var tab = await site.EnterAsync(Role.Seller, new Screen(phone));
        await tab.GoAsync("/accounts?owner=mine*");
        var plan = new Uri(tab.Page.Url).AbsolutePath + "/plan";
        await tab.GoAsync(plan + "/scope");
        await tab.LooksRightAsync("plan-scope");
        await tab.Field("Which part of them do we plan?").FillAsync("Sites in the north");
        await tab.Page.Locator("#plan-scope-form button").ClickAsync();
        await Expect(tab.Page.Locator("#plan-scope")).ToContainTextAsync("Sites in the north");
        foreach (var kind in (string[])["Goal", "Rung", "Revenue"])
        {
            await tab.GoAsync($"{plan}/items/new?kind={kind}");
            await tab.LooksRightAsync($"plan-{kind.ToLowerInvariant()}");
        }
        await tab.GoAsync($"{plan}/items/new?kind=Goal");
        await tab.Field("What do we want to be known for there?").FillAsync("To be seen as those who halved their yard times");
        await tab.Page.Locator("#plan-item button").ClickAsync();
        await Expect(tab.Page.Locator("#plan-goals")).ToContainTextAsync("no day is set");
        await tab.LooksRightAsync("plan");
        await tab.GoAsync(plan + "/reviews/new");
        await tab.LooksRightAsync("plan-review");
        await tab.Page.Locator("#plan-review button").ClickAsync();
        await Expect(tab.Page.Locator("#plan-reviews")).ToBeVisibleAsync();
        foreach (var page in (string[])["/one-page", "/changes"])
        {
            await tab.GoAsync(plan + page);
            await tab.LooksRightAsync("plan" + page.Replace('/', '-'));
        }
    }
}
