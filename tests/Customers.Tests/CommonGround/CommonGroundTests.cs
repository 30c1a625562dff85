using System.Net;
using Coxswain.Customers.CommonGround;
using Coxswain.Customers.Contacts;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Tests.CommonGround;

public sealed class CommonGroundTests
{
    [Theory, OnBoth]
    public async Task What_a_contact_told_stands_on_their_page_and_what_the_seller_shares_is_marked(Engine engine)
    {
        var (ana, mia) = await TwoAsync(engine);
        await ana.Browser.PostFormAsync("/common-ground", ("Text", "Sailing and golf"));
        await NotedAsync(ana, mia, "Plays golf on Fridays");
        await NotedAsync(ana, mia, "Bakes bread");
        var page = await ana.Browser.TextAsync($"/contacts/{mia.Id}");
        Assert.Contains("Plays golf on Fridays", page);
        Assert.Single(page.Split("you, too")[1..]);
        var own = await ana.Browser.TextAsync("/common-ground");
        Assert.Contains("Mia Berg", own);
        Assert.DoesNotContain("Bakes bread", own);
    }

    [Theory]
    [InlineData("Has diabetes", "health"), InlineData("Ist oft krank", "health"), InlineData("Goes to church on Sundays", "belief"), InlineData("Betet in der Moschee", "belief"), InlineData("Votes for the greens", "politics")]
    [InlineData("Ist in der Gewerkschaft", "politics"), InlineData("Is gay", "sexuality"), InlineData("Her son plays football", "family"), InlineData("Frisch geschieden", "family"), InlineData("VATER von drei Jungen", "family")]
    public async Task Health_belief_politics_sexuality_and_family_are_refused_with_what_it_was_and_nothing_is_kept(string text, string matter)
    {
        var (ana, mia) = await TwoAsync(Engine.Sqlite);
        var answer = await NotedAsync(ana, mia, text);
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Contains($"This tells of {matter}.", await answer.TextAsync());
        Assert.Equal(0, await ana.InDb(db => db.Rows<Ground>().CountAsync()));
    }

    [Theory, InlineData("Plays golf"), InlineData("Sings old songs"), InlineData("Studied in Sussex"), InlineData("Spends summers in Essex"), InlineData("Kindles a fire by hand"), InlineData("Likes Vienna")]
    public void What_only_looks_like_it_is_taken(string text) => Assert.Null(Sensitive.In(text));

    [Theory, OnBoth]
    public async Task Without_source_or_consent_it_is_not_kept(Engine engine)
    {
        var (ana, mia) = await TwoAsync(engine);
        var page = await (await ana.Browser.PostFormAsync($"/contacts/{mia.Id}/common-ground", ("Kind", "Sport"), ("Text", "Plays golf"))).TextAsync();
        Assert.Contains("Say where we have it from.", page);
        Assert.Contains("Without their consent", page);
        Assert.Contains("Plays golf", page);
        Assert.Equal(0, await ana.InDb(db => db.Rows<Ground>().CountAsync()));
    }

    [Theory, OnBoth]
    public async Task No_search_list_export_program_or_history_has_it_and_who_may_not_change_the_contact_does_not_see_it(Engine engine)
    {
        var (ana, mia) = await TwoAsync(engine);
        await NotedAsync(ana, mia, "Plays zitherball");
        var ben = await ana.Tenant.PersonAsync(Role.Manager, "Ben Ito");
        foreach (var url in (string[])["/search?q=zitherball", "/contacts", "/contacts/export", $"/contacts/{mia.Id}", "/common-ground"]) Assert.DoesNotContain("zitherball", (await ben.Browser.TextAsync(url)).Replace("q=zitherball", "", StringComparison.Ordinal).Replace("value=\"zitherball\"", "", StringComparison.Ordinal).Replace("“zitherball”", "", StringComparison.Ordinal));
        Assert.DoesNotContain("zitherball", await (await ana.Program.GetAsync($"/api/contacts/{mia.Id}")).TextAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await ana.Program.GetAsync($"/api/contacts/{mia.Id}/common-ground")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await ben.Browser.GetAsync($"/contacts/{mia.Id}/common-ground")).StatusCode);
        Assert.Equal(0, await ana.InDb(db => db.Rows<Event>().CountAsync(e => e.SubjectKind.StartsWith("ground"))));
        Assert.Contains("zitherball", await ana.Browser.TextAsync($"/contacts/{mia.Id}"));
    }

    [Theory, OnBoth]
    public async Task Own_interests_are_for_nobody_elses_eyes_and_both_are_forgotten_at_once(Engine engine)
    {
        var (ana, mia) = await TwoAsync(engine);
        await ana.Browser.PostFormAsync("/common-ground", ("Text", "Zitherball"));
        var admin = await ana.Tenant.PersonAsync(Role.Admin, "Ines");
        Assert.DoesNotContain("Zitherball", await admin.Browser.TextAsync("/common-ground"));
        var own = await ana.InDb(db => db.Rows<OwnInterest>().SingleAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await admin.Browser.PostFormAsync($"/interests/{own.Id}/removals")).StatusCode);
        await NotedAsync(ana, mia, "Plays golf");
        var ground = await ana.InDb(db => db.Rows<Ground>().SingleAsync());
        await ana.Browser.PostFormAsync($"/interests/{own.Id}/removals");
        await ana.Browser.PostFormAsync($"/common-ground/{ground.Id}/removals");
        Assert.Equal((0, 0), await ana.InDb(async db => (await db.Rows<OwnInterest>().CountAsync(), await db.Rows<Ground>().CountAsync())));
    }

    [Theory, OnBoth]
    public async Task It_goes_with_an_erased_contact(Engine engine)
    {
        var (ana, mia) = await TwoAsync(engine);
        await NotedAsync(ana, mia, "Plays golf");
        await (await ana.Tenant.PersonAsync(Role.Admin, "Ines")).Browser.PostFormAsync($"/contacts/{mia.Id}/erasures", ("Name", mia.Name));
        Assert.Equal(0, await ana.InDb(db => db.Rows<Ground>().CountAsync()));
    }

    private static Task<HttpResponseMessage> NotedAsync(TestViewer by, Contact contact, string text) =>
        by.Browser.PostFormAsync($"/contacts/{contact.Id}/common-ground", ("Kind", "Sport"), ("Text", text), ("Source", "At lunch"), ("Consent", "TheyAgreed"));

    private static async Task<(TestViewer, Contact)> TwoAsync(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var mia = new Contact { Name = "Mia Berg", OwnerId = ana.Id };
        await ana.Tenant.SaveAsync(mia);
        return (ana, mia);
    }
}
