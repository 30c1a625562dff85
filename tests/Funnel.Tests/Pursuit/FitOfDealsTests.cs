using System.Net;
using System.Net.Http.Json;
using Coxswain.Customers.Accounts;
using Coxswain.Funnel.Pursuit;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Tests.Pursuit;

/// <summary>A profile may ask something of each deal beside what it asks of the customer: both together come to 100.</summary>
public sealed class FitOfDealsTests
{
    private sealed record Scene(Sales Sales, TestViewer Lead, Account Account, Guid Deal)
    {
        public TestViewer Ana => Sales.Ana;

        public string Url => $"/opportunities/{Deal}/fit";

        public async Task<HttpResponseMessage> SayAsync(string url, string criterion, string said, string? evidence = null)
        {
            var id = await Ana.InDb(db => db.FitCriteria.Where(c => c.Text == criterion).Select(c => c.Id).SingleAsync());
            return await Ana.PlainBrowser.PostFormAsync(url + "/answers", ("Criterion", $"{id}"), ("Said", said), ("Evidence", evidence ?? ""));
        }
    }

    private static async Task<Scene> OnAsync(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var lead = await sales.Ana.Tenant.PersonAsync(Role.Leader, "Lena Krüger");
        Assert.Equal(HttpStatusCode.SeeOther, (await lead.PlainBrowser.PostFormAsync("/settings/ideal-customer", ("Text1", "They act"), ("Weight1", "50"), ("Text11", "There is a day"), ("Weight11", "30"), ("Text12", "The money is there"), ("Weight12", "20"), ("FitsFrom", "60"))).StatusCode);
        var account = new Account { Name = "Nordwind Logistik", OwnerId = sales.Ana.Id };
        await sales.Ana.Tenant.SaveAsync(account);
        var deal = await sales.DealAsync("Yard");
        await sales.Ana.InDb(async db => { (await db.Opportunities.SingleAsync(o => o.Id == deal.Id)).AccountId = account.Id; return await db.SaveChangesAsync(); });
        return new(sales, lead, account, deal.Id);
    }

    [Theory, OnBoth]
    public async Task A_deal_adds_its_own_answers_to_those_of_its_customer(Engine engine)
    {
        var at = await OnAsync(engine);
        await at.SayAsync($"/accounts/{at.Account.Id}/fit", "They act", "Yes", "Sent the figures in two days");
        var page = await at.Ana.PlainBrowser.TextAsync(at.Url);
        foreach (var said in (string[])["50 of 100; 50 unknown; at most 100", "What we ask of a customer", "What we ask of a deal", "Sent the figures in two days", "2 answers are missing to say whether they fit."]) Assert.Contains(said, page);
        Assert.Equal(HttpStatusCode.SeeOther, (await at.SayAsync(at.Url, "There is a day", "Yes", "The new gate opens in May")).StatusCode);
        page = await at.Ana.PlainBrowser.TextAsync(at.Url);
        foreach (var said in (string[])["80 of 100; 20 unknown; at most 100", "It is what we look for."]) Assert.Contains(said, page);
        var pursuit = await at.Ana.PlainBrowser.TextAsync($"/opportunities/{at.Deal}/pursuit");
        Assert.Contains("80 of 100; 20 unknown; at most 100", pursuit);
        Assert.Contains($"href=\"{at.Url}\"", pursuit);
        // Another deal of the customer has its own day.
        var other = await at.Sales.DealAsync("Second yard");
        await at.Ana.InDb(async db => { (await db.Opportunities.SingleAsync(o => o.Id == other.Id)).AccountId = at.Account.Id; return await db.SaveChangesAsync(); });
        Assert.Contains("50 of 100; 50 unknown; at most 100", await at.Ana.PlainBrowser.TextAsync($"/opportunities/{other.Id}/fit"));
    }

    [Theory, OnBoth]
    public async Task Once_no_answer_can_make_it_fit_the_deal_and_its_plan_warn_and_not_before(Engine engine)
    {
        var at = await OnAsync(engine);
        var (deal, plan) = ($"/opportunities/{at.Deal}", $"/opportunities/{at.Deal}/plan");
        foreach (var action in (string[])["", "/begin"]) await at.Ana.PlainBrowser.PostFormAsync(plan + action);
        await at.SayAsync(at.Url, "There is a day", "No", "They have no day");
        Assert.DoesNotContain(Warned, await at.Ana.PlainBrowser.TextAsync(deal));
        await at.SayAsync($"/accounts/{at.Account.Id}/fit", "They act", "No", "Four visits for nothing");
        foreach (var page in (string[])[deal, plan])
        {
            var text = await at.Ana.PlainBrowser.TextAsync(page);
            Assert.Contains(Warned, text);
            Assert.Contains("0 of 100; 20 unknown; at most 20", text);
        }
        // Of the latest answers, also where they were given under an earlier edition.
        await at.SayAsync($"/accounts/{at.Account.Id}/fit", "They act", "Yes", "Sent the figures in two days");
        Assert.DoesNotContain(Warned, await at.Ana.PlainBrowser.TextAsync(deal));
    }

    private const string Warned = ">They are not whom we look for<";

    [Theory, OnBoth]
    public async Task Of_a_customer_alone_what_is_asked_of_deals_stays_unknown(Engine engine)
    {
        var at = await OnAsync(engine);
        var url = $"/accounts/{at.Account.Id}/fit";
        await at.SayAsync(url, "They act", "Yes", "Sent the figures in two days");
        var page = await at.Ana.PlainBrowser.TextAsync(url);
        foreach (var said in (string[])["50 of 100; 50 unknown; at most 100", "50 of 100 are asked of each deal.", "A deal decides whether they fit."]) Assert.Contains(said, page);
        Assert.DoesNotContain("There is a day", page);
        var wrong = await at.SayAsync(url, "There is a day", "Yes", "In May");
        Assert.Equal(HttpStatusCode.Forbidden, wrong.StatusCode);
        Assert.Contains("This is asked of each deal: answer it there.", WebUtility.HtmlDecode(await wrong.Content.ReadAsStringAsync()));
        await at.SayAsync(url, "They act", "No", "Four visits for nothing");
        Assert.Contains("They are not whom we look for.", await at.Ana.PlainBrowser.TextAsync(url));
    }

    [Theory, OnBoth]
    public async Task What_a_deal_learns_of_its_customer_is_the_customers_and_without_one_that_is_said_first(Engine engine)
    {
        var at = await OnAsync(engine);
        Assert.Equal(HttpStatusCode.SeeOther, (await at.SayAsync(at.Url, "They act", "Yes", "Called back")).StatusCode);
        Assert.Contains("Called back", await at.Ana.PlainBrowser.TextAsync($"/accounts/{at.Account.Id}/fit"));
        var bare = await at.Sales.DealAsync("Bare");
        var no = await at.SayAsync($"/opportunities/{bare.Id}/fit", "They act", "Yes", "Called back");
        Assert.Contains("name the account of the deal first", WebUtility.HtmlDecode(await no.Content.ReadAsStringAsync()));
        Assert.Equal(HttpStatusCode.SeeOther, (await at.SayAsync($"/opportunities/{bare.Id}/fit", "The money is there", "Yes", "In this year's plan")).StatusCode);
        Assert.Contains("20 of 100; 80 unknown; at most 100", await at.Ana.PlainBrowser.TextAsync($"/opportunities/{bare.Id}/fit"));
    }

    [Theory, OnBoth]
    public async Task A_closed_deal_keeps_what_was_known_and_nobody_elses_deal_is_answered_for(Engine engine)
    {
        var at = await OnAsync(engine);
        var ben = await at.Ana.Tenant.PersonAsync(Role.Seller, "Ben Ito");
        var criterion = await at.Ana.InDb(db => db.FitCriteria.Where(c => c.Text == "There is a day").Select(c => c.Id).SingleAsync());
        Assert.Equal(HttpStatusCode.Forbidden, (await ben.PlainBrowser.PostFormAsync(at.Url + "/answers", ("Criterion", $"{criterion}"), ("Said", "No"))).StatusCode);
        var stranger = await (await at.Ana.Tenant.Host.TenantAsync("Other")).PersonAsync(Role.Leader, "Eve");
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PlainBrowser.GetAsync(at.Url)).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await at.Ana.Program.PostAsJsonAsync($"/api{at.Url}/answers", new { criterion, said = "Yes", evidence = "In May" })).StatusCode);
        await at.Ana.PlainBrowser.PostFormAsync($"/opportunities/{at.Deal}/closures", ("End", "Lost"));
        var late = await at.SayAsync(at.Url, "There is a day", "No");
        Assert.Equal(HttpStatusCode.Forbidden, late.StatusCode);
        Assert.Contains("is closed: what was known of it stays.", WebUtility.HtmlDecode(await late.Content.ReadAsStringAsync()));
    }

    [Theory, OnBoth]
    public async Task Ten_of_the_customer_and_ten_of_each_deal_are_proposed_where_somebody_wants_more_and_come_to_100(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var lead = await sales.Ana.Tenant.PersonAsync(Role.Leader, "Lena Krüger");
        Assert.Contains("?proposal=twenty", await lead.PlainBrowser.TextAsync("/settings/ideal-customer"));
        var page = await lead.PlainBrowser.TextAsync("/settings/ideal-customer?proposal=twenty");
        foreach (var said in (string[])["value=\"They would speak for us once it works\"", "name=\"Text20\"", "value=\"It is worth our time at its size\"", "And of each deal"]) Assert.Contains(said, page);
        Assert.Equal((20, 100, 10), (FitWords.Twenty.Count, FitWords.Twenty.Sum(t => t.Weight), FitWords.Twenty.Count(t => t.OfDeal)));
        Assert.Equal(HttpStatusCode.SeeOther, (await lead.PlainBrowser.PostFormAsync("/settings/ideal-customer", [.. FitWords.Twenty.SelectMany((t, i) => new[] { ($"Text{i + 1}", t.Text), ($"Weight{i + 1}", $"{t.Weight}") }), ("FitsFrom", "60")])).StatusCode);
        Assert.Equal((10, 10), await sales.Ana.InDb(async db => (await db.FitCriteria.CountAsync(c => c.IsOfDeal), await db.FitCriteria.CountAsync(c => !c.IsOfDeal))));
        var api = await sales.Ana.Program.PageAsync("/api/customer-profile");
        Assert.Contains("\"ofDeal\":true", api);
    }
}
