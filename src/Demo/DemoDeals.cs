using Coxswain.Customers.Accounts;
using Coxswain.Funnel;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Products;
using Coxswain.Funnel.Stages;
using Coxswain.People.Persons;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Demo;

/// <summary>Two years of deals, each walked through the stages day by day by the same rules that real ones follow.</summary>
internal sealed class DemoDeals
{
    public const int Years = 2;

    private const int PerSeller = 75;
    private const double UsualWinRate = 0.55, WeakWinRate = 0.18, NoDecisionRate = 0.12;

    private static readonly string[] Sources = ["Referral", "Website", "Trade fair", "Outbound"];
    private static readonly string[] Needs = ["yard planning", "line upgrade", "service contract", "pilot", "second site", "replacement"];
    private static readonly string[] Because = ["Price", "Chose another supplier", "Features missing", "Lost touch"];

    private readonly List<Entity> _rows = [];
    private readonly IReadOnlyList<Stage> _stages;
    private readonly IReadOnlyList<Product> _products;
    private readonly DemoCustomers _customers;
    private readonly DateOnly _until;
    private readonly Chance _chance;

    private DemoDeals(IReadOnlyList<Stage> stages, DemoCustomers customers, DateOnly until, Chance chance)
    {
        (_stages, _customers, _until, _chance) = (stages, customers, until, chance);
        _products =
        [
            new() { Name = "Halma One", Family = "Halma", ListPrice = 9_500_00, Currency = "EUR" },
            new() { Name = "Halma Plus", Family = "Halma", ListPrice = 24_000_00, Currency = "EUR" },
            new() { Name = "Halma Works", Family = "Halma", ListPrice = 61_000_00, Currency = "EUR" },
        ];
        _rows.AddRange(_products);
    }

    public IReadOnlyList<Entity> Rows => _rows;

    public PlantedTruth Truth { get; } = new(DemoStaff.Weak, WeakWinRate, UsualWinRate);

    public static async Task<DemoDeals> MakeAsync(AppDb db, IReadOnlyList<Person> sellers, DemoCustomers customers, DateOnly until, Chance chance, CancellationToken ct)
    {
        var deals = new DemoDeals(await db.Rows<Stage>().AsNoTracking().OrderBy(s => s.Position).ToListAsync(ct), customers, until, chance);
        var calls = new DemoCalls(customers, until, chance);
        foreach (var seller in sellers)
            for (var i = 0; i < PerSeller; i++)
                deals._rows.AddRange(calls.About(deals.Walk(seller)));
        return deals;
    }

    /// <summary>Opens a deal on some day and lets it take its course until it ends or the demo's last day comes.</summary>
    private Opportunity Walk(Person seller)
    {
        var account = _chance.One(_customers.Accounts);
        var opened = _until.AddDays(-_chance.Between(1, 365 * Years));
        var deal = Opened(seller, account, opened);
        var result = Result(seller);
        var steps = _stages.Where(s => s.End is StageEnd.Open).ToList();
        var last = result is StageEnd.Won ? steps.Count - 1 : _chance.Between(1, steps.Count - 1);
        var day = opened;
        var states = new List<OpportunityState> { State(deal, day) };
        foreach (var next in steps[1..(last + 1)].Append(_stages.First(s => s.End == result)))
        {
            day = day.AddDays((int)_chance.Around(11, 0.5) + 1);
            if (day > _until) break;
            deal.MoveTo(next, _stages.Single(s => s.Id == deal.StageId).Name, At(day));
            if (next.End is StageEnd.Lost or StageEnd.NoDecision) deal.ClosedBecause = next.End is StageEnd.Lost ? _chance.One(Because) : "Stayed as they were";
            states.Add(State(deal, day));
        }
        OpportunityHistory.Remember(deal, states);
        return deal;
    }

    private Opportunity Opened(Person seller, Account account, DateOnly opened)
    {
        var product = _chance.One(_products);
        var price = (long)(product.ListPrice!.Value / 100 * _chance.Around(0.95, 0.12)) * 100;
        var deal = new Opportunity
        {
            Name = $"{account.Name}: {_chance.One(Needs)}", OwnerId = seller.Id, AccountId = account.Id, StageId = _stages[0].Id, End = StageEnd.Open, StageSince = At(opened),
            Amount = price, Currency = "EUR", OpenedOn = opened, CloseOn = opened.AddDays(_chance.Between(45, 110)), Source = _chance.One(Sources), MainProductId = product.Id,
        };
        _rows.Add(deal);
        _rows.Add(new OpportunityLine { OpportunityId = deal.Id, ProductId = product.Id, Quantity = 1, UnitPrice = price });
        return deal;
    }

    private StageEnd Result(Person seller)
    {
        if (_chance.Of(seller.Name == DemoStaff.Weak ? WeakWinRate : UsualWinRate)) return StageEnd.Won;
        return _chance.Of(NoDecisionRate) ? StageEnd.NoDecision : StageEnd.Lost;
    }

    // Recorded on the day it happened, so that any past day can be looked at as it was known then.
    private static OpportunityState State(Opportunity deal, DateOnly day) => OpportunityHistory.StateOf(deal, At(day), At(day));

    private static DateTime At(DateOnly day) => day.ToDateTime(new TimeOnly(9, 0), DateTimeKind.Utc);
}
