using System.Net;
using System.Net.Http.Json;
using Coxswain.Customers.Accounts;
using Coxswain.Customers.Activities;
using Coxswain.Customers.Contacts;
using Coxswain.Customers.Duplicates;
using Coxswain.Customers.Positions;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Tests.Duplicates;

public sealed class MergedRecordTests
{
    [Theory, OnBoth]
    public async Task Accounts_never_end_below_themselves(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var top = await ana.AccountAsync("Top");
        var upper = new Account { Name = "Kranich", OwnerId = ana.Id, ParentId = top.Id };
        await ana.Tenant.SaveAsync(upper);
        var middle = new Account { Name = "Between", OwnerId = ana.Id, ParentId = upper.Id };
        await ana.Tenant.SaveAsync(middle);
        var lower = new Account { Name = "Kranich", OwnerId = ana.Id, ParentId = middle.Id };
        await ana.Tenant.SaveAsync(lower);
        var pair = await ana.Tenant.PairAsync(Kinds.Account, upper.Id, lower.Id);
        // The lower one stays: what was above it would be below it.
        await ana.PlainBrowser.PostFormAsync($"/duplicates/{pair.Id}/merges", ("Keep", $"{lower.Id}"));
        Assert.Equal((top.Id, lower.Id), await ParentsAsync());
        await UndoAsync(ana);
        Assert.Equal((middle.Id, upper.Id), await ParentsAsync());
        Assert.Equal(top.Id, (await ana.InDb(db => db.Accounts.SingleAsync(a => a.Id == upper.Id))).ParentId);
        // The upper one stays, and is asked to take the parent of the lower, which is below it.
        await ana.PlainBrowser.PostFormAsync($"/duplicates/{pair.Id}/merges", ("Keep", $"{upper.Id}"), ("Take", "Parent"));
        Assert.Equal((top.Id, upper.Id), await ana.InDb(async db => ((await db.Accounts.SingleAsync(a => a.Id == upper.Id)).ParentId!.Value, (await db.Accounts.SingleAsync(a => a.Id == middle.Id)).ParentId!.Value)));

        Task<(Guid, Guid)> ParentsAsync() => ana.InDb(async db => ((await db.Accounts.SingleAsync(a => a.Id == lower.Id)).ParentId!.Value, (await db.Accounts.SingleAsync(a => a.Id == middle.Id)).ParentId!.Value));
    }

    [Theory, OnBoth]
    public async Task Who_was_at_two_accounts_works_at_both_until_it_is_taken_back(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var (here, there) = (await ana.AccountAsync("Nordwind"), await ana.AccountAsync("Halma"));
        var (one, _, pair) = await ana.PetrasAsync(here.Id, there.Id);
        await ana.PlainBrowser.PostFormAsync($"/duplicates/{pair.Id}/merges", ("Keep", $"{one.Id}"));
        Assert.Contains("Halma", await ana.Browser.TextAsync($"/contacts/{one.Id}"));
        Assert.Equal((there.Id, "Head of purchasing"), await ana.InDb(async db => { var p = await db.Rows<Position>().SingleAsync(); return (p.AccountId, p.Title); }));
        await UndoAsync(ana);
        Assert.Equal(0, await ana.InDb(db => db.RowsWithRemoved<Position>().CountAsync()));
    }

    [Theory, OnBoth]
    public async Task The_audit_tells_of_a_merge_and_links_only_to_what_has_a_page(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var (one, two, pair) = await ana.PetrasAsync();
        await ana.PlainBrowser.PostFormAsync($"/duplicates/{pair.Id}/merges", ("Keep", $"{one.Id}"));
        var audit = await (await ana.Tenant.PersonAsync(Role.Admin, "Ines Castro")).Browser.TextAsync("/audit");
        Assert.Contains($"/contacts/{one.Id}", audit);
        Assert.DoesNotContain("href=\"\"", audit);
        Assert.DoesNotContain($"/contacts/{two.Id}", audit);
    }

    [Theory, OnBoth]
    public async Task What_was_changed_since_stays_when_a_merge_is_taken_back_and_is_said(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var (one, two, pair) = await ana.PetrasAsync();
        var call = new Interaction { Kind = InteractionKind.Call, OwnerId = ana.Id, OccurredAt = ana.Tenant.Host.Clock.GetUtcNow().UtcDateTime, ContactId = two.Id };
        await ana.Tenant.SaveAsync(call);
        await ana.PlainBrowser.PostFormAsync($"/duplicates/{pair.Id}/merges", ("Keep", $"{one.Id}"), ("Take", "Title"), ("Take", "Name"));
        await ana.Browser.PostFormAsync($"/contacts/{one.Id}", ("Title", "Chief buyer"));
        var other = new Contact { Name = "Karl Vogt", OwnerId = ana.Id };
        await ana.Tenant.SaveAsync(other);
        await ana.Tenant.InDb(async db => { (await db.Rows<Interaction>().SingleAsync()).ContactId = other.Id; return await db.SaveChangesAsync(); });
        var merge = await ana.InDb(db => db.Rows<RecordMerge>().SingleAsync());
        var undone = await (await ana.Program.PostAsJsonAsync($"/api/merges/{merge.Id}/undos", new { })).Content.ReadFromJsonAsync<UnmergedView>();
        Assert.Equal((1, "Role"), (undone!.Stayed, Assert.Single(undone.Changed)));
        var (kept, back) = await ana.InDb(async db => (await db.Contacts.SingleAsync(c => c.Id == one.Id), await db.Contacts.SingleAsync(c => c.Id == two.Id)));
        Assert.Equal(("Petra Brandt", "Chief buyer", "Brandt, Petra", "Head of purchasing"), (kept.Name, kept.Title, back.Name, back.Title));
        Assert.Equal(other.Id, (await ana.InDb(db => db.Rows<Interaction>().SingleAsync())).ContactId);
        Assert.Equal(HttpStatusCode.Forbidden, (await ana.PlainBrowser.PostFormAsync($"/merges/{merge.Id}/undos")).StatusCode);
    }

    [Theory, OnBoth]
    public async Task Three_that_are_one_lead_to_one_and_are_made_three_again_from_the_last_merge_on(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var people = Enumerable.Range(0, 3).Select(i => new Contact { Name = $"Petra Brandt {i}", OwnerId = ana.Id }).ToArray();
        foreach (var person in people) await ana.Tenant.SaveAsync(person);
        foreach (var (gone, kept) in ((int, int)[])[(0, 1), (1, 2)]) await ana.PlainBrowser.PostFormAsync($"/duplicates/{(await ana.Tenant.PairAsync(Kinds.Contact, people[gone].Id, people[kept].Id)).Id}/merges", ("Keep", $"{people[kept].Id}"));
        foreach (var gone in people[..2]) Assert.Equal($"/contacts/{people[2].Id}", (await ana.PlainBrowser.GetAsync($"/contacts/{gone.Id}")).Headers.Location!.OriginalString);
        var merges = await ana.InDb(db => db.Rows<RecordMerge>().OrderBy(m => m.Id).ToListAsync());
        Assert.Contains("went into another record since", await (await ana.PlainBrowser.PostFormAsync($"/merges/{merges[0].Id}/undos")).TextAsync());
        foreach (var merge in Enumerable.Reverse(merges)) Assert.Equal(HttpStatusCode.SeeOther, (await ana.PlainBrowser.PostFormAsync($"/merges/{merge.Id}/undos")).StatusCode);
        Assert.Equal(3, await ana.InDb(db => db.Contacts.CountAsync()));
    }

    [Theory, OnBoth]
    public async Task Search_finds_the_one_that_stays_and_both_again_after_it_is_taken_back(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var (one, two, pair) = await ana.PetrasAsync();
        Assert.Contains($"/contacts/{two.Id}", await ana.Browser.TextAsync("/search?q=petra"));
        await ana.PlainBrowser.PostFormAsync($"/duplicates/{pair.Id}/merges", ("Keep", $"{one.Id}"), ("Take", "Title"));
        var found = await ana.Browser.TextAsync("/search?q=purchasing");
        Assert.Contains($"/contacts/{one.Id}", found);
        Assert.DoesNotContain($"/contacts/{two.Id}", found);
        await UndoAsync(ana);
        found = await ana.Browser.TextAsync("/search?q=purchasing");
        Assert.Contains($"/contacts/{two.Id}", found);
        Assert.DoesNotContain($"/contacts/{one.Id}", found);
    }

    [Theory, OnBoth]
    public async Task Erasing_somebody_erases_whoever_was_merged_into_them_with_their_history(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var admin = await ana.Tenant.PersonAsync(Role.Admin, "Ines Castro");
        var (one, two, pair) = await ana.PetrasAsync();
        await ana.PlainBrowser.PostFormAsync($"/duplicates/{pair.Id}/merges", ("Keep", $"{one.Id}"));
        Assert.Equal(HttpStatusCode.SeeOther, (await admin.PlainBrowser.PostFormAsync($"/contacts/{one.Id}/erasures")).StatusCode);
        Assert.Equal((0, 0, 0, 0), await ana.Tenant.InDb(async db => (await db.RowsWithRemoved<Contact>().CountAsync(), await db.Rows<DuplicatePair>().CountAsync(), await db.Rows<RecordMerge>().CountAsync(), await db.Rows<SubjectKey>().CountAsync(k => k.Id == one.Id || k.Id == two.Id))));
        Assert.All(await ana.Tenant.InDb(db => db.Rows<Event>().AsNoTracking().Where(e => e.SubjectId == one.Id || e.SubjectId == two.Id).ToListAsync()), e => Assert.DoesNotContain("sealed", e.Data));
    }

    [Theory, OnBoth]
    public async Task What_reaches_a_record_in_the_moment_it_goes_follows_in_the_night_and_goes_back_with_it(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var (one, two, pair) = await ana.PetrasAsync();
        await ana.PlainBrowser.PostFormAsync($"/duplicates/{pair.Id}/merges", ("Keep", $"{one.Id}"));
        await ana.Tenant.SaveAsync(new Interaction { Kind = InteractionKind.Call, OwnerId = ana.Id, OccurredAt = ana.Tenant.Host.Clock.GetUtcNow().UtcDateTime, ContactId = two.Id });
        await ana.Tenant.LookAsync();
        Assert.Equal(one.Id, (await ana.InDb(db => db.Rows<Interaction>().SingleAsync())).ContactId);
        await UndoAsync(ana);
        Assert.Equal(two.Id, (await ana.InDb(db => db.Rows<Interaction>().SingleAsync())).ContactId);
    }

    private static async Task UndoAsync(TestViewer ana)
    {
        var merge = await ana.InDb(db => db.Rows<RecordMerge>().SingleAsync(m => m.UndoneAt == null));
        Assert.Equal(HttpStatusCode.SeeOther, (await ana.PlainBrowser.PostFormAsync($"/merges/{merge.Id}/undos")).StatusCode);
    }
}
