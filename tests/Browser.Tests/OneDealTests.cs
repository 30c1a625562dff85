using Coxswain.Platform.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;
namespace Coxswain.Browser.Tests;

/// <summary>One deal from the first call to the look back, as docs/guide/one-deal.md tells it; its pictures are taken on the way.</summary>
public sealed class OneDealTests(Site site)
{
    [Theory, InlineData(false), InlineData(true)]
    public async Task A_deal_is_walked_from_the_first_call_to_the_look_back_on_its_loss(bool phone)
    {
        Site.NeedsBrowser();
        await using var tab = await site.EnterAsync(Role.Seller, new Screen(phone));
        var deal = await OpenedAsync(tab, phone ? "Gate planning Ὕδρα by phone" : "Gate planning Ὕδρα");
        await ListenedAsync(tab, deal);
        await PursuedAsync(tab, deal);
        await PlannedAsync(tab, deal);
        await MetAsync(tab, deal);
        await ProposedAsync(tab, deal);
        await LostAsync(tab, deal);
    }

    private static async Task<string> OpenedAsync(Tab tab, string name)
    {
        await tab.GoAsync("/opportunities/new");
        await tab.Field("What is it about?").FillAsync(name);
        await tab.Field("Account").FillAsync(name + " SA");
        await tab.Page.Locator("main form.form .btn.do").ClickAsync();
        await tab.Page.GetByLabel("Add it as a new account").CheckAsync();
        await tab.Page.Locator("main form.form .btn.do").ClickAsync();
        await Expect(tab.Page.Locator("#deal-issues")).ToBeVisibleAsync();
        tab.Forgive();
        await tab.PictureAsync("one-deal-1-new", "light");
        return new Uri(tab.Page.Url).AbsolutePath;
    }

    // The first call: they talk, we listen.
    private static async Task ListenedAsync(Tab tab, string deal)
    {
        await WalkAsync(tab, deal, "discovery");
        await tab.Page.GetByLabel("Call", new() { Exact = true }).CheckAsync();
        await tab.Field("Minutes in all").FillAsync("25");
        await tab.Field("Minutes we listened first").FillAsync("16");
        await tab.Field("What did they say?").FillAsync("Trucks wait two hours at the gate, Mondays worst");
        await tab.Page.Locator("main form.form .btn.do").First.ClickAsync();
        await Expect(tab.Page.Locator("main")).ToContainTextAsync("16");
        await tab.PictureAsync("one-deal-2-first-call", "light");
        await WalkAsync(tab, deal, "issues");
        await tab.Page.Locator("#issues").GetByLabel("What do they want solved?").FillAsync("Trucks wait two hours at the gate");
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Page.Locator("#issues")).ToContainTextAsync("not confirmed");
    }

    private static async Task PursuedAsync(Tab tab, string deal)
    {
        await WalkAsync(tab, deal, "pursuit");
        await tab.Page.GetByLabel("comparing", new() { Exact = true }).CheckAsync();
        await tab.Field("What shows it?").FillAsync("Named the two others they talk to");
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Page.Locator("#three")).ToContainTextAsync("comparing · Named the two others they talk to");
        await tab.PictureAsync("one-deal-3-pursue", "light");
    }

    private static async Task PlannedAsync(Tab tab, string deal)
    {
        await WalkAsync(tab, deal, "plan/start");
        await tab.Field("Or a committee, or a role").FillAsync("The managing board");
        await tab.Field("What is their next step?").FillAsync("Walk the yard together");
        await tab.Page.Locator("#plan-start .btn.do").ClickAsync();
        await Expect(tab.Page.Locator("#who-decides")).ToContainTextAsync("The managing board");
        await WalkAsync(tab, deal, "plan");
        await Expect(tab.Page.Locator("#plan-question")).ToContainTextAsync("What does The managing board gain from it?");
        await tab.PictureAsync("one-deal-4-plan", "light");
        await tab.Page.Locator("#plan-question input[name=Text]").FillAsync("Mondays without a queue");
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Page.Locator("#who-decides")).ToContainTextAsync("Mondays without a queue");
    }

    private static async Task MetAsync(Tab tab, string deal)
    {
        await WalkAsync(tab, deal, "meetings");
        await tab.Field("Why would they give us the time?").FillAsync("They see what three yards did on Mondays");
        await tab.Field("When is it?").FillAsync("2031-01-06");
        await tab.Field("Best next step of theirs").FillAsync("Finance joins the next talk");
        await tab.Page.Locator("#meeting-new .btn.do").ClickAsync();
        await Expect(tab.Page.Locator("#gaps")).ToContainTextAsync("it would be a lecture");
        await tab.PictureAsync("one-deal-5-meeting", "light");
        await WalkAsync(tab, deal, "debriefs");
        await tab.Page.GetByLabel("Another step", new() { Exact = true }).CheckAsync();
        await tab.Field("If it is another step: which?").FillAsync("They send the figures of one Monday");
        await tab.Field("What did they say or do that matters?").FillAsync("“If Mondays get better I bring finance along”");
        await tab.Page.Locator("#debrief-new select[name=Stances]").First.SelectOptionAsync(new SelectOptionValue { Label = "supports us" });
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "That was it" }).ClickAsync();
        await Expect(tab.Page.Locator("h1")).ToHaveTextAsync("2 changes wait for your yes.");
        await tab.PictureAsync("one-deal-6-debrief", "light");
        foreach (var left in (string[])["One change waits for your yes.", "What they agreed to last: another step than we planned."])
        {
            await tab.Page.GetByRole(AriaRole.Button, new() { NameRegex = new("^Take over") }).First.ClickAsync();
            await Expect(tab.Page.Locator("h1")).ToHaveTextAsync(left);
        }
        await BackAsync(tab, deal);
        await Expect(tab.Page.Locator("#who-decides")).ToContainTextAsync("supports us");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Advance", Exact = true }).ClickAsync();
        await tab.Page.GetByLabel("What did they do or say?").FillAsync("Sent the figures of one Monday");
        await tab.PictureAsync("one-deal-7-advance", "light");
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Page.Locator("#customer")).ToContainTextAsync("Sent the figures of one Monday");
    }

    private static async Task ProposedAsync(Tab tab, string deal)
    {
        await WalkAsync(tab, deal, "issues");
        await tab.Page.Locator("#proposals summary").ClickAsync();
        await tab.Page.Locator("#proposals").GetByLabel("Amount").FillAsync("42000");
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Page.Locator("#proposals")).ToContainTextAsync("say why it went all the same");
        tab.Forgive();
        await tab.PictureAsync("one-deal-8-proposal", "light");
        await tab.Page.Locator("#proposals").GetByLabel("Why before they confirmed an issue?").FillAsync("They set a date for offers");
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Page.Locator("#proposals")).ToContainTextAsync("because: They set a date for offers");
        await WalkAsync(tab, deal, "negotiation");
        await tab.Page.Locator("#walk-away").GetByLabel("The least price").FillAsync("36000");
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Page.Locator("#walk-away dl")).ToContainTextAsync("36,000");
        await tab.Page.Locator("#ledger").GetByLabel("List price").FillAsync("45000");
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Page.Locator("h1")).ToHaveTextAsync("Nothing of the price is granted.");
        await tab.PictureAsync("one-deal-9-negotiation", "light");
    }

    private static async Task LostAsync(Tab tab, string deal)
    {
        await WalkAsync(tab, deal, "closing?end=Lost");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Close it" }).ClickAsync();
        await tab.Page.Locator("#look-back a").ClickAsync();
        await Expect(tab.Page.Locator("h1")).ToHaveTextAsync("What lost it?");
        await tab.Page.GetByLabel("Our value against others was not clear").CheckAsync();
        await tab.Field("Why, in their word?").FillAsync("The others had counted our hours for us");
        await tab.Field("What do we change?").FillAsync("Count the hours with them before we offer");
        await tab.PictureAsync("one-deal-10-look-back", "light");
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Page.Locator("main")).ToContainTextAsync("Count the hours with them before we offer");
        await BackAsync(tab, deal);
        await Expect(tab.Page.Locator("#look-back")).ToContainTextAsync("To change: Count the hours with them before we offer");
        foreach (var told in (string[])["How a meeting went: another step than we planned", "Closed"]) await Expect(tab.Page.Locator("main")).ToContainTextAsync(told);
        await tab.PictureAsync("one-deal-11-told", "light");
    }

    // As a seller goes: back to the deal, and on by what stands there or in its menu.
    private static async Task WalkAsync(Tab tab, string deal, string place)
    {
        await BackAsync(tab, deal);
        var way = tab.Page.Locator($"main a[href^='{deal}/{place}']").Locator("visible=true").First;
        if (!await way.IsVisibleAsync()) await tab.Page.Locator("#deal-head summary").Last.ClickAsync();
        await way.ClickAsync();
        await Expect(tab.Page).ToHaveURLAsync(new System.Text.RegularExpressions.Regex($"{deal}/{System.Text.RegularExpressions.Regex.Escape(place)}"));
    }

    private static async Task BackAsync(Tab tab, string deal)
    {
        if (new Uri(tab.Page.Url).AbsolutePath != deal) await tab.Page.Locator($"main a[href='{deal}']").First.ClickAsync();
        await Expect(tab.Page.Locator("#deal-head")).ToBeVisibleAsync();
    }
}
