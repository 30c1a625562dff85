using System.IO.Compression;
using System.Net;
using System.Text;
using System.Text.Json;
using Coxswain.Customers.Capture;
using Coxswain.Customers.Contacts;
using Coxswain.Customers.Leads;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Privacy;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Tests.Privacy;

public sealed class PersonDataTests
{
    [Theory, OnBoth]
    public async Task Everything_about_a_contact_comes_as_one_file_with_data_a_page_and_their_files(Engine engine)
    {
        var (ana, mia, ines) = await MetAsync(engine);
        var page = await ines.Browser.TextAsync($"/contacts/{mia.Id}/data");
        Assert.Contains("Relationship maps", page);
        Assert.Contains("what changed in all of these, and when", page);
        using var zip = await TakeAsync(ines, $"/contacts/{mia.Id}");
        var data = JsonDocument.Parse(await ReadAsync(zip, "data.json")).RootElement;
        Assert.Equal("Mia Berg", data.GetProperty("contact")[0].GetProperty("name").GetString());
        Assert.Equal("Wants a crane", data.GetProperty("interaction")[0].GetProperty("text").GetString());
        Assert.Equal("Yes, send me the news", data.GetProperty("consentEntry")[0].GetProperty("evidence").GetString());
        Assert.Equal("Plays golf", data.GetProperty("ground")[0].GetProperty("text").GetString());
        Assert.Equal("Doubts", data.GetProperty("mapPerson")[0].GetProperty("stance").GetString());
        Assert.Contains(data.GetProperty("history").EnumerateArray(), e => e.GetProperty("kind").GetString() == "contact.changed" && e.GetProperty("fields").GetProperty("title").GetString()!.Contains("Head of yard", StringComparison.Ordinal));
        var read = WebUtility.HtmlDecode(await ReadAsync(zip, "index.html"));
        Assert.Contains("Everything that is kept about you", read);
        Assert.Contains("Wants a crane", read);
        Assert.DoesNotContain("Jon Ek", read);
        Assert.DoesNotContain(zip.Entries, e => e.FullName.Contains("..", StringComparison.Ordinal));
        Assert.Equal("The offer itself", await ReadAsync(zip, "files/offer.txt"));
    }

    [Theory, OnBoth]
    public async Task A_lead_is_given_the_mails_that_were_captured_with_their_address_and_a_contact_those_that_wait_too(Engine engine)
    {
        var (ana, mia, ines) = await MetAsync(engine);
        var lead = new Lead { Name = "Karl Vogt", OwnerId = ana.Id, Email = "Karl@Halma.example", Status = LeadStatus.New, CameOn = new(2026, 1, 5) };
        var email = await ines.InDb(db => db.Rows<Contact>().Where(c => c.Id == mia.Id).Select(c => c.Email).SingleAsync()) ?? "mia@nordwind.example";
        await ines.InDb(async db => { (await db.Rows<Contact>().SingleAsync(c => c.Id == mia.Id)).Email = email; return await db.SaveChangesAsync(); });
        Captured[] mails = [Of("a", CapturedState.Filed), Of("b", CapturedState.Waiting)];
        await ana.Tenant.SaveAsync([lead, .. mails]);
        await ana.Tenant.SaveAsync(new CapturedAddress { CapturedId = mails[0].Id, Address = "karl@halma.example", Part = Part.From, IsOutside = true }, new CapturedAddress { CapturedId = mails[1].Id, Address = email.ToLowerInvariant(), Part = Part.From, IsOutside = true });
        foreach (var (url, said) in ((string, string)[])[($"/leads/{lead.Id}", "Words of a"), ($"/contacts/{mia.Id}", "Words of b")])
        {
            using var zip = await TakeAsync(ines, url);
            Assert.Equal(said, Assert.Single(JsonDocument.Parse(await ReadAsync(zip, "data.json")).RootElement.GetProperty("captured").EnumerateArray()).GetProperty("text").GetString());
        }

        Captured Of(string key, CapturedState state) => new() { PersonId = ana.Id, Kind = CapturedKind.Mail, Key = key, State = state, OccurredAt = new(2026, 7, 1, 8, 0, 0, DateTimeKind.Utc), Subject = key, Text = $"Words of {key}" };
    }

    [Theory, OnBoth]
    public async Task Only_who_may_erase_asks_only_who_asked_takes_it_for_a_week_and_both_stand_in_the_audit(Engine engine)
    {
        var (ana, mia, ines) = await MetAsync(engine);
        Assert.Equal(HttpStatusCode.Forbidden, (await ana.Browser.GetAsync($"/contacts/{mia.Id}/data")).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await ana.Program.PostAsync($"/api/contacts/{mia.Id}/data-exports", new StringContent("{}", Encoding.UTF8, "application/json"))).StatusCode);
        (await TakeAsync(ines, $"/contacts/{mia.Id}")).Dispose();
        var export = await ines.InDb(db => db.Rows<PersonExport>().AsNoTracking().SingleAsync());
        Assert.Equal(HttpStatusCode.NotFound, (await (await ana.Tenant.PersonAsync(Role.Admin, "Ola")).Browser.GetAsync($"/person-exports/{export.Id}")).StatusCode);
        var audit = await ines.Browser.TextAsync("/audit");
        Assert.Contains("Everything about a person asked for as a file", audit);
        Assert.Contains("Everything about a person taken as a file", audit);
        await ines.InDb(async db => { (await db.Rows<PersonExport>().SingleAsync()).ReadyAt = export.ReadyAt!.Value.AddDays(-PersonExport.Days).AddMinutes(-1); return await db.SaveChangesAsync(); });
        Assert.Equal(HttpStatusCode.NotFound, (await ines.Browser.GetAsync($"/person-exports/{export.Id}")).StatusCode);
    }

    [Theory, OnBoth]
    public async Task The_files_about_somebody_go_when_they_are_erased(Engine engine)
    {
        var (_, mia, ines) = await MetAsync(engine);
        var lead = new Lead { Name = "Mia Berg", OwnerId = mia.OwnerId, ContactId = mia.Id, Status = LeadStatus.Converted, CameOn = new(2026, 1, 5) };
        await ines.Tenant.SaveAsync(lead);
        foreach (var url in (string[])[$"/contacts/{mia.Id}", $"/leads/{lead.Id}"]) (await TakeAsync(ines, url)).Dispose();
        await ines.Browser.PostFormAsync($"/contacts/{mia.Id}/erasures");
        Assert.Equal(0, await ines.InDb(db => db.Rows<PersonExport>().CountAsync()));
    }

    [Theory, OnBoth]
    public async Task Everybody_takes_what_is_kept_about_themselves_and_no_door_opens_with_it(Engine engine)
    {
        var (ana, mia, _) = await MetAsync(engine);
        await ana.Browser.PostFormAsync("/common-ground", ("Text", "Sailing"));
        using var zip = await TakeAsync(ana, "/me");
        var data = JsonDocument.Parse(await ReadAsync(zip, "data.json")).RootElement;
        Assert.Equal("Ana Okafor", data.GetProperty("person")[0].GetProperty("name").GetString());
        Assert.Equal("Sailing", data.GetProperty("ownInterest")[0].GetProperty("text").GetString());
        Assert.Contains(data.GetProperty("history").EnumerateArray(), e => e.GetProperty("about").GetGuid() == mia.Id);
        Assert.DoesNotContain("Mia Berg", await ReadAsync(zip, "data.json"));
    }

    private static async Task<ZipArchive> TakeAsync(TestViewer who, string url)
    {
        Assert.Equal(HttpStatusCode.SeeOther, (await who.PlainBrowser.PostFormAsync($"{url}/data-exports")).StatusCode);
        for (var asked = 0; asked < 3_000 && (await who.Browser.PageAsync($"{url}/data")).Contains("Being made", StringComparison.Ordinal); asked++) await Task.Yield();
        var export = await who.InDb(db => db.Rows<PersonExport>().AsNoTracking().OrderByDescending(e => e.AskedAt).ThenByDescending(e => e.Id).FirstAsync(e => e.AskedById == who.Id));
        Assert.True(export.ReadyAt is not null, await who.InDb(db => db.Rows<Platform.Jobs.Job>().Where(j => j.Id == export.JobId).Select(j => $"{j.State} {j.Attempts} {j.Cause}").SingleAsync()));
        Assert.Contains($"/person-exports/{export.Id}", await who.Browser.TextAsync($"{url}/data"));
        var answer = await who.Browser.GetAsync($"/person-exports/{export.Id}");
        Assert.Equal("application/zip", answer.EnsureSuccessStatusCode().Content.Headers.ContentType!.MediaType);
        return new ZipArchive(new MemoryStream(await answer.Content.ReadAsByteArrayAsync()));
    }

    private static async Task<string> ReadAsync(ZipArchive zip, string name)
    {
        using var from = new StreamReader(zip.GetEntry(name)!.Open());
        return await from.ReadToEndAsync();
    }

    /// <summary>A contact with something of everything, beside somebody who is none of their business.</summary>
    private static async Task<(TestViewer Ana, Contact Mia, TestViewer Ines)> MetAsync(Engine engine)
    {
        var (ana, mia) = await Consent.Contacts.TwoAsync(engine);
        var account = await ana.AccountAsync();
        var jon = new Contact { Name = "Jon Ek", OwnerId = ana.Id, AccountId = account.Id };
        await ana.Tenant.SaveAsync(jon);
        await ana.Program.PatchAsync($"/api/contacts/{mia.Id}", Consent.Contacts.Json($$"""{"title":"Head of yard","accountId":"{{account.Id}}"}"""));
        await Consent.ConsentTests.GiveAsync(ana, mia, "Newsletter", "Consent", "Yes, send me the news");
        await ana.Browser.PostFormAsync($"/contacts/{mia.Id}/common-ground", ("Kind", "Sport"), ("Text", "Plays golf"), ("Source", "At lunch"), ("Consent", "TheyAgreed"));
        await ana.Program.PostAsync("/api/interactions", Consent.Contacts.Json($$"""{"kind":"Call","subject":"Cranes","text":"Wants a crane","contactId":"{{mia.Id}}","accountId":"{{account.Id}}"}"""));
        await ana.Browser.PostFormAsync($"/accounts/{account.Id}/map/people", ("ContactId", $"{mia.Id}"), ("Influence", "Much"), ("Stance", "Doubts"), ("Evidence", "Asked twice"));
        var file = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes("The offer itself")), "Files", "offer.txt" }, { new StringContent($"{mia.Id}"), "ContactId" } };
        Assert.Equal(HttpStatusCode.SeeOther, (await ana.PlainBrowser.PostAsync("/attachments", file)).StatusCode);
        return (ana, mia, await ana.Tenant.PersonAsync(Role.Admin, "Ines Castro"));
    }
}
