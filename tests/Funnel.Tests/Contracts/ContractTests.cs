using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Coxswain.Customers.Accounts;
using Coxswain.Funnel.Contracts;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Tests.Contracts;

/// <summary>What customers agreed to pay, from when until when.</summary>
public sealed class ContractTests
{
    [Theory, OnBoth]
    public async Task A_won_deal_makes_a_contract_with_one_press(Engine engine)
    {
        var at = await Contracted.OnAsync(engine);
        Assert.Contains($"/opportunities/{at.Won.Id}/contract", await at.Ana.PlainBrowser.TextAsync($"/opportunities/{at.Won.Id}"));
        var form = await at.Ana.PlainBrowser.TextAsync($"/opportunities/{at.Won.Id}/contract");
        var (from, to) = (at.Today.AddDays(-30), at.Today.AddDays(-31).AddDays(1).AddMonths(12).AddDays(-1));
        foreach (var drawn in (string[])["value=\"Yard planning\"", $"value=\"{from:yyyy-MM-dd}\"", $"value=\"{to:yyyy-MM-dd}\"", "value=\"24000\"", "Make the contract of this deal."]) Assert.Contains(drawn, form);
        var made = await at.PostAsync($"/opportunities/{at.Won.Id}/contracts", ("Name", "Yard planning"), ("StartsOn", $"{from:yyyy-MM-dd}"), ("EndsOn", $"{to:yyyy-MM-dd}"), ("Recurring", "24000"), ("Every", "Year"), ("Currency", "EUR"));
        Assert.Equal(HttpStatusCode.SeeOther, made.StatusCode);
        var page = await at.Ana.PlainBrowser.TextAsync(made.Headers.Location!.ToString());
        foreach (var said in (string[])["€\u00a024,000", "every year", "Nordwind Logistik", "It runs until", "Yard planning"]) Assert.Contains(said, page);
        Assert.Contains("One contract came of this deal.", await at.Ana.PlainBrowser.TextAsync($"/opportunities/{at.Won.Id}/contract"));
        Assert.Contains("€\u00a024,000 a year.", await at.Ana.PlainBrowser.TextAsync($"/accounts/{at.Account.Id}"));
    }

    [Theory, OnBoth]
    public async Task It_stands_as_its_days_say(Engine engine)
    {
        var at = await Contracted.OnAsync(engine);
        async Task<string> SaidAsync(int began, int? endsIn, int? renews = null, int? notice = 30) => await at.PageAsync(await at.ContractAsync(began, endsIn, renews, notice));
        Assert.Contains("begins later", await SaidAsync(-5, 300));
        Assert.Contains("notice due", await SaidAsync(100, 120));
        Assert.Contains("Notice can be given for 90 more days", await SaidAsync(100, 120));
        Assert.Contains("Today is the last day for notice.", await SaidAsync(100, 30));
        Assert.DoesNotContain("notice due", await SaidAsync(100, 121));
        Assert.Contains("It runs until", await SaidAsync(100, 29));
        Assert.Contains("The last day for notice has passed: it goes on after", await SaidAsync(100, 29, renews: 12));
        Assert.Contains("It ended on", await SaidAsync(100, -1));
        Assert.Contains("It runs without an end.", await SaidAsync(100, null));
    }

    [Theory, OnBoth]
    public async Task Notice_in_time_ends_it_with_its_term_and_late_with_the_one_after(Engine engine)
    {
        var at = await Contracted.OnAsync(engine);
        var (early, late) = (await at.ContractAsync(endsIn: 89, renews: 12), await at.ContractAsync(endsIn: 20, renews: 12));
        await at.PostAsync($"/contracts/{early.Id}/notices");
        await at.PostAsync($"/contracts/{late.Id}/notices");
        Assert.Equal((at.Today.AddDays(89), at.Today), ((await at.StoredAsync(early.Id)).EndsOn, (await at.StoredAsync(early.Id)).NoticeGivenOn));
        Assert.Equal(at.Today.AddDays(21).AddMonths(12).AddDays(-1), (await at.StoredAsync(late.Id)).EndsOn);
        Assert.Contains("Notice was given: it runs until", await at.PageAsync(early));
        Assert.Contains("Notice was given already.", WebUtility.HtmlDecode(await (await at.PostAsync($"/contracts/{early.Id}/notices")).Content.ReadAsStringAsync()));
        await at.PostAsync($"/contracts/{early.Id}/notices-back");
        Assert.Null((await at.StoredAsync(early.Id)).NoticeGivenOn);
        var open = await at.ContractAsync(endsIn: null, notice: 14);
        await at.PostAsync($"/contracts/{open.Id}/notices", ("On", $"{at.Today.AddDays(-3):yyyy-MM-dd}"));
        Assert.Equal(at.Today.AddDays(11), (await at.StoredAsync(open.Id)).EndsOn);
    }

    [Theory, OnBoth]
    public async Task One_that_renews_itself_goes_on_by_night_and_others_end(Engine engine)
    {
        var at = await Contracted.OnAsync(engine);
        var (goes, ends, given) = (await at.ContractAsync(began: 400, endsIn: -35, renews: 1), await at.ContractAsync(began: 400, endsIn: -35), await at.ContractAsync(began: 400, endsIn: -35, renews: 1));
        await at.Ana.InDb(async db => { (await db.Rows<Contract>().SingleAsync(c => c.Id == given.Id)).NoticeGivenOn = at.Today.AddDays(-90); return await db.SaveChangesAsync(); });
        Assert.Contains("running", await at.PageAsync(goes));
        await at.Ana.Tenant.InDb((db, _) => new ContractUpkeep().TidyAsync(db, at.Ana.Tenant.Host.Clock.GetUtcNow().UtcDateTime, TestContext.Current.CancellationToken));
        var stored = await at.StoredAsync(goes.Id);
        Assert.Equal(at.Today.AddDays(-34).AddMonths(1).AddMonths(1).AddDays(-1), stored.EndsOn);
        Assert.Equal(stored.EndsOn!.Value.AddDays(-30), stored.NoticeOn);
        Assert.Equal((at.Today.AddDays(-35), at.Today.AddDays(-35)), ((await at.StoredAsync(ends.Id)).EndsOn, (await at.StoredAsync(given.Id)).EndsOn));
        Assert.Contains("Renewed itself until", await at.PageAsync(goes));
        Assert.Contains("ended by notice", await at.PageAsync(given));
    }

    [Theory, OnBoth]
    public async Task What_cannot_be_is_refused_at_its_field_and_what_was_typed_stays(Engine engine)
    {
        var at = await Contracted.OnAsync(engine);
        foreach (var (field, value, said) in ((string, string, string)[])
        [
            ("EndsOn", "2026-01-01", "It would end before it begins."), ("Recurring", "-5", "An amount is not below zero."), ("OneOff", "-1", "An amount is not below zero."), ("Currency", "QQQ", "There is no currency QQQ"), ("NoticeDays", "400", "These are more days than the term has."),
            ("RenewsMonths", "0", "Between 1 and 120."), ("Account", "Nobody here", "There is no account"), ("StartsOn", "", "Please fill this in."), ("Name", "", "Please fill this in."),
        ])
        {
            var fields = new Dictionary<string, string> { ["Account"] = "Nordwind Logistik", ["Name"] = "Gates", ["StartsOn"] = "2026-02-01", ["EndsOn"] = "2027-01-31", ["Currency"] = "EUR", ["Every"] = "Month", [field] = value };
            var answer = await at.PostAsync("/contracts", [.. fields.Select(f => (f.Key, f.Value))]);
            var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains(said, page);
            Assert.Matches($"name=\"{field}\"[^>]*aria-invalid=\"true\"", page);
            if (value.Length > 0) Assert.Contains($"value=\"{value}\"", page);
        }
        Assert.Equal(0, await at.Ana.InDb(db => db.Contracts.CountAsync()));
        Assert.Contains("It would end before notice was given.", WebUtility.HtmlDecode(await (await at.PostAsync($"/contracts/{(await at.ContractAsync()).Id}/notices", ("EndsOn", $"{at.Today.AddDays(-1):yyyy-MM-dd}"))).Content.ReadAsStringAsync()));
        Assert.Contains("A contract comes of a deal that was won.", WebUtility.HtmlDecode(await (await at.PostAsync($"/opportunities/{(await at.Sales.DealAsync()).Id}/contracts", ("StartsOn", "2026-02-01"))).Content.ReadAsStringAsync()));
    }

    [Theory, OnBoth]
    public async Task Nothing_is_told_of_accounts_and_contracts_one_does_not_see(Engine engine)
    {
        var at = await Contracted.OnAsync(engine);
        var contract = await at.ContractAsync();
        var other = await Contracted.OnAsync(engine);
        Assert.Equal(HttpStatusCode.NotFound, (await other.Ana.PlainBrowser.GetAsync($"/contracts/{contract.Id}")).StatusCode);
        var answer = await other.Ana.Program.PostAsJsonAsync("/api/v1/contracts", new { name = "Theirs", accountId = at.Account.Id, startsOn = "2026-02-01" });
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var said = await answer.Content.ReadAsStringAsync();
        Assert.Contains("This account is not here.", said, StringComparison.Ordinal);
        Assert.DoesNotContain("Nordwind", said, StringComparison.Ordinal);
        // A colleague reads it and leaves it as it is.
        var ben = await at.Ana.Tenant.PersonAsync(Role.Seller, "Ben Ito");
        Assert.DoesNotContain("/notices", await ben.PlainBrowser.TextAsync($"/contracts/{contract.Id}"));
        Assert.Contains("belongs to someone else", await (await ben.PlainBrowser.PostFormAsync($"/contracts/{contract.Id}/notices")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task The_list_shows_what_runs_the_next_notice_first_and_what_it_comes_to(Engine engine)
    {
        var at = await Contracted.OnAsync(engine);
        await at.ContractAsync(name: "Later", endsIn: 300, recurring: 1_000_00);
        await at.ContractAsync(name: "Sooner", endsIn: 89, recurring: 500_00);
        await at.ContractAsync(name: "Over", endsIn: -1);
        await at.ContractAsync(name: "Unsaid", endsIn: null, notice: null, recurring: null);
        var page = await at.Ana.PlainBrowser.TextAsync("/contracts");
        Assert.True(page.IndexOf("Sooner", StringComparison.Ordinal) < page.IndexOf("Later", StringComparison.Ordinal));
        foreach (var said in (string[])["€\u00a018,000", "a year, one amount unknown", "Unsaid"]) Assert.Contains(said, page);
        Assert.DoesNotContain("Over", page);
        Assert.Contains("Over", await at.Ana.PlainBrowser.TextAsync("/contracts?all=1"));
        var soon = await at.Ana.PlainBrowser.TextAsync("/contracts?where=notice%20%3D%20next-90-days");
        Assert.Contains("Sooner", soon);
        Assert.DoesNotContain("Later", soon);
        var rows = JsonDocument.Parse(await at.Ana.Program.PageAsync("/api/v1/contracts")).RootElement.GetProperty("rows");
        Assert.Equal(["Sooner", "Later", "Unsaid"], rows.EnumerateArray().Select(r => r.GetProperty("name").GetString()));
        Assert.Equal((6_000m, "NoticeDue"), (rows[0].GetProperty("perYear").GetDecimal(), rows[0].GetProperty("state").GetString()));
        await at.PostAsync("/views", ("Name", "Ours alone"), ("Kind", "contract"), ("Path", "/contracts"), ("Query", "?owner=mine"), ("Audience", "Private"));
        Assert.Contains("Ours alone", await at.Ana.PlainBrowser.TextAsync("/contracts"));
    }

    [Theory, OnBoth]
    public async Task Currencies_stand_side_by_side_on_the_account_and_unknown_is_said(Engine engine)
    {
        var at = await Contracted.OnAsync(engine);
        await at.ContractAsync(recurring: 1_000_00, every: ContractEvery.Quarter);
        await at.ContractAsync(recurring: 900_00, every: ContractEvery.Year, currency: "USD");
        await at.ContractAsync(recurring: null, name: "Trial");
        var page = await at.Ana.PlainBrowser.TextAsync($"/accounts/{at.Account.Id}");
        Assert.Contains("of one more the amount is unknown", page);
        foreach (var sum in (string[])["€\u00a04,000", "900"]) Assert.Contains(sum, page);
        var figures = await at.Ana.PlainBrowser.TextAsync("/contracts/figures");
        foreach (var said in (string[])["there is no rate of USD", "Of one more contract the amount is unknown"]) Assert.Contains(said, figures);
    }

    [Theory, OnBoth]
    public async Task A_contract_is_corrected_taken_off_and_brought_back_and_its_history_says_so(Engine engine)
    {
        var at = await Contracted.OnAsync(engine);
        var contract = await at.ContractAsync();
        Assert.True((await at.Ana.Program.PatchAsJsonAsync($"/api/v1/contracts/{contract.Id}", new { recurring = 2_500, noticeDays = 60 })).IsSuccessStatusCode);
        await at.PostAsync($"/contracts/{contract.Id}/removals");
        Assert.Equal(HttpStatusCode.NotFound, (await at.Ana.PlainBrowser.GetAsync($"/contracts/{contract.Id}")).StatusCode);
        await at.PostAsync($"/contracts/{contract.Id}/restorations");
        var page = await at.PageAsync(contract);
        foreach (var said in (string[])["Paid each time: €\u00a02,500, was €\u00a02,000", "Days of notice: 60, was 30", "Removed", "Brought back", "Ana Okafor"]) Assert.Contains(said, page);
        Assert.Equal(30_000_00, (await at.StoredAsync(contract.Id)).PerYear);
        var stale = await at.PostAsync($"/contracts/{contract.Id}", ("Version", "1"), ("Name", "Yard planning"), ("StartsOn", $"{contract.StartsOn:yyyy-MM-dd}"), ("EndsOn", $"{contract.EndsOn:yyyy-MM-dd}"), ("NoticeDays", "10"), ("Recurring", "2000"), ("Every", "Month"), ("Currency", "EUR"));
        Assert.Equal(HttpStatusCode.Conflict, stale.StatusCode);
    }

    [Theory, OnBoth]
    public async Task A_role_that_sees_no_amounts_sees_none_of_contracts(Engine engine)
    {
        var at = await Contracted.OnAsync(engine);
        var contract = await at.ContractAsync();
        var admin = await at.Ana.Tenant.PersonAsync(Role.Admin, "Ada Lind");
        var ben = await at.Ana.Tenant.PersonAsync(Role.Seller, "Ben Ito");
        Assert.True((await admin.Program.PostAsJsonAsync("/api/roles/Seller/limits", new { field = "opportunity/Amount", limit = "Hidden" })).IsSuccessStatusCode);
        foreach (var url in (string[])[$"/contracts/{contract.Id}", "/contracts", "/contracts/figures", $"/accounts/{at.Account.Id}"])
        {
            var page = await ben.PlainBrowser.TextAsync(url);
            foreach (var amount in (string[])["2,000", "24,000"]) Assert.DoesNotContain(amount, page);
        }
        Assert.False(JsonDocument.Parse(await ben.Program.PageAsync($"/api/v1/contracts/{contract.Id}")).RootElement.TryGetProperty("recurring", out var amountSaid) && amountSaid.ValueKind is JsonValueKind.Number);
    }
}
