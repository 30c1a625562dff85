using System.Net;
using System.Text;
using System.Text.Json;
using Coxswain.Customers.Consent;
using Coxswain.Customers.Contacts;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Outside;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using MimeKit;
namespace Coxswain.Customers.Tests.Consent;

public sealed class SuppressionTests
{
    [Theory, OnBoth]
    public async Task A_suppressed_address_wins_over_any_consent_on_every_contact_that_has_it(Engine engine)
    {
        var (ana, mia) = await Contacts.TwoAsync(engine);
        await ConsentTests.GiveAsync(ana, mia, "Newsletter", "Consent", "Yes, send me the news");
        var there = (await ana.Browser.PostFormAsync("/suppressions", ("Value", " Mia@Nordwind.example "), ("Reason", "Asked"), ("Back", $"/contacts/{mia.Id}#consent"))).Next();
        Assert.Equal($"/contacts/{mia.Id}#consent", there);
        var made = JsonDocument.Parse(await (await ana.Program.PostAsync("/api/contacts", Contacts.Json($$"""{"name":"M. Berg","email":"{{Contacts.Mia}}"}"""))).Content.ReadAsStringAsync()).RootElement.GetProperty("id").GetString();
        foreach (var contact in new[] { $"{mia.Id}", made })
        {
            var page = await ana.Browser.TextAsync($"/contacts/{contact}");
            Assert.Contains("Nothing may be sent to this address.", page);
            Assert.Contains("Nothing is sent to mia@nordwind.example: they asked", page);
            Assert.DoesNotContain("may be sent<", page);
        }
        Assert.Contains("they asked", (await ConsentTests.AskAsync(ana, Contacts.Mia, "Newsletter")).GetProperty("why").GetString());
        await ConsentTests.GiveAsync(ana, mia, "Newsletter", "Consent", "Again, please");
        Assert.False((await ConsentTests.AskAsync(ana, Contacts.Mia, "Newsletter")).GetProperty("may").GetBoolean());
    }

    [Theory, OnBoth]
    public async Task A_domain_stops_all_its_addresses_and_those_below_it_and_no_neighbour(Engine engine)
    {
        var (ana, mia) = await Contacts.TwoAsync(engine);
        await ConsentTests.GiveAsync(ana, mia, "OneToOne", "Contract", "Contract 7");
        Assert.Equal(HttpStatusCode.Created, (await ana.Program.PostAsync("/api/suppressions", Contacts.Json("""{"value":"@nordwind.example","reason":"Law","note":"Their works council"}"""))).StatusCode);
        Assert.Contains("all of its domain", (await ConsentTests.AskAsync(ana, Contacts.Mia, "OneToOne")).GetProperty("why").GetString());
        Assert.Contains("all of its domain", (await ConsentTests.AskAsync(ana, "a@mail.nordwind.example", "OneToOne")).GetProperty("why").GetString());
        Assert.Contains("Nothing is recorded", (await ConsentTests.AskAsync(ana, "a@otherwind.example", "OneToOne")).GetProperty("why").GetString());
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await ana.Program.PostAsync("/api/suppressions", Contacts.Json("""{"value":"nobody"}"""))).StatusCode);
    }

    [Theory, OnBoth]
    public async Task An_administrator_finds_adds_many_from_a_file_and_lifts_only_with_a_reason(Engine engine)
    {
        var (ana, _) = await Contacts.TwoAsync(engine);
        var ines = await ana.Tenant.PersonAsync(Role.Admin, "Ines");
        var file = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes("Name,Address,When\nJo,jo@ost.example,2026\nAl,al@ost.example,2026\nAll,@west.example,2026\nJo,JO@ost.example,2026\n")), "File", "stop.csv" }, { new StringContent("Complaint"), "Reason" } };
        Assert.Equal(HttpStatusCode.SeeOther, (await ines.PlainBrowser.PostAsync("/settings/suppressions/files", file)).StatusCode);
        Assert.Contains("Nothing is sent to 3 addresses and domains.", await ines.Browser.TextAsync("/settings/suppressions"));
        var sought = await ines.Browser.TextAsync("/settings/suppressions?q=jo@ost.example");
        Assert.Contains("they complained", sought);
        Assert.DoesNotContain("al@ost.example", sought);
        Assert.Contains("@west.example", await ines.Browser.TextAsync("/settings/suppressions?q=west"));
        var row = await ana.InDb(db => db.Rows<Suppression>().SingleAsync(s => s.Value == "jo@ost.example"));
        Assert.Contains("Say why: it stays beside it.", await (await ines.PlainBrowser.PostFormAsync($"/settings/suppressions/{row.Id}/liftings")).TextAsync());
        Assert.Equal(HttpStatusCode.SeeOther, (await ines.PlainBrowser.PostFormAsync($"/settings/suppressions/{row.Id}/liftings", ("Because", "Asked us to write again"))).StatusCode);
        Assert.Contains("Nothing is recorded", (await ConsentTests.AskAsync(ana, "jo@ost.example", "OneToOne")).GetProperty("why").GetString());
        Assert.Contains("al@ost.example,", await ines.Browser.TextAsync("/settings/suppressions/export"));
        Assert.Equal(HttpStatusCode.Forbidden, (await ana.Browser.GetAsync("/settings/suppressions")).StatusCode);
        Assert.Equal(HttpStatusCode.NotFound, (await (await (await ana.Tenant.Host.TenantAsync("Other")).PersonAsync(Role.Admin, "Noa")).Browser.PostFormAsync($"/settings/suppressions/{row.Id}/liftings", ("Because", "x"))).StatusCode);
    }

    [Theory, OnBoth]
    public async Task An_erased_person_leaves_a_fingerprint_that_stops_whoever_comes_again_with_the_address(Engine engine)
    {
        var (ana, mia) = await Contacts.TwoAsync(engine);
        await ana.Browser.PostFormAsync("/suppressions", ("Value", Contacts.Mia), ("Reason", "Complaint"), ("Note", "Mia was angry"));
        var ines = await ana.Tenant.PersonAsync(Role.Admin, "Ines");
        await ines.Browser.PostFormAsync($"/contacts/{mia.Id}/erasures");
        var row = await ana.InDb(db => db.Rows<Suppression>().AsNoTracking().SingleAsync());
        Assert.Equal((null, null, SuppressionReason.Complaint), (row.Value, row.Note, row.Reason));
        Assert.DoesNotContain("mia@", await ines.Browser.TextAsync("/settings/suppressions"), StringComparison.OrdinalIgnoreCase);
        Assert.Contains("somebody who was erased", await ines.Browser.TextAsync($"/settings/suppressions?q={Contacts.Mia}"));
        await ana.Program.PostAsync("/api/contacts", Contacts.Json($$"""{"name":"Mia Berg","email":"{{Contacts.Mia}}"}"""));
        Assert.Contains("they complained", (await ConsentTests.AskAsync(ana, Contacts.Mia, "OneToOne")).GetProperty("why").GetString());
        Assert.Contains("This is not the address.", await (await ines.PlainBrowser.PostFormAsync($"/settings/suppressions/{row.Id}/liftings", ("Because", "Came back"), ("Value", "other@nordwind.example"))).TextAsync());
        Assert.Equal(HttpStatusCode.SeeOther, (await ines.PlainBrowser.PostFormAsync($"/settings/suppressions/{row.Id}/liftings", ("Because", "Came back"), ("Value", Contacts.Mia))).StatusCode);
    }

    [Theory, OnBoth]
    public async Task Erasing_one_of_two_with_an_address_stops_the_other_only_where_something_was_refused(Engine engine)
    {
        var (ana, mia) = await Contacts.TwoAsync(engine);
        var (twin, third) = (new Contact { Name = "M. Berg", OwnerId = ana.Id, Email = Contacts.Mia }, new Contact { Name = "Mia B.", OwnerId = ana.Id, Email = Contacts.Mia });
        await ana.Tenant.SaveAsync(twin, third);
        var ines = await ana.Tenant.PersonAsync(Role.Admin, "Ines");
        await ines.Browser.PostFormAsync($"/contacts/{mia.Id}/erasures");
        Assert.Equal(0, await ana.InDb(db => db.Rows<Suppression>().CountAsync()));
        await ana.Browser.PostFormAsync($"/contacts/{twin.Id}/consent-withdrawals", ("Channel", "Mail"), ("Purpose", "Newsletter"));
        await ines.Browser.PostFormAsync($"/contacts/{twin.Id}/erasures");
        Assert.Equal((1, 0), await ana.InDb(async db => (await db.Rows<Suppression>().CountAsync(), await db.Rows<ConsentEntry>().CountAsync())));
    }

    [Theory, OnBoth]
    public async Task A_message_without_a_basis_cannot_be_sent_and_what_was_withdrawn_since_it_was_written_stops_it_in_words(Engine engine)
    {
        var (ana, mia) = await Contacts.TwoAsync(engine);
        await ana.Tenant.InDb(async (db, services) =>
        {
            var bases = services.GetRequiredService<LawfulBases>();
            Assert.Contains("Nothing is recorded", (await bases.OfOutsideAsync(db, Contacts.Mia, Purpose.OneToOne, null, default)).Refused);
        });
        await ConsentTests.GiveAsync(ana, mia, "OneToOne", "Contract", "Contract 7");
        await ana.Tenant.InDb(async (db, services) =>
        {
            var (bases, post) = (services.GetRequiredService<LawfulBases>(), services.GetRequiredService<PostOffice>());
            var basis = (await bases.OfOutsideAsync(db, Contacts.Mia, Purpose.OneToOne, null, default)).Basis!;
            Assert.Equal((LegalGround.Contract, Contacts.Mia), (((OutsidePerson)basis).Ground, basis.Address));
            var server = new Outgoing { Host = "127.0.0.1", Port = RealServer.FreePort(), Security = MailSecurity.None, Sender = "cox@halma.example" };
            using var copied = Message("boss@nordwind.example");
            Assert.Contains("others than it may go to", (await Assert.ThrowsAsync<NoBasisException>(() => post.SendAsync(db, server, copied, basis, default))).Message);
            using var message = Message(null);
            await Assert.ThrowsAsync<OutsideException>(() => post.SendAsync(db, server, message, basis, default));
            await ana.Browser.PostFormAsync("/suppressions", ("Value", Contacts.Mia), ("Reason", "Complaint"));
            Assert.Contains("they complained", (await Assert.ThrowsAsync<NoBasisException>(() => post.SendAsync(db, server, message, basis, default))).Message);
        });
    }

    private static MimeMessage Message(string? copy)
    {
        var message = new MimeMessage([MailboxAddress.Parse("cox@halma.example")], [MailboxAddress.Parse(Contacts.Mia)], "Cranes", new TextPart("plain") { Text = "Hello" });
        if (copy is not null) message.Bcc.Add(MailboxAddress.Parse(copy));
        return message;
    }
}
