using System.Net;
using System.Text.Json;
using Coxswain.Funnel.Calls;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Tests.Calls;

/// <summary>Calling the number: who sees what, and when.</summary>
public sealed class CallOnTheNumberTests
{
    [Theory, OnBoth]
    public async Task A_seller_calls_and_reads_aloud_what_is_neither_won_nor_committed_yet(Engine engine)
    {
        var line = await Line.OnAsync(engine);
        await line.DealAsync(line.Ana, "Won", 100_000_00, new(2026, 7, 10));
        var deal = await line.DealAsync(line.Ana, "Decide", 50_000_00, new(2026, 9, 1));
        await SetAsync(line, deal.Id, ForecastCategory.Commit);
        Assert.Contains("€ 100,000 is won and € 50,000 committed. What do you call?", Plain(await line.Ana.PlainBrowser.TextAsync("/forecast")));
        Assert.Equal(HttpStatusCode.SeeOther, (await Line.CallAsync(line.Ana, line.Ana, "181000", "240000", "The port signs in August")).StatusCode);
        var page = Plain(await line.Ana.PlainBrowser.TextAsync("/forecast"));
        Assert.Contains("You called € 181,000; € 31,000 of it is neither won nor committed yet.", page);
        Assert.Contains("€ 181,000, at best € 240,000", page);
        Assert.Contains("The port signs in August", page);
    }

    [Theory, OnBoth]
    public async Task What_is_past_its_day_is_said_before_anything_else(Engine engine)
    {
        var line = await Line.OnAsync(engine);
        await line.DealAsync(line.Ana, "Decide", 31_000_00, new(2026, 7, 2));
        await Line.CallAsync(line.Ana, line.Ana, "240000");
        Assert.Contains("You called € 240,000; € 31,000 of what is committed or best case is past its day.", Plain(await line.Ana.PlainBrowser.TextAsync("/forecast")));
    }

    [Theory, OnBoth]
    public async Task Neither_sees_the_others_figure_before_giving_their_own_and_then_both_do(Engine engine)
    {
        var line = await Line.OnAsync(engine);
        await Line.CallAsync(line.Ana, line.Ana, "181234");
        await AssertHiddenAsync(line.Max, line.Ana, "181,234", 18_123_400);
        await Line.CallAsync(line.Max, line.Ana, "150777");
        Assert.Contains("181,234", await line.Max.PlainBrowser.TextAsync($"/forecast/{line.Ana.Id}"));
        Assert.Contains("Ana Okafor called € 181,234, you called € 150,777.", Plain(await line.Max.PlainBrowser.TextAsync($"/forecast/{line.Ana.Id}")));
        Assert.Contains("150,777", await line.Ana.PlainBrowser.TextAsync("/forecast"));
        // Who stands above and gave none still sees neither.
        await AssertHiddenAsync(line.Lea, line.Ana, "181,234", 18_123_400);
        await AssertHiddenAsync(line.Lea, line.Ana, "150,777", 15_077_700);

        // The other way round: the manager first, the seller after.
        await Line.CallAsync(line.Max, line.Ben, "90555");
        await AssertHiddenAsync(line.Ben, line.Ben, "90,555", 9_055_500);
        await Line.CallAsync(line.Ben, line.Ben, "80000");
        Assert.Contains("90,555", await line.Ben.PlainBrowser.TextAsync("/forecast"));
    }

    [Theory, OnBoth]
    public async Task The_rows_of_a_manager_say_after_yours_until_they_have_given_it(Engine engine)
    {
        var line = await Line.OnAsync(engine);
        await Line.CallAsync(line.Ana, line.Ana, "181234");
        var before = await line.Max.PlainBrowser.TextAsync("/forecast");
        Assert.Contains("Ana Okafor", before);
        Assert.Contains("after yours", before);
        Assert.DoesNotContain("181,234", before);
        await Line.CallAsync(line.Max, line.Ana, "150777");
        var rows = (await Line.ReadAsync(line.Max, line.Max)).GetProperty("rows").EnumerateArray().ToList();
        var ana = rows.Single(r => r.GetProperty("name").GetString() == "Ana Okafor");
        Assert.Equal((18_123_400, 15_077_700), (ana.GetProperty("theirs").GetProperty("commit").GetInt64(), ana.GetProperty("managers").GetProperty("commit").GetInt64()));
        Assert.Equal(["Ana Okafor", "Ben Ito"], rows.Select(r => r.GetProperty("name").GetString()!).Order());
    }

    [Theory, OnBoth]
    public async Task A_call_is_never_written_over_and_a_changed_one_says_why(Engine engine)
    {
        var line = await Line.OnAsync(engine);
        await Line.CallAsync(line.Ana, line.Ana, "200000");
        var refused = await Line.RefusalAsync(Line.CallAsync(line.Ana, line.Ana, "180000"));
        Assert.Contains("Say why it changes.", refused);
        Assert.Contains("180000", refused);
        await Line.CallAsync(line.Ana, line.Ana, "180000", because: "The mill moved to October");
        var kept = await line.Ana.InDb(db => db.SeenCalls(new(2026, 7, 24)).OrderBy(c => c.Id).ToListAsync());
        Assert.Equal([(20_000_000L, null), (18_000_000L, "The mill moved to October")], kept.Select(c => (c.Commit, c.Because)));
        var page = Plain(await line.Ana.PlainBrowser.TextAsync("/forecast"));
        Assert.Contains("€ 200,000", page);
        Assert.Contains("You called € 180,000", page);
    }

    [Theory, OnBoth]
    public async Task A_closed_period_stays_as_it_was_called_and_is_open_to_the_line(Engine engine)
    {
        var line = await Line.OnAsync(engine);
        await line.Tenant.SaveAsync(new ForecastCall { OwnerId = line.Ana.Id, ById = line.Ana.Id, From = new(2026, 4, 1), To = new(2026, 6, 30), Commit = 60_000_00, BestCase = null, Currency = "EUR", At = new(2026, 4, 3, 8, 0, 0, DateTimeKind.Utc) });
        await line.DealAsync(line.Ana, "Won", 55_000_00, new(2026, 6, 10));
        Assert.Contains("Q2 2026 is closed since 1 Jul 2026: what was called for it stays as it is.", await Line.RefusalAsync(Line.CallAsync(line.Ana, line.Ana, "55000", because: "So it was", period: "2026-Q2"), HttpStatusCode.Forbidden));
        Assert.Contains("closed since 1 Jul 2026", await Line.RefusalAsync(Line.AimAsync(line.Max, line.Ana, "55000", period: "2026-Q2"), HttpStatusCode.Forbidden));
        Assert.Contains("Q2 2026 closed with € 55,000, € 5,000 less than called.", Plain(await line.Max.PlainBrowser.TextAsync($"/forecast/{line.Ana.Id}?period=2026-Q2")));
        Assert.Equal(1, await line.Ana.InDb(db => db.Rows<ForecastCall>().CountAsync()));
    }

    [Theory, OnBoth]
    public async Task Odd_figures_currencies_and_periods_are_refused_at_their_field_with_what_was_typed(Engine engine)
    {
        var line = await Line.OnAsync(engine);
        foreach (var (commit, best, said) in new[] { ("-5", "", "No less than nothing, please."), ("", "", "Please fill this in"), ("100", "50", "The best case cannot be less than what you commit to."), ("9999999999999", "", "Less than 1,000,000,000,000, please."), ("many", "", "This is not a number.") })
            Assert.Contains(said, await Line.RefusalAsync(Line.CallAsync(line.Ana, line.Ana, commit, best)));
        foreach (var currency in new[] { "USD", "XXQ", "rubbish" })
        {
            var answer = await line.Ana.Program.PostAsync($"/api/forecast/{line.Ana.Id}/calls", Line.Json($$"""{"commit":5,"currency":"{{currency}}"}"""));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains("Calls and targets are in EUR", await answer.Content.ReadAsStringAsync());
        }
        foreach (var period in new[] { "2026-Q5", "2026-13", "soon", "0001-Q1", "99999" }) Assert.Equal(HttpStatusCode.UnprocessableEntity, await Line.StatusAsync(line.Ana, $"/api/forecast?period={period}"));
        Assert.Equal(0, await line.Ana.InDb(db => db.Rows<ForecastCall>().CountAsync()));
    }

    [Theory, OnBoth]
    public async Task Whoever_is_not_in_ones_line_answers_like_somebody_who_is_not_there(Engine engine)
    {
        var line = await Line.OnAsync(engine);
        var stranger = await (await line.Tenant.Host.TenantAsync()).PersonAsync(Platform.Access.Role.Leader, "Else Where");
        foreach (var (who, on) in new[] { (line.Max, line.Carl), (line.Ana, line.Ben), (line.Ana, line.Max), (line.Eva, line.Ana), (line.Max, line.Lea), (stranger, line.Ana) })
        {
            foreach (var url in new[] { $"/forecast/{on.Id}", $"/forecast/{on.Id}/changes", $"/api/forecast/{on.Id}", $"/api/forecast/{on.Id}/changes" }) Assert.Equal(HttpStatusCode.NotFound, await Line.StatusAsync(who, url));
            Assert.Equal(HttpStatusCode.NotFound, (await Line.CallAsync(who, on, "5")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await Line.AimAsync(who, on, "5")).StatusCode);
        }
        Assert.Equal(HttpStatusCode.NotFound, await Line.StatusAsync(line.Lea, $"/api/forecast/{Guid.NewGuid()}"));
        Assert.Equal(0, await line.Ana.InDb(db => db.Rows<ForecastCall>().CountAsync()));
    }

    [Theory, OnBoth]
    public async Task People_who_were_not_told_appear_by_letters_and_their_numbers_do_not_open(Engine engine)
    {
        var line = await Line.OnAsync(engine, told: false);
        await line.DealAsync(line.Ana, "Won", 100_000_00, new(2026, 7, 10));
        var page = await line.Max.PlainBrowser.TextAsync("/forecast");
        Assert.DoesNotContain("Ana Okafor", page);
        Assert.DoesNotContain(line.Ana.Id.ToString(), page);
        Assert.Contains("People appear by letters", page);
        Assert.Equal(HttpStatusCode.Forbidden, await Line.StatusAsync(line.Max, $"/api/forecast/{line.Ana.Id}"));
    }

    [Theory, OnBoth]
    public async Task Programs_call_and_read_by_the_same_rules(Engine engine)
    {
        var line = await Line.OnAsync(engine);
        var made = await line.Ana.Program.PostAsync($"/api/forecast/{line.Ana.Id}/calls", Line.Json("""{"period":"2026-Q3","commit":1234.5,"bestCase":2000,"because":"Two are signed"}"""));
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var call = (await Line.ReadAsync(line.Ana, line.Ana)).GetProperty("calls").EnumerateArray().Single();
        Assert.Equal((123_450, 200_000, "Two are signed"), (call.GetProperty("commit").GetInt64(), call.GetProperty("bestCase").GetInt64(), call.GetProperty("because").GetString()));
        Assert.Empty((await Line.ReadAsync(line.Max, line.Ana)).GetProperty("calls").EnumerateArray());
        Assert.True((await Line.ReadAsync(line.Max, line.Ana)).GetProperty("isHidden").GetBoolean());
    }

    private static async Task AssertHiddenAsync(TestViewer who, TestViewer on, string written, long minor)
    {
        foreach (var url in new[] { $"/forecast/{on.Id}", $"/forecast/{on.Id}/changes", "/forecast", "/today", "/team" }) Assert.DoesNotContain(written, (await who.PlainBrowser.GetAsync(url)) is { StatusCode: HttpStatusCode.OK } page ? await page.Content.ReadAsStringAsync() : "");
        foreach (var url in new[] { $"/api/forecast/{on.Id}", $"/api/forecast/{on.Id}/changes", "/api/forecast" }) Assert.DoesNotContain($"{minor}", await who.Program.PageAsync(url));
    }

    private static Task SetAsync(Line line, Guid deal, ForecastCategory category) => line.Ana.InDb(async db =>
    {
        (await db.Opportunities.SingleAsync(o => o.Id == deal)).Category = category;
        return await db.SaveChangesAsync();
    });

    internal static string Plain(string text) => text.Replace('\u00A0', ' ');
}
