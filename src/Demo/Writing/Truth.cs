using Coxswain.Demo.Inventing;
namespace Coxswain.Demo.Writing;

/// <summary>Says of an invented company, by the names of its rows, what was planted in it.</summary>
internal static class Truth
{
    public static PlantedTruth Of(InventedCompany company, Workforce staff, Ledger ledger) => new(
        company.Plan.Seed, company.Plan.Until, company.Count,
        [.. company.Sellers.Where(s => s.Weak is not null).Select(s => Weakness(s, company.Plan.Planted, staff, ledger))],
        [.. company.Sellers.Where(s => s.IsDecoy).Select(s => new PlantedDecoy(staff.Sellers[s.Number].Id, staff.Sellers[s.Number].Name, Market.Products[^1].Name))],
        company.Fault is { } fault ? new PlantedFault(ledger.StageName(fault.Stage), fault.Since, ProcessFault.Odds) : null,
        [.. company.Sellers.Where(s => s.To is not null).Select(s => Dated(s, s.To!.Value, staff))],
        [.. company.Sellers.Where(s => s.From > company.Plan.Began).Select(s => Dated(s, s.From, staff))]);

    private static PlantedWeakness Weakness(Seller seller, Planted planted, Workforce staff, Ledger ledger)
    {
        var (measure, multiple) = seller.Weak switch
        {
            Inventing.Weakness.Odds => ("win_rate", planted.Odds),
            Inventing.Weakness.Value => ("won_value_average", planted.Value),
            Inventing.Weakness.Cycle => ("cycle_days", planted.Cycle),
            _ => ("volume", planted.Volume),
        };
        return new(staff.Sellers[seller.Number].Id, staff.Sellers[seller.Number].Name, measure, multiple, seller.WeakStage is { } stage ? ledger.StageName(stage) : null);
    }

    private static PlantedDate Dated(Seller seller, DateOnly on, Workforce staff) => new(staff.Sellers[seller.Number].Id, staff.Sellers[seller.Number].Name, on);
}
