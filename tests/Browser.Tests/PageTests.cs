using Coxswain.Platform.Access;
using Microsoft.Playwright;
namespace Coxswain.Browser.Tests;

/// <summary>Every page, light and dark. A path with * goes to the first record of the list, and what follows is a page of it. Screens are looked at beside each other.</summary>
public abstract class LookedAt(Site site, Screen screen)
{
    private static readonly string[] OfManagers =
    [
        "/today", "/team", "/forecast", "/metrics", "/opportunities", "/opportunities/board", "/opportunities*", "/opportunities/new", "/opportunities*/plan", "/opportunities*/plan/changes", "/opportunities*/plan/review", "/opportunities*/plan/actions/new", "/opportunities*/guide", "/opportunities*/ladder", "/opportunities*/team", "/opportunities*/pursuit", "/opportunities*/fit", "/opportunities*/shared", "/accounts", "/accounts*", "/accounts*/effort", "/accounts*/fit", "/accounts/new", "/contacts", "/contacts*", "/contacts/new", "/issues-first", "/closing-profile", "/opportunities/chance", "/effort", "/effort?days=30", "/reviews", "/discounts", "/requests", "/requests*", "/requests/new", "/requests/figures", "/disagreements", "/disagreements*", "/disagreements/new", "/charter", "/charter?of=LargeDeal", "/charter/journey", "/charter/purpose", "/proofs", "/contracts", "/contracts*", "/contracts/new", "/contracts/figures",
        "/objects/installations", "/objects/installations*", "/objects/installations/new", "/leads", "/leads*", "/leads*/fit", "/leads/new", "/common-ground", "/contacts/silent", "/me/data", "/me/capture", "/feeds/new", "/waiting", "/waiting*", "/signals", "/signals/new", "/duplicates", "/duplicates/merged", "/tasks", "/tasks/new", "/interactions/new", "/import", "/add", "/design", "/me", "/me/second-factor", "/told", "/search?q=aster",
        "/leads?as=board&group=status", "/opportunities?as=calendar&group=close", "/accounts?group=cf.planning_system&columns=employees",
    ];

    private static readonly string[] OfAdministrators =
    [
        "/today", "/people", "/people/teams", "/forecast", "/settings", "/settings/stages", "/settings/processes", "/settings/processes*", "/settings/processes/lessons", "/settings/rules", "/settings/rules/opponent", "/settings/rules/new?where=quiet+%3E%3D+14", "/settings/rules/new", "/settings/rules/log", "/settings/rules/trial", "/settings/review-codes", "/disagreements/turf", "/settings/ideal-customer", "/settings/plans", "/settings/products", "/settings/service", "/tips", "/tips/new", "/service", "/service/team", "/service/behaviours", "/service/rewards", "/service/credit", "/service/surveys", "/service/surveys*", "/service/cases", "/settings/fields", "/settings/objects", "/settings/price-lists", "/settings/masters", "/settings/account-steps", "/settings/rates", "/settings/capture", "/settings/mail", "/settings/privacy", "/settings/sharing", "/settings/suppressions", "/settings/roles", "/settings/roles/Seller", "/settings/api", "/settings/webhooks", "/api/docs", "/api/docs?group=accounts", "/settings/copies", "/settings/exports", "/jobs", "/audit",
    ];

    private static readonly string[] OfSellers = ["/today", "/opportunities?owner=mine*", "/opportunities?owner=mine*/process", "/forecast"];

    public static TheoryData<string, Role> Pages()
    {
        var all = new TheoryData<string, Role>();
        foreach (var (role, paths) in new[] { (Role.Manager, OfManagers), (Role.Admin, OfAdministrators), (Role.Seller, OfSellers) })
            foreach (var path in paths) all.Add(path, role);
        return all;
    }

    [Theory, MemberData(nameof(Pages))]
    public async Task A_page_is_clean_reachable_by_everyone_and_fits_its_screen(string path, Role role)
    {
        Site.NeedsBrowser();
        await using var tab = await site.EnterAsync(role, screen);
        await tab.GoAsync(path);
        await tab.LooksRightAsync($"{role}-{path.Split('?')[0].Trim('/').Replace("*", "-one").Replace('/', '-')}{(path.Contains('?') && path.Contains('*') ? "-one" + path.Split('*')[1].Replace('/', '-') : "")}{(path.Contains("as=board", StringComparison.Ordinal) ? "-board" : path.Contains("as=calendar", StringComparison.Ordinal) ? "-calendar" : path.Contains("group=cf", StringComparison.Ordinal) ? "-groups" : "")}".Replace("*", "").ToLowerInvariant());
    }

    [Fact]
    public async Task Someone_who_is_not_signed_in_sees_the_sign_in_page_and_nothing_else()
    {
        Site.NeedsBrowser();
        await using var tab = await site.OpenAsync(screen);
        await tab.GoAsync("/team");
        Assert.Contains("/sign-in", tab.Page.Url, StringComparison.Ordinal);
        await tab.LooksRightAsync("sign-in");
    }

    [Fact]
    public async Task An_invitation_leads_to_a_page_where_one_chooses_a_password()
    {
        Site.NeedsBrowser();
        await using var admin = await site.EnterAsync(Role.Admin, screen);
        await admin.GoAsync("/people");
        // Somebody else on each screen: only the newest link of a person opens anything.
        await admin.Page.GetByRole(AriaRole.Button, new() { Name = "New password link" }).Nth(screen.IsPhone ? 1 : 0).ClickAsync();
        var link = await admin.Page.Locator("input[value*='/invitations/'], code:has-text('/invitations/')").First.EvaluateAsync<string>("e => e.value ?? e.textContent");
        await admin.LooksRightAsync("admin-invited");
        await using var invited = await site.OpenAsync(screen);
        await invited.GoAsync(link.Trim());
        await invited.LooksRightAsync("invitation");
    }

    [Theory, InlineData("/nowhere"), InlineData("/audit")]
    public async Task A_refusal_is_a_page_with_a_way_on(string path)
    {
        Site.NeedsBrowser();
        await using var tab = await site.EnterAsync(Role.Seller, screen);
        await tab.GoAsync(path);
        tab.Forgive();
        await tab.LooksRightAsync($"refused{path.Replace('/', '-')}");
    }

    [Fact]
    public async Task A_fault_is_told_on_a_page_of_its_own()
    {
        Site.NeedsBrowser();
        await using var tab = await site.EnterAsync(Role.Seller, screen);
        await Breakdown.BeginAsync(tab, 500);
        await tab.GoAsync("/accounts");
        tab.Forgive();
        await tab.LooksRightAsync("fault");
    }
}

/// <inheritdoc/>
public sealed class PageTests(Site site) : LookedAt(site, Screen.Desktop)
{
    private readonly Site _site = site;

    [Fact]
    public async Task Nothing_moves_for_those_who_asked_for_stillness()
    {
        Site.NeedsBrowser();
        await using var tab = await _site.EnterAsync(Role.Seller, Screen.Desktop);
        await tab.Page.EmulateMediaAsync(new() { ReducedMotion = ReducedMotion.Reduce });
        await tab.GoAsync("/opportunities/board");
        var longest = await tab.Page.EvaluateAsync<double>("""
            () => { document.body.classList.add("busy"); return Math.max(...[...document.querySelectorAll("*")].map(e => getComputedStyle(e)).map(s => Math.max(parseFloat(s.animationDuration), parseFloat(s.transitionDuration)))); }
            """);
        Assert.Equal(0, longest);
    }
}

/// <inheritdoc/>
public sealed class PhonePageTests(Site site) : LookedAt(site, Screen.Phone);
