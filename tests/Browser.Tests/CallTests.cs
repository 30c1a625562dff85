using Coxswain.Platform.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;
namespace Coxswain.Browser.Tests;

/// <summary>A call from Today, with one thumb and no network.</summary>
public sealed class CallTests(Site site, ITestOutputHelper output)
{
    [Fact]
    public async Task A_call_is_noted_with_one_thumb_within_ten_seconds_kept_while_offline_and_sent_once()
    {
        Site.NeedsBrowser();
        await using var tab = await site.EnterAloneAsync(Role.Seller, Screen.Phone);
        var (hands, contact) = (new Hands(tab), await WaitingAsync(tab, "Ring the harbour master"));
        await tab.GoAsync("/today");
        var row = tab.Page.Locator("#due li").Filter(new() { HasText = "Ring the harbour master" });
        await hands.ClickAsync(row.GetByRole(AriaRole.Link, new() { Name = "Call" }));
        await tab.Page.Context.SetOfflineAsync(true);
        await ComeBackAsync(tab);
        await Expect(row.GetByText("Reached", new() { Exact = true })).ToBeVisibleAsync();
        // No handler for telephone numbers here.
        tab.Forgive();
        await tab.LooksRightAsync("call-asked");
        await hands.ClickAsync(row.GetByText("Reached", new() { Exact = true }));
        await hands.ClickAsync(row.GetByRole(AriaRole.Button, new() { Name = "In 3 days" }));
        await Expect(tab.Page.Locator("#outbox")).ToContainTextAsync("One thing waits to be sent");
        await Expect(row).ToBeHiddenAsync();
        output.WriteLine($"{hands.Inputs} taps, {hands.Seconds:0.0} s.");
        Assert.True(hands.Inputs <= 4 && hands.Seconds <= 10, $"{hands.Inputs} taps, {hands.Seconds:0.0} s.");
        tab.Forgive();
        await tab.LooksRightAsync("call-waiting");
        Assert.DoesNotContain("harbour", await tab.Page.EvaluateAsync<string>("JSON.stringify(localStorage)"));

        await tab.Page.Context.SetOfflineAsync(false);
        await Expect(tab.Page.Locator("#outbox")).ToBeHiddenAsync();
        // Sent by the tab that comes back, and by the page that is opened anew: still once.
        await tab.GoAsync("/today");
        Assert.Equal(1, await tab.Page.EvaluateAsync<int>($"fetch('/api/interactions?contact={contact}').then(r => r.json()).then(p => p.rows.length)"));
    }

    [Fact]
    public async Task What_the_server_refuses_is_shown_with_what_was_chosen_and_stays_until_it_is_thrown_away()
    {
        Site.NeedsBrowser();
        await using var tab = await site.EnterAloneAsync(Role.Seller, Screen.Phone);
        await WaitingAsync(tab, "Ask about the crane");
        await tab.GoAsync("/today");
        var row = tab.Page.Locator("#due li").Filter(new() { HasText = "Ask about the crane" });
        var form = await row.Locator("form[data-outbox]").GetAttributeAsync("action");
        await row.GetByText("What came of the call?").First.ClickAsync();
        await tab.Page.EvaluateAsync($"fetch('/tasks/{form!.Split('/')[3]}/removals', {{ method: 'POST' }})");
        await row.GetByText("Left a message").ClickAsync();
        await row.GetByRole(AriaRole.Button, new() { Name = "Tomorrow" }).ClickAsync();
        await Expect(tab.Page.Locator("#outbox")).ToContainTextAsync("This could not be taken: Ask about the crane");
        await Expect(tab.Page.Locator("#outbox")).ToContainTextAsync("Left a message · Ask about the crane · Tomorrow");
        await tab.GoAsync("/opportunities");
        await Expect(tab.Page.Locator("#outbox")).ToContainTextAsync("Ask about the crane");
        tab.Forgive();
        await tab.LooksRightAsync("call-refused");
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Throw it away" }).ClickAsync();
        await Expect(tab.Page.Locator("#outbox")).ToBeHiddenAsync();
    }

    private static Task ComeBackAsync(Tab tab) => tab.Page.EvaluateAsync("document.dispatchEvent(new Event('visibilitychange'))");

    private static Task<string> WaitingAsync(Tab tab, string title) => tab.Page.EvaluateAsync<string>("""
        async title => {
          const post = (url, fields) => fetch(url, { method: "POST", body: new URLSearchParams(fields), headers: { "HX-Request": "true" } });
          const contact = (await post("/contacts", { Name: "Maja Nowak", Phone: "+49 40 555 1234" })).headers.get("HX-Redirect").split("/")[2].split("?")[0];
          await post("/tasks", { Title: title, DueOn: new Date().toISOString().slice(0, 10), ContactId: contact });
          return contact;
        }
        """, title);
}
