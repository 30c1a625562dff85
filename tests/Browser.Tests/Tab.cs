using System.Collections.Concurrent;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
namespace Coxswain.Browser.Tests;

/// <summary>A page in the browser that keeps every complaint of the browser: script errors and what the content policy forbade.</summary>
public sealed class Tab
{
    private readonly ConcurrentQueue<string> _complaints = new();

    public Tab(IPage page, Screen screen)
    {
        (Page, Screen) = (page, screen);
        page.Console += (_, said) => { if (said.Type == "error") _complaints.Enqueue($"{said.Text} {said.Location}"); };
        page.PageError += (_, error) => _complaints.Enqueue(error);
    }

    public IPage Page { get; }

    public Screen Screen { get; }

    public Task GoAsync(string path) => Page.GotoAsync(path, new() { WaitUntil = WaitUntilState.Load });

    /// <summary>Nothing is wrong with the page as it stands: no complaint, nothing wider than the screen, nothing a blind person stumbles over.</summary>
    public async Task LooksRightAsync(string name)
    {
        await Page.ScreenshotAsync(new() { Path = Path.Combine(Site.Screenshots, $"{name}-{Screen}.png"), FullPage = true });
        Assert.True(_complaints.IsEmpty, string.Join("\n", _complaints));
        var overflow = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow <= 0, $"{name} is {overflow} px wider than the {Screen}.");
        var found = await Page.RunAxe();
        Assert.True(found.Violations.Length == 0, string.Join("\n", found.Violations.Select(Said)));
    }

    private static string Said(AxeResultItem item) => $"{item.Id}: {item.Help} at {string.Join(", ", item.Nodes.Take(5).Select(n => n.Target.ToString()))}";
}
