using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Coxswain.Customers.Service.Surveys;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Tests.Service;

public sealed class SurveyTests
{
    [Theory, OnBoth]
    public async Task A_customer_answers_two_questions_by_a_link_without_signing_in_and_only_once(Engine engine)
    {
        var (boss, survey) = await BegunAsync(engine, asksOpen: true);
        var link = (await LinksAsync(boss, survey, after: true, 1))[0];
        var customer = Stranger(boss);
        var page = await customer.TextAsync(link);
        Assert.All(["Two questions from", "How clearly we talked with you", "How well we kept at it until it was done", "Anything you want to add?"], said => Assert.Contains(said, page, StringComparison.Ordinal));
        var half = await customer.PostFormAsync($"{link}/answers", ("One", "4"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, half.StatusCode);
        Assert.Contains("Please choose one.", await half.TextAsync(), StringComparison.Ordinal);
        var sent = await customer.PostFormAsync($"{link}/answers", ("One", "4"), ("Two", "5"), ("Open", "Quick and kind"));
        Assert.Equal("/surveys/thanks", sent.Headers.Location?.OriginalString);
        Assert.Contains("Your answer is kept without your name", await customer.TextAsync("/surveys/thanks"), StringComparison.Ordinal);
        var again = await customer.PostFormAsync($"{link}/answers", ("One", "1"), ("Two", "1"));
        Assert.Equal(HttpStatusCode.Forbidden, again.StatusCode);
        foreach (var wrong in (string[])["/surveys/1-nothing", "/surveys/zz", $"/surveys/999999-{link.Split('-').Last()}"]) Assert.Equal(HttpStatusCode.Forbidden, (await customer.GetAsync(wrong)).StatusCode);
        Assert.Equal(1, await boss.InDb(db => db.Rows<SurveyAnswer>().CountAsync()));
    }

    [Theory, OnBoth]
    public async Task Nothing_is_read_before_it_is_closed_and_of_fewer_than_five_answers_nothing_after(Engine engine)
    {
        var (boss, survey) = await BegunAsync(engine, asksOpen: true);
        await AnswerAsync(boss, survey, after: false, Enumerable.Repeat((2, 4), 4));
        await AnswerAsync(boss, survey, after: true, Enumerable.Repeat((5, 4), 6));
        Assert.Equal((10, 0), ((await ReadAsync(boss, survey)).GetProperty("answers").GetInt32(), (await ReadAsync(boss, survey)).GetProperty("skills").GetArrayLength()));
        Assert.True((await boss.Program.PostAsJsonAsync($"/api/service/surveys/{survey}/closings", new { })).IsSuccessStatusCode);
        var skill = (await ReadAsync(boss, survey)).GetProperty("skills")[0];
        Assert.Equal((JsonValueKind.Null, 6, "NotEnough"), (skill.GetProperty("before").ValueKind, skill.GetProperty("after").GetProperty("n").GetInt32(), skill.GetProperty("verdict").GetString()));
        Assert.Contains("fewer than five answers", await boss.Browser.TextAsync($"/service/surveys/{survey}"), StringComparison.Ordinal);
        Assert.Equal(6, (await ReadAsync(boss, survey)).GetProperty("said").GetArrayLength());
        Assert.Equal(HttpStatusCode.Forbidden, (await boss.Program.PostAsJsonAsync($"/api/service/surveys/{survey}/links", new { count = 1, after = true })).StatusCode);
    }

    [Theory, OnBoth]
    public async Task A_skill_that_was_trained_is_called_better_only_beyond_chance(Engine engine)
    {
        var (boss, survey) = await BegunAsync(engine, asksOpen: false);
        await AnswerAsync(boss, survey, after: false, [.. Enumerable.Repeat((2, 4), 9), .. Enumerable.Repeat((4, 3), 3)]);
        await AnswerAsync(boss, survey, after: true, [.. Enumerable.Repeat((5, 4), 10), .. Enumerable.Repeat((3, 3), 2)]);
        await boss.Program.PostAsJsonAsync($"/api/service/surveys/{survey}/closings", new { });
        var skills = (await ReadAsync(boss, survey)).GetProperty("skills").EnumerateArray().Select(s => s.GetProperty("verdict").GetString());
        Assert.Equal(["Better", "NoDetectableDifference"], skills);
        Assert.Contains("How clearly we talked with you: better after the training", await boss.Browser.TextAsync($"/service/surveys/{survey}"), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task An_answer_keeps_neither_the_link_nor_the_hour_and_support_makes_no_links(Engine engine)
    {
        var (boss, survey) = await BegunAsync(engine, asksOpen: false);
        var support = await boss.Tenant.PersonAsync(Role.Support, "Mia Roth");
        Assert.Equal(HttpStatusCode.Forbidden, (await support.Program.PostAsJsonAsync($"/api/service/surveys/{survey}/links", new { count = 1, after = true })).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await support.Program.PostAsJsonAsync($"/api/service/surveys/{survey}/closings", new { })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await support.Browser.GetAsync($"/service/surveys/{survey}")).StatusCode);
        await AnswerAsync(boss, survey, after: true, [(4, 4)]);
        var answer = await boss.InDb(db => db.Rows<SurveyAnswer>().AsNoTracking().SingleAsync());
        Assert.Equal(TimeSpan.Zero, DateTime.UnixEpoch.AddMilliseconds(Convert.ToInt64(answer.Id.ToString("N")[..12], 16)).TimeOfDay);
        Assert.Equal(0, await boss.InDb(db => db.Rows<Platform.Events.Event>().CountAsync(e => e.SubjectId == answer.Id)));
        var stranger = await (await boss.Tenant.Host.TenantAsync("Other")).PersonAsync(Role.Leader, "Zoe");
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Browser.GetAsync($"/service/surveys/{survey}")).StatusCode);
    }

    private static async Task<(TestViewer Boss, Guid Survey)> BegunAsync(Engine engine, bool asksOpen)
    {
        var boss = await (await (await Host.On(engine)).TenantAsync()).PersonAsync(Role.Leader, "Ruth Adler");
        var made = await boss.Program.PostAsJsonAsync("/api/service/surveys", new { name = "Talking and following up", trainedOn = "2026-05-04", asksOpen });
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        return (boss, (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid());
    }

    private static async Task AnswerAsync(TestViewer boss, Guid survey, bool after, IEnumerable<(int One, int Two)> answers)
    {
        var all = answers.ToList();
        foreach (var (link, (one, two)) in (await LinksAsync(boss, survey, after, all.Count)).Zip(all)) await Stranger(boss).PostFormAsync($"{link}/answers", ("One", $"{one}"), ("Two", $"{two}"), ("Open", $"Said {one}"));
    }

    private static async Task<List<string>> LinksAsync(TestViewer boss, Guid survey, bool after, int count)
    {
        var made = await boss.Program.PostAsJsonAsync($"/api/service/surveys/{survey}/links", new { count, after });
        Assert.True(made.IsSuccessStatusCode, await made.Content.ReadAsStringAsync());
        return [.. (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("links").EnumerateArray().Select(l => new Uri(l.GetString()!).AbsolutePath)];
    }

    private static async Task<JsonElement> ReadAsync(TestViewer viewer, Guid survey) => await viewer.Program.GetFromJsonAsync<JsonElement>($"/api/service/surveys/{survey}");

    private static HttpClient Stranger(TestViewer viewer)
    {
        var client = viewer.Tenant.Host.Server.CreateClient();
        client.DefaultRequestHeaders.Add("Sec-Fetch-Site", "same-origin");
        return client;
    }
}
