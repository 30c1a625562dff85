using System.Net;
using System.Net.Http.Json;
using Coxswain.Customers.Leads;
using Coxswain.Funnel.Pursuit;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Tests.Pursuit;

/// <summary>A lead is asked whether they fit before it is anybody's account: what shows it goes along, and goes with them.</summary>
public sealed class FitOfLeadsTests
{
    private sealed record Scene(TestViewer Ana, Lead Ida)
    {
        public string Url => $"/leads/{Ida.Id}/fit";

        public async Task<HttpResponseMessage> SayAsync(string criterion, string said, string? evidence = null, TestViewer? who = null)
        {
            var id = await Ana.InDb(db => db.FitCriteria.Where(c => c.Text == criterion).Select(c => c.Id).SingleAsync());
            return await (who ?? Ana).PlainBrowser.PostFormAsync(Url + "/answers", ("Criterion", $"{id}"), ("Said", said), ("Evidence", evidence ?? ""));
        }

        public Task<HttpResponseMessage> ConvertAsync(string account) => Ana.PlainBrowser.PostFormAsync($"/leads/{Ida.Id}/conversions", ("Account", account));

        public Task<List<FitAnswer>> AnswersAsync() => Ana.InDb(db => db.FitAnswers.AsNoTracking().OrderBy(a => a.Id).ToListAsync());
    }

    private static async Task<Scene> OnAsync(Engine engine)
    {
        var ana = (await Sales.OnAsync(engine)).Ana;
        var leader = await ana.Tenant.PersonAsync(Role.Leader, "Lena Krüger");
        Assert.Equal(HttpStatusCode.SeeOther, (await leader.PlainBrowser.PostFormAsync("/settings/ideal-customer", ("Text1", "They act"), ("Weight1", "60"), ("Text2", "They think ahead"), ("Weight2", "40"), ("FitsFrom", "60"))).StatusCode);
        var ida = new Lead { Name = "Ida Holm", OwnerId = ana.Id, Company = "Sundkai", Email = "ida@sundkai.example", CameOn = new(2026, 7, 1), Status = LeadStatus.Working };
        await ana.Tenant.SaveAsync(ida);
        return new(ana, ida);
    }

    [Theory, OnBoth]
    public async Task A_lead_says_on_its_page_what_is_still_to_find_out_and_whether_they_fit_once_asked(Engine engine)
    {
        var at = await OnAsync(engine);
        var page = await at.Ana.PlainBrowser.TextAsync($"/leads/{at.Ida.Id}");
        foreach (var said in (string[])["Do they fit?", "0 of 100; 100 unknown; at most 100", "Still to find out: They act"]) Assert.Contains(said, page);
        Assert.Equal(HttpStatusCode.SeeOther, (await at.SayAsync("They act", "Yes", "Called back within the hour")).StatusCode);
        var asked = await at.Ana.PlainBrowser.TextAsync(at.Url);
        foreach (var said in (string[])["They are whom we want.", "60 of 100; 40 unknown; at most 100", "Called back within the hour", $"href=\"/leads/{at.Ida.Id}\""]) Assert.Contains(said, asked);
        Assert.DoesNotContain($"{at.Ida.Id}/effort", asked);
        Assert.Contains("Still to find out: They think ahead", await at.Ana.PlainBrowser.TextAsync($"/leads/{at.Ida.Id}"));
    }

    [Theory, OnBoth]
    public async Task One_who_hangs_up_is_closed_kindly_and_is_no_longer_asked(Engine engine)
    {
        var at = await OnAsync(engine);
        await at.SayAsync("They act", "No", "Hung up when told that sales is not the trouble");
        Assert.Contains("Not whom we look for: say so kindly, and close the lead.", await at.Ana.PlainBrowser.TextAsync($"/leads/{at.Ida.Id}"));
        Assert.Equal(HttpStatusCode.SeeOther, (await at.Ana.PlainBrowser.PostFormAsync($"/leads/{at.Ida.Id}/closures", ("End", "NotOurs"))).StatusCode);
        Assert.DoesNotContain("Do they fit?", await at.Ana.PlainBrowser.TextAsync($"/leads/{at.Ida.Id}"));
        var shown = await at.Ana.PlainBrowser.TextAsync(at.Url);
        Assert.Contains("Hung up when told that sales is not the trouble", shown);
        Assert.DoesNotContain("Is it so?", shown);
        var late = await at.SayAsync("They think ahead", "Yes", "Called again");
        Assert.Equal(HttpStatusCode.Forbidden, late.StatusCode);
        Assert.Contains("open the lead again to say more of it", WebUtility.HtmlDecode(await late.Content.ReadAsStringAsync()));
        Assert.Single(await at.AnswersAsync());
    }

    [Theory, OnBoth]
    public async Task What_was_learned_of_a_lead_counts_for_the_account_it_comes_to(Engine engine)
    {
        var at = await OnAsync(engine);
        await at.SayAsync("They act", "Yes", "Called back within the hour");
        Assert.Equal(HttpStatusCode.SeeOther, (await at.ConvertAsync("Sundkai")).StatusCode);
        var account = Assert.Single(await at.AnswersAsync()).AccountId;
        Assert.NotNull(account);
        Assert.Contains("60 of 100; 40 unknown; at most 100", await at.Ana.PlainBrowser.TextAsync($"/accounts/{account}"));
        Assert.Contains("Called back within the hour", await at.Ana.PlainBrowser.TextAsync($"/accounts/{account}/fit"));
        Assert.DoesNotContain("Do they fit?", await at.Ana.PlainBrowser.TextAsync($"/leads/{at.Ida.Id}"));
        var late = await at.SayAsync("They think ahead", "No");
        Assert.Equal(HttpStatusCode.Forbidden, late.StatusCode);
        Assert.Contains("What is learned now is said of the account.", WebUtility.HtmlDecode(await late.Content.ReadAsStringAsync()));
    }

    [Theory, OnBoth]
    public async Task Whose_lead_it_is_answers_another_seller_reads_and_another_organisation_finds_nothing(Engine engine)
    {
        var at = await OnAsync(engine);
        var ben = await at.Ana.Tenant.PersonAsync(Role.Seller, "Ben Ito");
        Assert.DoesNotContain("Is it so?", await ben.PlainBrowser.TextAsync(at.Url));
        Assert.Equal(HttpStatusCode.Forbidden, (await at.SayAsync("They act", "No", who: ben)).StatusCode);
        var stranger = await (await at.Ana.Tenant.Host.TenantAsync("Other")).PersonAsync(Role.Leader, "Eve");
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PlainBrowser.GetAsync(at.Url)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await at.SayAsync("They act", "No", who: stranger)).StatusCode);
        Assert.Empty(await at.AnswersAsync());
    }

    [Theory, OnBoth]
    public async Task Programs_answer_for_a_lead_and_are_held_to_the_same(Engine engine)
    {
        var at = await OnAsync(engine);
        var criterion = await at.Ana.InDb(db => db.FitCriteria.Where(c => c.Text == "They act").Select(c => c.Id).SingleAsync());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await at.Ana.Program.PostAsJsonAsync($"/api/leads/{at.Ida.Id}/fit/answers", new { criterion, said = "Yes" })).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await at.Ana.Program.PostAsJsonAsync($"/api/leads/{at.Ida.Id}/fit/answers", new { criterion, said = "Yes", evidence = "Called back" })).StatusCode);
        var read = await at.Ana.Program.PageAsync($"/api/leads/{at.Ida.Id}/fit");
        foreach (var said in (string[])["\"verdict\":\"Fits\"", $"\"leadId\":\"{at.Ida.Id}\"", "\"accountId\":null"]) Assert.Contains(said, read);
    }

    [Theory, OnBoth]
    public async Task Erased_with_a_lead_its_answers_are_gone_and_those_of_the_account_it_came_to_stay_without_its_name(Engine engine)
    {
        var at = await OnAsync(engine);
        await at.SayAsync("They act", "Yes", "Ida Holm called back");
        var admin = await at.Ana.Tenant.PersonAsync(Role.Admin, "Ada");
        Assert.True((await admin.Program.PostAsJsonAsync($"/api/leads/{at.Ida.Id}/erasures", new { })).IsSuccessStatusCode);
        Assert.Empty(await at.AnswersAsync());
        var second = await OnAsync(engine);
        await second.SayAsync("They act", "Yes", "Ida Holm called back");
        await second.SayAsync("They think ahead", "Yes", "Have a plan for three years");
        await second.ConvertAsync("Sundkai");
        var contact = await second.Ana.InDb(db => db.Rows<Lead>().Select(l => l.ContactId).SingleAsync());
        var other = await second.Ana.Tenant.PersonAsync(Role.Admin, "Ada");
        Assert.True((await other.Program.PostAsJsonAsync($"/api/contacts/{contact}/erasures", new { })).IsSuccessStatusCode);
        Assert.Equal([("What an erased contact did or said", (Guid?)null), ("Have a plan for three years", null)], [.. (await second.AnswersAsync()).Select(a => (a.Evidence!, a.LeadId))]);
        Assert.DoesNotContain("Ida Holm", string.Join("\n", await second.Ana.InDb(db => db.Rows<Coxswain.Platform.Events.Event>().Select(e => e.Data).ToListAsync())));
    }
}
