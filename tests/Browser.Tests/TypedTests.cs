using Coxswain.Platform.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;
namespace Coxswain.Browser.Tests;

/// <summary>Nothing typed is lost, whatever happens to what was sent.</summary>
public sealed class TypedTests(Site site)
{
    /// <summary>What goes wrong when Save is pressed, and what the page then says.</summary>
    public static TheoryData<string, string> Mishaps => new()
    {
        { "the session ended", "You are signed out." },
        { "the program is broken", "That did not work, and it is not your doing." },
        { "the database went away", "The database cannot be reached just now." },
        { "the network is gone", "The server cannot be reached." },
    };

    [Theory, MemberData(nameof(Mishaps))]
    public async Task A_mishap_leaves_the_form_as_it_was_and_says_why(string mishap, string said)
    {
        Site.NeedsBrowser();
        await using var tab = await site.EnterAloneAsync(Role.Seller, Screen.Desktop);
        await tab.GoAsync("/accounts/new");
        var (name, city) = (tab.Field("Name"), tab.Field("City"));
        await name.FillAsync($"Quay after {mishap}");
        await city.FillAsync("Ærøskøbing");
        var cookies = await BreakAsync(tab, mishap);
        await AddAsync(tab);
        await Expect(tab.Page.Locator("#notices")).ToContainTextAsync(said);
        // What is known while one types goes wrong as well, and may say so before the form itself has its answer.
        await Expect(tab.Page.Locator("form.htmx-request")).ToHaveCountAsync(0);
        await Expect(name).ToHaveValueAsync($"Quay after {mishap}");
        await Expect(city).ToHaveValueAsync("Ærøskøbing");
        await MendAsync(tab, cookies);
        await AddAsync(tab);
        await Expect(tab.Page.GetByRole(AriaRole.Heading, new() { Level = 1 })).ToHaveTextAsync($"Quay after {mishap}");
    }

    [Theory, MemberData(nameof(Mishaps))]
    public async Task What_was_typed_is_back_when_the_page_is_opened_again(string mishap, string said)
    {
        Site.NeedsBrowser();
        await using var tab = await site.EnterAloneAsync(Role.Seller, Screen.Desktop);
        await tab.GoAsync("/accounts/new");
        await tab.Field("Name").FillAsync($"Pier after {mishap}");
        var cookies = await BreakAsync(tab, mishap);
        await AddAsync(tab);
        await Expect(tab.Page.Locator("#notices")).ToContainTextAsync(said);
        // What is known while one types goes wrong as well, and may say so before the form itself has its answer.
        await Expect(tab.Page.Locator("form.htmx-request")).ToHaveCountAsync(0);
        await MendAsync(tab, cookies);
        await tab.GoAsync("/today");
        await tab.GoAsync("/accounts/new");
        await Expect(tab.Field("Name")).ToHaveValueAsync($"Pier after {mishap}");
        await Expect(tab.Page.GetByText("What you typed here before is back.")).ToBeVisibleAsync();
    }

    [Theory, InlineData("the session ended"), InlineData("the program is broken"), InlineData("the database went away"), InlineData("the network is gone")]
    public async Task A_form_that_leaves_the_page_has_its_words_again_on_the_way_back(string mishap)
    {
        Site.NeedsBrowser();
        await using var tab = await site.EnterAloneAsync(Role.Seller, Screen.Desktop);
        await tab.GoAsync("/opportunities?owner=mine*");
        var deal = tab.Page.Url.Split('?')[0];
        await tab.GoAsync(deal + "?add=log#log");
        await tab.Field("What did they say?").FillAsync($"They wait until {mishap}");
        var cookies = await BreakAsync(tab, mishap);
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Log it" }).ClickAsync();
        await Expect(tab.Field("What did they say?")).ToHaveCountAsync(0);
        await MendAsync(tab, cookies);
        await tab.GoAsync(deal + "?add=log#log");
        await Expect(tab.Field("What did they say?")).ToHaveValueAsync($"They wait until {mishap}");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Log it" }).ClickAsync();
        await Expect(tab.Page.Locator("#happened .timeline").First).ToContainTextAsync($"They wait until {mishap}");
    }

    [Fact]
    public async Task The_key_of_logging_opens_the_form_with_the_words_going_into_it()
    {
        Site.NeedsBrowser();
        await using var tab = await site.EnterAloneAsync(Role.Seller, Screen.Desktop);
        await tab.GoAsync("/opportunities?owner=mine*");
        await tab.Page.Keyboard.PressAsync("l");
        await Expect(tab.Field("What did they say?")).ToBeFocusedAsync();
        await tab.Page.Keyboard.TypeAsync("They want the plan");
        await Expect(tab.Field("What did they say?")).ToHaveValueAsync("They want the plan");
    }

    [Fact]
    public async Task A_refused_form_keeps_everything_and_says_at_the_field_what_to_do()
    {
        Site.NeedsBrowser();
        await using var tab = await site.EnterAsync(Role.Seller, Screen.Desktop);
        await tab.GoAsync("/opportunities/new");
        await tab.Field("Amount").FillAsync("a lot");
        await tab.Field("What is it about?").FillAsync("Dredging");
        await tab.Page.Locator("main form.form .btn.do").ClickAsync();
        await Expect(tab.Page.Locator("[data-form-errors]")).ToBeFocusedAsync();
        await Expect(tab.Field("Amount")).ToHaveValueAsync("a lot");
        await Expect(tab.Field("Amount")).ToHaveAttributeAsync("aria-invalid", "true");
    }

    [Fact]
    public async Task Of_two_who_change_one_field_the_later_sees_both_versions_and_keeps_theirs()
    {
        Site.NeedsBrowser();
        await using var late = await site.EnterAsync(Role.Seller, Screen.Desktop);
        await using var early = await site.EnterAsync(Role.Seller, Screen.Desktop);
        await late.GoAsync("/accounts?owner=mine*");
        var account = late.Page.Url;
        foreach (var tab in new[] { late, early })
        {
            await tab.GoAsync(account + "?editing=City");
            await tab.Field("City").FillAsync(tab == late ? "Aarhus" : "Odense");
        }
        await SaveAsync(early);
        await Expect(early.Page.Locator("#facts")).ToContainTextAsync("Odense");
        await SaveAsync(late);
        await Expect(late.Page.GetByRole(AriaRole.Alert)).ToContainTextAsync("Odense");
        await Expect(late.Field("City")).ToHaveValueAsync("Aarhus");
        await SaveAsync(late);
        await Expect(late.Field("City")).ToHaveCountAsync(0);
        await Expect(late.Page.Locator("#facts")).ToContainTextAsync("Aarhus");
    }

    private static Task AddAsync(Tab tab) => tab.Page.Locator("#new-account").GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }).ClickAsync();

    private static Task SaveAsync(Tab tab) => tab.Page.GetByRole(AriaRole.Button, new() { Name = "Save", Exact = true }).First.ClickAsync();

    private static async Task<IReadOnlyList<BrowserContextCookiesResult>> BreakAsync(Tab tab, string mishap)
    {
        var cookies = await tab.Page.Context.CookiesAsync();
        await (mishap switch
        {
            "the session ended" => tab.Page.Context.ClearCookiesAsync(),
            "the program is broken" => Breakdown.BeginAsync(tab, 500),
            "the database went away" => Breakdown.BeginAsync(tab, 503),
            _ => tab.Page.Context.SetOfflineAsync(true),
        });
        return cookies;
    }

    private static async Task MendAsync(Tab tab, IEnumerable<BrowserContextCookiesResult> cookies)
    {
        await tab.Page.Context.SetOfflineAsync(false);
        await Breakdown.EndAsync(tab);
        await tab.Page.Context.AddCookiesAsync(cookies.Select(c => new Cookie { Name = c.Name, Value = c.Value, Domain = c.Domain, Path = c.Path, HttpOnly = c.HttpOnly, SameSite = c.SameSite }));
    }
}
