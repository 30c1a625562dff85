using Coxswain.Platform.Access;
using static Microsoft.Playwright.Assertions;
namespace Coxswain.Browser.Tests;

/// <summary>Somebody in support, on a phone between two calls.</summary>
public sealed class ServiceTests(Site site, ITestOutputHelper output)
{
    [Fact]
    public async Task What_was_heard_is_handed_on_from_a_phone_in_under_twenty_seconds_and_solving_is_asked_first()
    {
        Site.NeedsBrowser();
        await using var tab = await site.EnterAsync(Role.Support, Screen.Phone);
        await tab.GoAsync("/service");
        var (hands, form) = (new Hands(tab), tab.Page.Locator("#new-tip"));
        Assert.Equal("Is their problem solved?", (await form.Locator("legend, label").First.InnerTextAsync()).Trim());
        await hands.ClickAsync(form.GetByText("yes", new() { Exact = true }));
        await hands.ClickAsync(form.Locator("input[name=AccountId]").First);
        await hands.TypeAsync("What did they say?", "They want a second crane");
        await hands.ClickAsync(form.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Hand it on" }));
        await Expect(tab.Page.Locator("#my-tips")).ToContainTextAsync("They want a second crane");
        output.WriteLine($"{hands.Seconds:0.0} s, {hands.Inputs} acts");
        Assert.True(hands.Seconds < 20, $"It takes {hands.Seconds:0.0} seconds.");
        await tab.LooksRightAsync("support-service");
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_customer_answers_a_survey_on_a_page_that_is_clean_and_fits_their_screen(bool phone)
    {
        Site.NeedsBrowser();
        await using var leader = await site.EnterAsync(Role.Leader, new Screen(phone));
        await leader.GoAsync("/service/surveys");
        await leader.Page.GetByRole(Microsoft.Playwright.AriaRole.Link, new() { Name = "Second round for the night shift" }).ClickAsync();
        await leader.Page.GetByText("after the training").First.ClickAsync();
        await leader.Field("How many?").FillAsync("1");
        await leader.Page.Locator("#make-links button").ClickAsync();
        var links = leader.Page.Locator("textarea[name=Links]");
        await Expect(links).ToBeVisibleAsync();
        await leader.LooksRightAsync("leader-survey-links");
        await using var customer = await site.OpenAsync(new Screen(phone));
        await customer.GoAsync((await links.InputValueAsync()).Trim());
        await customer.LooksRightAsync("survey");
        foreach (var name in (string[])["One", "Two"]) await customer.Page.Locator($"input[name={name}][value='4']").CheckAsync();
        await customer.Page.GetByRole(Microsoft.Playwright.AriaRole.Button, new() { Name = "Send" }).ClickAsync();
        await Expect(customer.Page.GetByRole(Microsoft.Playwright.AriaRole.Heading, new() { Name = "Thank you" })).ToBeVisibleAsync();
        await customer.LooksRightAsync("survey-thanks");
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Who_leads_support_finds_its_pages_full_and_clean(bool phone)
    {
        Site.NeedsBrowser();
        await using var tab = await site.EnterAsync(Role.Leader, new Screen(phone));
        foreach (var path in (string[])["/service/team", "/service/behaviours", "/service/rewards", "/service/credit", "/settings/service"])
        {
            await tab.GoAsync(path);
            await tab.LooksRightAsync("leader" + path.Replace('/', '-'));
        }
        await tab.GoAsync("/service/team");
        await Expect(tab.Page.Locator("#consistency")).ToContainTextAsync("Customers ask for Mara Lindqvist by name");
    }
}
