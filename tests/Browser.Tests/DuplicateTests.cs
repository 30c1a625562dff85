using Coxswain.Platform.Access;
using Microsoft.Playwright;
namespace Coxswain.Browser.Tests;

/// <summary>What is there twice, under somebody's hands.</summary>
public sealed class DuplicateTests(Site site)
{
    [Fact]
    public async Task Who_types_a_known_name_reads_what_it_looks_like_before_it_is_added()
    {
        Site.NeedsBrowser();
        await using var tab = await site.EnterAsync(Role.Manager, Screen.Desktop);
        await tab.GoAsync("/accounts");
        var name = (await tab.Page.Locator("tbody a.row-link").First.InnerTextAsync()).Trim();
        await tab.GoAsync("/accounts/new");
        await tab.Page.GetByLabel("Name", new() { Exact = true }).PressSequentiallyAsync(name);
        await Expect(tab.Page.Locator(".known").GetByText("same name").First).ToBeVisibleAsync();
        await tab.LooksRightAsync("manager-known");
    }

    [Fact]
    public async Task A_pair_is_opened_merged_and_made_two_again_from_the_keyboard()
    {
        Site.NeedsBrowser();
        await using var tab = await site.EnterAsync(Role.Admin, Screen.Desktop);
        await tab.GoAsync("/duplicates?kind=contact");
        var look = tab.Page.GetByRole(AriaRole.Button, new() { Name = "Look now" });
        if (await look.CountAsync() > 0) await look.ClickAsync();
        await UntilAsync(async () =>
        {
            await tab.GoAsync("/duplicates?kind=contact");
            return await tab.Page.Locator("[data-list] a.row-link").CountAsync() > 0;
        });
        await tab.LooksRightAsync("admin-duplicates");
        await tab.Page.Keyboard.PressAsync("j");
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = "Side by side" })).ToBeVisibleAsync();
        await tab.LooksRightAsync("admin-duplicates-one");
        await tab.Page.Keyboard.PressAsync("m");
        await Expect(tab.Page.GetByText("are one.")).ToBeVisibleAsync();
        await tab.GoAsync("/duplicates/merged");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Take it back" }).First.ClickAsync();
        await Expect(tab.Page.GetByText("They are two again.")).ToBeVisibleAsync();
    }

    private static async Task UntilAsync(Func<Task<bool>> holds)
    {
        for (var left = 200; !await holds(); left--) Assert.True(left > 0, "Nothing was found.");
    }

    private static ILocatorAssertions Expect(ILocator locator) => Assertions.Expect(locator);
}
