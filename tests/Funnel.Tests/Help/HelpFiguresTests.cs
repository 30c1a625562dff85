using System.Net;
using System.Text.Json;
using Coxswain.Funnel.Help;
using Coxswain.People.Persons;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Tests.Help;

/// <summary>How fast help comes, who refuses, and who helps with what.</summary>
public sealed class HelpFiguresTests
{
    [Theory, OnBoth]
    public async Task Refusals_are_counted_by_department_from_five_people_and_five_answers_on_and_nothing_is_said_of_smaller_ones(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var tenant = sales.Ana.Tenant;
        var (large, small) = (await tenant.TeamAsync("Dispatch"), await tenant.TeamAsync("Workshop"));
        var people = Enumerable.Range(0, 7).Select(i => new Person { Name = $"Helper {i}", Role = Role.Staff, TeamId = i < 5 ? large : small }).ToList();
        await tenant.SaveAsync([.. people]);
        var now = tenant.Host.Clock.GetUtcNow().UtcDateTime;
        HelpRequest Of(Guid team, bool refused, bool rescued, double minutes, HelpRefusal? why = HelpRefusal.Closing) => new()
        {
            OwnerId = sales.Ana.Id, Kind = HelpKind.Hand, What = "A van", ToTeamId = team, DepartmentId = team, Anybody = true, State = HelpState.Done, AskedAt = now.AddDays(-3), RefusedAt = refused ? now.AddDays(-3) : null, RefusedById = refused ? people[0].Id : null, Refusal = refused ? why : null,
            HelperId = refused && !rescued ? null : people[1].Id, AllocatedAt = refused && !rescued ? null : now.AddDays(-3).AddMinutes(minutes), IsRescued = rescued, Currency = "EUR",
        };
        await tenant.SaveAsync(Of(large, true, true, 9), Of(large, true, false, 0), Of(large, false, false, 3));
        Assert.Contains("Not enough requests to say how fast help comes.", await sales.Ana.PlainBrowser.TextAsync("/requests/figures"));
        await tenant.SaveAsync([Of(large, true, false, 0), Of(large, true, false, 0, HelpRefusal.NotOurs), Of(large, true, true, 20), Of(large, false, false, 5), Of(large, false, false, 7), .. Enumerable.Range(0, 6).Select(i => Of(small, true, false, 0, HelpRefusal.Overtime))]);
        var read = JsonDocument.Parse(await sales.Ana.Program.PageAsync("/api/requests/figures")).RootElement;
        var one = Assert.Single(read.GetProperty("departments").EnumerateArray());
        Assert.Equal(("Dispatch", 8, 0.625), (one.GetProperty("name").GetString(), one.GetProperty("refused").GetProperty("n").GetInt32(), one.GetProperty("refused").GetProperty("value").GetDouble()));
        Assert.Equal((5, 7.0, 5), (read.GetProperty("allocated").GetInt32(), read.GetProperty("medianMinutes").GetDouble(), read.GetProperty("refused").GetInt32()));
        Assert.Equal([("Closing", 4), ("NotOurs", 1)], read.GetProperty("reasons").EnumerateArray().Select(r => (r.GetProperty("why").GetString()!, r.GetProperty("count").GetInt32())));
        var page = await sales.Ana.PlainBrowser.TextAsync("/requests/figures");
        Assert.Contains("Half of the requests found somebody within 7 minutes (n = 5).", page);
        Assert.Contains("2 of 5", page);
        foreach (var hidden in (string[])["Workshop", "overtime", "Helper"]) Assert.DoesNotContain(hidden, page);
    }

    [Theory, OnBoth]
    public async Task Everybody_says_what_they_help_with_and_is_found_and_asked_by_it(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var (olga, ben) = (await sales.Ana.Tenant.PersonAsync(Role.Staff, "Olga Dahl"), await sales.Ana.Tenant.PersonAsync(Role.Seller, "Ben Ito"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await olga.PlainBrowser.PostFormAsync("/experts", ("Topic", " "))).StatusCode);
        await olga.PlainBrowser.PostFormAsync("/experts", ("Topic", "Cold stores"), ("Free", "Now"));
        var again = await olga.PlainBrowser.PostFormAsync("/experts", ("Topic", "cold STORES"), ("Free", "Now"));
        Assert.Contains("You have said this already.", WebUtility.HtmlDecode(await again.Content.ReadAsStringAsync()));
        var found = await sales.Ana.PlainBrowser.TextAsync("/requests?q=cold");
        foreach (var said in (string[])["Cold stores", "Olga Dahl · can be asked now", $"/requests/new?personId={olga.Id}"]) Assert.Contains(said, found);
        Assert.Contains("Nobody helps with that here.", await sales.Ana.PlainBrowser.TextAsync("/requests?q=customs"));
        var id = await olga.InDb(db => db.Experts.Select(e => e.Id).SingleAsync());
        foreach (var url in (string[])[$"/experts/{id}", $"/experts/{id}/removals"]) Assert.Equal(HttpStatusCode.Forbidden, (await ben.PlainBrowser.PostFormAsync(url, ("Free", "NotNow"))).StatusCode);
        await olga.PlainBrowser.PostFormAsync($"/experts/{id}", ("Free", "Now"), ("FreeFrom", "2031-01-01"));
        Assert.Contains("Olga Dahl · from 1 Jan 2031", await sales.Ana.PlainBrowser.TextAsync("/requests"));
        await olga.PlainBrowser.PostFormAsync($"/experts/{id}/removals");
        Assert.DoesNotContain("Cold stores", await sales.Ana.PlainBrowser.TextAsync("/requests"));
        await olga.PlainBrowser.PostFormAsync($"/experts/{id}/restorations");
        Assert.Contains("Cold stores", await sales.Ana.PlainBrowser.TextAsync("/requests"));
    }
}
