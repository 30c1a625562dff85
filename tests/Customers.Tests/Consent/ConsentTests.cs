using System.Net;
using System.Text;
using System.Text.Json;
using Coxswain.Customers.Consent;
using Coxswain.Customers.Contacts;
using Coxswain.Customers.Leads;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Tests.Consent;

public sealed class ConsentTests
{
    [Theory, OnBoth]
    public async Task What_a_contact_agreed_to_stands_on_their_page_with_what_shows_it_and_may_be_sent(Engine engine)
    {
        var (ana, mia) = await Contacts.TwoAsync(engine);
        Assert.Contains("Without consent, contract or legitimate interest no message can be sent from here.", await ana.Browser.TextAsync($"/contacts/{mia.Id}"));
        Assert.Contains("They may be written to for this.", Said(await GiveAsync(ana, mia, "Newsletter", "Consent", "Yes, send me the news")));
        var page = await ana.Browser.TextAsync($"/contacts/{mia.Id}");
        Assert.Contains("E-mail · newsletter", page);
        Assert.Contains("Yes, send me the news", page);
        Assert.Contains("may be sent", page);
        Assert.Equal("Consent", (await AskAsync(ana, Contacts.Mia, "Newsletter")).GetProperty("ground").GetString());
        Assert.Contains("Nothing is recorded that allows it", (await AskAsync(ana, Contacts.Mia, "OneToOne")).GetProperty("why").GetString());
    }

    [Theory, OnBoth]
    public async Task Without_a_basis_or_what_shows_it_nothing_is_recorded_and_a_newsletter_on_our_own_interest_is_refused(Engine engine)
    {
        var (ana, mia) = await Contacts.TwoAsync(engine);
        var refused = await (await ana.Browser.PostFormAsync($"/contacts/{mia.Id}/consents", ("Channel", "Mail"), ("Purpose", "Newsletter"), ("Topic", "Product news"))).TextAsync();
        Assert.Contains("Without a lawful basis nobody is written to.", refused);
        Assert.Contains("Say what shows it", refused);
        Assert.Contains("Product news", refused);
        Assert.Contains("A newsletter needs that they agreed", await (await GiveAsync(ana, mia, "Newsletter", "LegitimateInterest", "They buy cranes")).TextAsync());
        Assert.Equal(0, await ana.InDb(db => db.Rows<ConsentEntry>().CountAsync()));
    }

    [Theory, OnBoth]
    public async Task A_refusal_counts_from_the_day_they_said_it_and_an_older_consent_does_not_undo_it(Engine engine)
    {
        var (ana, mia) = await Contacts.TwoAsync(engine);
        await GiveAsync(ana, mia, "OneToOne", "Contract", "Contract of 2020", ("On", "2020-01-02"));
        await ana.Browser.PostFormAsync($"/contacts/{mia.Id}/consent-withdrawals", ("Channel", "Mail"), ("Purpose", "OneToOne"), ("On", "2025-03-01"));
        Assert.Contains("They refused it on", (await AskAsync(ana, Contacts.Mia, "OneToOne")).GetProperty("why").GetString());
        Assert.Contains("They refused it later", Said(await GiveAsync(ana, mia, "OneToOne", "Consent", "On a card", ("On", "2024-05-05"))));
        Assert.False((await AskAsync(ana, Contacts.Mia, "OneToOne")).GetProperty("may").GetBoolean());
        await GiveAsync(ana, mia, "OneToOne", "Consent", "Asked us to write again", ("On", "2025-06-01"));
        Assert.True((await AskAsync(ana, Contacts.Mia, "OneToOne")).GetProperty("may").GetBoolean());
        Assert.Equal(4, await ana.InDb(db => db.Rows<ConsentEntry>().CountAsync()));
    }

    [Theory, OnBoth]
    public async Task Who_refused_one_newsletter_gets_the_others_and_none_that_does_not_say_which_it_is(Engine engine)
    {
        var (ana, mia) = await Contacts.TwoAsync(engine);
        await GiveAsync(ana, mia, "Newsletter", "Consent", "All of it", ("On", "2025-01-01"));
        await ana.Browser.PostFormAsync($"/contacts/{mia.Id}/consent-withdrawals", ("Channel", "Mail"), ("Purpose", "Newsletter"), ("Topic", "Offers"), ("On", "2025-02-01"));
        Assert.Equal((true, false, false), ((await AskAsync(ana, Contacts.Mia, "Newsletter", "Product news")).GetProperty("may").GetBoolean(), (await AskAsync(ana, Contacts.Mia, "Newsletter", "offers")).GetProperty("may").GetBoolean(), (await AskAsync(ana, Contacts.Mia, "Newsletter")).GetProperty("may").GetBoolean()));
    }

    [Theory, OnBoth]
    public async Task Anybody_who_works_with_customers_takes_a_refusal_down_and_only_the_owner_what_allows_it(Engine engine)
    {
        var (ana, mia) = await Contacts.TwoAsync(engine);
        var ben = await ana.Tenant.PersonAsync(Role.Seller, "Ben Ito");
        Assert.Equal(HttpStatusCode.Forbidden, (await ben.Program.PostAsync($"/api/contacts/{mia.Id}/consents", Contacts.Json("""{"channel":"Mail","purpose":"OneToOne","ground":"Contract","evidence":"Contract 7"}"""))).StatusCode);
        Assert.Equal(HttpStatusCode.Created, (await ben.Program.PostAsync($"/api/contacts/{mia.Id}/consent-withdrawals", Contacts.Json("""{"channel":"Phone","purpose":"OneToOne","evidence":"Do not call me"}"""))).StatusCode);
        Assert.Contains("Do not call me", await ana.Browser.TextAsync($"/contacts/{mia.Id}"));
    }

    [Theory, OnBoth]
    public async Task Whoever_stands_here_twice_has_refused_for_both(Engine engine)
    {
        var (ana, mia) = await Contacts.TwoAsync(engine);
        var twin = new Contact { Name = "M. Berg", OwnerId = ana.Id, Email = Contacts.Mia.ToUpperInvariant() };
        await ana.Tenant.SaveAsync(twin);
        await GiveAsync(ana, twin, "OneToOne", "Contract", "Contract 7", ("On", "2025-01-01"));
        await ana.Browser.PostFormAsync($"/contacts/{mia.Id}/consent-withdrawals", ("Channel", "Mail"), ("Purpose", "OneToOne"), ("On", "2025-02-01"));
        Assert.False((await AskAsync(ana, Contacts.Mia, "OneToOne")).GetProperty("may").GetBoolean());
        await ana.Browser.PostFormAsync($"/contacts/{mia.Id}/removals");
        Assert.False((await AskAsync(ana, Contacts.Mia, "OneToOne")).GetProperty("may").GetBoolean());
    }

    [Theory, OnBoth]
    public async Task What_a_lead_said_goes_on_with_the_contact_it_becomes(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var lead = new Lead { Name = "Ida Sand", OwnerId = ana.Id, Email = "ida@ost.example", CameOn = new(2026, 1, 1), Status = LeadStatus.New };
        await ana.Tenant.SaveAsync(lead);
        Assert.Equal(HttpStatusCode.NoContent, (await ana.Browser.PostFormAsync($"/leads/{lead.Id}/consents", ("Channel", "Mail"), ("Purpose", "OneToOne"), ("Ground", "Consent"), ("Evidence", "Please write to me"))).StatusCode);
        Assert.Contains("Please write to me", await ana.Browser.TextAsync($"/leads/{lead.Id}"));
        var contact = (await ana.Browser.PostFormAsync($"/leads/{lead.Id}/conversions", ("Account", ""))).Next();
        Assert.Contains("Please write to me", await ana.Browser.TextAsync(contact));
        Assert.True((await AskAsync(ana, "ida@ost.example", "OneToOne")).GetProperty("may").GetBoolean());
    }

    [Theory, OnBoth]
    public async Task All_entries_can_be_taken_out_as_a_file_and_the_taking_stands_in_the_audit(Engine engine)
    {
        var (ana, mia) = await Contacts.TwoAsync(engine);
        await GiveAsync(ana, mia, "Newsletter", "Consent", "Yes, send me the news");
        var lena = await ana.Tenant.PersonAsync(Role.Leader, "Lena Vogt");
        var file = await lena.Browser.TextAsync("/contacts/consents.csv");
        Assert.Contains("Mia Berg,mia@nordwind.example,E-mail,newsletter,,true,they agreed,", file);
        Assert.Contains("Yes, send me the news", file);
        Assert.Equal(HttpStatusCode.Forbidden, (await ana.Browser.GetAsync("/contacts/consents.csv")).StatusCode);
        Assert.Contains("consents", await (await ana.Tenant.PersonAsync(Role.Admin, "Ines")).Browser.TextAsync("/audit"));
    }

    internal static Task<HttpResponseMessage> GiveAsync(TestViewer by, Contact contact, string purpose, string ground, string evidence, params (string, string)[] more) =>
        by.Browser.PostFormAsync($"/contacts/{contact.Id}/consents", [("Channel", "Mail"), ("Purpose", purpose), ("Ground", ground), ("Evidence", evidence), ("Way", "Written"), .. more]);

    internal static async Task<JsonElement> AskAsync(TestViewer by, string address, string purpose, string? topic = null) =>
        JsonDocument.Parse(await by.Program.PageAsync($"/api/message-permits?address={Uri.EscapeDataString(address)}&channel=Mail&purpose={purpose}&topic={topic}")).RootElement;

    // What the next page says once, as the cookie carries it.
    private static string Said(HttpResponseMessage answer)
    {
        var cookie = answer.Headers.GetValues("Set-Cookie").Single(c => c.StartsWith("coxswain-notice=", StringComparison.Ordinal));
        return JsonDocument.Parse(Convert.FromBase64String(Uri.UnescapeDataString(cookie["coxswain-notice=".Length..cookie.IndexOf(';', StringComparison.Ordinal)]))).RootElement.GetProperty("Text").GetString()!;
    }
}

/// <summary>A seller and a contact of theirs.</summary>
internal static class Contacts
{
    public const string Mia = "mia@nordwind.example";

    public static async Task<(TestViewer, Contact)> TwoAsync(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var mia = new Contact { Name = "Mia Berg", OwnerId = ana.Id, Email = Mia };
        await ana.Tenant.SaveAsync(mia);
        return (ana, mia);
    }

    public static StringContent Json(string text) => new(text, Encoding.UTF8, "application/json");
}
