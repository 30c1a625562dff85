using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Coxswain.Customers.Activities;
using Coxswain.Customers.Contacts;
using Coxswain.Customers.Favours;
using Coxswain.Customers.Service.Cases;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Mirroring;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Tests.Privacy;

public sealed class ErasedIsToldTests
{
    [Theory, OnBoth]
    public async Task A_program_that_asks_what_changed_is_told_of_every_record_that_lost_an_erased_name(Engine engine)
    {
        var (ana, mia, ines, account) = await MetAsync(engine);
        var since = await BeginAsync(ana);
        Assert.Equal(HttpStatusCode.SeeOther, (await ines.PlainBrowser.PostFormAsync($"/contacts/{mia.Id}/erasures")).StatusCode);
        foreach (var (url, field, said) in ((string, string, string)[])[("interactions", "subject", "With an erased contact"), ("tasks", "title", "Task with an erased contact"), ("service-cases", "subject", "Case of an erased contact")])
        {
            var page = await ana.Program.GetFromJsonAsync<JsonElement>($"/api/v1/{url}?changedSince={since:O}");
            Assert.Equal(said, Assert.Single(page.GetProperty("rows").EnumerateArray()).GetProperty(field).GetString());
            Assert.DoesNotContain("Mia Berg", page.ToString());
        }
        var told = await ana.Tenant.InDb(db => db.Rows<Event>().AsNoTracking().Where(e => e.RecordedAt >= since && e.Kind.EndsWith(".changed")).ToListAsync());
        Assert.Equal(["favour", "interaction", "service-case", "task"], told.Select(e => e.SubjectKind).Order());
        Assert.All(told, e => Assert.Equal((true, false, false), (EventData.TellsErased(e), e.Data.Contains("Mia", StringComparison.Ordinal), e.Data.Contains($"{mia.Id}", StringComparison.Ordinal))));
        var timeline = await ana.Browser.TextAsync($"/accounts/{account}/timeline");
        foreach (var said in (string[])["Task with an erased contact · Contact: erased; What: erased", "Case of an erased contact · Contact: erased; Subject: erased", "Given to an erased contact · Contact: erased; What: erased"]) Assert.Contains(said, timeline);
    }

    [Theory, OnBoth]
    public async Task A_form_drawn_before_does_not_bring_an_erased_name_back_by_itself(Engine engine)
    {
        var (ana, mia, ines, _) = await MetAsync(engine);
        var task = await ana.InDb(db => db.Todos.AsNoTracking().SingleAsync());
        Assert.Equal(HttpStatusCode.SeeOther, (await ines.PlainBrowser.PostFormAsync($"/contacts/{mia.Id}/erasures")).StatusCode);
        var answer = await ana.Program.PatchAsync($"/api/v1/tasks/{task.Id}", Consent.Contacts.Json($$"""{"version":{{task.Version}},"title":"{{task.Title}}"}"""));
        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal("Task with an erased contact", (await ana.InDb(db => db.Todos.AsNoTracking().SingleAsync())).Title);
    }

    [Theory, OnBoth]
    public async Task What_another_system_keeps_is_erased_all_the_same(Engine engine)
    {
        var (ana, mia, ines, account) = await MetAsync(engine);
        await ana.Tenant.SaveAsync(new SourceMaster { Kind = Kinds.Task, System = "Ledger", Fields = "Title ContactId" }, new Todo { Title = "Ask Mia Berg", OwnerId = ana.Id, AccountId = account, ContactId = mia.Id, SourceId = "T-1" });
        Assert.Equal(HttpStatusCode.SeeOther, (await ines.PlainBrowser.PostFormAsync($"/contacts/{mia.Id}/erasures")).StatusCode);
        Assert.All(await ana.InDb(db => db.Todos.AsNoTracking().ToListAsync()), t => Assert.Equal(("Task with an erased contact", null), (t.Title, t.ContactId)));
    }

    private static async Task<DateTime> BeginAsync(TestViewer ana)
    {
        // What was recorded in the same moment as the rest counts as changed since as well.
        await ana.Tenant.InDb(async db => { await db.Rows<Event>().ExecuteUpdateAsync(s => s.SetProperty(e => e.RecordedAt, e => e.RecordedAt.AddHours(-1))); return true; });
        return ana.Tenant.Host.Clock.GetUtcNow().UtcDateTime.AddMinutes(-5);
    }

    private static async Task<(TestViewer Ana, Contact Mia, TestViewer Ines, Guid Account)> MetAsync(Engine engine)
    {
        var (ana, mia) = await Consent.Contacts.TwoAsync(engine);
        var account = await ana.AccountAsync();
        var day = new DateOnly(2026, 7, 1);
        foreach (var (url, body) in new[]
        {
            ("interactions", $$"""{"kind":"Call","subject":"Mia Berg on cranes","text":"Mia Berg wants two","contactId":"{{mia.Id}}","accountId":"{{account.Id}}"}"""),
            ("tasks", $$"""{"title":"Ring Mia Berg","contactId":"{{mia.Id}}","accountId":"{{account.Id}}"}"""),
        }) Assert.True((await ana.Program.PostAsync($"/api/v1/{url}", Consent.Contacts.Json(body))).IsSuccessStatusCode, url);
        await ana.Tenant.SaveAsync(new ServiceCase { AccountId = account.Id, ContactId = mia.Id, Subject = "Mia Berg cannot sign in", OwnerId = ana.Id, OpenedOn = day });
        await ana.Tenant.SaveAsync(new Favour { AccountId = account.Id, ContactId = mia.Id, Kind = FavourKind.Introduction, What = "Mia Berg meets our founder", On = day, OwnerId = ana.Id });
        return (ana, mia, await ana.Tenant.PersonAsync(Role.Admin, "Ines Castro"), account.Id);
    }
}
