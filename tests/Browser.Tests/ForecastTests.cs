using Coxswain.Platform.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;
namespace Coxswain.Browser.Tests;

/// <summary>Calling a number, with the keyboard and with a thumb.</summary>
public sealed class ForecastTests(Site site)
{
    [Theory, InlineData(false), InlineData(true)]
    public async Task A_number_is_called_a_mistake_is_told_at_its_field_and_what_was_called_is_said_aloud(bool phone)
    {
        Site.NeedsBrowser();
        await using var tab = await site.EnterAsync(Role.Leader, new Screen(phone));
        // A quarter of its own for each screen: what is called stays.
        await tab.GoAsync("/forecast");
        for (var i = 0; i < (phone ? 2 : 1); i++) await tab.Page.GetByRole(AriaRole.Link, new() { Name = "The period after" }).ClickAsync();
        await Expect(tab.Page.Locator("#call")).ToContainTextAsync("What others called is shown once you have given your figure.");
        await Commit(tab).FillAsync("-5");
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Page.Locator("#call")).ToContainTextAsync("No less than nothing, please.");
        await Expect(Commit(tab)).ToHaveValueAsync("-5");
        tab.Forgive();
        await tab.LooksRightAsync("forecast-wrong");
        await Commit(tab).FillAsync("9,250,000");
        await tab.Page.GetByLabel("And if all goes well?").FillAsync("9,900,000");
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Page.Locator("h1")).ToContainTextAsync("You called €\u00A09,250,000");
        await Expect(tab.Page.Locator("#toasts")).ToContainTextAsync("Called:");
        await tab.LooksRightAsync("forecast-called");
        await tab.Page.GetByText("Call again").ClickAsync();
        await Commit(tab).FillAsync("9,000,000");
        await tab.Page.GetByLabel("Why does it change?").First.FillAsync("One plant moved");
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Page.Locator("#call")).ToContainTextAsync("One plant moved");
        await Expect(tab.Page.Locator("#call")).ToContainTextAsync("9,250,000");
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task What_changed_between_two_days_stands_in_columns_that_begin_and_end_with_them(bool phone)
    {
        Site.NeedsBrowser();
        await using var tab = await site.EnterAsync(Role.Manager, new Screen(phone));
        await tab.GoAsync("/forecast");
        await tab.LooksRightAsync("manager-forecast-rows");
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "What changed", Exact = true }).ClickAsync();
        await Expect(tab.Page.Locator("#bridge")).ToContainTextAsync("Today");
        await tab.LooksRightAsync("manager-forecast-changes");
        var first = tab.Page.GetByLabel("First day");
        var day = DateOnly.ParseExact(await first.InputValueAsync(), "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);
        await first.FillAsync(day.AddDays(-3).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Compare" }).ClickAsync();
        await Expect(tab.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex($"from={day.AddDays(-3):yyyy-MM-dd}"));
        await tab.Page.GetByRole(AriaRole.Link, new() { Name = "Back to the forecast" }).ClickAsync();
        await Expect(tab.Page.Locator("#rows")).ToBeVisibleAsync();
    }

    private static ILocator Commit(Tab tab) => tab.Page.Locator("#call input[name=Commit]");
}
