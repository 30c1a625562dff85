using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Coxswain.Customers.Accounts;
using Coxswain.Customers.Contacts;
using Coxswain.Customers.Duplicates;
using Coxswain.Customers.Leads;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Tests.Duplicates;

public sealed class KnownTests
{
    [Theory, OnBoth]
    public async Task While_typing_the_form_says_what_it_looks_like_with_the_reasons_and_a_link(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var account = new Account { Name = "Nordwind Logistik GmbH", OwnerId = ana.Id, Website = "https://www.nordwind.example", City = "Hamburg" };
        await ana.Tenant.SaveAsync(account);
        var contact = new Contact { Name = "Petra Brandt", OwnerId = ana.Id, AccountId = account.Id, Email = "petra@nordwind.example" };
        var lead = new Lead { Name = "Karl Vogt", OwnerId = ana.Id, Company = "Halma", Email = "karl@halma.example", CameOn = new(2026, 1, 1), Status = LeadStatus.New };
        await ana.Tenant.SaveAsync(contact, lead);
        foreach (var form in (string[])["/accounts/new", "/contacts/new", "/leads/new"]) Assert.Contains("/known\"", await ana.Browser.TextAsync(form));
        var accounts = await ana.Browser.TextAsync("/accounts/known?Name=NORDWIND+Logistik&Website=nordwind.example");
        foreach (var text in (string[])["Looks like the account", "Nordwind Logistik GmbH", $"/accounts/{account.Id}", "same name", "same website"]) Assert.Contains(text, accounts);
        Assert.Contains($"/contacts/{contact.Id}", await ana.Browser.TextAsync("/contacts/known?Name=Brandt%2C+Petra&Email=Petra%40Nordwind.example"));
        Assert.Contains($"/contacts/{contact.Id}", await ana.Browser.TextAsync("/contacts/known?Name=Petra+Brant&Account=Nordwind+Logistik"));
        Assert.Contains($"/leads/{lead.Id}", await ana.Browser.TextAsync("/contacts/known?Name=Karl+Vogt&Email=karl%40halma.example"));
        var leads = await ana.Browser.TextAsync("/leads/known?Name=Petra+Brandt&Email=petra%40nordwind.example&Company=Nordwind+Logistik");
        Assert.Contains($"/contacts/{contact.Id}", leads);
        Assert.Contains($"/accounts/{account.Id}", leads);
        foreach (var nothing in (string[])["/accounts/known?Name=Halma+Optik", "/accounts/known", "/contacts/known?Name=Petra+Brandt", "/contacts/known?Name=%25%27%22", "/leads/known?Name=x"]) Assert.Equal("", (await ana.Browser.TextAsync(nothing)).Trim());
    }

    [Theory, OnBoth]
    public async Task A_name_that_begins_otherwise_is_known_by_the_website_or_the_number(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var account = new Account { Name = "Kranich Logistik", OwnerId = ana.Id, Website = "https://www.kranich.example/de" };
        await ana.Tenant.SaveAsync(account);
        var contact = new Contact { Name = "Katharina Brandt", OwnerId = ana.Id, AccountId = account.Id, Mobile = "+49 170 5550199", MobileE164 = "+491705550199" };
        var lead = new Lead { Name = "Friedrich Vogt", OwnerId = ana.Id, Company = "Halma", Phone = "+49 170 5550200", PhoneE164 = "+491705550200", CameOn = new(2026, 1, 1), Status = LeadStatus.New };
        await ana.Tenant.SaveAsync(contact, lead);
        foreach (var (url, to) in ((string, string)[])
        [
            ("/accounts/known?Name=Karnich+Logistik&Website=kranich.example", $"/accounts/{account.Id}"), ("/contacts/known?Name=Kahtarina+Brandt&Phone=%2B49+170+5550199", $"/contacts/{contact.Id}"),
            ("/leads/known?Name=Firedrich+Vogt&Phone=%2B491705550200", $"/leads/{lead.Id}"),
        ])
        {
            Assert.Contains(to, await ana.Browser.TextAsync(url));
            Assert.Equal("", (await ana.Browser.TextAsync(url[..url.IndexOf('&', StringComparison.Ordinal)])).Trim());
        }
    }

    [Theory, OnBoth]
    public async Task Of_a_record_one_may_not_see_only_that_it_is_known_and_whose_it_is(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var staff = await UnseeingAsync(ana);
        await ana.Tenant.SaveAsync(new Contact { Name = "Petra Brandt", OwnerId = ana.Id, Email = "petra@nordwind.example", Title = "Head of purchasing" });
        var told = await staff.Browser.TextAsync("/contacts/known?Name=Petra+Brandt&Email=petra%40nordwind.example");
        Assert.Contains("Already known, ask the owner.", told);
        Assert.Contains("Ana Okafor", told);
        foreach (var secret in (string[])["Petra", "nordwind", "same e-mail", "Head of purchasing", "/contacts/"]) Assert.DoesNotContain(secret, told);
        // What is not certain is not told: guessing would find out.
        Assert.Equal("", (await staff.Browser.TextAsync("/contacts/known?Name=P.+Brandt&Email=petra%40nordwind.example")).Trim());
        var api = await staff.Program.GetFromJsonAsync<JsonElement>("/api/contacts/known?name=Petra%20Brandt&email=petra@nordwind.example");
        var known = api.GetProperty("records")[0];
        Assert.Equal((JsonValueKind.Null, JsonValueKind.Null, "Ana Okafor", 0), (known.GetProperty("id").ValueKind, known.GetProperty("name").ValueKind, known.GetProperty("ownerName").GetString(), known.GetProperty("signs").GetArrayLength()));
        Assert.DoesNotContain("Petra", await staff.Browser.TextAsync("/duplicates?kind=contact"));
    }

    [Theory, OnBoth]
    public async Task The_api_adds_what_looks_alike_and_says_so_and_refuses_it_only_where_that_is_asked_and_certain(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        foreach (var (url, body) in ((string, Func<bool, object>)[])
        [
            ("accounts", u => new { name = "Nordwind Logistik", website = "nordwind.example", unlessKnown = u }),
            ("contacts", u => new { name = "Petra Brandt", email = "petra@nordwind.example", unlessKnown = u }),
            ("leads", u => new { name = "Karl Vogt", email = "karl@halma.example", unlessKnown = u }),
        ])
        {
            var first = await (await ana.Program.PostAsJsonAsync($"/api/{url}", body(true))).Content.ReadFromJsonAsync<JsonElement>();
            Assert.Equal(0, first.GetProperty("looksLike").GetArrayLength());
            var refused = await ana.Program.PostAsJsonAsync($"/api/{url}", body(true));
            Assert.Equal(HttpStatusCode.UnprocessableEntity, refused.StatusCode);
            Assert.Contains("Already known", await refused.Content.ReadAsStringAsync());
            var second = await ana.Program.PostAsJsonAsync($"/api/{url}", body(false));
            Assert.Equal(HttpStatusCode.Created, second.StatusCode);
            Assert.Equal(first.GetProperty("id").GetGuid(), (await second.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("looksLike")[0].GetProperty("id").GetGuid());
            // Read again it says nothing of it.
            Assert.False((await ana.Program.GetFromJsonAsync<JsonElement>($"/api/{url}/{first.GetProperty("id").GetGuid()}")).TryGetProperty("looksLike", out _));
        }
    }

    [Theory, OnBoth]
    public async Task Somebody_merged_away_is_known_by_the_old_address_as_who_they_are_now(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var (one, two) = (new Contact { Name = "Petra Brandt", OwnerId = ana.Id, Email = "petra@nordwind.example" }, new Contact { Name = "Petra Brandt", OwnerId = ana.Id, Email = "brandt@halma.example" });
        await ana.Tenant.SaveAsync(one, two);
        var pair = await ana.Tenant.PairAsync(Kinds.Contact, one.Id, two.Id);
        await ana.PlainBrowser.PostFormAsync($"/duplicates/{pair.Id}/merges", ("Keep", $"{one.Id}"));
        var known = await ana.Browser.TextAsync("/contacts/known?Name=Petra+Brandt&Email=brandt%40halma.example");
        Assert.Contains($"/contacts/{one.Id}", known);
        Assert.DoesNotContain($"{two.Id}", known);
    }

    // Someone who may add customers and sees nobody else's.
    private static async Task<TestViewer> UnseeingAsync(TestViewer ana)
    {
        var ben = await ana.Tenant.PersonAsync(Role.Seller, "Ben Ito");
        await ana.Tenant.InDb(async db =>
        {
            db.RemoveRange(await db.Rows<AccessRow>().Where(a => a.ViewerId == ben.Id).ToListAsync());
            await db.SaveChangesAsync();
            foreach (var kind in (string[])[Kinds.Account, Kinds.Contact, Kinds.Lead]) db.Add(new AccessRow { Kind = kind, ViewerId = ben.Id, OwnerId = ben.Id, Level = AccessLevel.Edit });
            return await db.SaveChangesAsync();
        });
        return ben;
    }
}
