using Coxswain.Platform.Access;
using Coxswain.Testing;
namespace Coxswain.Browser.Tests;

/// <summary>The pictures of README.md, into artifacts/pictures: bin/pictures puts them where it shows them.</summary>
public sealed class PictureTests(Site site)
{
    [Theory, InlineData("team", "/team", 940), InlineData("deal", "/opportunities?owner=mine*", 940)]
    public async Task A_page_of_the_demo_company_makes_a_picture_for_the_README(string name, string path, int height)
    {
        Site.NeedsBrowser();
        await using var tab = await site.EnterAsync(name == "team" ? Role.Admin : Role.Seller, Screen.Desktop);
        await tab.Page.SetViewportSizeAsync(1360, height);
        await tab.GoAsync(path);
        await tab.Page.EvaluateAsync("document.fonts.ready");
        var file = Path.Combine(Directory.CreateDirectory(Path.Combine(Checkout.Root, "artifacts", "pictures")).FullName, name + ".png");
        await tab.Page.ScreenshotAsync(new() { Path = file });
        Assert.True(new FileInfo(file).Length > 20_000, $"{file} shows next to nothing.");
    }
}
