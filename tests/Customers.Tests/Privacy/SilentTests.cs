using System.Net;
using Coxswain.Customers.Activities;
using Coxswain.Customers.Contacts;
using Coxswain.Customers.Privacy;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Jobs;
using Coxswain.Platform.Privacy;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.Customers.Tests.Privacy;

public sealed class SilentTests
{
    [Theory, OnBoth]
    public async Task With_whom_nothing_happened_for_two_years_is_put_up_for_review_and_kept_only_with_a_reason(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var now = ana.Tenant.Host.Clock.GetUtcNow().UtcDateTime;
        var (old, lively, fresh, due) = (Of(ana, "Old"), Of(ana, "Lively"), Of(ana, "Fresh"), Of(ana, "Due"));
        await ana.Tenant.SaveAsync(old, lively, fresh, due);
        await ana.Tenant.SaveAsync(Touch(ana, old, now.AddMonths(-30)), Touch(ana, lively, now.AddMonths(-30)), Touch(ana, lively, now.AddMonths(-3)), Touch(ana, due, now.AddMonths(-30)), new Todo { Title = "Ring", OwnerId = ana.Id, ContactId = due.Id, DueOn = DateOnly.FromDateTime(now) });
        await TidyAsync(ana, now);
        var page = await ana.Browser.TextAsync("/contacts/silent");
        Assert.Contains("With one contact nothing happened for long. Keep them?", page);
        Assert.Contains("Old", page);
        Assert.DoesNotContain("Erase<", page);
        var row = await ana.InDb(db => db.Rows<SilentContact>().AsNoTracking().SingleAsync());
        Assert.Contains("Say why they are kept.", await (await ana.PlainBrowser.PostFormAsync($"/silent-contacts/{row.Id}/keepings")).TextAsync());
        Assert.Equal(HttpStatusCode.SeeOther, (await ana.PlainBrowser.PostFormAsync($"/silent-contacts/{row.Id}/keepings", ("Because", "Their contract runs"))).StatusCode);
        Assert.Contains("Nobody has to be decided on.", await ana.Browser.TextAsync("/contacts/silent"));
        await TidyAsync(ana, now.AddDays(1));
        Assert.Contains("Nobody has to be decided on.", await ana.Browser.TextAsync("/contacts/silent"));
        await TidyAsync(ana, now.AddMonths(25));
        var later = await ana.Browser.TextAsync("/contacts/silent");
        foreach (var name in (string[])["Old", "Lively", "Due"]) Assert.Contains($">{name}<", later);
    }

    [Theory, OnBoth]
    public async Task Who_is_heard_of_again_is_taken_off_and_others_contacts_are_not_shown(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var now = ana.Tenant.Host.Clock.GetUtcNow().UtcDateTime;
        var old = Of(ana, "Old");
        await ana.Tenant.SaveAsync(old);
        await ana.Tenant.SaveAsync(Touch(ana, old, now.AddMonths(-30)));
        await TidyAsync(ana, now);
        Assert.Contains("Nobody has to be decided on.", await (await ana.Tenant.PersonAsync(Role.Seller, "Ben Ito")).Browser.TextAsync("/contacts/silent"));
        await ana.Tenant.SaveAsync(Touch(ana, old, now));
        await TidyAsync(ana, now);
        Assert.Equal(0, await ana.InDb(db => db.Rows<SilentContact>().CountAsync()));
    }

    [Theory, OnBoth]
    public async Task An_administrator_sets_how_long_and_each_run_stands_on_the_page_with_its_count(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var ines = await ana.Tenant.PersonAsync(Role.Admin, "Ines");
        var now = ana.Tenant.Host.Clock.GetUtcNow().UtcDateTime;
        var old = Of(ana, "Old");
        await ana.Tenant.SaveAsync(old);
        await ana.Tenant.SaveAsync(Touch(ana, old, now.AddMonths(-8)));
        await TidyAsync(ana, now);
        Assert.Equal(0, await ana.InDb(db => db.Rows<SilentContact>().CountAsync()));
        var wrong = await (await ines.PlainBrowser.PostFormAsync("/settings/privacy/limits", ("What", "silent-contacts"), ("Length", "2"))).TextAsync();
        Assert.Contains("Between 6 and 120.", wrong);
        Assert.Equal(HttpStatusCode.SeeOther, (await ines.PlainBrowser.PostFormAsync("/settings/privacy/limits", ("What", "silent-contacts"), ("Length", "7"))).StatusCode);
        await TidyAsync(ana, now);
        var page = await ines.Browser.TextAsync("/settings/privacy");
        Assert.Contains("Contacts nothing happens with", page);
        Assert.Equal(1, await ana.InDb(db => db.Rows<RetentionRun>().Where(r => r.What == "silent-contacts").Select(r => r.Count).SingleAsync()));
        Assert.Equal(HttpStatusCode.Forbidden, (await ana.Browser.GetAsync("/settings/privacy")).StatusCode);
        Assert.Contains("How long something is kept was changed", await ines.Browser.TextAsync("/audit"));
    }

    private static Contact Of(TestViewer by, string name) => new() { Name = name, OwnerId = by.Id };

    private static Interaction Touch(TestViewer by, Contact with, DateTime at) => new() { Kind = InteractionKind.Call, OwnerId = by.Id, ContactId = with.Id, OccurredAt = at };

    private static Task TidyAsync(TestViewer of, DateTime now) => of.Tenant.InDb(async (db, services) => await services.GetServices<IUpkeep>().OfType<RetentionUpkeep>().Single().TidyAsync(db, now, default));
}
