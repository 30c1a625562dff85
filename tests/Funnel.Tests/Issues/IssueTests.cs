using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Coxswain.Customers.Accounts;
using Coxswain.Customers.Attachments;
using Coxswain.Customers.Contacts;
using Coxswain.Funnel.Issues;
using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Tests.Issues;

/// <summary>What a customer wants solved, confirmed before a proposal goes.</summary>
public sealed class IssueTests
{
    private sealed record Scene(Sales Sales, Opportunity Deal, Contact Mia)
    {
        public string Url => $"/opportunities/{Deal.Id}";

        public TestViewer Ana => Sales.Ana;
    }

    private static async Task<Scene> OnAsync(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var account = new Account { Name = "Nordwind Logistik", OwnerId = sales.Ana.Id };
        await sales.Ana.Tenant.SaveAsync(account);
        var mia = new Contact { Name = "Petra Brandt", AccountId = account.Id, OwnerId = sales.Ana.Id };
        var deal = new Opportunity { Name = "Yard planning", OwnerId = sales.Ana.Id, AccountId = account.Id, StageId = sales.Stage("Discover").Id, End = StageEnd.Open, Currency = "EUR", Amount = 5_000_00 };
        await sales.Ana.Tenant.SaveAsync(mia, deal);
        return new(sales, deal, mia);
    }

    [Theory, OnBoth]
    public async Task What_they_want_solved_stands_on_the_deal_and_who_of_them_confirmed_it(Engine engine)
    {
        var at = await OnAsync(engine);
        Assert.Contains("Nothing they confirmed yet", await at.Ana.PlainBrowser.TextAsync(at.Url));
        await at.Ana.PlainBrowser.PostFormAsync(at.Url + "/issues", ("Text", "Trucks wait two hours at the gate"), ("Level", "Market"), ("UnderstoodOn", "2026-07-01"));
        Assert.Contains("None of them has confirmed an issue yet.", await at.Ana.PlainBrowser.TextAsync(at.Url + "/issues"));
        var issue = await at.Ana.InDb(db => db.DealIssues.AsNoTracking().SingleAsync());
        Assert.True((await at.Ana.PlainBrowser.PostFormAsync($"/deal-issues/{issue.Id}", ("Text", issue.Text), ("Level", "Market"), ("ConfirmedBy", $"{at.Mia.Id}"), ("ConfirmedOn", "2026-07-03"), ("Version", $"{issue.Version}"))).StatusCode is HttpStatusCode.SeeOther);
        var page = await at.Ana.PlainBrowser.TextAsync(at.Url + "/issues");
        Assert.Contains("They confirmed one issue.", page);
        Assert.Contains("by Petra Brandt", page);
        Assert.Contains("in a talk about their market and people like them", page);
        var deal = await at.Ana.PlainBrowser.TextAsync(at.Url);
        Assert.Contains("Trucks wait two hours at the gate", deal);
        Assert.Contains("They want solved: Trucks wait two hours at the gate", deal);
        Assert.Contains("confirmed by", deal);
    }

    [Theory, OnBoth]
    public async Task A_proposal_without_a_confirmed_issue_needs_a_reason_which_stays_beside_it_and_in_what_happened(Engine engine)
    {
        var at = await OnAsync(engine);
        var bare = await at.Ana.PlainBrowser.PostFormAsync(at.Url + "/proposals", ("SentOn", "2026-07-05"), ("Amount", "4200"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, bare.StatusCode);
        var said = WebUtility.HtmlDecode(await bare.Content.ReadAsStringAsync());
        Assert.Contains("say why it went all the same", said);
        Assert.Contains("value=\"4200\"", said);
        await at.Ana.PlainBrowser.PostFormAsync(at.Url + "/proposals", ("SentOn", "2026-07-05"), ("Amount", "4200"), ("Because", "Purchasing set a date"));
        foreach (var page in (string[])[at.Url + "/issues", at.Url]) Assert.Contains("Purchasing set a date", await at.Ana.PlainBrowser.TextAsync(page));
        Assert.Contains("before any issue", await at.Ana.PlainBrowser.TextAsync(at.Url + "/issues"));
        Assert.Contains("A proposal went to them: €", await at.Ana.PlainBrowser.TextAsync(at.Url));
    }

    [Theory, OnBoth]
    public async Task An_issue_confirmed_by_that_day_needs_no_reason_and_one_confirmed_later_does(Engine engine)
    {
        var at = await OnAsync(engine);
        await at.Ana.PlainBrowser.PostFormAsync(at.Url + "/issues", ("Text", "Trucks wait"), ("UnderstoodOn", "2026-07-01"), ("ConfirmedBy", $"{at.Mia.Id}"), ("ConfirmedOn", "2026-07-03"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await at.Ana.PlainBrowser.PostFormAsync(at.Url + "/proposals", ("SentOn", "2026-07-02"))).StatusCode);
        Assert.Equal(HttpStatusCode.SeeOther, (await at.Ana.PlainBrowser.PostFormAsync(at.Url + "/proposals", ("SentOn", "2026-07-03"))).StatusCode);
        Assert.Contains("issue first", await at.Ana.PlainBrowser.TextAsync(at.Url + "/issues"));
        var kept = await at.Ana.InDb(db => db.Proposals.AsNoTracking().SingleAsync());
        Assert.Equal((null, null), (kept.Amount, kept.Because));
    }

    [Theory, OnBoth]
    public async Task What_cannot_be_is_refused_at_its_field_and_nothing_is_kept(Engine engine)
    {
        var at = await OnAsync(engine);
        var other = new Account { Name = "Portavia", OwnerId = at.Ana.Id };
        await at.Ana.Tenant.SaveAsync(other);
        var stranger = new Contact { Name = "Jan Vos", AccountId = other.Id, OwnerId = at.Ana.Id };
        var content = new AttachedContent { Hash = new string('b', 64), Bytes = 9, MediaType = "text/plain", KeptAt = DateTime.UnixEpoch };
        await at.Ana.Tenant.SaveAsync(stranger, content);
        var elsewhere = new Attachment { ContentId = content.Id, Name = "offer.txt", AccountId = other.Id, OwnerId = at.Ana.Id, AddedOn = new DateOnly(2026, 7, 1) };
        await at.Ana.Tenant.SaveAsync(elsewhere);
        foreach (var (url, said, fields) in new (string, string, (string, string)[])[]
        {
            ("issues", "What do they want solved?", [("Text", " ")]),
            ("issues", "This day is still to come.", [("Text", "Gates"), ("UnderstoodOn", "2031-01-01")]),
            ("issues", "Only a contact of the deal's account can confirm it.", [("Text", "Gates"), ("ConfirmedBy", $"{stranger.Id}")]),
            ("issues", "before the day we understood it", [("Text", "Gates"), ("UnderstoodOn", "2026-07-03"), ("ConfirmedBy", $"{at.Mia.Id}"), ("ConfirmedOn", "2026-07-01")]),
            ("proposals", "This day is still to come.", [("SentOn", "2031-01-01"), ("Because", "So")]),
            ("proposals", "An amount is not below zero.", [("SentOn", "2026-07-01"), ("Because", "So"), ("Amount", "-1")]),
            ("proposals", "This file is not on this deal.", [("SentOn", "2026-07-01"), ("Because", "So"), ("File", $"{elsewhere.Id}")]),
            ("talks", "Nobody listens longer than the talk lasts.", [("Minutes", "10"), ("Listened", "11")]),
            ("talks", "Choose a contact of the deal's account.", [("Listened", "5"), ("With", $"{stranger.Id}")]),
            ("talks", "Say how long you listened", [("Kind", "Call")]),
        })
        {
            var answer = await at.Ana.PlainBrowser.PostFormAsync($"{at.Url}/{url}", fields);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            Assert.Contains(said, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
        }
        Assert.Equal((0, 0), await at.Ana.InDb(async db => (await db.DealIssues.CountAsync(), await db.Proposals.CountAsync())));
    }

    [Theory, OnBoth]
    public async Task A_file_of_the_deal_goes_with_the_proposal(Engine engine)
    {
        var at = await OnAsync(engine);
        var content = new AttachedContent { Hash = new string('c', 64), Bytes = 9, MediaType = "text/plain", KeptAt = DateTime.UnixEpoch };
        await at.Ana.Tenant.SaveAsync(content);
        var file = new Attachment { ContentId = content.Id, Name = "offer-of-july.txt", AboutKind = "opportunity", AboutId = at.Deal.Id, OwnerId = at.Ana.Id, AddedOn = new DateOnly(2026, 7, 1) };
        await at.Ana.Tenant.SaveAsync(file);
        await at.Ana.PlainBrowser.PostFormAsync(at.Url + "/proposals", ("SentOn", "2026-07-05"), ("File", $"{file.Id}"), ("Because", "They asked"));
        Assert.Contains($"/attachments/{file.Id}", await at.Ana.PlainBrowser.TextAsync(at.Url + "/issues"));
    }

    [Theory, OnBoth]
    public async Task Both_are_taken_off_and_come_back(Engine engine)
    {
        var at = await OnAsync(engine);
        await at.Ana.PlainBrowser.PostFormAsync(at.Url + "/issues", ("Text", "Trucks wait"));
        await at.Ana.PlainBrowser.PostFormAsync(at.Url + "/proposals", ("SentOn", "2026-07-05"), ("Because", "They asked"));
        var (issue, proposal) = await at.Ana.InDb(async db => ((await db.DealIssues.SingleAsync()).Id, (await db.Proposals.SingleAsync()).Id));
        foreach (var (url, back) in ((string, string)[])[($"/deal-issues/{issue}", "What they want solved was taken off"), ($"/proposals/{proposal}", "A proposal was taken off")])
        {
            Assert.Equal(HttpStatusCode.SeeOther, (await at.Ana.PlainBrowser.PostFormAsync(url + "/removals")).StatusCode);
            Assert.Contains(back, await at.Ana.PlainBrowser.TextAsync(at.Url));
        }
        Assert.Equal((0, 0), await at.Ana.InDb(async db => (await db.DealIssues.CountAsync(), await db.Proposals.CountAsync())));
        foreach (var url in (string[])[$"/deal-issues/{issue}", $"/proposals/{proposal}"]) await at.Ana.PlainBrowser.PostFormAsync(url + "/restorations");
        Assert.Equal((1, 1), await at.Ana.InDb(async db => (await db.DealIssues.CountAsync(), await db.Proposals.CountAsync())));
    }

    [Theory, OnBoth]
    public async Task Programs_are_held_to_the_same_and_what_another_system_states_says_so(Engine engine)
    {
        var at = await OnAsync(engine);
        var api = $"/api/opportunities/{at.Deal.Id}";
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await at.Ana.Program.PostAsJsonAsync(api + "/proposals", new { sentOn = "2026-07-05" })).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await at.Ana.Program.PostAsJsonAsync(api + "/proposals", new { sentOn = "2026-07-05", amount = 12.5, statedBy = "Offer desk" })).StatusCode);
        var made = await at.Ana.Program.PostAsJsonAsync(api + "/issues", new { text = "Trucks wait", level = "Thinking", understoodOn = "2026-07-01" });
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var id = (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString();
        Assert.Equal(HttpStatusCode.OK, (await at.Ana.Program.PatchAsJsonAsync($"/api/deal-issues/{id}", new { confirmedBy = at.Mia.Id, confirmedOn = "2026-07-06" })).StatusCode);
        var read = JsonDocument.Parse(await at.Ana.Program.PageAsync(api + "/issues")).RootElement;
        Assert.Equal(("Petra Brandt", "2026-07-06", "Thinking"), (read.GetProperty("issues")[0].GetProperty("confirmedBy").GetString(), read.GetProperty("issues")[0].GetProperty("confirmedOn").GetString(), read.GetProperty("issues")[0].GetProperty("level").GetString()));
        Assert.Equal((12.5m, "Offer desk", false), (read.GetProperty("proposals")[0].GetProperty("amount").GetDecimal(), read.GetProperty("proposals")[0].GetProperty("statedBy").GetString(), read.GetProperty("proposals")[0].GetProperty("afterIssue").GetBoolean()));
        Assert.Contains("stated by Offer desk", await at.Ana.PlainBrowser.TextAsync(at.Url + "/issues"));
        Assert.Contains("stated by Offer desk", await at.Ana.PlainBrowser.TextAsync(at.Url));
        // On a page somebody's word is their own.
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await at.Ana.PlainBrowser.PostFormAsync(at.Url + "/proposals", ("SentOn", "2026-07-01"), ("StatedBy", "Offer desk"))).StatusCode);
        Assert.True((await at.Ana.Program.DeleteAsync($"/api/deal-issues/{id}")).IsSuccessStatusCode);
    }

    [Theory, OnBoth]
    public async Task Whoever_may_not_change_the_deal_changes_nothing_and_of_another_organisation_sees_nothing(Engine engine)
    {
        var at = await OnAsync(engine);
        await at.Ana.PlainBrowser.PostFormAsync(at.Url + "/issues", ("Text", "Trucks wait"));
        await at.Ana.PlainBrowser.PostFormAsync(at.Url + "/proposals", ("SentOn", "2026-07-05"), ("Because", "They asked"));
        var (issue, proposal) = await at.Ana.InDb(async db => ((await db.DealIssues.SingleAsync()).Id, (await db.Proposals.SingleAsync()).Id));
        var other = await at.Ana.Tenant.PersonAsync(Role.Seller, "Otto Lang");
        var stranger = await (await at.Ana.Tenant.Host.TenantAsync()).PersonAsync(Role.Leader, "Lea Fremd");
        foreach (var (who, no) in new[] { (other, HttpStatusCode.Forbidden), (stranger, HttpStatusCode.NotFound) })
            foreach (var url in (string[])[at.Url + "/issues", at.Url + "/proposals", at.Url + "/talks", $"/deal-issues/{issue}", $"/deal-issues/{issue}/removals", $"/proposals/{proposal}/removals"])
                Assert.Equal(no, (await who.Browser.PostFormAsync(url, ("Text", "Mine"), ("SentOn", "2026-07-05"), ("Because", "So"), ("Listened", "5"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PlainBrowser.GetAsync(at.Url + "/issues")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.Program.GetAsync($"/api{at.Url}/issues")).StatusCode);
    }

    [Theory, OnBoth]
    public async Task Of_a_talk_it_is_noted_how_long_we_listened(Engine engine)
    {
        var at = await OnAsync(engine);
        Assert.Contains("Of no talk about this deal is it known how long we listened.", await at.Ana.PlainBrowser.TextAsync(at.Url + "/discovery"));
        await at.Ana.PlainBrowser.PostFormAsync(at.Url + "/talks", ("Kind", "Meeting"), ("Minutes", "40"), ("Listened", "16"), ("With", $"{at.Mia.Id}"), ("Text", "They spoke of the gates"));
        var page = await at.Ana.PlainBrowser.TextAsync(at.Url + "/discovery");
        Assert.Contains("16 of 40 minutes", page);
        Assert.Contains("measured where a talk has a transcript, not here", page);
        Assert.Contains("They spoke of the gates", await at.Ana.PlainBrowser.TextAsync(at.Url));
    }

    [Theory, OnBoth]
    public async Task Of_a_talk_it_is_said_what_it_was_about_with_what_shows_it_when_it_is_noted_or_afterwards(Engine engine)
    {
        var at = await OnAsync(engine);
        var discovery = at.Url + "/discovery";
        await at.Ana.PlainBrowser.PostFormAsync(at.Url + "/talks", ("Kind", "Meeting"), ("Minutes", "40"), ("Level", "Market"), ("Evidence", "They asked what others do"));
        Assert.Contains("About their market and people like them: <q>They asked what others do</q>", await at.Ana.PlainBrowser.TextAsync(discovery));
        Assert.Contains("It was said what a talk was about", await at.Ana.PlainBrowser.TextAsync(at.Url));
        await at.Ana.PlainBrowser.PostFormAsync(at.Url + "/talks", ("Kind", "Call"), ("Text", "They spoke of the gates"));
        Assert.Contains("What was it about?", await at.Ana.PlainBrowser.TextAsync(discovery));
        var talks = JsonDocument.Parse(await at.Ana.Program.PageAsync($"/api{at.Url}/talks")).RootElement.EnumerateArray().ToList();
        var call = talks.Single(t => t.GetProperty("kind").GetString() == "Call").GetProperty("id").GetString();
        var guess = await at.Ana.PlainBrowser.PostFormAsync($"{at.Url}/talks/{call}/levels", ("Talk", call!), ("Level", "Thinking"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, guess.StatusCode);
        Assert.Contains("Without that it is a guess.", WebUtility.HtmlDecode(await guess.Content.ReadAsStringAsync()));
        await at.Ana.PlainBrowser.PostFormAsync($"{at.Url}/talks/{call}/levels", ("Talk", call!), ("Level", "Thinking"), ("Evidence", "“Then it is the paper”"));
        Assert.Contains("<q>“Then it is the paper”</q>", await at.Ana.PlainBrowser.TextAsync(discovery));
        Assert.Equal((2, TalkLevel.Thinking, at.Ana.Id), (await at.Ana.InDb(db => db.TalkRatings.CountAsync()), (await at.Ana.InDb(db => db.TalkRatings.AsNoTracking().OrderBy(r => r.Id).LastAsync())).Level, (await at.Ana.InDb(db => db.TalkRatings.AsNoTracking().OrderBy(r => r.Id).LastAsync())).HeldById));
        Assert.True((await at.Ana.Program.PostAsJsonAsync($"/api{at.Url}/talks/{call}/levels", new { })).IsSuccessStatusCode);
        Assert.DoesNotContain("Then it is the paper", await at.Ana.PlainBrowser.TextAsync(discovery));
        var otto = await at.Ana.Tenant.PersonAsync(Role.Seller, "Otto Lang");
        Assert.Equal(HttpStatusCode.Forbidden, (await otto.Program.PostAsJsonAsync($"/api{at.Url}/talks/{call}/levels", new { level = "Product", evidence = "Slides" })).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await at.Ana.Program.PostAsJsonAsync($"/api{at.Url}/talks/{Guid.CreateVersion7()}/levels", new { level = "Product", evidence = "Slides" })).StatusCode);
    }

    [Theory, OnBoth]
    public async Task An_erased_contact_is_named_nowhere_and_the_issue_stays_confirmed(Engine engine)
    {
        var at = await OnAsync(engine);
        await at.Ana.PlainBrowser.PostFormAsync(at.Url + "/issues", ("Text", "Petra Brandt wants shorter waits"), ("UnderstoodOn", "2026-07-01"), ("ConfirmedBy", $"{at.Mia.Id}"), ("ConfirmedOn", "2026-07-03"));
        await at.Ana.PlainBrowser.PostFormAsync(at.Url + "/talks", ("Kind", "Call"), ("With", $"{at.Mia.Id}"), ("Level", "Market"), ("Evidence", "Petra Brandt asked what others do"));
        var admin = await at.Ana.Tenant.PersonAsync(Role.Admin, "Zoe Adler");
        Assert.True((await admin.Program.PostAsJsonAsync($"/api/contacts/{at.Mia.Id}/erasures", new { })).IsSuccessStatusCode);
        foreach (var page in (string[])[at.Url, at.Url + "/issues", at.Url + "/discovery"]) Assert.DoesNotContain("Petra", await at.Ana.PlainBrowser.TextAsync(page));
        var kept = await at.Ana.InDb(db => db.DealIssues.AsNoTracking().SingleAsync());
        Assert.Equal((null, new DateOnly(2026, 7, 3)), (kept.ConfirmedById, kept.ConfirmedOn!.Value));
        Assert.Equal(TalkLevel.Market, await at.Ana.InDb(db => db.TalkRatings.Select(r => r.Level).SingleAsync()));
    }
}
