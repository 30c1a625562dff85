using Microsoft.Playwright;
namespace Coxswain.Browser.Tests;

/// <summary>What a person does in a tab, counted, and timed as <see cref="HumanTime"/> says.</summary>
public sealed class Hands(Tab tab)
{
    public int Inputs { get; private set; }

    /// <summary>What a person would have taken, beside what the machine took.</summary>
    public double Seconds { get; private set; }

    public Tab Tab => tab;

    public IPage Page => tab.Page;

    public Task TypeAsync(string label, string text) => Counted(HumanTime.Type(text), tab.Field(label).FillAsync(text));

    public Task TypeAsync(ILocator place, string text) => Counted(HumanTime.Type(text), place.FillAsync(text));

    public Task PressAsync(string button) => Counted(HumanTime.Click, Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync());

    public Task FollowAsync(string link) => Counted(HumanTime.Click, Page.GetByRole(AriaRole.Link, new() { Name = link }).First.ClickAsync());

    public Task ClickAsync(ILocator place) => Counted(HumanTime.Click, place.ClickAsync());

    /// <summary>Opens a list and takes one of its words.</summary>
    public async Task ChooseAsync(ILocator list, string word)
    {
        await Counted(HumanTime.Click, Task.CompletedTask);
        await Counted(HumanTime.Click, list.SelectOptionAsync(new SelectOptionValue { Label = word }));
    }

    public Task DropAsync(string label, IEnumerable<string> files) => Counted(HumanTime.Files, Page.GetByLabel(label).SetInputFilesAsync(files));

    /// <summary>Waits until the page says this. If it never does, the test says what it says instead.</summary>
    public async Task ReadAsync(string text, int seconds = 60)
    {
        try { await Page.GetByText(text).Locator("visible=true").First.WaitForAsync(new() { Timeout = seconds * 1000 }); }
        catch (TimeoutException) { Assert.Fail($"“{text}” did not come within {seconds} s at {Page.Url}, which says:\n{await Page.Locator("body").InnerTextAsync()}"); }
    }

    /// <summary>Reads the page: its headings, sentences and labels, every word of them.</summary>
    public async Task TakeInAsync() => Seconds += HumanTime.Word * await Page.EvaluateAsync<int>("""
        () => [...document.querySelectorAll("main :is(h1, h2, p, label, legend, .notice, .hint, summary)")].filter(e => e.checkVisibility() && !e.parentElement.closest(".notice, p, label")).map(e => e.innerText.split(/\s+/).length).reduce((a, b) => a + b, 0)
        """);

    private Task Counted(double seconds, Task act)
    {
        Inputs++;
        Seconds += seconds;
        return act;
    }
}
