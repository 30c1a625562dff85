using Microsoft.Playwright;
namespace Coxswain.Browser.Tests;

/// <summary>What a person does in a tab, counted.</summary>
public sealed class Hands(Tab tab)
{
    public int Inputs { get; private set; }

    public Tab Tab => tab;

    public IPage Page => tab.Page;

    public Task TypeAsync(string label, string text) => Counted(tab.Field(label).FillAsync(text));

    public Task PressAsync(string button) => Counted(Page.GetByRole(AriaRole.Button, new() { Name = button, Exact = true }).First.ClickAsync());

    public Task FollowAsync(string link) => Counted(Page.GetByRole(AriaRole.Link, new() { Name = link }).First.ClickAsync());

    public Task ClickAsync(ILocator place) => Counted(place.ClickAsync());

    public Task DropAsync(string label, IEnumerable<string> files) => Counted(Page.GetByLabel(label).SetInputFilesAsync(files));

    /// <summary>Waits until the page says this. If it never does, the test says what it says instead.</summary>
    public async Task ReadAsync(string text, int seconds = 60)
    {
        try { await Page.GetByText(text).Locator("visible=true").First.WaitForAsync(new() { Timeout = seconds * 1000 }); }
        catch (TimeoutException) { Assert.Fail($"“{text}” did not come within {seconds} s at {Page.Url}, which says:\n{await Page.Locator("body").InnerTextAsync()}"); }
    }

    private Task Counted(Task act)
    {
        Inputs++;
        return act;
    }
}
