using Coxswain.Customers.Accounts;
using Coxswain.Demo.Inventing;
using Coxswain.Funnel;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Products;
using Coxswain.Funnel.Products.PriceLists;
using Coxswain.Funnel.Stages;
using Coxswain.Platform.Data;
namespace Coxswain.Demo.Writing;

/// <summary>Writes invented deals as rows, with their past, their lines, and what was said and is to be done about them.</summary>
internal sealed class Ledger(InventedCompany company, Workforce staff, Clientele clientele, Methods methods, IReadOnlyList<Stage> stages)
{
    private static readonly string[] Needs = ["yard planning", "line upgrade", "service contract", "pilot", "second site", "replacement", "extension", "modernisation"];

    private readonly IReadOnlyList<(DateTime Morning, Guid Heir)?> _handOvers =
        [.. company.Sellers.Select(s => s.To is { } left ? (company.Plan.Morning(left.AddDays(1)).AddHours(-1), staff.Sellers[staff.HeirOf(s).Number].Id) : ((DateTime, Guid)?)null)];
    private readonly Dealings _dealings = new(company, clientele, methods, stages);

    /// <summary>How the company sells.</summary>
    public Methods Methods => methods;

    public IReadOnlyList<Product> Products { get; } = [.. Market.Products.Select((p, i) => new Product
    {
        Id = new Chance(company.Plan.Seed, -3 - i).Key(company.Plan.Morning(company.Plan.Began)), Name = p.Name, Family = "Halma", ListPrice = (long)(Market.Amount * Math.Exp(p.Size) / 100) * 100_00, Currency = DemoCompany.Currency,
    })];

    /// <summary>What the same costs for those who buy in number and for what the public pays for.</summary>
    public IReadOnlyList<Entity> PriceLists
    {
        get
        {
            var chance = new Chance(company.Plan.Seed, -10);
            return [.. Priced("Key accounts", 0.88, DemoCompany.Currency, chance), .. Priced("Public sector", 0.95, DemoCompany.Currency, chance), .. Priced("United Kingdom", 1, Abroad.Pound, chance)];
        }
    }

    public IEnumerable<Entity> Rows(InventedDeal invented)
    {
        var chance = invented.Seller.Chance;
        var deal = Opened(invented, chance.One(clientele.Accounts[invented.Seller.Number][invented.Industry]), chance);
        new Walk(deal, invented, stages, _handOvers[invented.Seller.Number], company.Plan).Take();
        if (deal.Amount >= Methods.Large) deal.ProcessId = methods.LargeId;
        return [deal, new OpportunityLine { Id = Beside(deal.Id), OpportunityId = deal.Id, ProductId = deal.MainProductId!.Value, Quantity = 1, UnitPrice = deal.Amount }, .. _dealings.About(deal, invented)];
    }

    private IEnumerable<Entity> Priced(string name, double share, string currency, Chance chance)
    {
        var began = company.Plan.Morning(company.Plan.Began);
        var list = new PriceList { Id = chance.Key(began), Name = name, Currency = currency };
        return [list, .. Products.Select(p => new ListedPrice { Id = chance.Key(began), PriceListId = list.Id, ProductId = p.Id, Price = (long)(Abroad.In(currency, p.ListPrice!.Value) * share / 100_00) * 100_00 })];
    }

    // Of the same moment and the same for the same company, without another draw.
    internal static Guid Beside(Guid key, byte by = 1)
    {
        var bytes = key.ToByteArray(bigEndian: true);
        bytes[^1] ^= by;
        return new Guid(bytes, bigEndian: true);
    }

    /// <summary>What the stage is called that an invented deal counts from 0.</summary>
    public string StageName(int stage) => stages[stage].Name;

    private Opportunity Opened(InventedDeal invented, Account account, Chance chance) => new()
    {
        Id = chance.Key(company.Plan.Morning(invented.Opened)), Name = $"{account.Name}: {chance.One(Needs)}", OwnerId = staff.Sellers[invented.Seller.Number].Id, AccountId = account.Id,
        StageId = stages[0].Id, End = StageEnd.Open, StageSince = OpportunityHistory.Start(invented.Opened), Currency = Abroad.CurrencyOf(account), OpenedOn = invented.Opened, Source = invented.SourceName,
        Amount = chance.Of(0.3) ? null : Abroad.In(Abroad.CurrencyOf(account), Walk.Estimate(invented, 0.3)), CloseOn = invented.Opened.AddDays(chance.Between(45, 110)), MainProductId = Products[invented.Product].Id,
    };
}
