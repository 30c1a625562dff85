using System.Net;
using System.Net.Http.Json;
using Coxswain.Customers.Contacts;
using Coxswain.Customers.Maps;
using Coxswain.Funnel.Contracts;
using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Tests.Contracts;

/// <summary>The deal in which the next term of a contract is agreed, and that term.</summary>
public sealed class RenewalTests
{
    [Theory, OnBoth]
    public async Task The_first_page_names_own_contracts_that_can_end_until_a_renewal_is_open(Engine engine)
    {
        var at = await Contracted.OnAsync(engine);
        var contract = await at.ContractAsync(began: 275, endsIn: 89, notice: 30);
        await at.ContractAsync(began: 275, endsIn: 400, notice: 30, name: "Far away");
        await at.ContractAsync(began: 275, endsIn: 20, notice: 30, name: "Over already");
        var page = await at.Ana.PlainBrowser.TextAsync("/today");
        foreach (var said in (string[])["Contracts to renew", "Nordwind Logistik", "Yard planning", "€\u00a024,000 a year"]) Assert.Contains(said, page);
        foreach (var other in (string[])["Far away", "Over already"]) Assert.DoesNotContain(other, page);
        var ben = await at.Ana.Tenant.PersonAsync(Platform.Access.Role.Seller, "Ben Ito");
        Assert.DoesNotContain("Contracts to renew", await ben.PlainBrowser.TextAsync("/today"));
        await at.PostAsync($"/contracts/{contract.Id}/renewals");
        Assert.DoesNotContain("Contracts to renew", await at.Ana.PlainBrowser.TextAsync("/today"));
        // A renewal that was removed leaves the contract to be renewed.
        var deal = await at.Ana.InDb(db => db.Opportunities.Where(o => o.Business == BusinessKind.Renewal).Select(o => o.Id).SingleAsync());
        await at.PostAsync($"/opportunities/{deal}/removals");
        Assert.Contains("Contracts to renew", await at.Ana.PlainBrowser.TextAsync("/today"));
    }

    [Theory, OnBoth]
    public async Task A_renewal_begins_with_what_is_known_and_never_twice_for_a_term(Engine engine)
    {
        var at = await Contracted.OnAsync(engine);
        var petra = new Contact { Name = "Petra Brandt", AccountId = at.Account.Id, OwnerId = at.Ana.Id };
        await at.Ana.Tenant.SaveAsync(petra);
        var placed = new MapPerson { AccountId = at.Account.Id, ContactId = petra.Id };
        await at.Ana.Tenant.SaveAsync(placed);
        await at.Ana.Tenant.SaveAsync(new MapPart { MapPersonId = placed.Id, OpportunityId = at.Won.Id, Part = DealPart.Approver, Evidence = "She signed", AsOf = at.Today.AddDays(-200), SaidById = at.Ana.Id });
        var contract = await at.ContractAsync(began: 0, endsIn: at.Today.AddMonths(12).AddDays(-1).DayNumber - at.Today.DayNumber, deal: at.Won.Id);
        var opened = await at.PostAsync($"/contracts/{contract.Id}/renewals");
        Assert.Equal(HttpStatusCode.SeeOther, opened.StatusCode);
        var deal = await at.Ana.InDb(db => db.Opportunities.AsNoTracking().SingleAsync(o => o.Business == BusinessKind.Renewal));
        Assert.Equal($"/opportunities/{deal.Id}", opened.Headers.Location!.ToString());
        Assert.Equal(("Renewal: Yard planning", 24_000_00L, contract.EndsOn!.Value.AddDays(-30), at.Account.Id, StageEnd.Open), (deal.Name, deal.Amount!.Value, deal.CloseOn!.Value, deal.AccountId!.Value, deal.End));
        var part = await at.Ana.InDb(db => db.Rows<MapPart>().AsNoTracking().SingleAsync(p => p.OpportunityId == deal.Id));
        Assert.Equal((placed.Id, DealPart.Approver, "She signed", at.Today), (part.MapPersonId, part.Part, part.Evidence, part.AsOf));
        // Both lead to each other.
        Assert.Contains($"/opportunities/{deal.Id}", await at.PageAsync(contract));
        Assert.Contains($"/contracts/{contract.Id}", await at.Ana.PlainBrowser.TextAsync($"/opportunities/{deal.Id}/contract"));
        Assert.Contains("in a deal", await at.Ana.PlainBrowser.TextAsync("/contracts"));
        var again = await at.PostAsync($"/contracts/{contract.Id}/renewals");
        Assert.Equal(HttpStatusCode.UnprocessableEntity, again.StatusCode);
        Assert.Contains("There is a renewal of this term already: Renewal: Yard planning.", WebUtility.HtmlDecode(await again.Content.ReadAsStringAsync()));
        Assert.Equal(1, await at.Ana.InDb(db => db.ContractRenewals.CountAsync()));
        // One that was removed makes way for another.
        await at.PostAsync($"/opportunities/{deal.Id}/removals");
        Assert.Equal(HttpStatusCode.Created, (await at.Ana.Program.PostAsJsonAsync($"/api/v1/contracts/{contract.Id}/renewals", new { })).StatusCode);
    }

    [Theory, OnBoth]
    public async Task What_has_no_end_has_no_term_to_renew(Engine engine)
    {
        var at = await Contracted.OnAsync(engine);
        var contract = await at.ContractAsync(endsIn: null);
        Assert.DoesNotContain("Open the renewal", await at.PageAsync(contract));
        Assert.Contains("there is no term to renew", await (await at.PostAsync($"/contracts/{contract.Id}/renewals")).Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory, OnBoth]
    public async Task A_won_renewal_makes_the_next_term_which_follows_the_one_before(Engine engine)
    {
        var at = await Contracted.OnAsync(engine);
        var contract = await at.ContractAsync(began: 0, endsIn: at.Today.AddMonths(12).AddDays(-1).DayNumber - at.Today.DayNumber, deal: at.Won.Id);
        await at.PostAsync($"/contracts/{contract.Id}/renewals");
        var deal = await at.Ana.InDb(async db =>
        {
            var renewal = await db.Opportunities.SingleAsync(o => o.Business == BusinessKind.Renewal);
            renewal.Stand(at.Sales.Stage("Won"), at.Ana.Tenant.Host.Clock.GetUtcNow().UtcDateTime);
            renewal.Amount = 30_000_00;
            await db.SaveChangesAsync();
            return renewal;
        });
        Assert.Contains("Make the next term", await at.PageAsync(contract));
        var (from, to) = (contract.EndsOn!.Value.AddDays(1), contract.EndsOn.Value.AddDays(1).AddMonths(12).AddDays(-1));
        var form = await at.Ana.PlainBrowser.TextAsync($"/opportunities/{deal.Id}/contract");
        foreach (var drawn in (string[])["The next term", $"value=\"{from:yyyy-MM-dd}\"", $"value=\"{to:yyyy-MM-dd}\"", "value=\"2500\"", "value=\"30\""]) Assert.Contains(drawn, form);
        (string, string)[] typed = [("Name", "Yard planning"), ("StartsOn", $"{from:yyyy-MM-dd}"), ("EndsOn", $"{to:yyyy-MM-dd}"), ("Recurring", "2500"), ("Every", "Month"), ("NoticeDays", "30"), ("Currency", "EUR")];
        var made = await at.PostAsync($"/opportunities/{deal.Id}/contracts", typed);
        var next = await at.Ana.InDb(db => db.Contracts.AsNoTracking().SingleAsync(c => c.FollowsId == contract.Id));
        Assert.Equal($"/contracts/{next.Id}", made.Headers.Location!.ToString());
        Assert.Contains($"/contracts/{next.Id}", await at.PageAsync(contract));
        Assert.Contains($"/contracts/{contract.Id}", await at.PageAsync(next));
        Assert.Contains("renewed", await at.Ana.PlainBrowser.TextAsync("/contracts"));
        Assert.Contains("The next term of that contract is there already.", WebUtility.HtmlDecode(await (await at.PostAsync($"/opportunities/{deal.Id}/contracts", typed)).Content.ReadAsStringAsync()));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await at.PostAsync($"/contracts/{contract.Id}/renewals")).StatusCode);
        Assert.Equal((1, 2), (await at.Ana.InDb(db => db.ContractRenewals.CountAsync()), await at.Ana.InDb(db => db.Contracts.CountAsync())));
    }
}
