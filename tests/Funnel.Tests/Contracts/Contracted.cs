using Coxswain.Customers.Accounts;
using Coxswain.Funnel.Contracts;
using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Data;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Tests.Contracts;

/// <summary>An account of Ana's with a won deal, and whatever contracts a test needs.</summary>
internal sealed record Contracted(Sales Sales, Account Account, Opportunity Won)
{
    public TestViewer Ana => Sales.Ana;

    public DateOnly Today => DateOnly.FromDateTime(Ana.Tenant.Host.Clock.GetUtcNow().UtcDateTime);

    public static async Task<Contracted> OnAsync(Engine engine)
    {
        var sales = await Sales.OnAsync(engine);
        var account = new Account { Name = "Nordwind Logistik", OwnerId = sales.Ana.Id };
        await sales.Ana.Tenant.SaveAsync(account);
        var won = new Opportunity { Name = "Yard planning", OwnerId = sales.Ana.Id, AccountId = account.Id, StageId = sales.Stage("Won").Id, End = StageEnd.Won, Currency = "EUR", Amount = 24_000_00, ClosedOn = DateOnly.FromDateTime(sales.Ana.Tenant.Host.Clock.GetUtcNow().UtcDateTime).AddDays(-30) };
        await sales.Ana.Tenant.SaveAsync(won);
        return new(sales, account, won);
    }

    /// <summary>A contract that began so many days ago and ends in so many.</summary>
    public async Task<Contract> ContractAsync(int began = 275, int? endsIn = 89, int? renews = null, int? notice = 30, long? recurring = 2_000_00, ContractEvery every = ContractEvery.Month, string currency = "EUR", Account? account = null, Guid? deal = null, string name = "Yard planning")
    {
        var from = Today.AddDays(-began);
        var contract = new Contract { AccountId = (account ?? Account).Id, OwnerId = Ana.Id, Name = name, DealId = deal, StartsOn = from, TermFrom = from, EndsOn = endsIn is { } days ? Today.AddDays(days) : null, RenewsMonths = renews, NoticeDays = notice, Recurring = recurring, Every = every, Currency = currency };
        await Ana.Tenant.SaveAsync(contract);
        return contract;
    }

    public Task<HttpResponseMessage> PostAsync(string url, params (string, string)[] fields) => Ana.PlainBrowser.PostFormAsync(url, [.. fields, ("_culture", "en")]);

    public Task<Contract> StoredAsync(Guid id) => Ana.InDb(db => db.RowsWithRemoved<Contract>().AsNoTracking().SingleAsync(c => c.Id == id));

    public Task<string> PageAsync(Contract contract) => Ana.PlainBrowser.TextAsync($"/contracts/{contract.Id}");
}
