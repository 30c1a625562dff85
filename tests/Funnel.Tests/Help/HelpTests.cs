using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Coxswain.Customers.Accounts;
using Coxswain.Customers.Contacts;
using Coxswain.Funnel.Help;
using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Tests.Help;

/// <summary>Help that somebody asks for, of a person, a department or everybody.</summary>
public sealed class HelpTests
{
    /// <summary>Ana sells; Sia and Finn are of service, which Vera leads; Olga is of staff and sees no deals.</summary>
    private sealed record Scene(Sales Sales, Opportunity Deal, Contact Mia, Guid Service, TestViewer Sia, TestViewer Finn, TestViewer Vera, TestViewer Olga)
    {
        public TestViewer Ana => Sales.Ana;

        public async Task<Guid> AskAsync(params (string, string)[] fields)
        {
            var answer = await Ana.PlainBrowser.PostFormAsync("/requests", [("What", "Two pallets before they close"), ("DealId", $"{Deal.Id}"), .. fields]);
            Assert.True(answer.StatusCode is HttpStatusCode.SeeOther, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
            return Guid.Parse(answer.Headers.Location!.OriginalString.Split('/')[2]);
        }
    }

    private static async Task<Scene> OnAsync(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var tenant = sales.Ana.Tenant;
        var vera = await tenant.PersonAsync(Role.Manager, "Vera Lund");
        var service = await tenant.TeamAsync("Service", vera);
        var (sia, finn) = (await tenant.PersonAsync(Role.Support, "Sia Malik", service), await tenant.PersonAsync(Role.Support, "Finn Aalto", service));
        var account = new Account { Name = "Nordwind Logistik", OwnerId = sales.Ana.Id };
        await tenant.SaveAsync(account);
        var mia = new Contact { Name = "Petra Brandt", AccountId = account.Id, OwnerId = sales.Ana.Id };
        var deal = new Opportunity { Name = "Yard planning", OwnerId = sales.Ana.Id, AccountId = account.Id, StageId = sales.Stage("Discover").Id, End = StageEnd.Open, Currency = "EUR" };
        await tenant.SaveAsync(mia, deal);
        return new(sales, deal, mia, service, sia, finn, vera, await tenant.PersonAsync(Role.Staff, "Olga Dahl"));
    }

    [Theory, OnBoth]
    public async Task Whoever_is_asked_sees_it_takes_it_and_says_what_came_of_it(Engine engine)
    {
        var at = await OnAsync(engine);
        var id = await at.AskAsync(("PersonId", $"{at.Sia.Id}"), ("Kind", "Expert"), ("NeededOn", "2031-01-02"));
        var waiting = await at.Sia.PlainBrowser.TextAsync("/requests");
        foreach (var said in (string[])["One request waits for your answer.", "Two pallets before they close", "Nordwind Logistik", "Ana Okafor"]) Assert.Contains(said, waiting);
        Assert.Equal(HttpStatusCode.SeeOther, (await at.Sia.PlainBrowser.PostFormAsync($"/requests/{id}/acceptances")).StatusCode);
        Assert.Contains("Sia Malik helps", await at.Ana.PlainBrowser.TextAsync("/requests"));
        Assert.Equal(HttpStatusCode.SeeOther, (await at.Sia.PlainBrowser.PostFormAsync($"/requests/{id}/releases", ("Effect", "Decided"), ("EffectSaid", "They signed"), ("Spent", "50"), ("Cost", "120"))).StatusCode);
        var page = await at.Ana.PlainBrowser.TextAsync($"/requests/{id}");
        foreach (var said in (string[])["it made the difference: They signed", "50 minutes", "€", "Sia Malik"]) Assert.Contains(said, page);
        Assert.Contains("it made the difference", await at.Sia.PlainBrowser.TextAsync("/requests"));
        var deal = await at.Ana.PlainBrowser.TextAsync($"/opportunities/{at.Deal.Id}");
        foreach (var said in (string[])["Help was asked for", "Help came", "Help ended"]) Assert.Contains(said, deal);
        Assert.DoesNotContain("Two pallets before they close", deal);
    }

    [Theory, OnBoth]
    public async Task A_refusal_needs_its_why_which_whoever_asked_reads_and_then_somebody_else_steps_in(Engine engine)
    {
        var at = await OnAsync(engine);
        var id = await at.AskAsync(("TeamId", $"{at.Service}"), ("Kind", "Hand"), ("Anybody", "true"));
        Assert.DoesNotContain("Two pallets", await at.Olga.PlainBrowser.TextAsync("/requests"));
        Assert.Equal(HttpStatusCode.NotFound, (await at.Olga.PlainBrowser.GetAsync($"/requests/{id}")).StatusCode);
        foreach (var (said, fields) in new (string, (string, string)[])[] { ("Why not? Whoever asked reads it.", [("Because", "")]), ("Say it in a line: whoever asked reads it.", [("Refusal", "Other"), ("Because", " ")]) })
        {
            var bare = await at.Finn.PlainBrowser.PostFormAsync($"/requests/{id}/refusals", fields);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, bare.StatusCode);
            Assert.Contains(said, WebUtility.HtmlDecode(await bare.Content.ReadAsStringAsync()));
        }
        Assert.Equal(HttpStatusCode.SeeOther, (await at.Finn.PlainBrowser.PostFormAsync($"/requests/{id}/refusals", ("Refusal", "Overtime"), ("Because", "Nobody is left after four"))).StatusCode);
        Assert.Contains("it would be overtime: Nobody is left after four · Finn Aalto", await at.Ana.PlainBrowser.TextAsync($"/requests/{id}"));
        // Whoever may step in reads that it was refused, not by whom, of whom it was asked, or at which deal.
        var open = await at.Olga.PlainBrowser.TextAsync($"/requests/{id}");
        Assert.Contains("it would be overtime", open);
        foreach (var hidden in (string[])["Finn", "Nobody is left after four", "Service", "Yard planning", "Nordwind"]) Assert.DoesNotContain(hidden, open);
        Assert.Equal(HttpStatusCode.SeeOther, (await at.Olga.PlainBrowser.PostFormAsync($"/requests/{id}/acceptances")).StatusCode);
        var page = await at.Ana.PlainBrowser.TextAsync($"/requests/{id}");
        Assert.Contains("Stepped in", page);
        Assert.Contains("Olga Dahl", page);
        Assert.DoesNotContain("Finn", await at.Ana.PlainBrowser.TextAsync($"/opportunities/{at.Deal.Id}"));
    }

    [Theory, OnBoth]
    public async Task Where_a_customer_waits_everybody_sees_it_at_once_with_the_minutes_left_and_the_second_to_take_it_is_told_who_was_first(Engine engine)
    {
        var at = await OnAsync(engine);
        var id = await at.AskAsync(("TeamId", $"{at.Service}"), ("Kind", "Rescue"), ("Minutes", "5"), ("Anybody", "true"));
        var seen = await at.Olga.PlainBrowser.TextAsync("/requests");
        Assert.Contains("One colleague needs somebody to step in.", seen);
        Assert.Contains("5 minutes left", seen);
        await at.Olga.PlainBrowser.PostFormAsync($"/requests/{id}/acceptances");
        foreach (var second in new[] { at.Sia, at.Sales.Ana.Tenant is var tenant ? await tenant.PersonAsync(Role.Staff, "Per Holm") : null! })
        {
            var late = await second.PlainBrowser.PostFormAsync($"/requests/{id}/acceptances");
            Assert.Equal(HttpStatusCode.Forbidden, late.StatusCode);
            Assert.Contains("Olga Dahl took it first.", WebUtility.HtmlDecode(await late.Content.ReadAsStringAsync()));
        }
        Assert.Contains("Somebody has taken it already.", WebUtility.HtmlDecode(await (await at.Sia.PlainBrowser.PostFormAsync($"/requests/{id}/refusals", ("Refusal", "Closing"))).Content.ReadAsStringAsync()));
        Assert.True(await at.Ana.InDb(db => db.HelpRequests.AnyAsync(r => r.Id == id && r.IsRescued && r.HelperId == at.Olga.Id)));
    }

    [Theory, OnBoth]
    public async Task The_road_is_said_in_and_out_of_rush_hour_and_where_it_takes_longer_than_what_is_left_everybody_is_warned(Engine engine)
    {
        var at = await OnAsync(engine);
        await at.Ana.Program.PatchAsJsonAsync($"/api/accounts/{at.Deal.AccountId}", new { tier = "A" });
        var id = await at.AskAsync(("TeamId", $"{at.Service}"), ("Kind", "Rescue"), ("Minutes", "5"), ("Anybody", "true"), ("Away", "45"), ("AwayInRush", "120"));
        var page = await at.Sia.PlainBrowser.TextAsync($"/requests/{id}");
        foreach (var said in (string[])["45 min, in rush hour 120 min", "It is 45 min away and 5 min are left: nobody gets there in time.", "Tier of the customer", ">A<"]) Assert.Contains(said, page);
        var list = await at.Olga.PlainBrowser.TextAsync("/requests");
        Assert.Contains("too far for what is left", list);
        // Who sees no accounts reads nothing of this one, its class neither.
        Assert.DoesNotContain("tier A", list);
        Assert.Contains("Nordwind Logistik (tier A)", await at.Sia.PlainBrowser.TextAsync("/requests"));
        var read = JsonDocument.Parse(await at.Ana.Program.PageAsync($"/api/requests/{id}")).RootElement;
        Assert.Equal((45, 120, false, "A"), (read.GetProperty("away").GetInt32(), read.GetProperty("awayInRush").GetInt32(), read.GetProperty("isInReach").GetBoolean(), read.GetProperty("accountTier").GetString()));
        // Near enough but for rush hour; and where nothing is said, nothing is warned of.
        var near = await at.AskAsync(("TeamId", $"{at.Service}"), ("Kind", "Rescue"), ("Minutes", "60"), ("Away", "45"), ("AwayInRush", "120"));
        Assert.Contains("In rush hour it is 120 min away and 60 min are left", await at.Sia.PlainBrowser.TextAsync($"/requests/{near}"));
        var unknown = await at.AskAsync(("TeamId", $"{at.Service}"), ("Kind", "Rescue"), ("Minutes", "60"));
        Assert.DoesNotContain("Too far for what is left", await at.Sia.PlainBrowser.TextAsync($"/requests/{unknown}"));
        Assert.Equal(JsonValueKind.Null, JsonDocument.Parse(await at.Ana.Program.PageAsync($"/api/requests/{unknown}")).RootElement.GetProperty("isInReach").ValueKind);
        // Once somebody is on the way, nobody is warned any more.
        await at.Sia.PlainBrowser.PostFormAsync($"/requests/{id}/acceptances");
        Assert.DoesNotContain("Too far for what is left", await at.Sia.PlainBrowser.TextAsync($"/requests/{id}"));
    }

    [Theory, OnBoth]
    public async Task What_cannot_be_is_refused_at_its_field_and_what_was_typed_stays(Engine engine)
    {
        var at = await OnAsync(engine);
        foreach (var (said, fields) in new (string, (string, string)[])[]
        {
            ("What do you need?", [("What", " ")]),
            ("This day is over.", [("What", "A van"), ("NeededOn", "2020-01-01")]),
            ("not both: else each waits for the other", [("What", "A van"), ("PersonId", $"{at.Sia.Id}"), ("TeamId", $"{at.Service}")]),
            ("That would be asking yourself.", [("What", "A van"), ("PersonId", $"{at.Ana.Id}")]),
            ("Choose someone who is here.", [("What", "A van"), ("PersonId", $"{Guid.CreateVersion7()}")]),
            ("In rush hour it takes no less than else.", [("What", "A van"), ("Away", "60"), ("AwayInRush", "30")]),
            ("There is no such department.", [("What", "A van"), ("TeamId", $"{Guid.CreateVersion7()}")]),
            ("There is no account “Nobody Ltd” yet.", [("What", "A van"), ("Account", "Nobody Ltd")]),
        })
        {
            var answer = await at.Ana.PlainBrowser.PostFormAsync("/requests", fields);
            Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
            var text = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
            Assert.Contains(said, text);
            if (fields[0].Item2 == "A van") Assert.Contains("value=\"A van\"", text);
        }
        Assert.Equal(0, await at.Ana.InDb(db => db.HelpRequests.CountAsync()));
    }

    [Theory, OnBoth]
    public async Task Nobody_asks_about_a_deal_they_may_not_see_and_whoever_has_no_part_finds_nothing(Engine engine)
    {
        var at = await OnAsync(engine);
        var id = await at.AskAsync(("PersonId", $"{at.Sia.Id}"));
        Assert.Equal(HttpStatusCode.NotFound, (await at.Olga.PlainBrowser.PostFormAsync("/requests", ("What", "Mine"), ("DealId", $"{at.Deal.Id}"))).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await at.Olga.PlainBrowser.GetAsync($"/requests/new?dealId={at.Deal.Id}")).StatusCode);
        var stranger = await (await at.Ana.Tenant.Host.TenantAsync()).PersonAsync(Role.Leader, "Lea Fremd");
        var ben = await at.Ana.Tenant.PersonAsync(Role.Seller, "Ben Ito");
        foreach (var who in new[] { at.Olga, ben, at.Finn, stranger })
        {
            Assert.Equal(HttpStatusCode.NotFound, (await who.PlainBrowser.GetAsync($"/requests/{id}")).StatusCode);
            Assert.Equal(HttpStatusCode.NotFound, (await who.Program.GetAsync($"/api/requests/{id}")).StatusCode);
            foreach (var act in (string[])["acceptances", "refusals", "releases", "removals"]) Assert.Equal(HttpStatusCode.NotFound, (await who.PlainBrowser.PostFormAsync($"/requests/{id}/{act}", ("Refusal", "Closing"))).StatusCode);
            Assert.DoesNotContain("Two pallets", await who.Program.PageAsync("/api/requests"));
        }
        // The line of whoever is asked reads it, and cannot refuse for them.
        Assert.Contains("Two pallets", await at.Vera.PlainBrowser.TextAsync($"/requests/{id}"));
        Assert.Equal(HttpStatusCode.Forbidden, (await at.Vera.PlainBrowser.PostFormAsync($"/requests/{id}/refusals", ("Refusal", "Closing"))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await at.Ana.PlainBrowser.PostFormAsync($"/requests/{id}/acceptances")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await at.Sia.PlainBrowser.PostFormAsync($"/requests/{id}/removals")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await at.Sia.PlainBrowser.PostFormAsync($"/requests/{id}/releases", ("Effect", "Helped"))).StatusCode);
    }

    [Theory, OnBoth]
    public async Task It_is_taken_back_while_nobody_helps_and_comes_back(Engine engine)
    {
        var at = await OnAsync(engine);
        var id = await at.AskAsync(("PersonId", $"{at.Sia.Id}"));
        await at.Ana.PlainBrowser.PostFormAsync($"/requests/{id}/removals");
        Assert.Contains("Nobody waits for you.", await at.Sia.PlainBrowser.TextAsync("/requests"));
        await at.Ana.PlainBrowser.PostFormAsync($"/requests/{id}/restorations");
        Assert.Contains("One request waits", await at.Sia.PlainBrowser.TextAsync("/requests"));
        await at.Sia.PlainBrowser.PostFormAsync($"/requests/{id}/acceptances");
        Assert.Equal(HttpStatusCode.Forbidden, (await at.Ana.PlainBrowser.PostFormAsync($"/requests/{id}/removals")).StatusCode);
    }

    [Theory, OnBoth]
    public async Task Programs_ask_answer_and_read_by_the_same_rules(Engine engine)
    {
        var at = await OnAsync(engine);
        var made = await at.Ana.Program.PostAsJsonAsync("/api/requests", new { what = "A van", kind = "Rescue", dealId = at.Deal.Id, teamId = at.Service, minutes = 20 });
        Assert.Equal(HttpStatusCode.Created, made.StatusCode);
        var id = (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetGuid();
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await at.Sia.Program.PostAsJsonAsync($"/api/requests/{id}/refusals", new { })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await at.Sia.Program.PostAsJsonAsync($"/api/requests/{id}/acceptances", new { })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await at.Ana.Program.PostAsJsonAsync($"/api/requests/{id}/releases", new { effect = "Helped" })).StatusCode);
        Assert.Equal(HttpStatusCode.OK, (await at.Sia.Program.PostAsJsonAsync($"/api/requests/{id}/releases", new { spent = 30 })).StatusCode);
        var read = JsonDocument.Parse(await at.Ana.Program.PageAsync($"/api/requests/{id}")).RootElement;
        Assert.Equal(("Helped", 30, "Sia Malik", false), (read.GetProperty("effect").GetString(), read.GetProperty("spent").GetInt32(), read.GetProperty("helper").GetString(), read.GetProperty("isRescued").GetBoolean()));
    }

    [Theory, OnBoth]
    public async Task An_erased_contact_is_named_in_no_request_and_what_waits_for_somebody_who_leaves_goes_to_their_heir(Engine engine)
    {
        var at = await OnAsync(engine);
        var id = await at.AskAsync(("What", "Petra Brandt needs two pallets"), ("PersonId", $"{at.Sia.Id}"));
        var admin = await at.Ana.Tenant.PersonAsync(Role.Admin, "Zoe Adler");
        Assert.True((await admin.Program.PostAsJsonAsync($"/api/contacts/{at.Mia.Id}/erasures", new { })).IsSuccessStatusCode);
        Assert.DoesNotContain("Petra", await at.Ana.PlainBrowser.TextAsync($"/requests/{id}"));
        Assert.DoesNotContain("Petra", string.Concat(await at.Ana.Tenant.InDb(db => db.Rows<Platform.Events.Event>().Where(e => e.SubjectId == id).Select(e => e.Data).ToListAsync())));
        Assert.True((await admin.PlainBrowser.PostFormAsync($"/people/{at.Sia.Id}/departures", ("HeirId", $"{at.Finn.Id}"))).StatusCode is HttpStatusCode.SeeOther or HttpStatusCode.OK);
        Assert.Contains("One request waits", await at.Finn.PlainBrowser.TextAsync("/requests"));
    }
}
