using System.Net;
using System.Net.Http.Json;
using Coxswain.Customers.Accounts;
using Coxswain.Customers.Activities;
using Coxswain.Customers.Contacts;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.Customers.Tests.Accounts;

public sealed class AccountRecordTests
{
    [Theory, OnBoth]
    public async Task One_fact_is_changed_where_it_stands_and_told_in_words(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var account = await ana.AccountAsync(industry: "Transport");
        var open = await ana.Browser.TextAsync($"/accounts/{account.Id}/facts?editing=Industry");
        Assert.Contains("name=\"Industry\"", open);
        Assert.DoesNotContain("name=\"Website\"", open);
        var saved = await ana.Browser.PostFormAsync($"/accounts/{account.Id}", ("Version", "1"), ("Industry", "Logistics"));
        Assert.Equal(HttpStatusCode.OK, saved.StatusCode);
        var page = await ana.Browser.TextAsync($"/accounts/{account.Id}");
        Assert.Contains("Industry: Transport → Logistics", page);
        Assert.Contains("Ana Okafor", page);
    }

    [Theory, OnBoth]
    public async Task The_timeline_goes_by_when_it_happened_not_by_when_it_was_recorded(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var account = await ana.AccountAsync();
        await ana.Tenant.SaveAsync(Touch(ana, account, "earlier", -2));
        await ana.Tenant.SaveAsync(Touch(ana, account, "earliest", -9));
        await ana.Tenant.SaveAsync(Touch(ana, account, "latest", -1));
        var page = await ana.Browser.TextAsync($"/accounts/{account.Id}");
        var places = new[] { "latest", "earlier", "earliest" }.Select(text => page.IndexOf(text, StringComparison.Ordinal)).ToList();
        Assert.All(places, place => Assert.True(place > 0));
        Assert.Equal(places.Order(), places);
    }

    [Theory, OnBoth]
    public async Task Personal_values_are_told_only_while_their_key_stands(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var contact = new Contact { Name = "Petra Brandt", OwnerId = ana.Id, Email = "old@halma.example" };
        await ana.Tenant.SaveAsync(contact);
        await ana.Browser.PostFormAsync($"/contacts/{contact.Id}", ("Version", "1"), ("Email", "new@halma.example"));
        Assert.Contains("E-mail: old@halma.example → new@halma.example", await ana.Browser.TextAsync($"/contacts/{contact.Id}"));
        await ana.Tenant.InDb((db, services) => services.GetRequiredService<Seal>().EraseAsync(db, contact.Id, default));
        var page = await ana.Browser.TextAsync($"/contacts/{contact.Id}");
        Assert.DoesNotContain("old@halma.example", page);
        Assert.Contains("E-mail: erased", page);
    }

    [Theory, OnBoth]
    public async Task What_is_removed_leaves_list_and_search_and_comes_back_whole(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var account = await ana.AccountAsync("Portavia");
        var removed = await ana.Browser.PostFormAsync($"/accounts/{account.Id}/removals");
        Assert.Equal("/accounts", removed.Next());
        Assert.Equal(HttpStatusCode.NotFound, (await ana.Browser.GetAsync($"/accounts/{account.Id}")).StatusCode);
        Assert.DoesNotContain("Portavia", await ana.Browser.TextAsync("/accounts"));
        Assert.DoesNotContain("Portavia", await ana.Browser.TextAsync("/find?q=porta"));
        var back = await ana.Browser.PostFormAsync($"/accounts/{account.Id}/restorations");
        Assert.Contains("Portavia", await ana.Browser.TextAsync(back.Next()));
        Assert.Contains("Portavia", await ana.Browser.TextAsync("/find?q=porta"));
    }

    [Theory, OnBoth]
    public async Task A_colleague_may_neither_remove_nor_restore_it(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var account = await ana.AccountAsync();
        var ben = await ana.Tenant.PersonAsync(Role.Seller, "Ben Ito");
        Assert.Equal(HttpStatusCode.Forbidden, (await ben.Browser.PostFormAsync($"/accounts/{account.Id}/removals")).StatusCode);
        Assert.DoesNotContain("/removals", await ben.Browser.TextAsync($"/accounts/{account.Id}"));
        await ana.Browser.PostFormAsync($"/accounts/{account.Id}/removals");
        Assert.Equal(HttpStatusCode.Forbidden, (await ben.Browser.PostFormAsync($"/accounts/{account.Id}/restorations")).StatusCode);
    }

    [Theory, OnBoth]
    public async Task A_name_of_ten_thousand_characters_is_refused_clearly_and_kept(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var name = new string('x', 10_000);
        var answer = await ana.Browser.PostFormAsync("/accounts", ("Name", name), ("City", "Graz"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = await answer.TextAsync();
        Assert.Contains("At most 200 characters.", page);
        Assert.Contains(name, page);
        Assert.Contains("Graz", page);
    }

    [Theory, OnBoth]
    public async Task Any_script_and_emoji_come_back_as_typed(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        foreach (var name in (string[])["شركة الشحن الشمالية", "株式会社🚢 Ü<b>\"&'", "Владимир"])
        {
            var made = await ana.Browser.PostFormAsync("/accounts", ("Name", name));
            Assert.Contains($"<h1>{name}</h1>", await ana.Browser.TextAsync(made.Next()));
        }
    }

    [Theory, OnBoth]
    public async Task The_api_changes_only_what_is_sent(Engine engine)
    {
        var ana = await Customers.SellerAsync(engine);
        var account = await ana.AccountAsync(industry: "Transport");
        var patched = await ana.Program.PatchAsJsonAsync($"/api/accounts/{account.Id}", new { website = "nordwind.example" });
        Assert.True(patched.IsSuccessStatusCode, await patched.TextAsync());
        var stored = await ana.InDb(db => db.Accounts.SingleAsync());
        Assert.Equal(("Nordwind Logistik", "Transport", "nordwind.example"), (stored.Name, stored.Industry, stored.Website));
        Assert.Equal(HttpStatusCode.OK, (await ana.Program.DeleteAsync($"/api/accounts/{account.Id}")).StatusCode);
        var gone = await ana.Program.GetAsync($"/api/accounts/{account.Id}");
        Assert.Equal(HttpStatusCode.NotFound, gone.StatusCode);
        Assert.Equal("application/problem+json", gone.Content.Headers.ContentType!.MediaType);
    }

    private static Interaction Touch(TestViewer by, Account account, string text, int days) => new()
    { Kind = InteractionKind.Note, OwnerId = by.Id, AccountId = account.Id, Text = text, OccurredAt = by.Tenant.Host.Clock.GetUtcNow().UtcDateTime.AddDays(days) };
}
