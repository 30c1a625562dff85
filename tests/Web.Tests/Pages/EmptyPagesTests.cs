using System.Net;
using System.Text.RegularExpressions;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
namespace Coxswain.Web.Tests.Pages;

/// <summary>An organisation of the first day: nothing on any page, and on every page a way on.</summary>
public sealed partial class EmptyPagesTests
{
    // These hold rows later, and have none now.
    private static readonly string[] Lists = ["/today", "/opportunities", "/opportunities/board", "/accounts", "/contacts", "/tasks", "/team"];

    [Theory, OnBoth]
    public async Task Every_empty_page_says_the_next_step_and_offers_one_that_its_reader_may_take(Engine engine)
    {
        var host = await Host.On(engine);
        var tenant = await host.TenantAsync();
        foreach (var role in (Role[])[Role.Admin, Role.Manager, Role.Seller])
        {
            // The second factor is that of a login, which these people have not.
            var viewer = await tenant.PersonAsync(role, $"{role}");
            var empty = new List<string>();
            foreach (var page in EveryPage.Addresses(host, role).Where(a => !a.Contains('{') && a != "/me/second-factor").Distinct()) if (await LookAsync(viewer, page)) empty.Add(page);
            Assert.Empty(Lists.Except(empty));
        }
    }

    /// <summary>Whether the page says that it is empty; where it does, what it offers has to be there for this viewer.</summary>
    private static async Task<bool> LookAsync(TestViewer viewer, string page)
    {
        var text = WebUtility.HtmlDecode(await viewer.PlainBrowser.PageAsync(page));
        var states = Empty().Matches(text);
        foreach (var offers in states.Select(state => Link().Matches(state.Value).Select(m => m.Groups[1].Value).ToList()))
        {
            Assert.True(offers.Count > 0, $"{page} is empty for a {viewer.Viewer.Role} and offers nothing.");
            foreach (var offer in offers) Assert.True(await LeadsAsync(viewer, text, offer), $"{page} offers a {viewer.Viewer.Role} {offer}, which is not there for them.");
        }
        return states.Count > 0;
    }

    private static async Task<bool> LeadsAsync(TestViewer viewer, string page, string offer) =>
        offer[0] == '#' ? page.Contains($"id=\"{offer[1..]}\"", StringComparison.Ordinal) : (await viewer.PlainBrowser.GetAsync(offer)).StatusCode is HttpStatusCode.OK;

    [GeneratedRegex("""<div class="empty">.*?</div>""", RegexOptions.Singleline)]
    private static partial Regex Empty();

    [GeneratedRegex("""<a class="btn[^"]*" href="([^"]+)""")]
    private static partial Regex Link();
}
