using Coxswain.Platform.Access;
using static Microsoft.Playwright.Assertions;
namespace Coxswain.Browser.Tests;

/// <summary>A disagreement somebody works on for themselves.</summary>
public sealed class DisagreementTests(Site site)
{
    [Theory, InlineData(false), InlineData(true)]
    public async Task A_disagreement_is_written_down_a_small_step_is_made_and_what_came_back_says_the_next_one_by_keyboard_alone(bool phone)
    {
        Site.NeedsBrowser();
        await using var seller = await site.EnterAsync(Role.Seller, new Screen(phone));
        await seller.GoAsync("/disagreements/new");
        await seller.LooksRightAsync("disagreement-new");
        await seller.Page.GetByLabel("What is it about?").FillAsync(phone ? "Who drives, by phone" : "Who drives, by hand");
        await seller.Page.GetByLabel("or somebody by name").FocusAsync();
        await seller.Page.Keyboard.TypeAsync("Reto");
        await seller.Page.Keyboard.PressAsync("Enter");
        await Expect(seller.Page.Locator("#next")).ToContainTextAsync("Small talk");
        await seller.LooksRightAsync("disagreement-first");
        await seller.Page.GetByLabel("What did you say or do?").FocusAsync();
        await seller.Page.Keyboard.TypeAsync("Asked after the regatta");
        await seller.Page.Keyboard.PressAsync("Enter");
        await Expect(seller.Page.Locator("#next")).ToContainTextAsync("How did they meet it?");
        await seller.Page.GetByLabel("toward you", new() { Exact = true }).FocusAsync();
        await seller.Page.Keyboard.PressAsync("Space");
        await seller.Page.GetByLabel("What did they say or do?").FocusAsync();
        await seller.Page.Keyboard.TypeAsync("Laughed");
        await seller.Page.Keyboard.PressAsync("Enter");
        await Expect(seller.Page.Locator("#next")).ToContainTextAsync("Coffee, to talk about it");
        await Expect(seller.Page.Locator("#gestures")).ToContainTextAsync("Laughed");
        await seller.LooksRightAsync("disagreement-next");
        var sheet = new Uri(seller.Page.Url).AbsolutePath;
        await using var admin = await site.EnterAsync(Role.Admin, new Screen(phone));
        admin.Forgive();
        Assert.Equal(404, (await admin.Page.GotoAsync(new Uri(new Uri(seller.Page.Url), sheet).ToString()))!.Status);
    }
}
