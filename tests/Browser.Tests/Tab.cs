using System.Collections.Concurrent;
using System.Text.RegularExpressions;
using Deque.AxeCore.Commons;
using Deque.AxeCore.Playwright;
using Microsoft.Playwright;
namespace Coxswain.Browser.Tests;

/// <summary>A page in the browser that keeps every complaint of the browser: script errors and what the content policy forbade.</summary>
public sealed class Tab : IAsyncDisposable
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

    /// <summary>What the browser keeps for it goes with the tab.</summary>
    public bool OwnsContext { get; init; }

    /// <summary>Goes to an address; one with * means the first record of that list, and what follows is a page of it.</summary>
    public async Task GoAsync(string path)
    {
        var parts = path.Split('*');
        await VisitAsync(parts[0]);
        if (parts is [_, var part]) await VisitAsync((await Page.Locator("main [data-item]").First.GetAttributeAsync("href"))! + part);
    }

    /// <summary>The input with this label, which says itself where nothing has to be typed.</summary>
    public ILocator Field(string label) => Page.GetByLabel(new Regex($"^{Regex.Escape(label)}( · optional)?$"));

    /// <summary>What the browser complained of so far is what the test brought about.</summary>
    public void Forgive() => _complaints.Clear();

    private Task VisitAsync(string path) => Page.GotoAsync(path, new() { WaitUntil = WaitUntilState.Load });

    /// <summary>Nothing is wrong with the page as it stands, light or dark: no complaint, nothing wider than the screen, nothing a blind person stumbles over.</summary>
    public async Task LooksRightAsync(string name)
    {
        var light = await LookAsync(name, "light", null);
        await FitsAsync(name);
        // The dark differs in colours and in nothing else, and that of a phone is that of the desk.
        var dark = Screen.IsPhone ? "" : await InTheDarkAsync(name);
        Assert.True(light.Length + dark.Length == 0, $"{name} on the {Screen}:\n{light}\n{dark}");
    }

    /// <summary>No complaint, nothing wider than the screen, nothing too small for a thumb.</summary>
    public async Task FitsAsync(string name)
    {
        Assert.True(_complaints.IsEmpty, string.Join("\n", _complaints));
        var overflow = await Page.EvaluateAsync<int>("document.documentElement.scrollWidth - document.documentElement.clientWidth");
        Assert.True(overflow <= 0, $"{name} is {overflow} px wider than the {Screen}.");
        if (Screen.IsPhone) Assert.Empty(await Page.EvaluateAsync<string[]>(TooSmall));
    }

    /// <summary>For people to look at, where they asked for pictures.</summary>
    public async Task PictureAsync(string name, string scheme)
    {
        if (Site.Screenshots is not { } folder) return;
        await StickAsync("static");
        await Page.ScreenshotAsync(new() { Path = Path.Combine(folder, $"{name}-{Screen}-{scheme}.png"), FullPage = true });
        await StickAsync("");
    }

    // A picture of a whole page has no edge for the rail of a phone to stick to.
    private Task StickAsync(string position) => Page.EvaluateAsync("position => document.querySelectorAll('.rail').forEach(rail => rail.style.position = position)", position);

    private async Task<string> InTheDarkAsync(string name)
    {
        await Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Dark, ReducedMotion = ReducedMotion.Reduce });
        var dark = await LookAsync(name, "dark", new() { RunOnly = new() { Type = "rule", Values = ["color-contrast"] } });
        await Page.EmulateMediaAsync(new() { ColorScheme = ColorScheme.Light, ReducedMotion = ReducedMotion.Null });
        return dark;
    }

    private async Task<string> LookAsync(string name, string scheme, AxeRunOptions? rules)
    {
        await Page.EvaluateAsync(Settled);
        await PictureAsync(name, scheme);
        return string.Join("\n", (await Page.RunAxe(rules)).Violations.Select(Said));
    }

    public async ValueTask DisposeAsync()
    {
        await Page.CloseAsync();
        if (OwnsContext) await Page.Context.CloseAsync();
    }

    // A message that is still rising is see-through, and is read when it stands. What turns until an answer comes never ends.
    private const string Settled = "() => Promise.allSettled(document.getAnimations().filter(a => a.effect.getTiming().iterations !== Infinity).map(a => a.finished))";

    // What a thumb is to hit alone. Links inside sentences and rows whose whole height is the target are wide enough by their line.
    private const string TooSmall = """
        () => [...document.querySelectorAll("main .btn, main button, main summary, main select, main input:not([type=hidden], [type=checkbox], [type=radio], [type=file]), .top summary, .top input, nav.rail a, .tabs a")]
          .filter(e => e.checkVisibility({ visibilityProperty: true }) && e.getBoundingClientRect().width > 1 && !e.closest(".definition, .chart, .hear"))
          .map(e => ({ e, box: e.getBoundingClientRect() })).filter(x => x.box.height < 43.5 || x.box.width < 43.5)
          .map(x => `${x.e.tagName} ${x.e.className} "${x.e.textContent.trim().slice(0, 30)}" ${Math.round(x.box.width)}×${Math.round(x.box.height)}`)
        """;

    private static string Said(AxeResultItem item) => $"{item.Id}: {item.Help} at {string.Join(", ", item.Nodes.Take(5).Select(n => n.Target.ToString()))}";
}
