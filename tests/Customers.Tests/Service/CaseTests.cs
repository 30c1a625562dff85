using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Coxswain.Customers.Service;
using Coxswain.Customers.Service.Cases;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Tests.Service;

public sealed class CaseTests
{
    [Theory, OnBoth]
    public async Task A_case_is_filed_on_the_account_and_its_customers_word_is_read_by_who_served_and_not_by_colleagues(Engine engine)
    {
        var (ana, mia, ida) = await ThreeAsync(engine);
        var account = await ana.AccountAsync();
        var filed = await mia.PlainBrowser.PostFormAsync("/service-cases", ("Account", account.Name), ("Subject", "The scanner stops at night"), ("Channel", "Phone"), ("SolvedOn", "2026-07-20"));
        Assert.Equal(HttpStatusCode.SeeOther, filed.StatusCode);
        var made = await mia.InDb(db => db.ServiceCases.SingleAsync());
        Assert.Equal(HttpStatusCode.SeeOther, (await mia.PlainBrowser.PostFormAsync($"/service-cases/{made.Id}/ratings", ("Rating", "Good"), ("RatedFrom", "A call afterwards"))).StatusCode);
        Assert.Contains("Case: The scanner stops at night", await ana.Browser.TextAsync($"/accounts/{account.Id}"), StringComparison.Ordinal);
        Assert.Contains("satisfied", await mia.Browser.TextAsync("/service/cases"), StringComparison.Ordinal);
        Assert.Contains("The scanner stops at night", await ida.Browser.TextAsync("/service/cases?all=true"), StringComparison.Ordinal);
        Assert.Equal("Good", await RatingAsync(mia));
        Assert.Null(await RatingAsync(ida));
        Assert.Null(await RatingAsync(ana));
    }

    [Theory, OnBoth]
    public async Task Four_of_five_is_satisfied_and_what_cannot_be_is_said_where_it_was_typed(Engine engine)
    {
        var (ana, mia, _) = await ThreeAsync(engine);
        var account = await ana.AccountAsync();
        foreach (var (stars, rating) in ((int, CaseRating)[])[(5, CaseRating.Good), (4, CaseRating.Good), (3, CaseRating.Neutral), (2, CaseRating.Bad)])
            Assert.Equal(rating.ToString(), (await FiledAsync(mia, new { accountId = account.Id, subject = "A jam", stars })).GetProperty("rating").GetString());
        var wrong = await mia.PlainBrowser.PostFormAsync("/service-cases", ("Account", account.Name), ("Subject", ""), ("OpenedOn", "2026-07-20"), ("SolvedOn", "2026-07-01"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, wrong.StatusCode);
        var page = await wrong.TextAsync();
        Assert.All(["Please fill this in.", "It cannot be solved before it was opened."], said => Assert.Contains(said, page, StringComparison.Ordinal));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await mia.Program.PostAsJsonAsync("/api/service-cases", new { accountId = account.Id, subject = "A jam", stars = 9 })).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await mia.Program.PostAsJsonAsync("/api/service-cases", new { accountId = account.Id, subject = "A jam", ownerId = ana.Id })).StatusCode);
        var stranger = await (await ana.Tenant.Host.TenantAsync("Other")).PersonAsync(Role.Leader, "Zoe");
        Assert.Equal(0, (await stranger.Program.GetFromJsonAsync<JsonElement>("/api/service-cases")).GetProperty("rows").GetArrayLength());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await stranger.Program.PostAsJsonAsync("/api/service-cases", new { accountId = account.Id, subject = "Theirs" })).StatusCode);
    }

    [Theory, OnBoth]
    public async Task The_guard_says_that_satisfaction_held_or_fell_and_nothing_of_too_few_answers(Engine engine)
    {
        var (ana, mia, ida) = await ThreeAsync(engine);
        var account = await ana.AccountAsync();
        var lea = await ana.Tenant.PersonAsync(Role.Support, "Lea Kern");
        await RatedAsync(ana.Tenant, account.Id, [mia, ida, lea], new(2026, 2, 10), good: 90, bad: 10);
        Assert.Equal("NoTipsYet", (await GuardAsync(ana)).GetProperty("verdict").GetString());
        await ana.Tenant.SaveAsync(new Tip { AccountId = account.Id, Heard = "A crane", HeardOn = new(2026, 4, 2), OwnerId = mia.Id, ToId = ana.Id, State = TipState.Accepted });
        await RatedAsync(ana.Tenant, account.Id, [mia, ida, lea], new(2026, 5, 10), good: 3, bad: 1);
        var few = await GuardAsync(ana);
        Assert.Equal("NotEnough", few.GetProperty("verdict").GetString());
        Assert.Equal(JsonValueKind.Null, few.GetProperty("months").EnumerateArray().Single(m => m.GetProperty("from").GetString() == "2026-05-01").GetProperty("satisfied").ValueKind);
        await RatedAsync(ana.Tenant, account.Id, [mia, ida, lea], new(2026, 6, 10), good: 180, bad: 16);
        var held = await GuardAsync(ana);
        Assert.Equal(("Held", 100, 200), (held.GetProperty("verdict").GetString(), held.GetProperty("before").GetProperty("n").GetInt32(), held.GetProperty("after").GetProperty("n").GetInt32()));
        Assert.Equal(0.9, held.GetProperty("before").GetProperty("value").GetDouble(), 9);
        await RatedAsync(ana.Tenant, account.Id, [mia, ida, lea], new(2026, 7, 10), good: 40, bad: 120);
        Assert.Equal("Fell", (await GuardAsync(ana)).GetProperty("verdict").GetString());
    }

    [Theory, OnBoth]
    public async Task Where_only_two_are_rated_the_guard_would_be_about_one_of_them_and_is_for_their_line(Engine engine)
    {
        var (ana, mia, ida) = await ThreeAsync(engine);
        var account = await ana.AccountAsync();
        await RatedAsync(ana.Tenant, account.Id, [mia, ida], new(2026, 6, 10), good: 20, bad: 2);
        var boss = await ana.Tenant.PersonAsync(Role.Leader, "Ruth Adler");
        Assert.True((await GuardAsync(ana)).GetProperty("isHidden").GetBoolean());
        Assert.True((await GuardAsync(mia)).GetProperty("isHidden").GetBoolean());
        Assert.False((await GuardAsync(boss)).GetProperty("isHidden").GetBoolean());
    }

    [Theory, OnBoth]
    public async Task All_cases_are_read_in_pages_by_people_and_by_programs(Engine engine)
    {
        var (ana, mia, _) = await ThreeAsync(engine);
        var account = await ana.AccountAsync();
        await RatedAsync(ana.Tenant, account.Id, [mia], new(2026, 6, 10), good: 130, bad: 0);
        var (subjects, after) = (new HashSet<string>(), "");
        while (after is not null)
        {
            var page = await mia.Program.GetFromJsonAsync<JsonElement>($"/api/service-cases?limit=60&account={account.Id}&owner=mine{after}");
            Assert.Equal(130, page.GetProperty("count").GetInt32());
            subjects.UnionWith(page.GetProperty("rows").EnumerateArray().Select(c => c.GetProperty("subject").GetString()!));
            after = page.GetProperty("next").GetString() is { } next ? $"&after={next}" : null;
        }
        Assert.Equal(130, subjects.Count);
        Assert.Equal(130, (await ana.Program.GetFromJsonAsync<JsonElement>($"/api/service-cases?changedSince={DateTime.UnixEpoch:O}")).GetProperty("count").GetInt32());
        var first = await mia.Browser.TextAsync("/service/cases");
        var more = System.Text.RegularExpressions.Regex.Match(first, "/service/cases\\?after=[^\"]+").Value;
        Assert.Contains("130 rows", first, StringComparison.Ordinal);
        Assert.Contains("Case ", await mia.Browser.TextAsync(more), StringComparison.Ordinal);
    }

    internal static async Task<(TestViewer Seller, TestViewer Mia, TestViewer Ida)> ThreeAsync(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        return (ana, await ana.Tenant.PersonAsync(Role.Support, "Mia Roth"), await ana.Tenant.PersonAsync(Role.Support, "Ida Sand"));
    }

    internal static async Task RatedAsync(TestTenant tenant, Guid account, IReadOnlyList<TestViewer> people, DateOnly on, int good, int bad) =>
        await tenant.SaveAsync([.. Enumerable.Range(0, good + bad).Select(i => new ServiceCase
        {
            AccountId = account, Subject = $"Case {i}", OwnerId = people[i % people.Count].Id, OpenedOn = on, SolvedOn = on, RatedOn = on, Rating = i < good ? CaseRating.Good : CaseRating.Bad, RatedById = Guid.Empty,
        })]);

    private static async Task<JsonElement> GuardAsync(TestViewer viewer) => await viewer.Program.GetFromJsonAsync<JsonElement>("/api/service/guard");

    private static async Task<string?> RatingAsync(TestViewer viewer) => (await viewer.Program.GetFromJsonAsync<JsonElement>("/api/service-cases")).GetProperty("rows")[0].GetProperty("rating").GetString();

    private static async Task<JsonElement> FiledAsync(TestViewer viewer, object body)
    {
        var answer = await viewer.Program.PostAsJsonAsync("/api/service-cases", body);
        Assert.True(answer.StatusCode is HttpStatusCode.Created, await answer.Content.ReadAsStringAsync());
        return await answer.Content.ReadFromJsonAsync<JsonElement>();
    }
}
