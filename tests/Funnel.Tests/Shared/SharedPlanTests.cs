using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Coxswain.Customers.Activities;
using Coxswain.Funnel.Selection;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Tests.Shared;

/// <summary>A plan that seller and customer share, and what becomes of what the customer does on it.</summary>
public sealed class SharedPlanTests
{
    [Theory, OnBoth]
    public async Task A_customer_reads_what_was_chosen_ticks_it_and_the_seller_sees_who_did(Engine engine)
    {
        var at = await SharedScene.OnAsync(engine);
        Assert.Contains("What does each side do, and by when?", await at.PageAsync());
        await at.PostAsync("shared", ("Aim", "No truck waits at the gate"), ("WantedOn", "2026-11-02"));
        var legal = await at.StepAsync("Legal reads the contract", "Theirs", ("For", $"{at.Petra.Id}"), ("DueOn", "2026-08-14"));
        await at.StepAsync("Send the contract", "Ours", ("Who", "Ana Okafor"), ("DueOn", "2026-08-01"));
        var (link, customer) = (await at.LinkAsync(), at.Customer());
        var page = await customer.TextAsync(link);
        foreach (var said in (string[])["No truck waits at the gate", "It is to work by 2 Nov 2026", "Legal reads the contract", "Petra Brandt", "Send the contract", "Halma Werke", "0 of 1 done"]) Assert.Contains(said, page);
        var ticked = await customer.PostFormAsync($"{link}/ticks", ("Done", $"{legal}"), ("Name", "Lotte Weiß"));
        Assert.Equal(($"{link}?back=true", HttpStatusCode.SeeOther), (ticked.Headers.Location!.OriginalString, ticked.StatusCode));
        Assert.Contains("ticked by Lotte Weiß", Plain(await customer.TextAsync(link)));
        page = Plain(await at.PageAsync());
        foreach (var said in (string[])["They have done their one step.", "ticked by them", "by Lotte Weiß", "Ticked: Legal reads the contract", "one new"]) Assert.Contains(said, page);
        page = await at.Ana.PlainBrowser.TextAsync(at.Deals);
        foreach (var said in (string[])["The customer ticked: Legal reads the contract", "the customer, on the shared plan", "The shared plan was opened to the customer by a link, until 22 Oct 2026", "In the shared plan: Send the contract"]) Assert.Contains(said, page);
        Assert.DoesNotContain("Lotte", page);
        Assert.Contains("Ticked: Legal reads the contract", await at.Ana.PlainBrowser.TextAsync("/today"));
        await at.PostAsync("shared-readings", ("Back", "/today"));
        Assert.DoesNotContain("Ticked: Legal reads the contract", await at.Ana.PlainBrowser.TextAsync("/today"));
        Assert.DoesNotContain("one new", await at.PageAsync());
    }

    [Theory, OnBoth]
    public async Task Whoever_works_here_ticks_and_says_nothing_as_the_customer(Engine engine)
    {
        var at = await SharedScene.OnAsync(engine);
        var gate = at.Sales.Stage("Discover");
        var step = await at.StepAsync("Compare both ways with us", "Theirs", ("Gate", $"{gate.Id}"));
        var link = await at.LinkAsync();
        foreach (var (act, fields) in new (string, (string, string)[])[] { ("ticks", [("Done", $"{step}"), ("Name", "Petra")]), ("words", [("Step", $"{step}"), ("Text", "We like it"), ("Name", "Petra")]) })
        {
            var refused = await at.Ana.PlainBrowser.PostFormAsync($"{link}/{act}", fields);
            Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
            Assert.Contains("what is done on this page counts as the customer", await refused.Content.ReadAsStringAsync());
        }
        await at.Customer().PostFormAsync($"{link}/ticks", ("Done", $"{step}"), ("Name", "Petra"));
        Assert.Equal(HttpStatusCode.Forbidden, (await at.Ana.PlainBrowser.PostFormAsync($"{link}/unticks", ("Step", $"{step}"))).StatusCode);
        Assert.Equal((1, 1), await at.Ana.InDb(async db => (await db.StageEvidence.CountAsync(), await db.SharedSayings.CountAsync())));
    }

    [Theory, OnBoth]
    public async Task Of_a_deal_that_is_decided_a_customer_reads_the_plan_and_nothing_more_is_asked_of_them(Engine engine)
    {
        var at = await SharedScene.OnAsync(engine);
        var step = await at.StepAsync("Compare both ways with us", "Theirs");
        var (link, customer) = (await at.LinkAsync(), at.Customer());
        await at.Ana.PlainBrowser.PostFormAsync($"{at.Deals}/closures", ("End", "Lost"), ("Because", "Too dear"));
        var page = await customer.TextAsync(link);
        Assert.Contains("This is decided: nothing more is asked of you here.", page);
        Assert.DoesNotContain("<form", page);
        foreach (var act in (string[])["ticks", "words"]) Assert.Equal(HttpStatusCode.Forbidden, (await customer.PostFormAsync($"{link}/{act}", ("Done", $"{step}"), ("Step", $"{step}"), ("Text", "Too late"), ("Name", "Petra"))).StatusCode);
        Assert.Equal(0, await at.Ana.InDb(db => db.SharedSayings.CountAsync()));
    }

    [Theory, OnBoth]
    public async Task A_tick_of_a_step_of_theirs_shows_it_and_taking_the_tick_back_shows_it_no_more(Engine engine)
    {
        var at = await SharedScene.OnAsync(engine);
        var gate = at.Sales.Stage("Discover");
        var step = await at.StepAsync("Compare both ways with us", "Theirs", ("Gate", $"{gate.Id}"));
        var (link, customer) = (await at.LinkAsync(), at.Customer());
        await customer.PostFormAsync($"{link}/ticks", ("Done", $"{step}"), ("Name", "Petra"));
        var evidence = await at.Ana.InDb(db => db.StageEvidence.SingleAsync());
        Assert.Equal((gate.Id, "Compare both ways with us", step), (evidence.StageId, evidence.Text, evidence.SharedStepId!.Value));
        var shown = JsonDocument.Parse(await at.Ana.Program.PageAsync($"/api{at.Deals}/evidence")).RootElement[0];
        Assert.True(shown.GetProperty("isTheirs").GetBoolean());
        Assert.Contains("Compare both ways with us · 24 Jul · the customer, on the shared plan", await at.Ana.PlainBrowser.TextAsync(at.Deals));
        Assert.Equal(HttpStatusCode.SeeOther, (await customer.PostFormAsync($"{link}/unticks", ("Step", $"{step}"))).StatusCode);
        Assert.Equal(0, await at.Ana.InDb(db => db.StageEvidence.CountAsync()));
        Assert.Contains("The customer took the tick back: Compare both ways with us", await at.Ana.PlainBrowser.TextAsync(at.Deals));
        // What one of us says is done shows nothing of theirs.
        await at.PostAsync($"/shared-steps/{step}", ("Done", "true"));
        Assert.Equal(0, await at.Ana.InDb(db => db.StageEvidence.CountAsync()));
        Assert.Equal(HttpStatusCode.NotFound, (await customer.PostFormAsync($"{link}/unticks", ("Step", $"{step}"))).StatusCode);
    }

    [Theory, OnBoth]
    public async Task A_customer_says_something_and_proposes_another_day_which_the_seller_takes_with_one_press(Engine engine)
    {
        var at = await SharedScene.OnAsync(engine);
        var step = await at.StepAsync("Legal reads the contract", "Theirs", ("DueOn", "2026-08-14"));
        var (link, customer) = (await at.LinkAsync(), at.Customer());
        foreach (var _ in (int[])[1, 2]) await customer.PostFormAsync($"{link}/words", ("Step", $"{step}"), ("Name", "Lotte"), ("Text", "Our lawyer\nis away <i>"), ("On", "2026-08-28"));
        Assert.Equal(1, await at.Ana.InDb(db => db.SharedSayings.CountAsync()));
        var page = Plain(await customer.TextAsync(link));
        foreach (var said in (string[])["Legal reads the contract rather on 28 Aug", "is away <i>"]) Assert.Contains(said, page);
        Assert.DoesNotContain("<i>", await customer.PageAsync(link));
        page = Plain(await at.PageAsync());
        foreach (var said in (string[])["Lotte proposes 28 Aug", "Take 28 Aug"]) Assert.Contains(said, page);
        await at.PostAsync($"/shared-steps/{step}", ("DueOn", "2026-08-28"));
        page = Plain(await at.PageAsync());
        Assert.Contains("by 28 Aug", page);
        Assert.DoesNotContain("Take 28 Aug", page);
        Assert.Contains("The customer proposes 28 Aug 2026 for: Legal reads the contract", await at.Ana.PlainBrowser.TextAsync(at.Deals));
    }

    [Theory, OnBoth]
    public async Task What_is_agreed_and_what_they_do_in_the_process_is_taken_in_with_one_press(Engine engine)
    {
        var at = await SharedScene.OnAsync(engine);
        await at.Ana.Tenant.SaveAsync(new Todo { Title = "Show the second yard", OwnerId = at.Ana.Id, AboutKind = Kinds.Opportunity, AboutId = at.Deal.Id, DueOn = new DateOnly(2026, 8, 3) });
        var page = Plain(await at.PageAsync());
        foreach (var said in (string[])["Not in the plan yet", "Show the second yard", at.Sales.Stage("Discover").CustomerAct!]) Assert.Contains(said, page);
        Assert.DoesNotContain($"Take in: {at.Sales.Stage("New").CustomerAct}", page);
        await at.StepAsync("Show the second yard", "Ours", ("Who", "Ana Okafor"), ("DueOn", "2026-08-03"), ("Gate", ""));
        await at.StepAsync(at.Sales.Stage("Discover").CustomerAct!, "Theirs", ("Who", ""), ("DueOn", ""), ("Gate", $"{at.Sales.Stage("Discover").Id}"));
        page = await at.PageAsync();
        foreach (var gone in (string[])["Take in: Show the second yard", $"Take in: {at.Sales.Stage("Discover").CustomerAct}"]) Assert.DoesNotContain(gone, page);
    }

    [Theory, OnBoth]
    public async Task What_cannot_be_is_refused_at_its_field_and_nothing_is_kept(Engine engine)
    {
        var at = await SharedScene.OnAsync(engine);
        foreach (var (url, said, fields) in new (string, string, (string, string)[])[]
        {
            ("shared-steps", "What is to be done?", [("Title", " "), ("Side", "Ours")]),
            ("shared-steps", "Who does it?", [("Title", "Sign")]),
            ("shared-steps", "Choose a contact of the deal's account.", [("Title", "Sign"), ("Side", "Theirs"), ("For", $"{Guid.NewGuid()}")]),
            ("shared-steps", "This is no step of theirs in the deal's process.", [("Title", "Sign"), ("Side", "Theirs"), ("Gate", $"{Guid.NewGuid()}")]),
            ("shared-steps", "A step of ours shows nothing of theirs.", [("Title", "Sign"), ("Side", "Ours"), ("Gate", $"{at.Sales.Stage("Discover").Id}")]),
            ("shared-links", "There is nothing to read yet", [("Until", "2026-08-01")]),
            ("shared-links", "This day is over.", [("Until", "2026-07-01")]),
            ("shared-links", "A link opens for a year at most.", [("Until", "2028-07-01")]),
        })
        {
            var answer = await at.PostAsync(url, fields);
            Assert.True(answer.StatusCode is HttpStatusCode.UnprocessableEntity, $"{said}: {answer.StatusCode}");
            Assert.Contains(said, WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()));
        }
        Assert.Equal((0, 0), await at.Ana.InDb(async db => (await db.SharedSteps.CountAsync(), await db.SharedLinks.CountAsync())));
        var step = await at.StepAsync("Sign");
        var (link, customer) = (await at.LinkAsync(), at.Customer());
        foreach (var (url, said, fields) in new (string, string, (string, string)[])[]
        {
            ("ticks", "Please say who you are.", [("Done", $"{step}")]),
            ("ticks", "What of it is done?", [("Name", "Lotte")]),
            ("ticks", "At most 80 characters.", [("Done", $"{step}"), ("Name", new string('x', 81))]),
            ("words", "What do you want to say?", [("Step", $"{step}"), ("Name", "Lotte")]),
            ("words", "Please say who you are.", [("Step", $"{step}"), ("Text", "We wait")]),
            ("words", "This day is over.", [("Step", $"{step}"), ("Name", "Lotte"), ("On", "2026-07-01")]),
            ("words", "At most 500 characters.", [("Step", $"{step}"), ("Name", "Lotte"), ("Text", new string('x', 501))]),
        })
        {
            var answer = await customer.PostFormAsync($"{link}/{url}", fields);
            Assert.True(answer.StatusCode is HttpStatusCode.UnprocessableEntity, $"{said}: {answer.StatusCode}");
            var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
            Assert.Contains(said, page);
            Assert.Contains("Halma Werke", page);
            if (fields.Contains(("Name", "Lotte"))) Assert.Contains("value=\"Lotte\"", page);
        }
        Assert.Equal(0, await at.Ana.InDb(db => db.SharedSayings.CountAsync()));
    }

    [Theory, OnBoth]
    public async Task Whoever_may_not_change_the_deal_shares_nothing_and_reads_no_link(Engine engine)
    {
        var at = await SharedScene.OnAsync(engine);
        var step = await at.StepAsync("Sign");
        await at.LinkAsync();
        var link = await at.Ana.InDb(db => db.SharedLinks.Select(l => l.Id).SingleAsync());
        var other = await at.Ana.Tenant.PersonAsync(Role.Seller, "Otto Lang");
        var stranger = await (await at.Ana.Tenant.Host.TenantAsync()).PersonAsync(Role.Leader, "Lea Fremd");
        foreach (var (who, no) in new[] { (other, HttpStatusCode.Forbidden), (stranger, HttpStatusCode.NotFound) })
            foreach (var url in (string[])[at.Url, $"{at.Deals}/shared-steps", $"/shared-steps/{step}", $"/shared-steps/{step}/removals", $"{at.Deals}/shared-links", $"/shared-links/{link}/ends", $"{at.Deals}/shared-readings"])
                Assert.Equal((url, no), (url, (await who.Browser.PostFormAsync(url, ("Title", "Mine"), ("Side", "Ours"))).StatusCode));
        Assert.Equal(HttpStatusCode.NotFound, (await stranger.PlainBrowser.GetAsync(at.Url)).StatusCode);
        var seen = JsonDocument.Parse(await other.Program.PageAsync($"/api{at.Url}")).RootElement;
        Assert.Equal((1, JsonValueKind.Null), (seen.GetProperty("steps").GetArrayLength(), seen.TryGetProperty("link", out var told) ? told.ValueKind : JsonValueKind.Null));
        Assert.DoesNotContain("The link", await other.PlainBrowser.TextAsync(at.Url));
    }

    [Theory, OnBoth]
    public async Task An_erased_contact_takes_no_step_by_name_and_did_nothing_by_name(Engine engine)
    {
        var at = await SharedScene.OnAsync(engine);
        await at.PostAsync("shared", ("Aim", "What Petra Brandt asked for"));
        var step = await at.StepAsync("Petra Brandt signs", "Theirs", ("For", $"{at.Petra.Id}"), ("Gate", $"{at.Sales.Stage("Discover").Id}"));
        await at.StepAsync("Count the gates", "Theirs", ("Who", "Petra Brandt"));
        var (link, customer) = (await at.LinkAsync(), at.Customer());
        await customer.PostFormAsync($"{link}/words", ("Step", $"{step}"), ("Name", "Petra Brandt"), ("Text", "I am Petra Brandt"));
        await customer.PostFormAsync($"{link}/ticks", ("Done", $"{step}"), ("Name", "Petra Brandt"));
        var admin = await at.Ana.Tenant.PersonAsync(Role.Admin, "Ute Roth");
        Assert.True((await admin.Program.PostAsJsonAsync($"/api/contacts/{at.Petra.Id}/erasures", new { })).IsSuccessStatusCode);
        foreach (var page in (string[])[at.Deals, at.Url, "/today"]) Assert.DoesNotContain("Petra", await at.Ana.PlainBrowser.TextAsync(page));
        Assert.DoesNotContain("Petra", await customer.TextAsync(link));
        Assert.DoesNotContain(await at.Ana.InDb(db => db.Rows<Event>().Select(e => e.Data).ToListAsync()), d => d.Contains("Petra", StringComparison.Ordinal));
    }

    // Names stand between marks that keep their direction.
    internal static string Plain(string page) => page.Replace("\u2068", "", StringComparison.Ordinal).Replace("\u2069", "", StringComparison.Ordinal);
}
