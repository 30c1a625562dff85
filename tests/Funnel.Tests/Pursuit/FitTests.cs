using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Coxswain.Customers.Accounts;
using Coxswain.Customers.Contacts;
using Coxswain.Funnel.Pursuit;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Tests.Pursuit;

/// <summary>Whom the organisation wants as customers, and whether an account is like that.</summary>
public sealed class FitTests
{
    private static readonly (string, string)[] Three = [("Text1", "They act"), ("Weight1", "40"), ("Text2", "They grow"), ("Weight2", "10"), ("Text3", "They want change"), ("Weight3", "50"), ("FitsFrom", "60")];

    private sealed record Scene(Sales Sales, TestViewer Lead, Account Account)
    {
        public string Url => $"/accounts/{Account.Id}/fit";

        public TestViewer Ana => Sales.Ana;

        public Task<HttpResponseMessage> ProfileAsync(params (string, string)[] fields) => Lead.PlainBrowser.PostFormAsync("/settings/ideal-customer", fields);

        public async Task<HttpResponseMessage> SayAsync(string criterion, string said, string? evidence = null, string? on = null)
        {
            var id = await Ana.InDb(db => db.FitCriteria.Where(c => c.Text == criterion).OrderByDescending(c => c.Id).Select(c => c.Id).FirstAsync());
            return await Ana.PlainBrowser.PostFormAsync(Url + "/answers", ("Criterion", $"{id}"), ("Said", said), ("Evidence", evidence ?? ""), ("On", on ?? ""));
        }
    }

    private static async Task<Scene> OnAsync(Engine engine, bool withProfile = true)
    {
        var sales = await Sales.OnAsync(engine);
        var lead = await sales.Ana.Tenant.PersonAsync(Role.Leader, "Lena Krüger");
        var account = new Account { Name = "Nordwind Logistik", OwnerId = sales.Ana.Id };
        await sales.Ana.Tenant.SaveAsync(account);
        var at = new Scene(sales, lead, account);
        if (withProfile) Assert.Equal(HttpStatusCode.SeeOther, (await at.ProfileAsync(Three)).StatusCode);
        return at;
    }

    [Theory, OnBoth]
    public async Task Five_criteria_of_how_customers_think_and_act_are_proposed_and_in_force_only_once_taken(Engine engine)
    {
        var at = await OnAsync(engine, withProfile: false);
        var page = await at.Lead.PlainBrowser.TextAsync("/settings/ideal-customer");
        foreach (var said in (string[])["not in force yet", "value=\"Whoever leads them thinks ahead\"", "value=\"They act on what they decide\"", "Take it"]) Assert.Contains(said, page);
        Assert.Contains("Whom we want is not said yet", await at.Ana.PlainBrowser.TextAsync(at.Url));
        Assert.DoesNotContain("Do they fit?", await at.Ana.PlainBrowser.TextAsync($"/accounts/{at.Account.Id}"));
        Assert.Equal(HttpStatusCode.Forbidden, (await at.Ana.Browser.PostFormAsync("/settings/ideal-customer", Three)).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await at.ProfileAsync([.. FitWords.Proposed.SelectMany((p, i) => new[] { ($"Text{i + 1}", p.Text), ($"Weight{i + 1}", $"{p.Weight}") }), ("FitsFrom", "60")])).StatusCode);
        Assert.Contains("edition 1 is in force", await at.Lead.PlainBrowser.TextAsync("/settings/ideal-customer"));
        Assert.Contains("Do they fit?", await at.Ana.PlainBrowser.TextAsync($"/accounts/{at.Account.Id}"));
    }

    [Theory, OnBoth]
    public async Task Score_unknown_share_and_the_most_it_can_come_to_stand_together_and_unknown_is_no_no(Engine engine)
    {
        var at = await OnAsync(engine);
        Assert.Contains("0 of 100; 100 unknown; at most 100", await at.Ana.PlainBrowser.TextAsync(at.Url));
        await at.SayAsync("They act", "Yes", "Sent the figures two days later", "2026-07-01");
        await at.SayAsync("They grow", "No");
        var page = await at.Ana.PlainBrowser.TextAsync(at.Url);
        foreach (var said in (string[])["40 of 100; 50 unknown; at most 90", "One answer is missing to say whether they fit.", "Sent the figures two days later", "Ana Okafor"]) Assert.Contains(said, page);
        Assert.Contains("40 of 100; 50 unknown; at most 90", await at.Ana.PlainBrowser.TextAsync($"/accounts/{at.Account.Id}"));
        Assert.Contains("Still to find out: They want change", await at.Ana.PlainBrowser.TextAsync($"/accounts/{at.Account.Id}"));
        await at.SayAsync("They want change", "Yes", "“If it stays like this I go”");
        Assert.Contains("They are whom we want.", await at.Ana.PlainBrowser.TextAsync(at.Url));
        await at.SayAsync("They want change", "No", "Asked again: they stay as they are");
        page = await at.Ana.PlainBrowser.TextAsync(at.Url);
        Assert.Contains("40 of 100; nothing unknown", page);
        Assert.Contains("They are not whom we look for.", page);
        Assert.Contains("“If it stays like this I go”", page);
        Assert.Equal(4, await at.Ana.InDb(db => db.FitAnswers.CountAsync()));
    }

    [Theory, OnBoth]
    public async Task A_changed_profile_is_a_new_edition_and_an_answer_says_under_which_it_was_given(Engine engine)
    {
        var at = await OnAsync(engine);
        await at.SayAsync("They act", "Yes", "Had the pilot running in a week");
        await at.SayAsync("They grow", "Yes", "A second site");
        Assert.Equal(HttpStatusCode.SeeOther, (await at.ProfileAsync(("Version", "1"), ("Text1", "they ACT"), ("Weight1", "70"), ("Text2", "They grow by a half each year"), ("Weight2", "30"), ("FitsFrom", "60"), ("Because", "Size told us little"))).StatusCode);
        var page = await at.Ana.PlainBrowser.TextAsync(at.Url);
        Assert.Contains("70 of 100; 30 unknown; at most 100", page);
        Assert.Contains("said under edition 1", page);
        Assert.Contains("nobody asked yet", page);
        var settings = await at.Lead.PlainBrowser.TextAsync("/settings/ideal-customer");
        foreach (var said in (string[])["Edition 2", "Edition 1", "Size told us little", "They act 40 · They grow 10 · They want change 50"]) Assert.Contains(said, settings);
        var late = await at.ProfileAsync([("Version", "1"), .. Three]);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, late.StatusCode);
        Assert.Contains("Somebody put edition 2 into force meanwhile", WebUtility.HtmlDecode(await late.Content.ReadAsStringAsync()));
    }

    [Theory, OnBoth]
    public async Task Weights_that_are_not_exactly_100_are_refused_with_what_is_missing_and_what_was_typed_stays(Engine engine)
    {
        var at = await OnAsync(engine, withProfile: false);
        foreach (var (said, kept, fields) in new (string, string, (string, string)[])[]
        {
            ("The weights come to 90: 10 are missing to 100.", "value=\"They act\"", [("Text1", "They act"), ("Weight1", "90")]),
            ("The weights come to 120: that is 20 more than 100.", "value=\"They grow\"", [("Text1", "They act"), ("Weight1", "90"), ("Text2", "They grow"), ("Weight2", "30")]),
            ("How much does it weigh?", "value=\"They grow\"", [("Text1", "They act"), ("Weight1", "100"), ("Text2", "They grow")]),
            ("Which criterion is it?", "value=\"100\"", [("Weight3", "100")]),
            ("From 1 to 100.", "value=\"-5\"", [("Text1", "They act"), ("Weight1", "105"), ("Text2", "They grow"), ("Weight2", "-5")]),
            ("This stands there twice.", "value=\"they act\"", [("Text1", "They act"), ("Weight1", "50"), ("Text2", "they act"), ("Weight2", "50")]),
            ("Say at least one criterion.", "value=\"60\"", []),
        })
        {
            var answer = await at.ProfileAsync([.. fields, ("FitsFrom", "60")]);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
            Assert.Contains(said, page);
            Assert.Contains(kept, page);
        }
        Assert.Equal(0, await at.Ana.InDb(db => db.FitProfiles.CountAsync()));
    }

    [Theory, OnBoth]
    public async Task A_yes_needs_something_they_did_or_said_and_no_day_is_still_to_come(Engine engine)
    {
        var at = await OnAsync(engine);
        foreach (var (answer, said) in new[] { (await at.SayAsync("They act", "Yes", " "), "What shows it? A yes without something they did or said is a hope"), (await at.SayAsync("They act", "No", "Four visits for nothing", "2031-01-01"), "This day is still to come.") })
        {
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains(said, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
        }
        Assert.Contains("Four visits for nothing", await (await at.SayAsync("They act", "No", "Four visits for nothing", "2031-01-01")).Content.ReadAsStringAsync());
        Assert.Equal(0, await at.Ana.InDb(db => db.FitAnswers.CountAsync()));
    }

    [Theory, OnBoth]
    public async Task Who_may_change_a_deal_of_the_account_answers_another_seller_reads_and_another_organisation_finds_nothing(Engine engine)
    {
        var at = await OnAsync(engine);
        var ben = await at.Ana.Tenant.PersonAsync(Role.Seller, "Ben Ito");
        var criterion = await at.Ana.InDb(db => db.FitCriteria.Select(c => c.Id).FirstAsync());
        Task<HttpResponseMessage> SayAsync(TestViewer who) => who.PlainBrowser.PostFormAsync(at.Url + "/answers", ("Criterion", $"{criterion}"), ("Said", "No"));
        Assert.Contains("They want change", await ben.PlainBrowser.TextAsync(at.Url));
        Assert.DoesNotContain("Is it so?", await ben.PlainBrowser.TextAsync(at.Url));
        Assert.Equal(HttpStatusCode.Forbidden, (await SayAsync(ben)).StatusCode);
        var deal = await at.Sales.DealAsync(owner: ben);
        await ben.InDb(async db =>
        {
            (await db.Opportunities.SingleAsync(o => o.Id == deal.Id)).AccountId = at.Account.Id;
            return await db.SaveChangesAsync();
        });
        Assert.Equal(HttpStatusCode.SeeOther, (await SayAsync(ben)).StatusCode);
        var stranger = await (await at.Ana.Tenant.Host.TenantAsync("Other")).PersonAsync(Role.Leader, "Eve");
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PlainBrowser.GetAsync(at.Url)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await SayAsync(stranger)).StatusCode);
    }

    [Theory, OnBoth]
    public async Task Programs_are_held_to_the_same(Engine engine)
    {
        var at = await OnAsync(engine, withProfile: false);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await at.Lead.Program.PostAsJsonAsync("/api/customer-profile", new { fitsFrom = 60, criteria = new[] { new { text = "They act", weight = 99 } } })).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await at.Lead.Program.PostAsJsonAsync("/api/customer-profile", new { fitsFrom = 60, criteria = new[] { new { text = "They act", weight = 70 }, new { text = "They grow", weight = 30 } } })).StatusCode);
        var criterion = JsonDocument.Parse(await at.Ana.Program.PageAsync("/api/customer-profile")).RootElement.GetProperty("editions")[0].GetProperty("criteria")[0].GetProperty("id").GetString();
        var api = $"/api/accounts/{at.Account.Id}/fit";
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await at.Ana.Program.PostAsJsonAsync(api + "/answers", new { criterion, said = "Yes" })).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await at.Ana.Program.PostAsJsonAsync(api + "/answers", new { criterion, said = "Yes", evidence = "They called back" })).StatusCode);
        var score = JsonDocument.Parse(await at.Ana.Program.PageAsync(api)).RootElement.GetProperty("score");
        Assert.Equal((70, 30, 100, "Fits"), (score.GetProperty("score").GetInt32(), score.GetProperty("unknown").GetInt32(), score.GetProperty("atMost").GetInt32(), score.GetProperty("verdict").GetString()));
    }

    [Theory, OnBoth]
    public async Task When_a_contact_is_erased_words_that_name_them_go_and_the_answer_stays(Engine engine)
    {
        var at = await OnAsync(engine);
        var petra = new Contact { Name = "Petra Brandt", AccountId = at.Account.Id, OwnerId = at.Ana.Id };
        await at.Ana.Tenant.SaveAsync(petra);
        await at.SayAsync("They act", "Yes", "Petra Brandt sent it the same day");
        await at.SayAsync("They grow", "Yes", "A second site");
        var admin = await at.Ana.Tenant.PersonAsync(Role.Admin, "Ada");
        Assert.True((await admin.Program.PostAsJsonAsync($"/api/contacts/{petra.Id}/erasures", new { })).IsSuccessStatusCode);
        var kept = await at.Ana.InDb(db => db.FitAnswers.AsNoTracking().OrderBy(a => a.Id).Select(a => a.Evidence).ToListAsync());
        Assert.Equal(["What an erased contact did or said", "A second site"], kept);
        Assert.Contains("50 of 100", await at.Ana.PlainBrowser.TextAsync(at.Url));
    }
}
