using Coxswain.Platform.Access;
namespace Coxswain.Browser.Tests;

/// <summary>Every page of the main navigation, on desktop and phone, light and dark.</summary>
public sealed class PageTests(Site site) : IClassFixture<Site>
{
    public static TheoryData<string, bool, bool> Pages()
    {
        var all = new TheoryData<string, bool, bool>();
        foreach (var path in new[] { "/today", "/team", "/opportunities", "/opportunities/new", "/metrics", "/search?q=aster" })
            foreach (var phone in new[] { false, true })
                foreach (var dark in new[] { false, true })
                    all.Add(path, phone, dark);
        return all;
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task A_page_is_clean_reachable_by_everyone_and_fits_its_screen(string path, bool phone, bool dark)
    {
        Assert.SkipWhen(Site.Chromium is null, "Chromium is not installed.");
        var tab = await site.EnterAsync(Role.Manager, new Screen(phone, dark));
        await tab.GoAsync(path);
        await tab.LooksRightAsync(path.Split('?')[0].Trim('/').Replace('/', '-'));
    }

    [Theory, InlineData(false), InlineData(true)]
    public async Task Someone_who_is_not_signed_in_sees_the_sign_in_page_and_nothing_else(bool phone)
    {
        Assert.SkipWhen(Site.Chromium is null, "Chromium is not installed.");
        var tab = await site.OpenAsync(new Screen(phone, false));
        await tab.GoAsync("/team");
        Assert.Contains("/sign-in", tab.Page.Url, StringComparison.Ordinal);
        await tab.LooksRightAsync("sign-in");
    }
}
