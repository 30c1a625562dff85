using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Coxswain.Customers.Accounts;
using Coxswain.Customers.Signals;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Tests.Signals;

public sealed class SignalTests
{
    [Theory, OnBoth]
    public async Task What_is_noticed_stands_on_the_account_in_the_list_and_as_a_task_to_follow_it_up(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var account = await ana.AccountAsync();
        Assert.Contains($"/signals/new?accountId={account.Id}", await ana.Browser.TextAsync($"/accounts/{account.Id}"));
        var made = await NoteAsync(ana, account, ("Note", "Ten drivers wanted"), ("Source", "nordwind.example/jobs"), ("FollowUp", "Ask about the new depot"), ("DueOn", "2026-07-27"));
        var page = await ana.Browser.TextAsync(made.Next());
        Assert.Contains("They are hiring", page);
        Assert.Contains("Ten drivers wanted", page);
        Assert.Contains("href=\"https://nordwind.example/jobs\"", page);
        Assert.Contains("Signal: They are hiring", page);
        Assert.Contains("Ask about the new depot", page);
        Assert.Contains("task open", page);
        var list = await ana.Browser.TextAsync("/signals");
        Assert.Contains("They are hiring", list);
        Assert.Contains("Nordwind Logistik", list);
        Assert.DoesNotContain("They are hiring</a>", await ana.Browser.TextAsync("/signals?kind=Merger"));
        var task = await ana.InDb(db => db.Todos.SingleAsync());
        Assert.Equal((account.Id, new DateOnly(2026, 7, 27)), (task.AccountId, task.DueOn));
        await ana.Browser.PostFormAsync($"/tasks/{task.Id}/done");
        Assert.Contains("followed up", await ana.Browser.TextAsync($"/accounts/{account.Id}"));
    }

    [Theory, OnBoth]
    public async Task Without_a_kind_or_with_a_day_to_come_the_form_comes_back_with_what_was_typed(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var account = await ana.AccountAsync();
        foreach (var (kind, on, due, why) in ((string, string, string, string)[])[("", "2026-07-01", "", "Please fill this in."), ("Hiring", "2026-12-24", "", "This has not happened yet: make it a task."), ("Hiring", "2026-07-01", "2026-08-01", "Please fill this in.")])
        {
            var answer = await ana.Browser.PostFormAsync("/signals", ("AccountId", $"{account.Id}"), ("Kind", kind), ("On", on), ("DueOn", due), ("Note", "As I heard"));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            var page = await answer.TextAsync();
            Assert.Contains(why, page);
            Assert.Contains("As I heard", page);
        }
        Assert.Equal((0, 0), await ana.InDb(async db => (await db.Signals.CountAsync(), await db.Todos.CountAsync())));
    }

    [Theory, OnBoth]
    public async Task It_is_changed_removed_and_brought_back_and_its_task_stays(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var account = await ana.AccountAsync();
        await NoteAsync(ana, account, ("FollowUp", "Call"));
        var signal = await ana.InDb(db => db.Signals.SingleAsync());
        await ana.Browser.PostFormAsync($"/signals/{signal.Id}", ("Version", "1"), ("Kind", "Merger"), ("On", "2026-07-20"));
        var page = await ana.Browser.TextAsync($"/accounts/{account.Id}");
        Assert.Contains("They merge, buy or are bought", page);
        Assert.Contains("Signal: They are hiring", page);
        Assert.Contains("What changed: They are hiring → They merge, buy or are bought", page);
        var late = await ana.Browser.PostFormAsync($"/signals/{signal.Id}", ("Version", "1"), ("Kind", "Move"));
        Assert.Equal(HttpStatusCode.Conflict, late.StatusCode);
        await ana.Browser.PostFormAsync($"/signals/{signal.Id}/removals");
        Assert.Contains("Nothing noticed yet", await ana.Browser.TextAsync($"/accounts/{account.Id}"));
        Assert.Equal(1, await ana.InDb(db => db.Todos.CountAsync()));
        await ana.Browser.PostFormAsync($"/signals/{signal.Id}/restorations");
        Assert.DoesNotContain("Nothing noticed yet", await ana.Browser.TextAsync($"/accounts/{account.Id}"));
    }

    [Theory, OnBoth]
    public async Task A_colleague_sees_it_but_may_not_change_it_and_another_tenant_finds_nothing(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var account = await ana.AccountAsync();
        await NoteAsync(ana, account);
        var signal = await ana.InDb(db => db.Signals.SingleAsync());
        var ben = await ana.Tenant.PersonAsync(Role.Seller, "Ben Ito");
        var seen = await ben.Browser.TextAsync($"/accounts/{account.Id}");
        Assert.Contains("They are hiring", seen);
        Assert.DoesNotContain($"/signals/{signal.Id}", seen);
        Assert.Equal(HttpStatusCode.Forbidden, (await ben.Browser.PostFormAsync($"/signals/{signal.Id}", ("Kind", "Move"))).StatusCode);
        var stranger = await (await ana.Tenant.Host.TenantAsync("Other")).PersonAsync(Role.Admin, "Zoe");
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Browser.GetAsync($"/signals/{signal.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await NoteAsync(stranger, account)).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await (await ana.Tenant.PersonAsync(Role.Staff, "Sam")).Browser.GetAsync("/signals")).StatusCode);
    }

    [Theory, OnBoth]
    public async Task Only_a_web_address_becomes_a_link(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var account = await ana.AccountAsync();
        await NoteAsync(ana, account, ("Source", "javascript:alert(1)"));
        await NoteAsync(ana, account, ("Source", "heard at the fair"));
        var page = await ana.Browser.TextAsync($"/accounts/{account.Id}");
        Assert.Contains("heard at the fair", page);
        Assert.DoesNotContain("href=\"javascript", page);
    }

    [Theory, OnBoth]
    public async Task The_api_answers_the_same_and_the_list_costs_four_statements_whatever_the_rows(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var account = await ana.AccountAsync();
        var made = await ana.Program.PostAsJsonAsync("/api/signals", new { accountId = account.Id, kind = "Funding", note = "Round B", followUp = "Call the CFO" });
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var signal = (await made.Content.ReadFromJsonAsync<SignalView>())!;
        Assert.Equal((SignalKind.Funding, new DateOnly(2026, 7, 24)), (signal.Kind, signal.On));
        Assert.NotNull(signal.FollowUpId);
        Assert.True((await ana.Program.PatchAsJsonAsync($"/api/signals/{signal.Id}", new { note = "Round C" })).IsSuccessStatusCode);
        Assert.Equal(("Round C", SignalKind.Funding), await ana.InDb(async db => (await db.Signals.SingleAsync()) is var s ? (s.Note!, s.Kind) : default));
        await ana.Tenant.SaveAsync([.. Enumerable.Range(0, 60).Select(i => new Signal { AccountId = account.Id, Kind = SignalKind.Other, On = new DateOnly(2026, 1, 1).AddDays(i), OwnerId = ana.Id })]);
        Assert.InRange(await ana.StatementsAsync("/signals"), 1, 4);
        var first = await ana.Program.GetFromJsonAsync<JsonElement>("/api/signals");
        Assert.Equal("Round C", first.GetProperty("rows")[0].GetProperty("note").GetString());
        Assert.Equal(11, (await ana.Program.GetFromJsonAsync<JsonElement>("/api/signals?after=" + first.GetProperty("next").GetString())).GetProperty("rows").GetArrayLength());
    }

    [Theory, OnBoth]
    public async Task Their_own_signal_on_an_account_they_no_longer_see_stays_theirs_and_does_not_name_it(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var (ben, admin) = (await ana.Tenant.PersonAsync(Role.Seller, "Ben Ito"), await ana.Tenant.PersonAsync(Role.Admin, "Ines"));
        var account = await ben.AccountAsync();
        await ana.Tenant.SaveAsync(new Signal { AccountId = account.Id, Kind = SignalKind.Other, On = new DateOnly(2026, 1, 1), OwnerId = ana.Id, Note = "New depot" });
        foreach (var url in (string[])["/signals", "/api/signals"]) Assert.Contains(account.Name, await ana.Program.PageAsync(url));
        Assert.True((await admin.Program.PostAsJsonAsync("/api/roles/Seller/kinds/account", new { see = "Own", change = "Own" })).IsSuccessStatusCode);
        foreach (var url in (string[])["/signals", "/api/signals"])
        {
            var page = await ana.Program.PageAsync(url);
            Assert.Contains("New depot", page);
            Assert.DoesNotContain(account.Name, page);
        }
    }

    private static Task<HttpResponseMessage> NoteAsync(TestViewer by, Account account, params (string, string)[] more) =>
        by.Browser.PostFormAsync("/signals", [("AccountId", $"{account.Id}"), ("Kind", "Hiring"), ("On", "2026-07-20"), .. more]);
}
