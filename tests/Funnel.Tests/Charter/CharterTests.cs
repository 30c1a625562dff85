using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Tests.Charter;

/// <summary>What leaders expect of working together, written by them, agreed to by each.</summary>
public sealed class CharterTests
{
    private static readonly (string, string)[] Written = [("Situation", "LargeDeal"), ("Objective", "One firm, not five departments"), ("Principles", "Who knows most speaks\r\n  \r\n Who owns it decides "), ("Behaviours", "Says why within the day"), ("Balance", "4")];

    [Theory, OnBoth]
    public async Task A_leader_writes_it_people_agree_and_a_new_edition_asks_them_again(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var (lea, olga) = (await sales.Ana.Tenant.PersonAsync(Role.Leader, "Lea Brandt"), await sales.Ana.Tenant.PersonAsync(Role.Staff, "Olga Dahl"));
        Assert.Contains("No leader has said yet how we work together.", await olga.PlainBrowser.TextAsync("/charter"));
        Assert.Equal(HttpStatusCode.SeeOther, (await lea.PlainBrowser.PostFormAsync("/charter", Written)).StatusCode);
        var page = await olga.PlainBrowser.TextAsync("/charter");
        foreach (var said in (string[])["One agreement on working together waits for you.", "One firm, not five departments", "<div>• Who owns it decides</div>", "rather collaborate", "1, by Lea Brandt"]) Assert.Contains(said, page);
        var first = await sales.Ana.InDb(db => db.CharterEditions.Select(e => e.Id).SingleAsync());
        Assert.Equal(HttpStatusCode.SeeOther, (await olga.PlainBrowser.PostFormAsync($"/charter-editions/{first}/agreements")).StatusCode);
        await olga.PlainBrowser.PostFormAsync($"/charter-editions/{first}/agreements");
        Assert.Contains("You agreed to how we work together.", await olga.PlainBrowser.TextAsync("/charter"));
        Assert.Equal(1, await sales.Ana.InDb(db => db.CharterAgreements.CountAsync()));
        await lea.PlainBrowser.PostFormAsync("/charter", [.. Written[..4], ("Balance", "5")]);
        Assert.Contains("One agreement on working together waits for you.", await olga.PlainBrowser.TextAsync("/charter"));
        Assert.Equal(HttpStatusCode.Forbidden, (await olga.PlainBrowser.PostFormAsync($"/charter-editions/{first}/agreements")).StatusCode);
        var past = await olga.PlainBrowser.TextAsync("/charter?of=LargeDeal");
        Assert.Contains("Edition 1", past);
        // Who agreed is told to nobody but themselves, how many to everybody.
        Assert.DoesNotContain("Olga", await lea.Program.PageAsync("/api/charter"));
        var mine = await olga.InDb(db => db.CharterAgreements.Select(a => a.Id).SingleAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await lea.PlainBrowser.PostFormAsync($"/charter-agreements/{mine}/removals")).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await olga.PlainBrowser.PostFormAsync($"/charter-agreements/{mine}/removals")).StatusCode);
        Assert.Equal(0, await sales.Ana.InDb(db => db.CharterAgreements.CountAsync()));
    }

    [Theory, OnBoth]
    public async Task Nobody_but_a_leader_writes_it_and_what_is_missing_is_said_at_its_field(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var tenant = sales.Ana.Tenant;
        var lea = await tenant.PersonAsync(Role.Leader, "Lea Brandt");
        foreach (var who in new[] { sales.Ana, await tenant.PersonAsync(Role.Manager, "Vera Lund"), await tenant.PersonAsync(Role.Admin, "Zoe Adler") })
        {
            Assert.Equal(HttpStatusCode.Forbidden, (await who.PlainBrowser.PostFormAsync("/charter", Written)).StatusCode);
            Assert.Equal(HttpStatusCode.Forbidden, (await who.Program.PostAsJsonAsync("/api/charter", new { situation = "LargeDeal", objective = "Mine", principles = "Mine", behaviours = "Mine", balance = 1 })).StatusCode);
        }
        var bare = await lea.PlainBrowser.PostFormAsync("/charter", ("Situation", "LargeDeal"), ("Objective", "One firm"), ("Behaviours", " "));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, bare.StatusCode);
        var text = WebUtility.HtmlDecode(await bare.Content.ReadAsStringAsync());
        foreach (var said in (string[])["By what do you want to be measured yourself?", "so that somebody who watches sees it?", "value=\"One firm\""]) Assert.Contains(said, text);
        Assert.Equal(0, await sales.Ana.InDb(db => db.CharterEditions.CountAsync()));
        await lea.PlainBrowser.PostFormAsync("/charter", Written);
        Assert.Contains("everybody would be asked again for nothing", WebUtility.HtmlDecode(await (await lea.PlainBrowser.PostFormAsync("/charter", Written)).Content.ReadAsStringAsync()));
        Assert.Equal(HttpStatusCode.Created, (await lea.Program.PostAsJsonAsync("/api/charter", new { situation = "InsideTeam", objective = "Each wins more", principles = "Figures, not people", behaviours = "Tells one lost deal", balance = 3 })).StatusCode);
        var stranger = await (await tenant.Host.TenantAsync()).PersonAsync(Role.Leader, "Lena Fremd");
        Assert.DoesNotContain("Each wins more", await stranger.Program.PageAsync("/api/charter"));
        var read = JsonDocument.Parse(await sales.Ana.Program.PageAsync("/api/charter")).RootElement.GetProperty("situations");
        Assert.Equal((5, 3), (read.GetArrayLength(), read[1].GetProperty("edition").GetProperty("balance").GetInt32()));
    }
}
