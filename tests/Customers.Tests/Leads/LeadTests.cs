using System.Net;
using System.Net.Http.Json;
using System.Text.Json;
using Coxswain.Customers.Accounts;
using Coxswain.Customers.Attachments;
using Coxswain.Customers.Contacts;
using Coxswain.Customers.Leads;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Tests.Leads;

public sealed class LeadTests
{
    [Theory, OnBoth]
    public async Task A_lead_becomes_a_contact_at_a_new_account_with_what_was_said_and_is_to_be_done(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var lead = await AddedAsync(ana, ("Name", "Mia Berg"), ("Company", "Alster Bakery"), ("Email", "mia@alster.example"), ("Phone", "+49 40 5550123"), ("Title", "Owner"), ("Source", "Fair"), ("Need", "A second oven"));
        await ana.Browser.PostFormAsync("/interactions", ("AboutKind", "lead"), ("AboutId", lead), ("Kind", "Call"), ("Text", "Wants a visit"), ("Back", $"/leads/{lead}"));
        await ana.Browser.PostFormAsync("/tasks", ("AboutKind", "lead"), ("AboutId", lead), ("Title", "Send the dates"), ("Back", $"/leads/{lead}"));
        var page = await ana.Browser.TextAsync($"/leads/{lead}");
        foreach (var said in (string[])["Alster Bakery", "Wants a visit", "Send the dates", "A second oven"]) Assert.Contains(said, page);
        Assert.Contains("is added", await ana.Browser.TextAsync($"/leads/{lead}/conversion"));

        var done = await ana.Browser.PostFormAsync($"/leads/{lead}/conversions", ("Account", "Alster Bakery"));
        var contact = await ana.Browser.TextAsync(done.Next());
        foreach (var said in (string[])["Mia Berg", "Alster Bakery", "mia@alster.example", "Owner", "Wants a visit", "Send the dates"]) Assert.Contains(said, contact);
        Assert.Contains("Became a contact", await ana.Browser.TextAsync($"/leads/{lead}"));
        Assert.Equal(HttpStatusCode.Forbidden, (await ana.Browser.PostFormAsync($"/leads/{lead}/conversions", ("Account", "Alster Bakery"))).StatusCode);
        Assert.Equal(1, await ana.InDb(db => db.Rows<Contact>().CountAsync()));
    }

    [Theory, OnBoth]
    public async Task Where_several_accounts_have_the_name_of_its_company_one_is_chosen_and_none_guessed(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var (north, south) = (new Account { Name = "Alster Bakery", City = "Kiel", OwnerId = ana.Id }, new Account { Name = "Alster bakery", City = "Ulm", OwnerId = ana.Id });
        await ana.Tenant.SaveAsync(north, south);
        var lead = await AddedAsync(ana, ("Name", "Mia Berg"), ("Company", "Alster Bakery"));
        var form = await ana.Browser.TextAsync($"/leads/{lead}/conversion");
        foreach (var said in (string[])["Which of them?", "Kiel", "Ulm"]) Assert.Contains(said, form);
        var unsaid = await ana.Browser.PostFormAsync($"/leads/{lead}/conversions", ("Account", "Alster Bakery"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, unsaid.StatusCode);
        Assert.Contains("choose the one you mean", await unsaid.TextAsync());
        Assert.Equal(0, await ana.InDb(db => db.Rows<Contact>().CountAsync()));
        await ana.Browser.PostFormAsync($"/leads/{lead}/conversions", ("Account", "Alster Bakery"), ("AccountId", $"{south.Id}"));
        Assert.Equal(south.Id, await ana.InDb(db => db.Rows<Contact>().Select(c => c.AccountId).SingleAsync()));
        Assert.Equal(2, await ana.InDb(db => db.Rows<Account>().CountAsync()));
    }

    [Theory, OnBoth]
    public async Task What_is_there_already_is_used_and_not_made_again(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var account = await ana.AccountAsync("Alster Bakery");
        await ana.Tenant.SaveAsync(new Contact { Name = "Mia Berg-Vik", OwnerId = ana.Id, AccountId = account.Id, Email = "Mia@Alster.example" });
        var lead = await AddedAsync(ana, ("Name", "Mia Berg"), ("Company", "ALSTER bakery"), ("Email", "mia@alster.example"));
        var form = await ana.Browser.TextAsync($"/leads/{lead}/conversion");
        Assert.Contains("It is there already and is used", form);
        Assert.Contains("is there, with the same address", form);
        await ana.Browser.PostFormAsync($"/leads/{lead}/conversions", ("Account", "ALSTER bakery"));
        Assert.Equal((1, 1), await ana.InDb(async db => (await db.Rows<Contact>().CountAsync(), await db.Rows<Account>().CountAsync())));
    }

    [Theory, OnBoth]
    public async Task Why_it_came_to_nothing_is_asked_and_it_can_be_opened_again(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var lead = await AddedAsync(ana, ("Name", "Mia Berg"));
        Assert.Contains("Why does it come to nothing?", await (await ana.Browser.PostFormAsync($"/leads/{lead}/closures")).TextAsync());
        await ana.Browser.PostFormAsync($"/leads/{lead}/closures", ("End", "NoReply"));
        var page = await ana.Browser.TextAsync($"/leads/{lead}");
        Assert.Contains("They do not answer", page);
        Assert.Contains("Status: New → Came to nothing", page);
        Assert.DoesNotContain("Mia Berg", await ana.Browser.TextAsync("/leads?status=New"));
        await ana.Browser.PostFormAsync($"/leads/{lead}/reopenings");
        Assert.Contains("In work", await ana.Browser.TextAsync($"/leads/{lead}"));
    }

    [Theory, OnBoth]
    public async Task A_lead_is_found_listed_exported_changed_and_taken_away(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var lead = await AddedAsync(ana, ("Name", "Mia Berg"), ("Company", "Alster Bakery"));
        Assert.Contains("Mia Berg", await ana.Browser.TextAsync("/search?q=alster"));
        var manager = await ana.Tenant.PersonAsync(Role.Manager, "Priya");
        Assert.Contains("Mia Berg", await manager.Browser.TextAsync("/leads/export"));
        await ana.Browser.PostFormAsync($"/leads/{lead}", ("Version", "1"), ("Status", "Working"), ("Phone", "040 5550123"));
        var read = await ana.Program.GetFromJsonAsync<JsonElement>($"/api/leads/{lead}");
        Assert.Equal("Working", read.GetProperty("status").GetString());
        Assert.Contains("Only an open lead is new or in work", await (await ana.Browser.PostFormAsync($"/leads/{lead}", ("Status", "Converted"))).TextAsync());
        await ana.Browser.PostFormAsync($"/leads/{lead}/removals");
        Assert.DoesNotContain("Mia Berg", (await ana.Browser.TextAsync("/leads")).Split("<main")[1].Split("</table>")[0]);
        Assert.DoesNotContain("Mia Berg", await ana.Browser.TextAsync("/search?q=alster"));
        await ana.Browser.PostFormAsync($"/leads/{lead}/restorations");
        Assert.Contains("Mia Berg", await ana.Browser.TextAsync("/leads"));
    }

    [Theory, OnBoth]
    public async Task What_cannot_be_an_address_or_a_name_is_refused_and_what_was_typed_stays(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var answer = await ana.Browser.PostFormAsync("/leads", ("Email", "not a mail"), ("Phone", "call me"), ("Company", "As typed"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.TextAsync();
        foreach (var said in (string[])["Please fill this in.", "This does not look like an e-mail address.", "This does not look like a phone number.", "As typed"]) Assert.Contains(said, page);
        Assert.Equal(0, await ana.InDb(db => db.Rows<Lead>().CountAsync()));
    }

    [Theory, OnBoth]
    public async Task A_colleague_does_not_convert_what_is_not_theirs_and_another_organisation_finds_nothing(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var lead = await AddedAsync(ana, ("Name", "Mia Berg"), ("Company", "Alster Bakery"));
        var ben = await ana.Tenant.PersonAsync(Role.Seller, "Ben Ito");
        Assert.Equal(HttpStatusCode.Forbidden, (await ben.Browser.PostFormAsync($"/leads/{lead}/conversions", ("Account", "Alster Bakery"))).StatusCode);
        var zoe = await (await ana.Tenant.Host.TenantAsync("Other")).PersonAsync(Role.Admin, "Zoe");
        Assert.Equal(HttpStatusCode.NotFound, (await zoe.Browser.GetAsync($"/leads/{lead}")).StatusCode);
        Assert.Equal(0, await ana.InDb(db => db.Rows<Account>().CountAsync()));
    }

    [Theory, OnBoth]
    public async Task The_leads_of_who_leaves_go_to_the_heir_while_they_are_open(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var (open, closed) = (await AddedAsync(ana, ("Name", "Mia Berg")), await AddedAsync(ana, ("Name", "Jon Vik")));
        await ana.Browser.PostFormAsync($"/leads/{closed}/closures", ("End", "NoNeed"));
        var ben = await ana.Tenant.PersonAsync(Role.Seller, "Ben Ito");
        await ana.Tenant.InDb((db, _) => new TakeOver().TakeOverAsync(db, ana.Id, ben.Id, default));
        Assert.Equal([ben.Id], await ana.InDb(db => db.Rows<Lead>().Where(l => l.Id == Guid.Parse(open)).Select(l => l.OwnerId).ToListAsync()));
        Assert.Equal([ana.Id], await ana.InDb(db => db.Rows<Lead>().Where(l => l.Id == Guid.Parse(closed)).Select(l => l.OwnerId).ToListAsync()));
    }

    [Theory, OnBoth]
    public async Task Own_fields_called_alike_files_and_what_they_want_go_along(Engine engine)
    {
        var lena = await (await (await Host.On(engine)).TenantAsync()).PersonAsync(Role.Leader, "Lena Vogt");
        foreach (var field in (object[])[new { kind = "lead", label = "Route", type = "Choice", options = "North\nSouth" }, new { kind = "lead", label = "Cranes", type = "Number" }, new { kind = "contact", label = "Route", type = "Choice", options = "South\nNorth" }, new { kind = "account", label = "Cranes", type = "Number" }, new { kind = "account", label = "Twice", type = "Formula", formula = "[Cranes] * 2" }, new { kind = "account", label = "Route", type = "Text" }])
            Assert.True((await lena.Program.PostAsJsonAsync("/api/custom-fields", field)).IsSuccessStatusCode);
        var made = await lena.Program.PostAsJsonAsync("/api/leads", new { name = "Mia Berg", company = "Alster Bakery", need = "A second oven", custom = new { route = "North", cranes = 4 } });
        var lead = (await made.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("id").GetString();
        var content = new AttachedContent { Hash = new string('a', 64), Bytes = 12_000, MediaType = "application/pdf", KeptAt = new(2026, 1, 5, 0, 0, 0, DateTimeKind.Utc) };
        await lena.Tenant.SaveAsync(content);
        await lena.Tenant.SaveAsync(new Attachment { ContentId = content.Id, Name = "plan.pdf", AboutKind = "lead", AboutId = Guid.Parse(lead!), OwnerId = lena.Id, AddedOn = new(2026, 1, 5) });
        await lena.Browser.PostFormAsync($"/leads/{lead}/conversions", ("Account", "Alster Bakery"));
        var (contact, account) = await lena.InDb(async db => (await db.Rows<Contact>().SingleAsync(), await db.Rows<Account>().SingleAsync()));
        Assert.Equal("North", (await lena.Program.GetFromJsonAsync<JsonElement>($"/api/contacts/{contact.Id}")).GetProperty("custom").GetProperty("route").GetString());
        Assert.Equal("""{"cranes":4,"twice":8}""", (await lena.Program.GetFromJsonAsync<JsonElement>($"/api/accounts/{account.Id}")).GetProperty("custom").GetRawText());
        var file = await lena.InDb(db => db.Rows<Attachment>().SingleAsync());
        Assert.Equal((account.Id, contact.Id, null), (file.AccountId, file.ContactId, file.AboutId));
        Assert.Contains("A second oven", await lena.Browser.TextAsync($"/contacts/{contact.Id}"));
    }

    [Theory, OnBoth]
    public async Task A_contact_who_is_there_is_completed_and_placed_and_keeps_what_is_known(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var there = new Contact { Name = "Mia Berg", OwnerId = ana.Id, Email = "mia@alster.example", Title = "Head baker" };
        await ana.Tenant.SaveAsync(there);
        var lead = await AddedAsync(ana, ("Name", "Mia Berg"), ("Email", "mia@alster.example"), ("Phone", "+49 40 5550123"), ("Title", "Owner"));
        await ana.Browser.PostFormAsync($"/leads/{lead}/conversions", ("Account", "Alster Bakery"));
        var (contact, account) = await ana.InDb(async db => (await db.Rows<Contact>().SingleAsync(), await db.Rows<Account>().SingleAsync()));
        Assert.Equal(("Head baker", "+49 40 5550123", "+49405550123", account.Id), (contact.Title, contact.Phone, contact.PhoneE164, contact.AccountId));
    }

    [Theory, OnBoth]
    public async Task Somebody_known_to_a_colleague_alone_is_not_made_again_and_the_owner_is_named(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        await ana.Tenant.SaveAsync(new Contact { Name = "Mia Berg", OwnerId = ana.Id, Email = "mia@alster.example" });
        var ben = await ana.Tenant.PersonAsync(Role.Seller, "Ben Ito");
        await ana.Tenant.InDb(async db =>
        {
            db.RemoveRange(await db.Rows<AccessRow>().Where(a => a.ViewerId == ben.Id && a.Kind == Kinds.Contact).ToListAsync());
            await db.SaveChangesAsync();
            db.Add(new AccessRow { Kind = Kinds.Contact, ViewerId = ben.Id, OwnerId = ben.Id, Level = AccessLevel.Edit });
            return await db.SaveChangesAsync();
        });
        var lead = await AddedAsync(ben, ("Name", "Mia Berg"), ("Email", "mia@alster.example"));
        var refused = await ben.Browser.PostFormAsync($"/leads/{lead}/conversions", ("Account", ""));
        Assert.Equal(HttpStatusCode.Forbidden, refused.StatusCode);
        Assert.Contains("Already known, ask the owner: Ana Okafor", await refused.TextAsync());
        Assert.Equal((1, LeadStatus.New), await ana.InDb(async db => (await db.Rows<Contact>().CountAsync(), await db.Rows<Lead>().Select(l => l.Status).SingleAsync())));
    }

    private static async Task<string> AddedAsync(TestViewer by, params (string, string)[] fields) => (await by.Browser.PostFormAsync("/leads", fields)).Next().Split('/')[^1];
}
