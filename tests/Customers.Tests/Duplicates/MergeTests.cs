using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Coxswain.Customers.Activities;
using Coxswain.Customers.Contacts;
using Coxswain.Customers.Duplicates;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Tests.Duplicates;

public sealed class MergeTests
{
    [Theory, OnBoth]
    public async Task Two_contacts_of_one_address_are_found_compared_merged_and_made_two_again(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var account = await ana.AccountAsync();
        var (one, two, pair) = await ana.PetrasAsync(account.Id);
        await ana.Tenant.SaveAsync(new Interaction { Kind = InteractionKind.Call, OwnerId = ana.Id, OccurredAt = ana.Tenant.Host.Clock.GetUtcNow().UtcDateTime, Text = "They wait for us", AccountId = account.Id, ContactId = two.Id });
        var list = await ana.Browser.TextAsync("/duplicates?kind=contact");
        foreach (var text in (string[])["Petra Brandt · Brandt, Petra", "same e-mail address", "same name", "same account", $"/duplicates/{pair.Id}"]) Assert.Contains(text, list);
        var compared = await ana.Browser.TextAsync($"/duplicates/{pair.Id}");
        foreach (var text in (string[])["Stays:", "Goes into it:", "Head of purchasing", "040 555010", "Calls, meetings, mails and notes: 1"]) Assert.Contains(text, compared);

        var merged = await ana.PlainBrowser.PostFormAsync($"/duplicates/{pair.Id}/merges", ("Keep", $"{one.Id}"), ("KeepVersion", "1"), ("OtherVersion", "1"), ("Take", "Title"));
        Assert.Equal($"/contacts/{one.Id}", merged.Next());
        var page = await ana.Browser.TextAsync(merged.Next());
        foreach (var text in (string[])["Petra Brandt", "Head of purchasing", "They wait for us", "Another record was merged into it", "Contact added: Brandt, Petra"]) Assert.Contains(text, page);
        Assert.Equal($"/contacts/{one.Id}", (await ana.PlainBrowser.GetAsync($"/contacts/{two.Id}")).Headers.Location!.OriginalString);
        Assert.Equal($"/contacts/{one.Id}/timeline?sort=Notes", (await ana.PlainBrowser.GetAsync($"/contacts/{two.Id}/timeline?sort=Notes")).Headers.Location!.OriginalString);
        Assert.Equal($"/api/v1/contacts/{one.Id}", (await ana.Program.GetAsync($"/api/contacts/{two.Id}")).Headers.Location!.OriginalString);
        Assert.DoesNotContain("Brandt, Petra", await ana.Browser.TextAsync("/contacts"));
        Assert.Empty(await ana.InDb(db => db.Contacts.Where(c => c.Id == two.Id).ToListAsync()));

        var merge = await ana.InDb(db => db.Rows<RecordMerge>().SingleAsync());
        Assert.Contains("Take it back", await ana.Browser.TextAsync("/duplicates/merged"));
        Assert.Equal($"/contacts/{one.Id}", (await ana.PlainBrowser.PostFormAsync($"/merges/{merge.Id}/undos")).Next());
        var (first, second) = (await ana.Browser.TextAsync($"/contacts/{one.Id}"), await ana.Browser.TextAsync($"/contacts/{two.Id}"));
        Assert.DoesNotContain("They wait for us", first);
        Assert.Null((await ana.InDb(db => db.Contacts.SingleAsync(c => c.Id == one.Id))).Title);
        Assert.Contains("They wait for us", second);
        Assert.Contains("Head of purchasing", second);
        Assert.Contains("A merge was taken back", first);
    }

    [Theory, OnBoth]
    public async Task A_record_that_was_changed_since_the_comparison_is_not_merged_and_both_are_shown_as_they_stand(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var (one, two, pair) = await ana.PetrasAsync();
        await ana.Browser.PostFormAsync($"/contacts/{two.Id}", ("Title", "Chief buyer"), ("Version", "1"));
        var answer = await ana.PlainBrowser.PostFormAsync($"/duplicates/{pair.Id}/merges", ("Keep", $"{one.Id}"), ("KeepVersion", "1"), ("OtherVersion", "1"));
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        var page = await answer.TextAsync();
        Assert.Contains("One of the two was changed meanwhile", page);
        Assert.Contains("Chief buyer", page);
        Assert.Contains("name=\"OtherVersion\" value=\"2\"", page);
        var said = await ana.Program.PostAsJsonAsync($"/api/duplicates/{pair.Id}/merges", new { keep = one.Id, keepVersion = 1, otherVersion = 1 });
        Assert.Equal(HttpStatusCode.Conflict, said.StatusCode);
        Assert.Equal((2, 0), await ana.InDb(async db => (await db.Contacts.CountAsync(), await db.Rows<RecordMerge>().CountAsync())));
    }

    [Theory, OnBoth]
    public async Task What_is_changed_in_a_record_that_was_merged_away_meanwhile_says_where_it_went(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var (one, two, pair) = await ana.PetrasAsync();
        await ana.PlainBrowser.PostFormAsync($"/duplicates/{pair.Id}/merges", ("Keep", $"{one.Id}"));
        var answer = await ana.Browser.PostFormAsync($"/contacts/{two.Id}", ("Title", "Chief buyer"), ("Version", "1"));
        Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
        Assert.Contains("This was merged into another record.", await answer.TextAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await ana.Browser.PostFormAsync($"/contacts/{two.Id}/restorations")).StatusCode);
    }

    [Theory, OnBoth]
    public async Task Whoever_may_not_change_both_is_told_whose_they_are_and_nothing_is_changed(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var ben = await ana.Tenant.PersonAsync(Role.Seller, "Ben Ito");
        var (one, _, pair) = await ana.PetrasAsync();
        Assert.Contains("One of the two belongs to someone else: Ana Okafor.", await ben.Browser.TextAsync($"/duplicates/{pair.Id}"));
        Assert.Equal(HttpStatusCode.Forbidden, (await ben.PlainBrowser.PostFormAsync($"/duplicates/{pair.Id}/merges", ("Keep", $"{one.Id}"))).StatusCode);
        Assert.Equal(2, await ana.InDb(db => db.Contacts.CountAsync()));
        await ana.PlainBrowser.PostFormAsync($"/duplicates/{pair.Id}/merges", ("Keep", $"{one.Id}"));
        var merge = await ana.InDb(db => db.Rows<RecordMerge>().SingleAsync());
        Assert.DoesNotContain("Take it back</", await ben.Browser.TextAsync("/duplicates/merged"));
        Assert.Equal(HttpStatusCode.Forbidden, (await ben.PlainBrowser.PostFormAsync($"/merges/{merge.Id}/undos")).StatusCode);
        Assert.Equal(1, await ana.InDb(db => db.Contacts.CountAsync()));
    }

    [Theory, OnBoth]
    public async Task The_api_lists_compares_merges_and_takes_back(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var (one, two, pair) = await ana.PetrasAsync();
        var listed = await ana.Program.GetFromJsonAsync<JsonElement>("/api/duplicates?kind=contact");
        Assert.Equal(pair.Id, listed.GetProperty("pairs")[0].GetProperty("id").GetGuid());
        var compared = await ana.Program.GetFromJsonAsync<JsonElement>($"/api/duplicates/{pair.Id}?keep={two.Id}");
        Assert.Equal((two.Id, true), (compared.GetProperty("keep").GetProperty("id").GetGuid(), compared.GetProperty("lines").EnumerateArray().Single(l => l.GetProperty("field").GetString() == "Phone").GetProperty("takesOther").GetBoolean()));
        // Nothing said: what is not known is taken.
        var merged = await (await ana.Program.PostAsJsonAsync($"/api/duplicates/{pair.Id}/merges", new { keep = two.Id })).Content.ReadFromJsonAsync<JsonElement>();
        var kept = await ana.InDb(db => db.Contacts.SingleAsync());
        Assert.Equal((two.Id, "040 555010", "Head of purchasing"), (kept.Id, kept.Phone, kept.Title));
        Assert.Equal(merged.GetProperty("id").GetGuid(), (await ana.Program.GetFromJsonAsync<JsonElement>("/api/merges")).GetProperty("merges")[0].GetProperty("id").GetGuid());
        var undone = await ana.Program.PostAsJsonAsync($"/api/merges/{merged.GetProperty("id").GetGuid()}/undos", new { });
        Assert.Equal(HttpStatusCode.OK, undone.StatusCode);
        Assert.Null((await ana.InDb(db => db.Contacts.SingleAsync(c => c.Id == two.Id))).Phone);
        Assert.Equal(2, await ana.InDb(db => db.Contacts.CountAsync()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ana.Program.PostAsJsonAsync($"/api/duplicates/{pair.Id}/merges", new { keep = one.Id, take = (string[])["Colour"] })).StatusCode);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ana.Program.PostAsJsonAsync($"/api/duplicates/{pair.Id}/merges", new { keep = Guid.NewGuid() })).StatusCode);
    }

    [Theory, OnBoth]
    public async Task Another_organisation_finds_nothing(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var (_, _, pair) = await ana.PetrasAsync();
        var other = await Customers.SellerAsync(engine, "Cem Yilmaz");
        Assert.Equal(HttpStatusCode.NotFound, (await other.Browser.GetAsync($"/duplicates/{pair.Id}")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.PlainBrowser.PostFormAsync($"/duplicates/{pair.Id}/merges")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await other.PlainBrowser.PostFormAsync($"/duplicates/{pair.Id}/distinctions")).StatusCode);
        Assert.DoesNotContain("Petra", await other.Browser.TextAsync("/duplicates?kind=contact"));
    }
}
