using System.Text;
using System.Xml.Linq;
using Coxswain.Platform.Access;
using Microsoft.Playwright;
namespace Coxswain.Browser.Tests;

/// <summary>A chart is taken along as a picture or as figures, made in the browser without leave to do more than the page's policy gives.</summary>
public sealed class ChartFileTests(Site site)
{
    private const string Name = "Hours a week";

    [Fact]
    public async Task A_chart_is_saved_whole_as_PNG_SVG_and_CSV()
    {
        Site.NeedsBrowser();
        await using var tab = await site.EnterAsync(Role.Manager, Screen.Desktop);
        await tab.GoAsync("/design");
        await tab.Page.Locator($"figure[data-name='{Name}'] summary").ClickAsync();
        var png = await SavedAsync(tab, "PNG");
        Assert.Equal("\u0089PNG\r\n\u001a\n", Encoding.Latin1.GetString(png, 0, 8));
        Assert.Equal("IEND", Encoding.Latin1.GetString(png, png.Length - 8, 4));
        IsPicture(XDocument.Parse(Encoding.UTF8.GetString(await SavedAsync(tab, "SVG"))).Root!);
        Assert.Equal("\uFEFFWhat,with customers,preparing,inside\r\nAna,11,8,19\r\nLena,17,9,10\r\nOmar,14,unknown,9\r\n", Encoding.UTF8.GetString(await SavedAsync(tab, "CSV")));
    }

    // It needs no style sheet: every mark has its colour, every word is there.
    private static void IsPicture(XElement svg)
    {
        Assert.DoesNotContain(svg.DescendantsAndSelf().Attributes(), a => a.Name.LocalName is "class" or "style" || a.Value.Contains("var(", StringComparison.Ordinal));
        Assert.Contains(svg.Descendants(), e => e.Name.LocalName == "rect" && ((string?)e.Attribute("fill"))?.StartsWith("rgb", StringComparison.Ordinal) == true);
        Assert.Superset(new HashSet<string> { "Ana", "Lena", "Omar", "preparing" }, svg.Descendants().Where(e => e.Name.LocalName == "text").Select(e => e.Value).ToHashSet());
    }

    private static async Task<byte[]> SavedAsync(Tab tab, string kind)
    {
        var button = tab.Page.GetByRole(AriaRole.Button, new() { Name = $"Save “{Name}” as {kind}" });
        var download = await tab.Page.RunAndWaitForDownloadAsync(() => button.ClickAsync());
        Assert.Equal($"{Name}.{kind.ToLowerInvariant()}", download.SuggestedFilename);
        return await File.ReadAllBytesAsync((await download.PathAsync())!);
    }
}
