using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Tests.Strategy;

/// <summary>How a team goes into a deal.</summary>
public sealed class FormationTests
{
    [Theory, OnBoth]
    public async Task How_far_forward_with_what_against_whom_stands_on_the_team_and_who_goes_forward_unwell_is_warned(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var deal = await sales.DealAsync();
        var url = $"/opportunities/{deal.Id}";
        Assert.Contains("Nobody has said it yet: how far forward", await sales.Ana.PlainBrowser.TextAsync(url + "/team"));
        await sales.Ana.PlainBrowser.PostFormAsync(url + "/formation", ("Forward", "3"), ("OurStrength", "We know the gate"), ("Opponent", "Portavia"), ("TheirWeakness", "Nobody at night"), ("Counter", "Our night desk joins"), ("WellBeing", "2"), ("TeamSpirit", "4"));
        var page = await sales.Ana.PlainBrowser.TextAsync(url + "/team");
        foreach (var said in (string[])["in between", "strong: We know the gate", "Portavia", "weak: Nobody at night", "Our night desk joins", "Well-being: weak, Team spirit: good"]) Assert.Contains(said, page);
        Assert.DoesNotContain("You go forward with a team", page);
        await sales.Ana.PlainBrowser.PostFormAsync(url + "/formation", ("Forward", "5"));
        page = await sales.Ana.PlainBrowser.TextAsync(url + "/team");
        Assert.Contains("You go forward with a team that is short of: Well-being. See to that first, or hold back a little.", page);
        // What was not sent stays.
        Assert.Contains("We know the gate", page);
        Assert.Contains("How we go into it was said anew", await sales.Ana.PlainBrowser.TextAsync(url));
    }

    [Theory, OnBoth]
    public async Task What_is_no_answer_is_refused_and_nobody_else_says_it(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var deal = await sales.DealAsync();
        var url = $"/opportunities/{deal.Id}/formation";
        var refused = await sales.Ana.PlainBrowser.PostFormAsync(url, ("Forward", "9"), ("Counter", "Kept words"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
        var said = WebUtility.HtmlDecode(await refused.Content.ReadAsStringAsync());
        Assert.Contains("Between 1 and 5.", said);
        Assert.Contains("value=\"Kept words\"", said);
        var (otto, stranger) = (await sales.Ana.Tenant.PersonAsync(Role.Seller, "Otto Lang"), await (await sales.Ana.Tenant.Host.TenantAsync()).PersonAsync(Role.Leader, "Lea Fremd"));
        foreach (var (who, no) in new[] { (otto, HttpStatusCode.Forbidden), (stranger, HttpStatusCode.NotFound) }) Assert.Equal(no, (await who.Browser.PostFormAsync(url, ("Forward", "3"))).StatusCode);
        Assert.Empty(await sales.Ana.InDb(db => db.DealFormations.ToListAsync()));
        Assert.Equal(HttpStatusCode.OK, (await sales.Ana.Program.PatchAsJsonAsync($"/api{url}", new { forward = 2, opponent = "Their own IT" })).StatusCode);
        var read = JsonDocument.Parse(await sales.Ana.Program.PageAsync($"/api/opportunities/{deal.Id}/team")).RootElement.GetProperty("formation");
        Assert.Equal((2, "Their own IT"), (read.GetProperty("forward").GetInt32(), read.GetProperty("opponent").GetString()));
    }
}
