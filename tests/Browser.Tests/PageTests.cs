using Coxswain.Platform.Access;
namespace Coxswain.Browser.Tests;

/// <summary>Every page, on desktop and phone, light and dark. A path that ends in * is the first record of the list.</summary>
[Collection("browser")]
public sealed class PageTests(Site site)
{
    private static readonly string[] OfManagers =
    [
        "/today", "/team", "/metrics", "/opportunities", "/opportunities/board", "/opportunities*", "/opportunities/new", "/accounts", "/accounts*", "/accounts/new", "/contacts", "/contacts*", "/contacts/new",
        "/tasks", "/tasks/new", "/interactions/new", "/import", "/add", "/design", "/me", "/search?q=aster",
    ];

    private static readonly string[] OfAdministrators = ["/today", "/people", "/settings/stages", "/settings/products"];

    public static TheoryData<string, Role, bool, bool> Pages()
    {
        var all = new TheoryData<string, Role, bool, bool>();
        foreach (var (path, role) in OfManagers.Select(p => (p, Role.Manager)).Concat(OfAdministrators.Select(p => (p, Role.Admin))).Append(("/today", Role.Seller)).Append(("/opportunities?owner=mine*", Role.Seller)))
            foreach (var phone in new[] { false, true })
                foreach (var dark in new[] { false, true })
                    all.Add(path, role, phone, dark);
        return all;
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task A_page_is_clean_reachable_by_everyone_and_fits_its_screen(string path, Role role, bool phone, bool dark)
    {
        Assert.SkipWhen(Site.Chromium is null, "Chromium is not installed.");
        var tab = await site.EnterAsync(role, new Screen(phone, dark));
        await tab.GoAsync(path);
        await tab.LooksRightAsync($"{role}-{path.Split('?')[0].Trim('/').Replace('/', '-').Replace("*", "-one")}".ToLowerInvariant());
        await tab.Page.Context.CloseAsync();
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

    [Fact]
    public async Task Nothing_moves_for_those_who_asked_for_stillness()
    {
        Assert.SkipWhen(Site.Chromium is null, "Chromium is not installed.");
        var tab = await site.EnterAsync(Role.Seller, Screen.Desktop);
        await tab.Page.EmulateMediaAsync(new() { ReducedMotion = Microsoft.Playwright.ReducedMotion.Reduce });
        await tab.GoAsync("/opportunities/board");
        var longest = await tab.Page.EvaluateAsync<double>("""
            () => { document.body.classList.add("busy"); return Math.max(...[...document.querySelectorAll("*")].map(e => getComputedStyle(e)).map(s => Math.max(parseFloat(s.animationDuration), parseFloat(s.transitionDuration)))); }
            """);
        Assert.True(longest <= 0.001, $"Something moves for {longest} s.");
    }
}
