using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Money;
using Coxswain.Platform.Periods;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Calls;

/// <summary>Where a deal of a period stands on the way to the number.</summary>
public enum Place { Won, Commit, BestCase, Pipeline, Unplaced, Omitted }

/// <summary>A deal as a forecast counts it.</summary>
internal sealed record CountedDeal
{
    public required Guid Id { get; init; }
    public required Guid OwnerId { get; init; }
    public required Guid? StageId { get; init; }
    public required StageEnd End { get; init; }
    public required ForecastCategory? Category { get; init; }
    public required long? Amount { get; init; }
    public required string Currency { get; init; }
    public required DateOnly? CloseOn { get; init; }
}

/// <summary>Finds the deals that count for a number, and where they stand.</summary>
internal static class Counted
{
    /// <summary>The visible deals, as they are or as they stood at the end of a day.</summary>
    public static IQueryable<CountedDeal> Deals(AppDb db, DateOnly? asOf) => asOf is { } day ? Stood(db.StatesAt(Standing.EndOf(day)), db) : db.Opportunities.Select(o => new CountedDeal
    {
        Id = o.Id, OwnerId = o.OwnerId, StageId = o.StageId, End = o.End, Category = o.Category, Amount = o.Amount, Currency = o.Currency, CloseOn = o.CloseOn,
    }).Seen(db);

    public static IQueryable<CountedDeal> Stood(IQueryable<OpportunityState> states, AppDb db) => states.Select(s => new CountedDeal
    {
        Id = s.OpportunityId, OwnerId = s.OwnerId, StageId = s.StageId, End = s.End, Category = s.Category, Amount = s.Amount, Currency = s.Currency, CloseOn = s.CloseOn,
    }).Seen(db);

    /// <summary>Open or won, with their day in the period.</summary>
    public static IQueryable<CountedDeal> In(this IQueryable<CountedDeal> deals, Period period)
    {
        var (from, to) = (period.From, period.To);
        return deals.Where(d => (d.End == StageEnd.Open || d.End == StageEnd.Won) && d.CloseOn >= from && d.CloseOn <= to);
    }

    // As many names as go into a statement well; of a larger line everybody's deals are read and the rest left out.
    private const int MostNamed = 500;

    /// <summary>Those of a line, as far as a statement can say so: whoever reads them leaves out the rest.</summary>
    public static IQueryable<CountedDeal> Of(this IQueryable<CountedDeal> deals, IReadOnlySet<Guid> line)
    {
        if (line.Count > MostNamed) return deals;
        var owners = line.ToList();
        return deals.Where(d => owners.Contains(d.OwnerId));
    }

    /// <summary>The category of each stage: few change, and a page asks for all of them.</summary>
    public static Task<Dictionary<Guid, ForecastCategory>> CategoriesAsync(AppDb db, CancellationToken ct) =>
        db.Kept.ReadAsync(db, "categories of stages", () => db.Stages.AsNoTracking().ToDictionaryAsync(s => s.Id, s => s.Category, ct));

    /// <summary>A category somebody set goes before that of the stage; where the stage was not recorded nobody knows.</summary>
    public static Place PlaceOf(StageEnd end, ForecastCategory? category, Guid? stage, IReadOnlyDictionary<Guid, ForecastCategory> stages) => end is StageEnd.Won ? Place.Won : (category ?? (stage is { } id && stages.TryGetValue(id, out var its) ? its : null)) switch
    {
        ForecastCategory.Omitted => Place.Omitted,
        ForecastCategory.Pipeline => Place.Pipeline,
        ForecastCategory.BestCase => Place.BestCase,
        null => Place.Unplaced,
        _ => Place.Commit,
    };

    /// <summary>An amount in minor units of the organisation's currency, rounded deal by deal, so that sums of any kind add up; null where the rate is missing.</summary>
    public static long? InMinor(this Rates rates, long minor, string currency, DateOnly day) =>
        currency == rates.Currency ? minor : rates.Convert(minor, currency, day) is { } major ? Minor.FromMajor((decimal)major, rates.Currency) : null;
}
