using Coxswain.Platform.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;
namespace Coxswain.Browser.Tests;

/// <summary>What a seller does all day, at the desk and with one thumb.</summary>
public sealed class DayTests(Site site, ITestOutputHelper output)
{
    [Fact]
    public async Task A_task_of_today_is_done_with_one_press_and_comes_back_with_another()
    {
        Site.NeedsBrowser();
        await using var tab = await site.EnterAsync(Role.Seller, Screen.Desktop);
        await tab.GoAsync("/tasks/new");
        await tab.Field("What is to be done?").FillAsync("Send the drawings to the harbour");
        await tab.Field("By when?").FillAsync(Today.ToString("yyyy-MM-dd"));
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Add", Exact = true }).ClickAsync();
        await tab.Page.WaitForURLAsync(url => !url.EndsWith("/tasks/new", StringComparison.Ordinal));
        await tab.GoAsync("/today");
        var task = tab.Page.Locator("#due li").Filter(new() { HasText = "Send the drawings to the harbour" });
        await task.GetByRole(AriaRole.Button, new() { Name = "Done" }).ClickAsync();
        await Expect(task).ToHaveCountAsync(0);
        await tab.Page.Locator(".toast").GetByRole(AriaRole.Button, new() { Name = "Undo" }).ClickAsync();
        await Expect(task).ToBeVisibleAsync();
    }

    [Fact]
    public async Task With_one_thumb_a_call_is_logged_and_the_decision_day_moved()
    {
        Site.NeedsBrowser();
        await using var tab = await site.EnterAsync(Role.Seller, Screen.Phone);
        var hands = new Hands(tab);
        await tab.GoAsync("/opportunities?owner=mine&state=open");
        await hands.ClickAsync(tab.Page.Locator("main [data-item]").First);
        await hands.FollowAsync("Log");
        await hands.TypeAsync("What did they say?", "She wants the frost-proof version");
        await hands.PressAsync("Log it");
        await hands.ReadAsync("She wants the frost-proof version");
        var day = Today.AddDays(40);
        await hands.ClickAsync(tab.Page.GetByRole(AriaRole.Link, new() { Name = "Change Decision by" }));
        await hands.TypeAsync("Decision by", day.ToString("yyyy-MM-dd"));
        await hands.PressAsync("Save");
        await Expect(tab.Page.Locator("#fact-CloseOn")).ToContainTextAsync($"{day:d MMM}");
        await tab.LooksRightAsync("thumb");
        output.WriteLine($"{hands.Inputs} inputs for a call and a new day.");
        Assert.True(hands.Inputs <= 7);
    }

    private static DateOnly Today => DateOnly.FromDateTime(TimeProvider.System.GetUtcNow().UtcDateTime);
}
