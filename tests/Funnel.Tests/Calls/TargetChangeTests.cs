using System.Net;
using Coxswain.Funnel.Targets;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Tests.Calls;

/// <summary>Targets of people and teams, and what happens when they change in the middle of a period.</summary>
public sealed class TargetChangeTests
{
    [Theory, OnBoth]
    public async Task A_target_changed_in_the_middle_counts_from_its_day_on_and_the_days_before_stay_as_they_were(Engine engine)
    {
        var line = await Line.OnAsync(engine);
        Assert.Equal(HttpStatusCode.SeeOther, (await Line.AimAsync(line.Max, line.Ana, "300000")).StatusCode);
        Assert.Contains("Say why it changes.", await Line.RefusalAsync(Line.AimAsync(line.Max, line.Ana, "250000")));
        Assert.Contains("what counted before stays as it was", await Line.RefusalAsync(Line.AimAsync(line.Max, line.Ana, "250000", since: "2026-07-05", why: "Two accounts went to Ben")));
        Assert.Equal(HttpStatusCode.SeeOther, (await Line.AimAsync(line.Max, line.Ana, "250000", why: "Two accounts went to Ben")).StatusCode);
        Assert.Equal(25_000_000, (await Line.ReadAsync(line.Ana, line.Ana)).GetProperty("target").GetInt64());
        Assert.Equal(30_000_000, (await Line.ReadAsync(line.Ana, line.Ana, "&asOf=2026-07-10")).GetProperty("target").GetInt64());
        var page = CallOnTheNumberTests.Plain(await line.Ana.PlainBrowser.TextAsync("/forecast"));
        Assert.Contains("The target is € 250,000; € 250,000 is missing after what is won and committed.", page);
        Assert.Contains("Two accounts went to Ben", page);
    }

    [Theory, OnBoth]
    public async Task Nobody_in_support_is_given_a_number_to_sell(Engine engine)
    {
        var line = await Line.OnAsync(engine);
        var kim = await line.Tenant.PersonAsync(Role.Support, "Kim Aas", line.North);
        Assert.Contains("Nobody in support has a number to sell", await Line.RefusalAsync(Line.AimAsync(line.Max, kim, "50000"), HttpStatusCode.Forbidden));
        Assert.Equal(0, await line.Max.InDb(db => db.Rows<SalesTarget>().CountAsync()));
    }

    [Theory, OnBoth]
    public async Task A_target_within_or_around_another_is_refused_and_says_which(Engine engine)
    {
        var line = await Line.OnAsync(engine);
        await Line.AimAsync(line.Max, line.Ana, "300000");
        foreach (var period in new[] { "2026", "2026-08" }) Assert.Contains("A target is set for 1 Jul 2026 to 30 Sep 2026 already", await Line.RefusalAsync(Line.AimAsync(line.Max, line.Ana, "90000", period: period)));
        Assert.Equal(HttpStatusCode.SeeOther, (await Line.AimAsync(line.Max, line.Ana, "90000", period: "2026-Q4")).StatusCode);
        Assert.Equal(2, await line.Ana.InDb(db => db.Rows<SalesTarget>().CountAsync()));
    }

    [Theory, OnBoth]
    public async Task A_line_is_measured_by_the_target_of_its_team_whoever_leads_it(Engine engine)
    {
        var line = await Line.OnAsync(engine);
        Assert.Equal(HttpStatusCode.SeeOther, (await Line.AimAsync(line.Lea, line.Max, "500000", team: $"{line.North}")).StatusCode);
        Assert.Equal(50_000_000, (await Line.ReadAsync(line.Max, line.Max)).GetProperty("target").GetInt64());
        var row = (await Line.ReadAsync(line.Lea, line.Lea)).GetProperty("rows").EnumerateArray().Single(r => r.GetProperty("name").GetString() == "Max Weber");
        Assert.Equal(50_000_000, row.GetProperty("target").GetInt64());
        Assert.Contains("There is no such team.", await Line.RefusalAsync(Line.AimAsync(line.Lea, line.Eva, "5", team: $"{line.North}")));
    }

    [Theory, OnBoth]
    public async Task A_team_nobody_leads_has_a_target_set_by_whoever_it_answers_to_and_what_stands_is_measured_by_it(Engine engine)
    {
        var line = await Line.OnAsync(engine);
        var (gates, apart) = (await line.Tenant.TeamAsync("Gates", null, line.North), await line.Tenant.TeamAsync("Projects"));
        var dora = await line.Tenant.PersonAsync(Role.Seller, "Dora Lind", gates);
        await line.DealAsync(dora, "Won", 40_000_00, new DateOnly(2026, 7, 20));
        // Max leads North, and nobody leads Gates below it: it is his to set, though his own team's is not.
        Assert.Equal(HttpStatusCode.SeeOther, (await Line.AimAsync(line.Max, line.Max, "100000", team: $"{gates}")).StatusCode);
        Assert.Contains("Targets are set by whoever you answer to.", await Line.RefusalAsync(Line.AimAsync(line.Max, line.Max, "1", team: $"{line.North}"), HttpStatusCode.Forbidden));
        Assert.Contains("Targets are set by whoever you answer to.", await Line.RefusalAsync(Line.AimAsync(line.Max, line.Max, "1", team: $"{apart}"), HttpStatusCode.Forbidden));
        Assert.Contains("Targets are set by whoever you answer to.", await Line.RefusalAsync(Line.AimAsync(line.Eva, line.Eva, "1", team: $"{gates}"), HttpStatusCode.Forbidden));
        var read = await Line.ReadAsync(line.Max, line.Max);
        var team = read.GetProperty("unled").EnumerateArray().Single();
        Assert.Equal(("Gates", 1, 10_000_000), (team.GetProperty("name").GetString(), team.GetProperty("people").GetInt32(), team.GetProperty("target").GetInt64()));
        Assert.Equal(6_000_000, team.GetProperty("gap").GetInt64());
        // It is no target of North's: nobody has set that one.
        Assert.Equal(System.Text.Json.JsonValueKind.Null, read.GetProperty("target").ValueKind);
        var page = CallOnTheNumberTests.Plain(await line.Max.PlainBrowser.TextAsync("/forecast"));
        foreach (var said in (string[])["Teams without a leader", "Gates", "€ 60,000"]) Assert.Contains(said, page);
        // Lea leads all of Sales: a team that stands under nobody is hers to set, too.
        Assert.Equal(HttpStatusCode.SeeOther, (await Line.AimAsync(line.Lea, line.Lea, "70000", team: $"{apart}")).StatusCode);
        Assert.Contains("There is no such team.", await Line.RefusalAsync(Line.AimAsync(line.Lea, line.Lea, "5", team: $"{gates}")));
        Assert.DoesNotContain("Gates", await line.Eva.PlainBrowser.TextAsync("/forecast"));
    }

    [Theory, OnBoth]
    public async Task Nobody_sets_their_own_and_nothing_is_no_target(Engine engine)
    {
        var line = await Line.OnAsync(engine);
        Assert.Contains("Targets are set by whoever you answer to.", await Line.RefusalAsync(Line.AimAsync(line.Ana, line.Ana, "1"), HttpStatusCode.Forbidden));
        Assert.Contains("Targets are set by whoever you answer to.", await Line.RefusalAsync(Line.AimAsync(line.Max, line.Max, "1", team: $"{line.North}"), HttpStatusCode.Forbidden));
        Assert.Contains("More than nothing, please.", await Line.RefusalAsync(Line.AimAsync(line.Max, line.Ana, "0")));
        Assert.Contains("No less than nothing, please.", await Line.RefusalAsync(Line.AimAsync(line.Max, line.Ana, "-3")));
        Assert.Equal(0, await line.Ana.InDb(db => db.Rows<SalesTarget>().CountAsync()));
    }
}
