using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Coxswain.Customers.Accounts;
using Coxswain.Customers.Contacts;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Value;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Tests.Value;

/// <summary>What we offer beside what they need of it, and what proves it.</summary>
public sealed class ValueTests
{
    private sealed record Scene(Sales Sales, Opportunity Deal, Account Account, Contact Petra)
    {
        public string Deals => $"/opportunities/{Deal.Id}";

        public string Url => $"{Deals}/value";

        public TestViewer Ana => Sales.Ana;

        public Task<HttpResponseMessage> PostAsync(string what, params (string, string)[] fields) => Ana.PlainBrowser.PostFormAsync(what.StartsWith('/') ? what : $"{Deals}/{what}", fields);

        public Task<string> PageAsync() => Ana.PlainBrowser.TextAsync(Url);
    }

    private static async Task<Scene> OnAsync(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var account = new Account { Name = "Nordwind Logistik", OwnerId = sales.Ana.Id };
        await sales.Ana.Tenant.SaveAsync(account);
        var petra = new Contact { Name = "Petra Brandt", AccountId = account.Id, OwnerId = sales.Ana.Id };
        var deal = new Opportunity { Name = "Yard planning", OwnerId = sales.Ana.Id, AccountId = account.Id, StageId = sales.Stage("Discover").Id, End = StageEnd.Open, Currency = "EUR", Amount = 100_000_00 };
        await sales.Ana.Tenant.SaveAsync(petra, deal);
        return new(sales, deal, account, petra);
    }

    private static Proof Proven(string claim, string customer, ProofPermission permission = ProofPermission.Yes, DateOnly? until = null) => new() { Claim = claim, Customer = customer, Measure = "Hours at the gate", Currency = "EUR", Permission = permission, PermittedUntil = until };

    [Theory, OnBoth]
    public async Task What_they_do_not_need_counts_nothing(Engine engine)
    {
        var at = await OnAsync(engine);
        Assert.Contains("What do they need of what we offer?", await at.PageAsync());
        await at.PostAsync("value-items", ("Capability", "Pallets planned"), ("Offered", "100000"), ("Needed", "45000"), ("Unit", "a month"), ("Worth", "90000"), ("IsElsewhere", "true"), ("For", $"{at.Petra.Id}"));
        var page = await at.PageAsync();
        foreach (var said in (string[])["45,000 a month needed of 100,000 a month offered", "55,000 a month more than they need: that counts nothing.", "for Petra Brandt", "Nothing is noted that they get only from us."]) Assert.Contains(said, page);
        await at.PostAsync("value-items", ("Capability", "A second screen"), ("Needed", "0"), ("Worth", "70000"), ("IsElsewhere", "false"));
        await at.PostAsync("value-items", ("Capability", "Slots by phone"), ("Offered", "50"), ("Needed", "80"), ("Worth", "12000"), ("IsElsewhere", "false"));
        page = await at.PageAsync();
        foreach (var said in (string[])["they do not need it", "covers 63%", "€\u00a07,500 of it they get only from us.", "Of what we cover in part, that part counts.", "one thing they do not need", "for nobody in particular"]) Assert.Contains(said.Replace("63%", 0.625.ToString("P0", System.Globalization.CultureInfo.GetCultureInfo("en")), StringComparison.Ordinal), page);
        var read = JsonDocument.Parse(await at.Ana.Program.PageAsync($"/api{at.Url}")).RootElement;
        Assert.Equal((97_500m, 7_500m), (read.GetProperty("worth").GetDecimal(), read.GetProperty("unique").GetDecimal()));
        var people = read.GetProperty("people").EnumerateArray().ToList();
        Assert.Equal([("Petra Brandt", 90_000m), (null, 7_500m)], people.Select(p => (p.GetProperty("for").GetString(), p.GetProperty("worth").GetDecimal())));
        Assert.Equal((0.625, 1), (people[1].GetProperty("fit").GetDouble(), people[1].GetProperty("unneeded").GetInt32()));
        var first = read.GetProperty("items")[0];
        Assert.Equal((45_000.0, 55_000.0, 1.0), (first.GetProperty("used").GetDouble(), first.GetProperty("surplus").GetDouble(), first.GetProperty("fit").GetDouble()));
        Assert.Contains("We offer: Pallets planned", await at.Ana.PlainBrowser.TextAsync(at.Deals));
    }

    [Theory, OnBoth]
    public async Task What_is_unknown_is_said_to_be_unknown_and_can_be_said_later(Engine engine)
    {
        var at = await OnAsync(engine);
        await at.PostAsync("value-items", ("Capability", "Slots by phone"));
        var page = await at.PageAsync();
        foreach (var said in (string[])["how much they need is unknown", "worth unknown", "elsewhere? unknown"]) Assert.Contains(said, page);
        var item = await at.Ana.InDb(db => db.ValueItems.AsNoTracking().SingleAsync());
        Assert.True((await at.Ana.Program.PatchAsJsonAsync($"/api/value-items/{item.Id}", new { needed = 20.5, isElsewhere = false, worth = 5_000 })).IsSuccessStatusCode);
        page = await at.PageAsync();
        foreach (var said in (string[])["20.5 needed", "only from us", "Slots by phone"]) Assert.Contains(said, page);
        await at.PostAsync($"/value-items/{item.Id}/removals");
        Assert.DoesNotContain("Slots by phone", await at.PageAsync());
        await at.PostAsync($"/value-items/{item.Id}/restorations");
        Assert.Contains("Slots by phone", await at.PageAsync());
    }

    [Theory, OnBoth]
    public async Task What_sets_us_apart_stands_in_two_columns_and_an_empty_one_is_asked_about(Engine engine)
    {
        var at = await OnAsync(engine);
        Assert.Contains("neither in what we sell nor in how", await at.PageAsync());
        await at.PostAsync("plan/strengths", ("Kind", "WhatWeSell"), ("Text", "Slots that plan themselves"), ("SoWhat", "No queue at the gate"), ("Proof", "Seen at two ports"));
        var page = await at.PageAsync();
        foreach (var said in (string[])["How we sell it sets apart as much: what do they notice of it?", "Slots that plan themselves", "No queue at the gate · proof: Seen at two ports"]) Assert.Contains(said, page);
        await at.PostAsync("plan/strengths", ("Kind", "HowWeSell"), ("Text", "One person from offer to start"));
        page = await at.PageAsync();
        foreach (var said in (string[])["We differ in what we sell and in how.", "One person from offer to start", "what proves it?"]) Assert.Contains(said, page);
        var read = JsonDocument.Parse(await at.Ana.Program.PageAsync($"/api{at.Url}")).RootElement.GetProperty("apart");
        Assert.Equal(["WhatWeSell", "HowWeSell"], read.EnumerateArray().Select(s => s.GetProperty("kind").GetString()));
    }

    [Theory, OnBoth]
    public async Task From_three_customers_on_a_claim_is_proven_and_each_counts_once(Engine engine)
    {
        var at = await OnAsync(engine);
        foreach (var (claim, customer) in new[] { ("Time to market halves", "nordwind logistik"), ("time to market halves", "Portavia"), ("Time to market halves", "Portavia") })
            Assert.Equal(HttpStatusCode.SeeOther, (await at.PostAsync("/proofs", ("Claim", claim), ("Customer", customer), ("Measure", "Weeks to the first order"), ("Before", "12"), ("After", "6"), ("Saving", "500000"), ("Permission", "Yes"))).StatusCode);
        var page = await at.Ana.PlainBrowser.TextAsync("/proofs");
        foreach (var said in (string[])["No claim rests on three customers yet.", "One more customer, and it is a proof: so far it is a story.", "2 customers", "12 before, 6 after", "saved €\u00a0500,000", $"/accounts/{at.Account.Id}"]) Assert.Contains(said, page);
        await at.PostAsync("/proofs", ("Claim", "Time to market halves"), ("Customer", "Halma"), ("Measure", "Weeks"));
        page = await at.Ana.PlainBrowser.TextAsync("/proofs");
        foreach (var said in (string[])["One claim rests on three customers or more.", "3 customers", "not to be shown"]) Assert.Contains(said, page);
        Assert.DoesNotContain("so far it is a story", page);
    }

    [Theory, OnBoth]
    public async Task What_a_customer_does_not_let_us_show_is_never_offered_and_what_has_run_out_says_so(Engine engine)
    {
        var at = await OnAsync(engine);
        var (free, asked, over) = (Proven("Gates run alone", "Halma"), Proven("Secret saving", "Portavia", ProofPermission.Asked), Proven("Old claim", "Kade", until: new DateOnly(2026, 1, 1)));
        await at.Ana.Tenant.SaveAsync(free, asked, over);
        var page = await at.PageAsync();
        Assert.Contains("Gates run alone", page);
        foreach (var hidden in (string[])["Secret saving", "Old claim"]) Assert.DoesNotContain(hidden, page);
        foreach (var no in new[] { asked.Id, over.Id, Guid.NewGuid() })
        {
            var answer = await at.PostAsync("value-items", ("Capability", "Gates"), ("Proof", $"{no}"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains("There is no permission to show this today", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
        }
        await at.PostAsync("value-items", ("Capability", "Gates"), ("Proof", $"{free.Id}"));
        Assert.Contains("Proven: Gates run alone", await at.PageAsync());
        Assert.DoesNotContain("may not be shown", await at.PageAsync());
        await at.Ana.Program.PatchAsJsonAsync($"/api/proofs/{free.Id}", new { permission = "No" });
        Assert.Contains("may not be shown", await at.PageAsync());
        await at.Ana.Program.PatchAsJsonAsync($"/api/proofs/{free.Id}", new { permission = "Yes" });
        Assert.DoesNotContain("may not be shown", await at.PageAsync());
        await at.PostAsync($"/proofs/{free.Id}/removals");
        Assert.Contains("may not be shown", await at.PageAsync());
    }

    [Theory, OnBoth]
    public async Task What_cannot_be_is_refused_at_its_field_and_nothing_is_kept(Engine engine)
    {
        var at = await OnAsync(engine);
        var stranger = new Contact { Name = "Jan Vos", OwnerId = at.Ana.Id };
        await at.Ana.Tenant.SaveAsync(stranger);
        foreach (var (url, said, fields) in new (string, string, (string, string)[])[]
        {
            ("value-items", "What can we do for them?", [("Capability", " ")]),
            ("value-items", "A quantity is not below zero.", [("Capability", "Gates"), ("Needed", "-1")]),
            ("value-items", "An amount is not below zero.", [("Capability", "Gates"), ("Worth", "-1")]),
            ("value-items", "Choose a contact of the deal's account.", [("Capability", "Gates"), ("For", $"{stranger.Id}")]),
            ("/proofs", "What does it prove?", [("Customer", "Halma"), ("Measure", "Hours")]),
            ("/proofs", "What was measured?", [("Claim", "Gates"), ("Customer", "Halma")]),
            ("/proofs", "At which customer was it shown?", [("Claim", "Gates"), ("Measure", "Hours")]),
            ("/proofs", "An amount is not below zero.", [("Claim", "Gates"), ("Customer", "Halma"), ("Measure", "Hours"), ("Saving", "-5")]),
            ("/proofs", "A currency has three letters", [("Claim", "Gates"), ("Customer", "Halma"), ("Measure", "Hours"), ("Currency", "Euro")]),
        })
        {
            var answer = await at.PostAsync(url, fields);
            Assert.True(answer.StatusCode is HttpStatusCode.UnprocessableEntity, $"{said}: {answer.StatusCode}");
            Assert.Contains(said, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
        }
        Assert.Equal((0, 0), await at.Ana.InDb(async db => (await db.ValueItems.CountAsync(), await db.Proofs.CountAsync())));
    }

    [Theory, OnBoth]
    public async Task Whoever_may_not_change_the_deal_changes_nothing_and_of_another_organisation_sees_nothing(Engine engine)
    {
        var at = await OnAsync(engine);
        await at.PostAsync("value-items", ("Capability", "Gates"));
        await at.Ana.Tenant.SaveAsync(Proven("Gates run alone", "Halma"));
        var (item, proof) = await at.Ana.InDb(async db => ((await db.ValueItems.SingleAsync()).Id, (await db.Proofs.SingleAsync()).Id));
        var other = await at.Ana.Tenant.PersonAsync(Role.Seller, "Otto Lang");
        var support = await at.Ana.Tenant.PersonAsync(Role.Support, "Sue Park");
        var stranger = await (await at.Ana.Tenant.Host.TenantAsync()).PersonAsync(Role.Leader, "Lea Fremd");
        foreach (var (who, no) in new[] { (other, HttpStatusCode.Forbidden), (stranger, HttpStatusCode.NotFound) })
            foreach (var url in (string[])[$"{at.Deals}/value-items", $"/value-items/{item}", $"/value-items/{item}/removals"]) Assert.Equal((url, no), (url, (await who.Browser.PostFormAsync(url, ("Capability", "Mine"))).StatusCode));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Browser.PostFormAsync($"/proofs/{proof}", ("Claim", "Mine"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await support.Browser.PostFormAsync($"/proofs/{proof}", ("Claim", "Mine"))).StatusCode);
        Assert.DoesNotContain("Gates run alone", await stranger.PlainBrowser.TextAsync("/proofs"));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PlainBrowser.GetAsync(at.Url)).StatusCode);
    }

    [Theory, OnBoth]
    public async Task An_erased_contact_needs_nothing_by_name(Engine engine)
    {
        var at = await OnAsync(engine);
        await at.PostAsync("value-items", ("Capability", "What Petra Brandt asked for"), ("For", $"{at.Petra.Id}"));
        var admin = await at.Ana.Tenant.PersonAsync(Role.Admin, "Zoe Adler");
        Assert.True((await admin.Program.PostAsJsonAsync($"/api/contacts/{at.Petra.Id}/erasures", new { })).IsSuccessStatusCode);
        foreach (var page in (string[])[at.Deals, at.Url]) Assert.DoesNotContain("Petra", await at.Ana.PlainBrowser.TextAsync(page));
    }
}
