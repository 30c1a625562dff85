using Coxswain.Platform.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;
namespace Coxswain.Browser.Tests;

/// <summary>The whole way without a mouse.</summary>
public sealed class KeyTests(Site site)
{
    [Theory, InlineData("/"), InlineData("Control+k")]
    public async Task One_key_finds_anything_and_Enter_goes_there(string key)
    {
        Site.NeedsBrowser();
        await using var tab = await site.EnterAsync(Role.Seller, Screen.Desktop);
        await tab.GoAsync("/accounts");
        var account = tab.Page.Locator("main [data-item]").First;
        var (name, address) = (await account.InnerTextAsync(), await account.GetAttributeAsync("href"));
        await tab.GoAsync("/today");
        await tab.Page.Keyboard.PressAsync(key);
        await tab.Page.Keyboard.TypeAsync(name);
        await Expect(tab.Page.Locator($"#hits [role=option]:has(a[href='{address}'])")).ToBeVisibleAsync();
        await Expect(tab.Page.Locator("#hits-said")).ToContainTextAsync("found");
        await tab.Page.Keyboard.PressAsync("Enter");
        await tab.Page.WaitForURLAsync("**" + address);
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task What_the_arrows_chose_is_where_Enter_goes_before_a_later_answer_and_after_it(bool after)
    {
        Site.NeedsBrowser();
        await using var tab = await site.EnterAsync(Role.Seller, Screen.Desktop);
        await tab.GoAsync("/today");
        await tab.Page.Keyboard.PressAsync("/");
        await tab.Page.Keyboard.TypeAsync("a");
        var options = tab.Page.Locator("#hits [role=option]");
        await Expect(tab.Page.Locator("#hits [aria-selected=true]")).ToBeVisibleAsync();
        var answer = new TaskCompletionSource();
        await tab.Page.RouteAsync("**/find?q=*", async route => { await answer.Task; await route.ContinueAsync(); });
        var asked = tab.Page.WaitForRequestAsync("**/find?q=ac*");
        await tab.Page.Keyboard.TypeAsync("c");
        await asked;
        // Among the hits of the one letter, one that the two letters find too and that is not the first of theirs.
        var address = (await options.Locator("a", new() { HasTextRegex = new(@"(?<!\w)ac", System.Text.RegularExpressions.RegexOptions.IgnoreCase) }).Last.GetAttributeAsync("href"))!;
        var chosen = tab.Page.Locator($"#hits [role=option]:has(a[href='{address}'])");
        do await tab.Page.Keyboard.PressAsync("ArrowDown"); while (await chosen.GetAttributeAsync("aria-selected") != "true");
        if (after)
        {
            var answered = tab.Page.WaitForResponseAsync("**/find?q=ac*");
            answer.SetResult();
            await (await answered).FinishedAsync();
            await Expect(options.First).ToContainTextAsync(new System.Text.RegularExpressions.Regex(@"(?<!\w)ac", System.Text.RegularExpressions.RegexOptions.IgnoreCase));
            await Expect(chosen).ToHaveAttributeAsync("aria-selected", "true");
        }
        await tab.Page.Keyboard.PressAsync("Enter");
        await tab.Page.WaitForURLAsync("**" + address);
        answer.TrySetResult();
    }

    [Fact]
    public async Task From_a_filled_form_Enter_goes_where_the_typed_words_lead_however_late_they_are_answered()
    {
        Site.NeedsBrowser();
        await using var tab = await site.EnterAsync(Role.Seller, Screen.Desktop);
        await tab.GoAsync("/accounts/new");
        await tab.Page.GetByLabel("Name", new() { Exact = true }).FillAsync("Nordwind");
        await tab.Page.Keyboard.PressAsync("Control+k");
        await Expect(tab.Page.Locator("#hits [role=option]").First).ToBeVisibleAsync();
        var answer = new TaskCompletionSource();
        await tab.Page.RouteAsync("**/find?q=*", async route => { await answer.Task; await route.ContinueAsync(); });
        var asked = tab.Page.WaitForRequestAsync("**/find?q=dupl*");
        await tab.Page.Keyboard.TypeAsync("duplicates");
        await tab.Page.Keyboard.PressAsync("Enter");
        await asked;
        answer.SetResult();
        await tab.Page.WaitForURLAsync("**/duplicates");
        // What was typed into the form waits for who comes back.
        await tab.GoAsync("/accounts/new");
        await Expect(tab.Page.GetByLabel("Name", new() { Exact = true })).ToHaveValueAsync("Nordwind");
    }

    [Fact]
    public async Task Escape_closes_the_finder_and_the_page_is_as_it_was()
    {
        Site.NeedsBrowser();
        await using var tab = await site.EnterAsync(Role.Seller, Screen.Desktop);
        await tab.GoAsync("/today");
        await tab.Page.Keyboard.PressAsync("/");
        await Expect(tab.Page.Locator("#finder input")).ToBeFocusedAsync();
        await tab.Page.Keyboard.PressAsync("Escape");
        await Expect(tab.Page.Locator("#finder")).ToBeHiddenAsync();
        Assert.EndsWith("/today", tab.Page.Url, StringComparison.Ordinal);
    }

    [Fact]
    public async Task C_leads_to_what_can_be_added_from_everywhere()
    {
        Site.NeedsBrowser();
        await using var tab = await site.EnterAsync(Role.Seller, Screen.Desktop);
        await tab.GoAsync("/accounts");
        await tab.Page.Keyboard.PressAsync("c");
        await Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Name = "What do you want to add?" })).ToBeVisibleAsync();
    }

    [Fact]
    public async Task J_and_K_walk_a_list_and_Enter_opens_the_row()
    {
        Site.NeedsBrowser();
        await using var tab = await site.EnterAsync(Role.Seller, Screen.Desktop);
        await tab.GoAsync("/opportunities");
        var items = tab.Page.Locator("[data-list] [data-item]");
        foreach (var (key, focused) in new[] { ("j", 0), ("j", 1), ("j", 2), ("k", 1) })
        {
            await tab.Page.Keyboard.PressAsync(key);
            await Expect(items.Nth(focused)).ToBeFocusedAsync();
        }
        var address = await items.Nth(1).GetAttributeAsync("href");
        await tab.Page.Keyboard.PressAsync("Enter");
        await tab.Page.WaitForURLAsync("**" + address);
    }

    [Fact]
    public async Task Keys_are_letters_while_one_types()
    {
        Site.NeedsBrowser();
        await using var tab = await site.EnterAsync(Role.Seller, Screen.Desktop);
        await tab.GoAsync("/accounts/new");
        await tab.Page.GetByLabel("Name", new() { Exact = true }).FocusAsync();
        await tab.Page.Keyboard.TypeAsync("jack/c?");
        await Expect(tab.Page.GetByLabel("Name", new() { Exact = true })).ToHaveValueAsync("jack/c?");
    }
}
