using Coxswain.Platform.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;
namespace Coxswain.Browser.Tests;

/// <summary>The board under a seller's hands.</summary>
public sealed partial class BoardTests(Site site)
{
    [Fact]
    public async Task A_deal_is_dragged_to_the_next_stage_and_taken_back()
    {
        Site.NeedsBrowser();
        await using var tab = await site.EnterAsync(Role.Seller, Screen.Desktop);
        var (card, from, to) = await FirstCardAsync(tab);
        // Not on the place where the card was pressed, else it only opens.
        await card.DragToAsync(to, new() { TargetPosition = new() { X = 40, Y = 20 } });
        // Nothing shows the customer's step yet: the card is back and asks, and one press takes a reason.
        await Expect(from.Locator($"#{await card.GetAttributeAsync("id")} .card-ask")).ToBeVisibleAsync();
        await tab.LooksRightAsync("board-asks");
        await card.GetByRole(AriaRole.Button, new() { Name = "They told us, the note follows" }).ClickAsync();
        await MovesAndComesBackAsync(tab, card, from, to);
    }

    [Fact]
    public async Task A_deal_is_moved_by_keyboard_keeps_the_focus_and_the_move_is_said_aloud()
    {
        Site.NeedsBrowser();
        await using var tab = await site.EnterAsync(Role.Manager, Screen.Desktop);
        var (card, from, to) = await FirstCardAsync(tab);
        await card.Locator("[data-item]").FocusAsync();
        await tab.Page.Keyboard.PressAsync("]");
        await Expect(card.Locator(".card-ask input[name=Evidence]")).ToBeFocusedAsync();
        await PressReasonAsync(tab);
        await Expect(to.Locator($"#{await card.GetAttributeAsync("id")} [data-item]")).ToBeFocusedAsync();
        await MovesAndComesBackAsync(tab, card, from, to);
    }

    [Fact]
    public async Task A_cards_Move_is_opened_chosen_and_pressed_by_keyboard_alone_and_Escape_puts_it_away()
    {
        Site.NeedsBrowser();
        await using var tab = await site.EnterAsync(Role.Manager, Screen.Desktop);
        var (card, from, to) = await FirstCardAsync(tab);
        var select = card.Locator("select");
        await card.Locator("[data-move-to]").FocusAsync();
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(select).ToBeFocusedAsync();
        await tab.Page.Keyboard.PressAsync("Escape");
        await Expect(select).ToBeHiddenAsync();
        await Expect(card.Locator("[data-move-to]")).ToBeFocusedAsync();
        await tab.Page.Keyboard.PressAsync("Enter");
        await select.SelectOptionAsync(await to.GetAttributeAsync("data-column") ?? "");
        await tab.Page.Keyboard.PressAsync("Tab");
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(card.Locator(".card-ask input[name=Evidence]")).ToBeFocusedAsync();
        await PressReasonAsync(tab);
        await MovesAndComesBackAsync(tab, card, from, to);
    }

    [Fact]
    public async Task A_card_of_a_list_is_dragged_to_another_answer_and_taken_back()
    {
        Site.NeedsBrowser();
        await using var tab = await site.EnterAsync(Role.Leader, Screen.Desktop);
        await tab.GoAsync("/accounts?as=board&group=tier");
        var (card, from, to) = await FirstCardHereAsync(tab);
        await card.DragToAsync(to, new() { TargetPosition = new() { X = 40, Y = 20 } });
        await Expect(tab.Page.Locator("#toasts .toast")).ToContainTextAsync("Tier is now B.");
        await MovesAndComesBackAsync(tab, card, from, to);
    }

    [Fact]
    public async Task Of_a_full_column_the_cards_that_are_not_drawn_are_found_in_the_list()
    {
        Site.NeedsBrowser();
        await using var tab = await site.EnterAsync(Role.Leader, Screen.Desktop);
        await tab.GoAsync("/opportunities/board?owner=all");
        var column = tab.Page.Locator(".board section").Filter(new() { Has = tab.Page.Locator(".more a") }).First;
        var drawn = await column.Locator("[data-card]").CountAsync();
        var rest = int.Parse(Digits().Match(await column.Locator(".more a").InnerTextAsync()).Value, System.Globalization.CultureInfo.InvariantCulture);
        await column.Locator(".more a").ClickAsync();
        await Expect(tab.Page.Locator("nav.paging")).ToContainTextAsync($"{drawn + rest} rows");
    }

    private static async Task<(ILocator Card, ILocator From, ILocator To)> FirstCardAsync(Tab tab)
    {
        await tab.GoAsync("/opportunities/board?owner=mine");
        if (await tab.Page.Locator("[data-card]").CountAsync() == 0) await tab.GoAsync("/opportunities/board?owner=all");
        return await FirstCardHereAsync(tab);
    }

    private static async Task<(ILocator Card, ILocator From, ILocator To)> FirstCardHereAsync(Tab tab)
    {
        var from = tab.Page.Locator("[data-column]").Filter(new() { Has = tab.Page.Locator("[data-move-to]") }).First;
        var column = await from.GetAttributeAsync("data-column");
        var id = await from.Locator("[data-card]:has([data-move-to])").First.GetAttributeAsync("id");
        return (tab.Page.Locator($"#{id}"), tab.Page.Locator($"[data-column='{column}']"), tab.Page.Locator($"[data-column='{column}'] >> xpath=following::*[@data-column][1]"));
    }

    // Past the button that waits for a sentence, to the first of the reasons.
    private static async Task PressReasonAsync(Tab tab)
    {
        foreach (var key in (string[])["Tab", "Tab", "Enter"]) await tab.Page.Keyboard.PressAsync(key);
    }

    private static async Task MovesAndComesBackAsync(Tab tab, ILocator card, ILocator from, ILocator to)
    {
        var id = $"#{await card.GetAttributeAsync("id")}";
        var said = tab.Page.Locator("#toasts[aria-live=polite] .toast");
        await Expect(said).ToBeVisibleAsync();
        await Expect(to.Locator(id)).ToHaveCountAsync(1);
        await Expect(card).Not.ToHaveClassAsync(new System.Text.RegularExpressions.Regex("moving"));
        await said.GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(from.Locator(id)).ToHaveCountAsync(1);
        await Expect(to.Locator(id)).ToHaveCountAsync(0);
    }

    [System.Text.RegularExpressions.GeneratedRegex("\\d+")]
    private static partial System.Text.RegularExpressions.Regex Digits();
}
