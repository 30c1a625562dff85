using System.Text;
using System.Xml.Linq;
using Coxswain.Platform.Access;
using Microsoft.Playwright;
using static Microsoft.Playwright.Assertions;
namespace Coxswain.Browser.Tests;

/// <summary>A relationship map under a seller's hands.</summary>
public sealed class MapTests(Site site)
{
    [Fact]
    public async Task A_card_is_dragged_elsewhere_and_stays_there_until_the_map_is_tidied_up()
    {
        Site.NeedsBrowser();
        await using var tab = await site.EnterAsync(Role.Seller, Screen.Desktop);
        await OpenAsync(tab);
        var card = tab.Page.Locator("[data-node]").First;
        var (id, before, box) = (await card.GetAttributeAsync("id"), await card.GetAttributeAsync("transform"), await card.BoundingBoxAsync());
        await tab.Page.Mouse.MoveAsync(box!.X + 20, box.Y + 20);
        await tab.Page.Mouse.DownAsync();
        await tab.Page.Mouse.MoveAsync(box.X + 90, box.Y + 80, new() { Steps = 4 });
        await tab.Page.RunAndWaitForResponseAsync(() => tab.Page.Mouse.UpAsync(), answer => answer.Url.EndsWith("/places", StringComparison.Ordinal));
        await Expect(tab.Page.GetByRole(AriaRole.Button, new() { Name = "Tidy up" })).ToBeVisibleAsync();
        await tab.Page.ReloadAsync();
        await Expect(tab.Page.Locator($"#{id}")).Not.ToHaveAttributeAsync("transform", before!);
        await tab.Page.GetByRole(AriaRole.Button, new() { Name = "Tidy up" }).ClickAsync();
        await Expect(tab.Page.Locator($"#{id}")).ToHaveAttributeAsync("transform", before!);
        await tab.FitsAsync("map");
    }

    [Fact]
    public async Task Arrow_keys_walk_along_the_lines_plus_and_minus_come_nearer_and_Enter_opens_the_card()
    {
        Site.NeedsBrowser();
        await using var tab = await site.EnterAsync(Role.Seller, Screen.Desktop);
        await OpenAsync(tab);
        var below = tab.Page.Locator("[data-node][data-above]").First;
        var above = tab.Page.Locator($"[data-node='{await below.GetAttributeAsync("data-above")}']");
        await below.FocusAsync();
        await tab.Page.Keyboard.PressAsync("ArrowUp");
        await Expect(above).ToBeFocusedAsync();
        var width = int.Parse((await tab.Page.Locator("[data-map-view] > svg").GetAttributeAsync("width"))!, System.Globalization.CultureInfo.InvariantCulture);
        await tab.Page.Keyboard.PressAsync("+");
        await Expect(tab.Page.Locator("[data-map-view] > svg")).Not.ToHaveAttributeAsync("width", $"{width}");
        await tab.Page.Keyboard.PressAsync("0");
        await Expect(tab.Page.Locator("[data-map-view] > svg")).ToHaveAttributeAsync("width", $"{width}");
        await tab.Page.Keyboard.PressAsync("ArrowDown");
        await Expect(tab.Page.Locator($"[data-above='{await above.GetAttributeAsync("data-node")}']:focus")).ToHaveCountAsync(1);
        await tab.Page.Keyboard.PressAsync("Enter");
        await Expect(tab.Page.Locator("#map-card")).ToBeVisibleAsync();
    }

    [Fact]
    public async Task The_map_is_saved_whole_as_PNG_and_as_SVG()
    {
        Site.NeedsBrowser();
        await using var tab = await site.EnterAsync(Role.Seller, Screen.Desktop);
        await OpenAsync(tab);
        var name = await tab.Page.Locator("[data-node] .name").First.TextContentAsync();
        var png = await SavedAsync(tab, tab.Page.GetByRole(AriaRole.Button, new() { Name = "Save the map as PNG" }), "png");
        Assert.Equal("\u0089PNG\r\n\u001a\n", Encoding.Latin1.GetString(png, 0, 8));
        var svg = XDocument.Parse(Encoding.UTF8.GetString(await SavedAsync(tab, tab.Page.GetByRole(AriaRole.Link, new() { Name = "Save the map as SVG" }), "svg")));
        Assert.Contains(svg.Descendants(), e => e.Name.LocalName == "text" && e.Value == name);
        Assert.DoesNotContain(svg.Descendants().Attributes(), a => a.Name.LocalName is "class" or "href");
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task A_map_its_open_card_and_its_forms_are_clean_reachable_and_fit_the_screen(bool phone)
    {
        Site.NeedsBrowser();
        await using var tab = await site.EnterAsync(Role.Seller, new Screen(phone));
        await OpenAsync(tab);
        await tab.LooksRightAsync("map");
        var card = (await tab.Page.Locator("[data-node]").First.GetAttributeAsync("href"))!;
        await tab.GoAsync(card);
        await tab.LooksRightAsync("map-card");
        await tab.GoAsync($"/map-people/{card.Split("person=")[1]}");
        await tab.LooksRightAsync("map-person");
        await tab.GoAsync($"/map-people/{card.Split("person=")[1]}/ties/new");
        await tab.LooksRightAsync("map-tie");
    }

    // The seller's largest map: of the demo's accounts those with a class have one.
    private static async Task OpenAsync(Tab tab)
    {
        await tab.GoAsync("/accounts?owner=mine&sort=-employees*");
        await tab.GoAsync(new Uri(tab.Page.Url).AbsolutePath + "/map");
        var all = tab.Page.GetByRole(AriaRole.Button, new() { Name = "Put everybody on" });
        if (await all.CountAsync() > 0) await all.ClickAsync();
        await Expect(tab.Page.Locator("[data-map][data-ready]")).ToBeVisibleAsync();
    }

    private static async Task<byte[]> SavedAsync(Tab tab, ILocator press, string kind)
    {
        var download = await tab.Page.RunAndWaitForDownloadAsync(() => press.ClickAsync());
        Assert.EndsWith($".{kind}", download.SuggestedFilename, StringComparison.Ordinal);
        return await File.ReadAllBytesAsync((await download.PathAsync())!);
    }
}
