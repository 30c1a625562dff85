using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Coxswain.Customers.Accounts;
using Coxswain.Customers.Activities;
using Coxswain.Customers.Connection;
using Coxswain.Customers.Contacts;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
namespace Coxswain.Customers.Tests.Connection;

public sealed class GaugeTests
{
    [Theory, OnBoth]
    public async Task It_counts_how_often_how_long_and_who_began_and_leaves_notes_out(Engine engine)
    {
        var (ana, account) = await WithAsync(engine, (10, InteractionKind.Call, 20, true), (20, InteractionKind.Meeting, 60, false), (40, InteractionKind.Mail, null, null), (100, InteractionKind.Call, null, true), (5, InteractionKind.Note, 99, true));
        var gauge = await ana.Program.GetFromJsonAsync<JsonElement>($"/api/accounts/{account.Id}/connection");
        Assert.Equal((3, 1), (gauge.GetProperty("trend").GetProperty("now").GetInt32(), gauge.GetProperty("trend").GetProperty("before").GetInt32()));
        Assert.Equal((40.0, 2, 3), (gauge.GetProperty("meanMinutes").GetDouble(), gauge.GetProperty("timed").GetInt32(), gauge.GetProperty("callsAndMeetings").GetInt32()));
        var months = gauge.GetProperty("months").EnumerateArray().Select(m => (m.GetProperty("theirs").GetInt32(), m.GetProperty("ours").GetInt32(), m.GetProperty("unsaid").GetInt32())).ToList();
        Assert.Equal(12, months.Count);
        Assert.Equal([(1, 0, 0), (0, 0, 0), (0, 0, 1), (1, 1, 0)], months[^4..]);
        var page = await ana.Browser.TextAsync($"/accounts/{account.Id}/connection");
        Assert.Contains("2 of 3", page);
        Assert.Contains("40 min on average", page);
        Assert.Contains("1.0 a month", await ana.Browser.TextAsync($"/accounts/{account.Id}"));
    }

    [Theory, OnBoth]
    public async Task Whom_we_reached_of_those_known_there_and_what_they_say_of_us_stand_on_it(Engine engine)
    {
        var (ana, account) = await WithAsync(engine);
        var mia = new Contact { Name = "Mia Berg", OwnerId = ana.Id, AccountId = account.Id };
        await ana.Tenant.SaveAsync(mia, new Contact { Name = "Jon Vik", OwnerId = ana.Id, AccountId = account.Id });
        await ana.Browser.PostFormAsync("/interactions", ("AccountId", $"{account.Id}"), ("ContactId", $"{mia.Id}"), ("Kind", "Call"), ("Minutes", "12"), ("Inbound", "true"));
        await ana.Browser.PostFormAsync($"/accounts/{account.Id}/desk-notes", ("Agenda", "A second site"), ("Difference", "4"));
        var page = await ana.Browser.TextAsync($"/accounts/{account.Id}/connection");
        Assert.Contains("1 of 2", page);
        Assert.Contains("12 min on average", page);
        Assert.Contains("4 of 5", page);
        Assert.Contains("4 of 5 different", await ana.Browser.TextAsync($"/accounts/{account.Id}"));
    }

    [Theory, OnBoth]
    public async Task A_length_of_nothing_or_of_more_than_a_day_and_a_sixth_of_five_are_refused_and_nothing_is_kept(Engine engine)
    {
        var (ana, account) = await WithAsync(engine);
        foreach (var minutes in (string[])["0", "-3", "1441", "soon"])
            Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ana.Browser.PostFormAsync("/interactions", ("AccountId", $"{account.Id}"), ("Kind", "Call"), ("Minutes", minutes))).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ana.Browser.PostFormAsync($"/accounts/{account.Id}/desk-notes", ("Agenda", "As typed"), ("Difference", "6"))).StatusCode);
        Assert.Contains("not in touch", await ana.Browser.TextAsync($"/accounts/{account.Id}"));
    }

    [Theory, OnBoth]
    public async Task Another_organisation_finds_no_gauge(Engine engine)
    {
        var (ana, account) = await WithAsync(engine);
        var zoe = await (await ana.Tenant.Host.TenantAsync("Other")).PersonAsync(Role.Admin, "Zoe");
        Assert.Equal(HttpStatusCode.NotFound, (await zoe.Browser.GetAsync($"/accounts/{account.Id}/connection")).StatusCode);
    }

    // Twice the root of the sum: 16 against 4 is apart by 12, more than 8.9; 9 against 4 by 5, less than 7.2.
    [Theory, InlineData(4, 16, -1), InlineData(16, 4, 1), InlineData(9, 4, 0), InlineData(0, 0, 0), InlineData(0, 5, -1), InlineData(0, 4, 0)]
    public void It_is_called_quieter_or_livelier_only_beyond_chance(int now, int before, int direction) => Assert.Equal(direction, new TouchTrend(now, before).Direction);

    private static async Task<(TestViewer, Account)> WithAsync(Engine engine, params (int DaysAgo, InteractionKind Kind, int? Minutes, bool? Inbound)[] touches)
    {
        var ana = await Customers.SellerAsync(engine);
        var account = await ana.AccountAsync();
        var now = ana.Tenant.Host.Clock.GetUtcNow().UtcDateTime;
        await ana.Tenant.SaveAsync([.. touches.Select(t => new Interaction { Kind = t.Kind, OwnerId = ana.Id, AccountId = account.Id, OccurredAt = now.AddDays(-t.DaysAgo).AddHours(1), Minutes = t.Minutes, Inbound = t.Inbound })]);
        return (ana, account);
    }
}
