using Coxswain.Platform.Access;
using static Microsoft.Playwright.Assertions;
namespace Coxswain.Browser.Tests;

/// <summary>What a customer wants solved, before a proposal goes.</summary>
public sealed class IssueTests(Site site)
{
    [Theory, InlineData(false), InlineData(true)]
    public async Task An_issue_is_noted_and_a_proposal_without_a_confirmed_one_asks_why_by_keyboard_alone(bool phone)
    {
        Site.NeedsBrowser();
        await using var tab = await site.EnterAsync(Role.Seller, new Screen(phone));
        await tab.GoAsync("/opportunities/new");
        await tab.Field("What is it about?").FillAsync(phone ? "Gates by phone" : "Gates by hand");
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Page.Locator("#deal-issues")).ToContainTextAsync("Nothing they confirmed yet");
        var deal = new Uri(tab.Page.Url).AbsolutePath;
        await tab.GoAsync(deal + "/issues");
        await tab.LooksRightAsync("issues-none");
        await tab.Page.Locator("#issues").GetByLabel("What do they want solved?").FillAsync("Trucks wait two hours");
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Page.Locator("#issues")).ToContainTextAsync("not confirmed");
        await tab.Page.Locator("#proposals summary").FocusAsync();
        await tab.Page.Keyboard.PressAsync("Enter");
        await tab.Page.Locator("#proposals").GetByLabel("Amount").FocusAsync();
        await tab.Page.Keyboard.TypeAsync("4200");
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Page.Locator("#proposals")).ToContainTextAsync("say why it went all the same");
        tab.Forgive();
        await tab.LooksRightAsync("issues-why");
        await tab.Page.Locator("#proposals").GetByLabel("Why before they confirmed an issue?").FillAsync("A date was set");
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Page.Locator("#proposals")).ToContainTextAsync("because: A date was set");
        await tab.LooksRightAsync("issues");
        await tab.GoAsync(deal + "/discovery");
        await tab.LooksRightAsync("discovery");
    }
}
