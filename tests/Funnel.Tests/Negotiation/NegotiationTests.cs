using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Coxswain.Customers.Accounts;
using Coxswain.Customers.Contacts;
using Coxswain.Funnel.Negotiation;
using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Tests.Negotiation;

/// <summary>How a deal is negotiated: figures, trades, what is left of the price, signs that it may fail.</summary>
public sealed class NegotiationTests
{
    internal sealed record Scene(Sales Sales, Opportunity Deal, Contact Petra)
    {
        public string Deals => $"/opportunities/{Deal.Id}";

        public string Url => $"{Deals}/negotiation";

        public TestViewer Ana => Sales.Ana;

        public Task<HttpResponseMessage> PostAsync(string what, params (string, string)[] fields) => Ana.PlainBrowser.PostFormAsync(what.StartsWith('/') ? what : $"{Deals}/{what}", fields);
    }

    internal static async Task<Scene> OnAsync(Engine engine, string stage = "Propose")
    {
        var sales = await Sales.OnAsync(engine);
        var account = new Account { Name = "Nordwind Logistik", OwnerId = sales.Ana.Id };
        await sales.Ana.Tenant.SaveAsync(account);
        var petra = new Contact { Name = "Petra Brandt", AccountId = account.Id, OwnerId = sales.Ana.Id };
        var deal = new Opportunity { Name = "Yard planning", OwnerId = sales.Ana.Id, AccountId = account.Id, StageId = sales.Stage(stage).Id, End = StageEnd.Open, Currency = "EUR", Amount = 100_000_00 };
        await sales.Ana.Tenant.SaveAsync(petra, deal);
        return new(sales, deal, petra);
    }

    [Theory, OnBoth]
    public async Task From_the_list_to_what_is_left_each_step_stands_with_what_we_got_for_it_the_stage_and_why(Engine engine)
    {
        var at = await OnAsync(engine);
        Assert.Contains("Nothing is granted yet.", await at.Ana.PlainBrowser.TextAsync(at.Url));
        await at.PostAsync("walk-away", ("Floor", "80000"), ("ForLine", "true"));
        await at.PostAsync("negotiation", ("ListPrice", "120000"), ("PriceAnswer", "120,000, and the gate is free by noon"));
        await at.PostAsync("concessions", ("Give", "The second yard"), ("Percent", "10"), ("Get", "A reference in writing"), ("GrantedOn", "2026-07-10"), ("Because", "They sign both at once"));
        await at.PostAsync("concessions", ("Give", "Training on site"), ("GrantedOn", "2026-07-12"));
        await at.PostAsync("concessions", ("Give", "A round figure"), ("Amount", "8000"), ("GrantedOn", "2026-07-14"), ("Because", "Their board likes round figures"));
        var page = await at.Ana.PlainBrowser.TextAsync(at.Url);
        foreach (var said in (string[])["16.7% of the price is granted.", "€ 120,000", "−€ 12,000 (10.0%)", "€ 108,000", "−€ 8,000", "€ 100,000", "A reference in writing", "They sign both at once", "Propose", "for nothing", "120,000, and the gate is free by noon"]) Assert.Contains(said.Replace("€ ", "€\u00a0", StringComparison.Ordinal), page);
        var read = JsonDocument.Parse(await at.Ana.Program.PageAsync($"/api{at.Url}")).RootElement;
        Assert.Equal((120_000m, 100_000m), (read.GetProperty("listPrice").GetDecimal(), read.GetProperty("pocketPrice").GetDecimal()));
        var deal = await at.Ana.PlainBrowser.TextAsync(at.Deals);
        Assert.Contains("Granted: The second yard", deal);
        Assert.Contains("for A reference in writing", deal);
    }

    [Theory, OnBoth]
    public async Task A_trade_is_thought_of_first_and_granted_later_in_the_stage_of_that_day(Engine engine)
    {
        var at = await OnAsync(engine);
        await at.PostAsync("walk-away", ("Floor", "80000"));
        await at.PostAsync("negotiation", ("ListPrice", "100000"));
        await at.PostAsync("concessions", ("Give", "Longer terms"), ("Get", "A first order now"), ("Percent", "2.5"));
        var page = await at.Ana.PlainBrowser.TextAsync(at.Url);
        Assert.Contains("Longer terms: −2.5%", page);
        Assert.Contains("for A first order now", page);
        Assert.Contains("Nothing of the price is granted.", page);
        var thought = await at.Ana.InDb(db => db.Concessions.AsNoTracking().SingleAsync());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await at.PostAsync($"/concessions/{thought.Id}/grants")).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await at.PostAsync($"/concessions/{thought.Id}/grants", ("Because", "They order today"))).StatusCode);
        Assert.Contains("2.5% of the price is granted.", await at.Ana.PlainBrowser.TextAsync(at.Url));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await at.PostAsync($"/concessions/{thought.Id}/grants", ("Because", "Again"))).StatusCode);
        await at.PostAsync($"/concessions/{thought.Id}/removals");
        Assert.Contains("Nothing of the price is granted.", await at.Ana.PlainBrowser.TextAsync(at.Url));
        await at.PostAsync($"/concessions/{thought.Id}/restorations");
        Assert.Contains("2.5% of the price is granted.", await at.Ana.PlainBrowser.TextAsync(at.Url));
    }

    [Theory, OnBoth]
    public async Task What_cannot_be_is_refused_at_its_field_with_what_was_typed_kept_and_nothing_is_saved(Engine engine)
    {
        var at = await OnAsync(engine);
        var other = new Contact { Name = "Jan Vos", OwnerId = at.Ana.Id };
        await at.Ana.Tenant.SaveAsync(other);
        await at.PostAsync("walk-away", ("Floor", "80000"));
        await at.PostAsync("negotiation", ("ListPrice", "100000"));
        foreach (var (url, said, fields) in new (string, string, (string, string)[])[]
        {
            ("concessions", "What do we give?", [("Give", " "), ("Percent", "5")]),
            ("concessions", "at most 100 percent", [("Give", "All"), ("Percent", "101")]),
            ("concessions", "A percent is not below zero.", [("Give", "All"), ("Percent", "-1")]),
            ("concessions", "An amount is not below zero.", [("Give", "All"), ("Amount", "-5")]),
            ("concessions", "An amount or a percent, not both.", [("Give", "All"), ("Amount", "5"), ("Percent", "5")]),
            ("concessions", "it would be below zero", [("Give", "All"), ("Amount", "100001"), ("GrantedOn", "2026-07-10"), ("Because", "So")]),
            ("concessions", "Say why it was granted", [("Give", "All"), ("Amount", "10"), ("GrantedOn", "2026-07-10")]),
            ("concessions", "This day is still to come.", [("Give", "All"), ("GrantedOn", "2031-01-01")]),
            ("concessions", "The deal is in EUR: say it in that currency.", [("Give", "All"), ("Amount", "10"), ("Currency", "USD")]),
            ("price-anchors", "The deal is in EUR", [("Side", "Theirs"), ("Amount", "10"), ("Currency", "USD")]),
            ("price-anchors", "A figure of zero draws nobody anywhere.", [("Side", "Theirs"), ("Amount", "0")]),
            ("price-anchors", "This day is still to come.", [("Side", "Theirs"), ("Amount", "5"), ("On", "2031-01-01")]),
            ("negotiation", "Choose a contact of the deal's account.", [("Counterpart", $"{other.Id}")]),
            ("negotiation", "An amount is not below zero.", [("ListPrice", "-1")]),
            ("negotiation", "This day is still to come.", [("Since", "2031-01-01")]),
            ("walk-away", "Say the least price, or what else makes us leave.", [("Conditions", " ")]),
            ("walk-away", "This day has passed.", [("Floor", "7"), ("Until", "2020-01-01")]),
            ("seen-signs", "Which sign is it?", [("Text", " ")]),
            ("seen-signs", "There is no such sign.", [("Sign", "moon")]),
        })
        {
            var answer = await at.PostAsync(url, fields);
            var text = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
            Assert.True(answer.StatusCode is HttpStatusCode.UnprocessableEntity, $"{url} {said}: {answer.StatusCode}");
            Assert.Contains(said, text);
            if (fields[0].Item1 is "Give" && fields[0].Item2 != " ") Assert.Contains($"value=\"{fields[0].Item2}\"", text);
        }
        Assert.Equal((0, 0, 0), await at.Ana.InDb(async db => (await db.Concessions.CountAsync(), await db.PriceAnchors.CountAsync(), await db.SeenSigns.CountAsync())));
        await at.PostAsync("concessions", ("Give", "Half"), ("Percent", "50"), ("GrantedOn", "2026-07-10"), ("Because", "So"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await at.PostAsync("concessions", ("Give", "More"), ("Amount", "50001"), ("GrantedOn", "2026-07-11"), ("Because", "So"))).StatusCode);
    }

    [Theory, OnBoth]
    public async Task Before_the_first_figure_of_ours_and_the_first_concession_somebody_has_said_where_we_walk_away(Engine engine)
    {
        var at = await OnAsync(engine);
        foreach (var (url, fields) in new (string, (string, string)[])[] { ("price-anchors", [("Side", "Ours"), ("Amount", "120000")]), ("concessions", [("Give", "A yard"), ("GrantedOn", "2026-07-10")]) })
        {
            var answer = await at.PostAsync(url, fields);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains("Say first where we walk away", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
        }
        Assert.Equal(HttpStatusCode.SeeOther, (await at.PostAsync("price-anchors", ("Side", "Theirs"), ("Amount", "90000"))).StatusCode);
        await at.PostAsync("walk-away", ("Conditions", "They want our source code"));
        Assert.Equal(HttpStatusCode.SeeOther, (await at.PostAsync("price-anchors", ("Side", "Ours"), ("Amount", "120000"))).StatusCode);
    }

    [Theory, OnBoth]
    public async Task Whose_figure_came_first_stands_there_and_how_they_came_to_theirs_is_asked(Engine engine)
    {
        var at = await OnAsync(engine);
        await at.PostAsync("walk-away", ("Floor", "80000"));
        await at.PostAsync("price-anchors", ("Side", "Theirs"), ("Amount", "90000"), ("On", "2026-07-02"));
        await at.PostAsync("price-anchors", ("Side", "Ours"), ("Amount", "120000"), ("On", "2026-07-05"));
        var page = await at.Ana.PlainBrowser.TextAsync(at.Url);
        Assert.Contains("theirs came first", page);
        Assert.Contains("Their figure came first, and what it rests on is unknown", page);
        var theirs = await at.Ana.InDb(db => db.PriceAnchors.AsNoTracking().SingleAsync(a => a.Side == PriceSide.Theirs));
        await at.PostAsync($"/price-anchors/{theirs.Id}/removals");
        Assert.Contains("ours came first", await at.Ana.PlainBrowser.TextAsync(at.Url));
        Assert.Contains("They named a figure: €\u00a090,000", await at.Ana.PlainBrowser.TextAsync(at.Deals));
        await at.PostAsync($"/price-anchors/{theirs.Id}/restorations");
        await at.Ana.Program.PostAsJsonAsync($"/api{at.Deals}/price-anchors", new { side = "Theirs", amount = 95_000, on = "2026-07-01", basis = "The offer of a rival", learned = "They pay by yard" });
        page = await at.Ana.PlainBrowser.TextAsync(at.Url);
        foreach (var said in (string[])["How they came to it: The offer of a rival", "It tells us: They pay by yard"]) Assert.Contains(said, page);
        Assert.DoesNotContain("what it rests on is unknown", page);
    }

    [Theory, OnBoth]
    public async Task Who_sits_across_and_whether_they_may_decide_is_known_or_said_to_be_unknown(Engine engine)
    {
        var at = await OnAsync(engine);
        Assert.Contains("It is unknown whether they may decide", await at.Ana.PlainBrowser.TextAsync(at.Url));
        await at.PostAsync("negotiation", ("Counterpart", $"{at.Petra.Id}"), ("HasAuthority", "false"), ("TheyKnow", "false"), ("Since", "2026-07-01"));
        var page = await at.Ana.PlainBrowser.TextAsync(at.Url);
        foreach (var said in (string[])["Petra Brandt", "Whoever negotiates there cannot decide", "They do not know that it is being negotiated"]) Assert.Contains(said, page);
        await at.PostAsync("negotiation", ("HasAuthority", ""), ("TheyKnow", "true"));
        page = await at.Ana.PlainBrowser.TextAsync(at.Url);
        Assert.Contains("It is unknown whether they may decide", page);
        Assert.Contains("Petra Brandt", page);
        var read = JsonDocument.Parse(await at.Ana.Program.PageAsync($"/api{at.Url}")).RootElement;
        Assert.Equal((JsonValueKind.Null, JsonValueKind.True), (read.GetProperty("hasAuthority").ValueKind, read.GetProperty("theyKnow").ValueKind));
    }

    [Theory, OnBoth]
    public async Task A_sign_says_how_many_deals_with_it_were_not_won_and_below_five_that_it_does_not_know(Engine engine)
    {
        var at = await OnAsync(engine);
        for (var i = 0; i < 6; i++)
        {
            var end = i < 4 ? StageEnd.Lost : StageEnd.Won;
            var deal = new Opportunity { Name = $"Old {i}", OwnerId = at.Ana.Id, StageId = at.Sales.Stages.First(s => s.End == end).Id, End = end, Currency = "EUR", ClosedOn = new DateOnly(2026, 6, 1) };
            await at.Ana.Tenant.SaveAsync(deal);
            await at.Ana.Tenant.SaveAsync(new SeenSign { OpportunityId = deal.Id, Sign = "price-only", On = new DateOnly(2026, 5, 1) });
            // What was ticked when the end was known is hindsight.
            await at.Ana.Tenant.SaveAsync(new SeenSign { OpportunityId = deal.Id, Sign = "no-why", On = new DateOnly(2026, 6, 9) });
        }
        await at.PostAsync("seen-signs", ("Sign", "price-only"));
        await at.PostAsync("seen-signs", ("Sign", "no-why"));
        await at.PostAsync("seen-signs", ("Text", "Their lawyer writes before they do"));
        await at.PostAsync("seen-signs", ("Sign", "price-only"));
        var page = await at.Ana.PlainBrowser.TextAsync(at.Url);
        foreach (var said in (string[])["67% of such deals were not won (35% to 88%, n = 6)", "not enough data (n = 0)", "Their lawyer writes before they do", "3 seen", "3 signs that it may fail"]) Assert.Contains(said, page);
        Assert.Contains("A sign that it may fail: Their lawyer writes before they do", await at.Ana.PlainBrowser.TextAsync(at.Deals));
        var own = await at.Ana.InDb(db => db.SeenSigns.AsNoTracking().SingleAsync(s => s.Text != null));
        await at.PostAsync($"/seen-signs/{own.Id}/removals");
        Assert.Contains("2 seen", await at.Ana.PlainBrowser.TextAsync(at.Url));
    }

    [Theory, OnBoth]
    public async Task A_discount_in_the_last_stage_is_told_on_the_deal(Engine engine)
    {
        var at = await OnAsync(engine, "Decide");
        await at.PostAsync("walk-away", ("Floor", "80000"));
        Assert.DoesNotContain("Granted in the last stage", await at.Ana.PlainBrowser.TextAsync(at.Deals));
        await at.PostAsync("concessions", ("Give", "Five off"), ("Percent", "5"), ("GrantedOn", "2026-07-14"), ("Because", "They asked"));
        foreach (var page in (string[])[at.Deals, at.Url]) Assert.Contains("Granted in the last stage: Five off", await at.Ana.PlainBrowser.TextAsync(page));
    }

    [Theory, OnBoth]
    public async Task Whoever_may_not_change_the_deal_changes_nothing_and_of_another_organisation_sees_nothing(Engine engine)
    {
        var at = await OnAsync(engine);
        await at.PostAsync("walk-away", ("Floor", "80000"));
        await at.PostAsync("concessions", ("Give", "A yard"));
        await at.PostAsync("price-anchors", ("Side", "Ours"), ("Amount", "5"));
        await at.PostAsync("seen-signs", ("Sign", "no-why"));
        var (concession, anchor, sign) = await at.Ana.InDb(async db => ((await db.Concessions.SingleAsync()).Id, (await db.PriceAnchors.SingleAsync()).Id, (await db.SeenSigns.SingleAsync()).Id));
        var other = await at.Ana.Tenant.PersonAsync(Role.Seller, "Otto Lang");
        var stranger = await (await at.Ana.Tenant.Host.TenantAsync()).PersonAsync(Role.Leader, "Lea Fremd");
        foreach (var (who, no) in new[] { (other, HttpStatusCode.Forbidden), (stranger, HttpStatusCode.NotFound) })
            foreach (var url in (string[])[at.Url, $"{at.Deals}/concessions", $"{at.Deals}/price-anchors", $"{at.Deals}/seen-signs", $"{at.Deals}/walk-away", $"{at.Deals}/walk-away/readers", $"/concessions/{concession}/grants", $"/concessions/{concession}/removals", $"/price-anchors/{anchor}/removals", $"/seen-signs/{sign}/removals"])
                Assert.Equal((url, no), (url, (await who.Browser.PostFormAsync(url, ("Give", "Mine"), ("Side", "Ours"), ("Amount", "5"), ("Sign", "no-why"), ("Floor", "5"), ("Person", $"{who.Id}"))).StatusCode));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PlainBrowser.GetAsync(at.Url)).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Program.GetAsync($"/api{at.Url}")).StatusCode);
    }

    [Theory, OnBoth]
    public async Task An_erased_contact_is_named_in_no_negotiation(Engine engine)
    {
        var at = await OnAsync(engine);
        await at.PostAsync("walk-away", ("Floor", "80000"));
        await at.PostAsync("negotiation", ("Counterpart", $"{at.Petra.Id}"), ("PriceAnswer", "Petra Brandt hears 100,000"));
        await at.PostAsync("price-anchors", ("Side", "Theirs"), ("Amount", "5"), ("Basis", "Petra Brandt guessed"));
        await at.PostAsync("concessions", ("Give", "A day with Petra Brandt"));
        var admin = await at.Ana.Tenant.PersonAsync(Role.Admin, "Zoe Adler");
        Assert.True((await admin.Program.PostAsJsonAsync($"/api/contacts/{at.Petra.Id}/erasures", new { })).IsSuccessStatusCode);
        foreach (var page in (string[])[at.Deals, at.Url]) Assert.DoesNotContain("Petra", await at.Ana.PlainBrowser.TextAsync(page));
        Assert.Null(await at.Ana.InDb(db => db.Negotiations.Select(n => n.CounterpartId).SingleAsync()));
    }
}
