using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using System.Xml.Linq;
using Coxswain.Customers.Accounts;
using Coxswain.Customers.Activities;
using Coxswain.Customers.Contacts;
using Coxswain.Customers.Maps;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Tests.Maps;

public sealed class MapTests
{
    [Theory, OnBoth]
    public async Task Everybody_known_is_put_on_at_once_and_then_one_says_who_reports_to_whom_and_how_they_stand(Engine engine)
    {
        var (ana, account, mia, jon) = await WithAsync(engine);
        var empty = await ana.Browser.TextAsync($"/accounts/{account.Id}/map");
        foreach (var said in (string[])["Who is who there?", "2 contacts are known here", "Put everybody on"]) Assert.Contains(said, empty);
        await ana.Browser.PostFormAsync($"/accounts/{account.Id}/map/everybody");
        var (top, below) = (await OnMapAsync(ana, mia), await OnMapAsync(ana, jon));
        await ana.Browser.PostFormAsync($"/map-people/{below}", ("ContactId", $"{jon.Id}"), ("ReportsToId", $"{top}"), ("Influence", "Much"), ("Stance", "BacksUs"), ("Evidence", "Asked for the offer twice"));
        var page = await ana.Browser.TextAsync($"/accounts/{account.Id}/map?person={below}");
        foreach (var said in (string[])["much influence", "backs us", "Asked for the offer twice", "by Ana Okafor", "The same as a list"]) Assert.Contains(said, page);
        Assert.Contains($"data-from=\"{top}\" data-to=\"{below}\"", page);
        var read = await ana.Program.GetFromJsonAsync<JsonElement>($"/api/accounts/{account.Id}/map");
        Assert.Equal("BacksUs", read.GetProperty("people").EnumerateArray().Single(p => p.GetProperty("id").GetGuid() == below).GetProperty("stance").GetString());
    }

    [Theory, OnBoth]
    public async Task Who_of_us_knows_whom_is_counted_from_what_was_logged_and_notes_do_not_count(Engine engine)
    {
        var (ana, account, mia, jon) = await WithAsync(engine);
        var ben = await ana.Tenant.PersonAsync(Role.Seller, "Ben Ito");
        var now = ana.Tenant.Host.Clock.GetUtcNow().UtcDateTime;
        await ana.Tenant.SaveAsync(Touch(ana, account, mia, now.AddDays(-200)), Touch(ana, account, mia, now.AddDays(-3)), Touch(ben, account, mia, now.AddDays(-40)), new Interaction { Kind = InteractionKind.Note, OwnerId = ben.Id, AccountId = account.Id, ContactId = jon.Id, OccurredAt = now });
        await ana.Browser.PostFormAsync($"/accounts/{account.Id}/map/everybody");
        var read = await ana.Program.GetFromJsonAsync<JsonElement>($"/api/accounts/{account.Id}/map");
        var people = read.GetProperty("people").EnumerateArray().ToDictionary(p => p.GetProperty("name").GetString()!, p => p.GetProperty("knownBy").EnumerateArray().Select(k => (k.GetProperty("name").GetString(), k.GetProperty("times").GetInt32(), k.GetProperty("since").GetString())).ToList());
        Assert.Equal([("Ana Okafor", 2, Day(now.AddDays(-200))), ("Ben Ito", 1, Day(now.AddDays(-40)))], people["Mia Berg"]);
        Assert.Empty(people["Jon Vik"]);
    }

    [Theory, OnBoth]
    public async Task What_is_not_known_is_said_in_sentences_and_each_leads_to_the_person(Engine engine)
    {
        var (ana, account, mia, jon) = await WithAsync(engine);
        var now = ana.Tenant.Host.Clock.GetUtcNow().UtcDateTime;
        await ana.Tenant.SaveAsync(Touch(ana, account, jon, now.AddDays(-120)));
        await ana.Browser.PostFormAsync($"/accounts/{account.Id}/map/people", ("ContactId", $"{mia.Id}"), ("Influence", "Much"), ("Evidence", "Signs everything"));
        var top = await OnMapAsync(ana, mia);
        await ana.Browser.PostFormAsync($"/accounts/{account.Id}/map/people", ("ContactId", $"{jon.Id}"), ("ReportsToId", $"{top}"), ("Influence", "Some"), ("Evidence", "Runs the yard"));
        await ana.Browser.PostFormAsync($"/accounts/{account.Id}/map/people", ("Placeholder", "Somebody in purchasing"));
        var page = await ana.Browser.TextAsync($"/accounts/{account.Id}/map");
        foreach (var said in (string[])["Nobody of us has spoken to Mia Berg (Head of purchasing).", "Nobody has spoken to Jon Vik since", "We do not know who it is: Somebody in purchasing.", "Only Ana Okafor of us knows Jon Vik.", "Nobody backs us yet", "75", "nobody known yet"]) Assert.Contains(said, page);
        Assert.Contains($"/accounts/{account.Id}/map?person={top}", page.Split("id=\"map-gaps\"")[1]);
        Assert.Contains("We know 1 of 3 people who count.", page);
    }

    [Theory, OnBoth]
    public async Task A_judgement_needs_something_that_shows_it_and_after_ninety_days_it_is_asked_again(Engine engine)
    {
        var (ana, account, mia, _) = await WithAsync(engine);
        (string, string)[] fields = [("ContactId", $"{mia.Id}"), ("Stance", "Doubts")];
        Assert.Contains("What did they say or do that shows it?", await (await ana.Browser.PostFormAsync($"/accounts/{account.Id}/map/people", fields)).TextAsync());
        var day = ana.Tenant.Host.Clock.GetUtcNow().UtcDateTime.AddDays(-91).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await ana.Browser.PostFormAsync($"/accounts/{account.Id}/map/people", [.. fields, ("Evidence", "Wants to see it elsewhere first"), ("AsOf", day)]);
        var (id, page) = (await OnMapAsync(ana, mia), await ana.Browser.TextAsync($"/accounts/{account.Id}/map?person={await OnMapAsync(ana, mia)}"));
        foreach (var said in (string[])["ask again", "One judgement is older than 90 days"]) Assert.Contains(said, page);
        await ana.Browser.PostFormAsync($"/map-people/{id}", ("ContactId", $"{mia.Id}"), ("Stance", "Supports"), ("Evidence", "Saw it in Rotterdam"), ("AsOf", day));
        Assert.Equal(day, await ana.InDb(async db => (await db.Rows<MapPerson>().SingleAsync()).AsOf?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)));
    }

    [Theory, OnBoth]
    public async Task Nobody_reports_to_somebody_below_themselves_and_nobody_stands_on_a_map_twice(Engine engine)
    {
        var (ana, account, mia, jon) = await WithAsync(engine);
        await ana.Browser.PostFormAsync($"/accounts/{account.Id}/map/everybody");
        var (top, below) = (await OnMapAsync(ana, mia), await OnMapAsync(ana, jon));
        await ana.Browser.PostFormAsync($"/map-people/{below}", ("ContactId", $"{jon.Id}"), ("ReportsToId", $"{top}"));
        Assert.Contains("They cannot report to somebody below themselves", await (await ana.Browser.PostFormAsync($"/map-people/{top}", ("ContactId", $"{mia.Id}"), ("ReportsToId", $"{below}"))).TextAsync());
        Assert.Contains("They are on the map already.", await (await ana.Browser.PostFormAsync($"/accounts/{account.Id}/map/people", ("ContactId", $"{mia.Id}"))).TextAsync());
        Assert.Contains("Who is it, or what do they do there?", await (await ana.Browser.PostFormAsync($"/accounts/{account.Id}/map/people")).TextAsync());
    }

    [Theory, OnBoth]
    public async Task A_card_stays_where_it_was_dragged_until_the_map_is_tidied_up(Engine engine)
    {
        var (ana, account, mia, _) = await WithAsync(engine);
        await ana.Browser.PostFormAsync($"/accounts/{account.Id}/map/everybody");
        var id = await OnMapAsync(ana, mia);
        var drawn = await (await ana.Browser.PostFormAsync($"/accounts/{account.Id}/map/places", ("Person", $"{id}"), ("X", "640"), ("Y", "480"))).TextAsync();
        Assert.Contains("translate(640 480)", drawn);
        Assert.Contains("translate(640 480)", await ana.Browser.TextAsync($"/accounts/{account.Id}/map"));
        await ana.Browser.PostFormAsync($"/accounts/{account.Id}/map/tidyings");
        Assert.DoesNotContain("translate(640 480)", await ana.Browser.TextAsync($"/accounts/{account.Id}/map"));
    }

    [Theory, OnBoth]
    public async Task A_line_between_two_says_what_shows_it_and_is_taken_away_and_brought_back(Engine engine)
    {
        var (ana, account, mia, jon) = await WithAsync(engine);
        await ana.Browser.PostFormAsync($"/accounts/{account.Id}/map/everybody");
        var (one, other) = (await OnMapAsync(ana, mia), await OnMapAsync(ana, jon));
        Assert.Contains("What did they say or do that shows it?", await (await ana.Browser.PostFormAsync($"/map-people/{one}/ties", ("ToId", $"{other}"), ("Kind", "InConflict"))).TextAsync());
        await ana.Browser.PostFormAsync($"/map-people/{one}/ties", ("ToId", $"{other}"), ("Kind", "InConflict"), ("Evidence", "They argued over the yard"));
        var page = await ana.Browser.TextAsync($"/accounts/{account.Id}/map?person={other}");
        foreach (var said in (string[])["in conflict with Mia Berg", "They argued over the yard", "tie InConflict"]) Assert.Contains(said, page);
        var tie = await ana.InDb(db => db.Rows<MapTie>().Select(t => t.Id).SingleAsync());
        await ana.Browser.PostFormAsync($"/map-ties/{tie}/removals");
        Assert.DoesNotContain("They argued over the yard", await ana.Browser.TextAsync($"/accounts/{account.Id}/map?person={other}"));
        await ana.Browser.PostFormAsync($"/map-ties/{tie}/restorations");
        Assert.Contains("They argued over the yard", await ana.Browser.TextAsync($"/accounts/{account.Id}/map?person={other}"));
    }

    [Theory, OnBoth]
    public async Task The_line_between_two_who_stand_below_is_inside_the_picture_with_its_words(Engine engine)
    {
        var (ana, account, mia, jon) = await WithAsync(engine);
        await ana.Browser.PostFormAsync($"/accounts/{account.Id}/map/everybody");
        await ana.Browser.PostFormAsync($"/map-people/{await OnMapAsync(ana, mia)}/ties", ("ToId", $"{await OnMapAsync(ana, jon)}"), ("Kind", "InConflict"), ("Evidence", "They argued over the yard"));
        var picture = XDocument.Parse(await ana.Browser.TextAsync($"/accounts/{account.Id}/map.svg")).Root!;
        var said = picture.Descendants().Single(e => e.Name.LocalName == "text" && e.Value == "conflict");
        Assert.InRange(double.Parse(said.Attribute("y")!.Value, CultureInfo.InvariantCulture), 0, double.Parse(picture.Attribute("height")!.Value, CultureInfo.InvariantCulture) - 4);
    }

    [Theory, OnBoth]
    public async Task The_map_is_saved_as_a_picture_that_needs_nothing_beside_it(Engine engine)
    {
        var (ana, account, mia, _) = await WithAsync(engine);
        await ana.Browser.PostFormAsync($"/accounts/{account.Id}/map/people", ("ContactId", $"{mia.Id}"), ("Stance", "Supports"), ("Influence", "Much"), ("Evidence", "Asked < twice & more"));
        var answer = await ana.Browser.GetAsync($"/accounts/{account.Id}/map.svg");
        Assert.Equal("image/svg+xml", answer.Content.Headers.ContentType?.MediaType);
        var picture = XDocument.Parse(await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken)).Root!;
        Assert.Equal("svg", picture.Name.LocalName);
        Assert.Contains(picture.Descendants(), e => e.Name.LocalName == "text" && e.Value == "Mia Berg" && e.Attribute("fill")?.Value is ['#', ..]);
        Assert.DoesNotContain(picture.DescendantsAndSelf().Attributes(), a => a.Name.LocalName is "class" or "href" or "style");
    }

    [Theory, OnBoth]
    public async Task A_colleague_sees_the_map_and_changes_nothing_on_it(Engine engine)
    {
        var (ana, account, mia, _) = await WithAsync(engine);
        await ana.Browser.PostFormAsync($"/accounts/{account.Id}/map/everybody");
        var ben = await ana.Tenant.PersonAsync(Role.Seller, "Ben Ito");
        var page = await ben.Browser.TextAsync($"/accounts/{account.Id}/map?person={await OnMapAsync(ana, mia)}");
        Assert.Contains("Mia Berg", page);
        Assert.DoesNotContain("Take off the map", page);
        Assert.Equal(HttpStatusCode.Forbidden, (await ben.Browser.PostFormAsync($"/map-people/{await OnMapAsync(ana, mia)}/removals")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await ben.Browser.PostFormAsync($"/accounts/{account.Id}/map/places", ("Person", $"{await OnMapAsync(ana, mia)}"), ("X", "1"), ("Y", "1"))).StatusCode);
    }

    [Theory, OnBoth]
    public async Task Taken_off_the_map_one_can_be_put_back_and_an_erased_contact_is_on_none(Engine engine)
    {
        var (ana, account, mia, jon) = await WithAsync(engine);
        await ana.Browser.PostFormAsync($"/accounts/{account.Id}/map/everybody");
        var (one, other) = (await OnMapAsync(ana, mia), await OnMapAsync(ana, jon));
        await ana.Browser.PostFormAsync($"/map-people/{one}", ("ContactId", $"{mia.Id}"), ("Stance", "Doubts"), ("Evidence", "Mia Berg said no"));
        await ana.Browser.PostFormAsync($"/map-people/{other}", ("ContactId", $"{jon.Id}"), ("ReportsToId", $"{one}"));
        await ana.Browser.PostFormAsync($"/map-people/{one}/ties", ("ToId", $"{other}"), ("Kind", "Allied"), ("Evidence", "They lunch"));
        await ana.Browser.PostFormAsync($"/map-people/{one}/removals");
        Assert.DoesNotContain($"data-node=\"{one}\"", await ana.Browser.TextAsync($"/accounts/{account.Id}/map"));
        await ana.Browser.PostFormAsync($"/map-people/{one}/restorations");
        Assert.Contains($"data-node=\"{one}\"", await ana.Browser.TextAsync($"/accounts/{account.Id}/map"));
        await (await ana.Tenant.PersonAsync(Role.Admin, "Ines")).Browser.PostFormAsync($"/contacts/{mia.Id}/erasures", ("Name", mia.Name));
        var page = await ana.Browser.TextAsync($"/accounts/{account.Id}/map");
        Assert.Contains("Jon Vik", page);
        Assert.DoesNotContain("Mia Berg", page);
        Assert.Equal(0, await ana.InDb(db => db.RowsWithRemoved<MapTie>().CountAsync()));
    }

    [Theory, OnBoth]
    public async Task Of_a_contact_one_does_not_see_no_line_is_told_and_none_is_drawn_taken_away_or_brought_back(Engine engine)
    {
        var (ana, account, mia, jon) = await WithAsync(engine);
        var (ben, admin) = (await ana.Tenant.PersonAsync(Role.Seller, "Ben Ito"), await ana.Tenant.PersonAsync(Role.Admin, "Ines"));
        var tom = new Contact { Name = "Tom Ask", OwnerId = ben.Id, AccountId = account.Id };
        await ana.Tenant.SaveAsync(tom);
        await ana.Browser.PostFormAsync($"/accounts/{account.Id}/map/everybody");
        var (one, other, third) = (await OnMapAsync(ana, mia), await OnMapAsync(ana, jon), await OnMapAsync(ana, tom));
        await ana.Browser.PostFormAsync($"/map-people/{one}/ties", ("ToId", $"{other}"), ("Kind", "Allied"), ("Evidence", "They lunch"));
        await ana.Browser.PostFormAsync($"/map-people/{one}/ties", ("ToId", $"{third}"), ("Kind", "InConflict"), ("Evidence", "Tom Ask shouted"));
        Assert.True((await admin.Program.PostAsJsonAsync("/api/roles/Seller/kinds/contact", new { see = "Own", change = "Own" })).IsSuccessStatusCode);
        var read = await ana.Program.PageAsync($"/api/accounts/{account.Id}/map");
        Assert.Contains("They lunch", read);
        foreach (var hidden in (string[])["Tom Ask", $"{third}"]) Assert.DoesNotContain(hidden, read);
        Assert.Contains("Tom Ask shouted", await admin.Program.PageAsync($"/api/accounts/{account.Id}/map"));
        var tie = await admin.InDb(db => db.Rows<MapTie>().Where(t => t.ToId == third).Select(t => t.Id).SingleAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await ana.Program.DeleteAsync($"/api/map-ties/{tie}")).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ana.Program.PostAsJsonAsync($"/api/map-people/{one}/ties", new { toId = third, kind = "Allied", evidence = "A guess" })).StatusCode);
        await admin.Browser.PostFormAsync($"/map-ties/{tie}/removals");
        Assert.Equal(HttpStatusCode.NotFound, (await ana.Browser.PostFormAsync($"/map-ties/{tie}/restorations")).StatusCode);
    }

    [Theory, OnBoth]
    public async Task Nobody_is_put_back_where_they_would_report_to_those_who_by_now_report_to_them(Engine engine)
    {
        var (ana, account, mia, jon) = await WithAsync(engine);
        var eva = new Contact { Name = "Eva Lund", OwnerId = ana.Id, AccountId = account.Id };
        await ana.Tenant.SaveAsync(eva);
        await ana.Browser.PostFormAsync($"/accounts/{account.Id}/map/everybody");
        var (a, b, c) = (await OnMapAsync(ana, mia), await OnMapAsync(ana, jon), await OnMapAsync(ana, eva));
        await ReportsAsync(c, a);
        await ReportsAsync(a, b);
        await ana.Browser.PostFormAsync($"/map-people/{a}/removals");
        await ReportsAsync(b, c);
        var refused = await ana.Browser.PostFormAsync($"/map-people/{a}/restorations");
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains("Meanwhile somebody they report to was put below them", await refused.TextAsync());
        await ana.Program.PatchAsJsonAsync($"/api/map-people/{b}", new { reportsToId = (Guid?)null });
        await ana.Browser.PostFormAsync($"/map-people/{a}/restorations");
        Assert.Equal(a, await OnMapAsync(ana, mia));

        async Task ReportsAsync(Guid who, Guid to) => Assert.Equal(HttpStatusCode.OK, (await ana.Program.PatchAsJsonAsync($"/api/map-people/{who}", new { reportsToId = to })).StatusCode);
    }

    private static Interaction Touch(TestViewer who, Account account, Contact whom, DateTime at) => new() { Kind = InteractionKind.Call, OwnerId = who.Id, AccountId = account.Id, ContactId = whom.Id, OccurredAt = at };

    private static string Day(DateTime at) => at.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    private static Task<Guid> OnMapAsync(TestViewer who, Contact contact) => who.InDb(db => db.Rows<MapPerson>().Where(p => p.ContactId == contact.Id).Select(p => p.Id).SingleAsync());

    private static async Task<(TestViewer, Account, Contact Mia, Contact Jon)> WithAsync(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var account = await ana.AccountAsync();
        var (mia, jon) = (new Contact { Name = "Mia Berg", Title = "Head of purchasing", OwnerId = ana.Id, AccountId = account.Id }, new Contact { Name = "Jon Vik", OwnerId = ana.Id, AccountId = account.Id });
        await ana.Tenant.SaveAsync(mia, jon);
        return (ana, account, mia, jon);
    }
}
