using Coxswain.Platform.Access;
namespace Coxswain.Browser.Tests;

/// <summary>German, whose words are long, and Arabic, which runs from the right: what a browser asks for and nobody chose otherwise.</summary>
public sealed class LanguageTests(Site site)
{
    private static readonly string[] Visited =
    [
        "/today", "/team", "/opportunities", "/opportunities/board", "/opportunities*", "/opportunities/new", "/accounts*", "/contacts", "/tasks", "/import", "/metrics", "/me", "/design",
    ];

    [Theory, InlineData("de", "ltr", false), InlineData("de", "ltr", true), InlineData("ar", "rtl", false), InlineData("ar", "rtl", true)]
    public async Task Pages_fit_their_screen_in_other_languages(string language, string direction, bool phone)
    {
        Site.NeedsBrowser();
        await using var tab = await site.EnterAsync(Role.Manager, new Screen(phone, language));
        foreach (var path in Visited)
        {
            await tab.GoAsync(path);
            Assert.Equal((language, direction), (await AttributeAsync(tab, "lang"), await AttributeAsync(tab, "dir")));
            var name = $"{language}-{path.Trim('/').Replace('/', '-').Replace("*", "-one", StringComparison.Ordinal)}";
            await tab.PictureAsync(name, "light");
            await tab.FitsAsync(name);
        }
    }

    [Theory, InlineData("en-GB"), InlineData("de")]
    public async Task Who_is_worth_a_conversation_is_seen_at_once_on_every_width_of_a_desk(string language)
    {
        Site.NeedsBrowser();
        await using var tab = await site.EnterAsync(Role.Manager, new Screen(false, language));
        await tab.GoAsync("/team");
        foreach (var width in new[] { 1024, 1200, 1340, 1360, 1920 })
        {
            await tab.Page.SetViewportSizeAsync(width, 900);
            Assert.Equal((width, 0), (width, await tab.Page.EvaluateAsync<int>("(() => { const table = document.querySelector('main table'); return Math.max(0, table.scrollWidth - table.parentElement.clientWidth); })()")));
        }
    }

    private static async Task<string?> AttributeAsync(Tab tab, string name) => await tab.Page.Locator("html").GetAttributeAsync(name);
}
