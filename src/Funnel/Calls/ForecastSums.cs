using Coxswain.Platform.Data;
using Coxswain.Platform.Money;
using Coxswain.Platform.Periods;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Calls;

/// <summary>What deals come to.</summary>
/// <param name="Amount">Minor units of the organisation's currency.</param>
/// <param name="Deals">How many.</param>
/// <param name="Unknown">Those among them without a known amount, or without a rate to say it.</param>
public sealed record ForecastSum(long Amount, int Deals, int Unknown)
{
    public static ForecastSum None { get; } = new(0, 0, 0);

    public static ForecastSum operator +(ForecastSum one, ForecastSum other) => new(one.Amount + other.Amount, one.Deals + other.Deals, one.Unknown + other.Unknown);
}

/// <summary>What stands in a period, by place. Each deal stands in one place.</summary>
public sealed record ForecastSums
{
    private readonly ForecastSum[] _by = [.. Enumerable.Repeat(ForecastSum.None, Enum.GetValues<Place>().Length)];

    public ForecastSum Won => _by[(int)Place.Won];
    public ForecastSum Commit => _by[(int)Place.Commit];
    public ForecastSum BestCase => _by[(int)Place.BestCase];
    public ForecastSum Pipeline => _by[(int)Place.Pipeline];

    /// <summary>Open in a stage that nobody recorded, so that nobody knows their category.</summary>
    public ForecastSum Unplaced => _by[(int)Place.Unplaced];

    /// <summary>Left out on purpose.</summary>
    public ForecastSum Omitted => _by[(int)Place.Omitted];

    /// <summary>Of what is committed or best case: open, and its day is over.</summary>
    public ForecastSum PastItsDay { get; private set; } = ForecastSum.None;

    /// <summary>Won and committed.</summary>
    public long Sure => Won.Amount + Commit.Amount;

    internal ForecastSum this[Place place] => _by[(int)place];

    internal void Add(Place place, ForecastSum sum, bool isLate)
    {
        _by[(int)place] += sum;
        if (isLate && (place is Place.Commit or Place.BestCase)) PastItsDay += sum;
    }

    internal static ForecastSums Of(IEnumerable<ForecastSums> parts)
    {
        var whole = new ForecastSums();
        foreach (var part in parts)
        {
            foreach (var place in Enum.GetValues<Place>()) whole._by[(int)place] += part._by[(int)place];
            whole.PastItsDay += part.PastItsDay;
        }
        return whole;
    }
}

/// <summary>What stands in a period, by whose deals they are.</summary>
/// <param name="By">By owner.</param>
/// <param name="Missing">A rate for want of which some deals are not added up.</param>
internal sealed record SumsByOwner(IReadOnlyDictionary<Guid, ForecastSums> By, MissingRate? Missing)
{
    public ForecastSums Of(IEnumerable<Guid> owners) => ForecastSums.Of(owners.Select(o => By.GetValueOrDefault(o)).OfType<ForecastSums>());

    /// <param name="desk">The period.</param>
    /// <param name="owners">Whose deals.</param>
    /// <param name="asOf">As they stood then; null is now.</param>
    /// <param name="db">The database.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<SumsByOwner> ReadAsync(ForecastDesk desk, IReadOnlySet<Guid> owners, DateOnly? asOf, AppDb db, CancellationToken ct)
    {
        var (currency, day) = (desk.Tenant.Currency, asOf ?? desk.Standing.Day);
        var deals = Counted.Deals(db, asOf).In(desk.Period).Of(owners);
        // What has to be converted is told apart by amount and day: every deal is rounded for itself.
        var parts = await deals.GroupBy(d => new { d.OwnerId, d.StageId, d.End, d.Category, d.Currency, On = d.Currency == currency ? null : d.CloseOn, Each = d.Currency == currency ? null : d.Amount, IsLate = d.CloseOn < day })
            .Select(g => new { g.Key, Sum = g.Sum(d => d.Amount ?? 0), Count = g.Count(), Known = g.Count(d => d.Amount != null) }).ToListAsync(ct);
        var categories = await Counted.CategoriesAsync(db, ct);
        var rates = await Rates.ReadAsync(db, currency, parts.Where(p => p.Known > 0).Select(p => p.Key.Currency), ct);
        var (by, missing) = (new Dictionary<Guid, ForecastSums>(), (MissingRate?)null);
        foreach (var part in parts.Where(p => owners.Contains(p.Key.OwnerId)))
        {
            if (!by.TryGetValue(part.Key.OwnerId, out var sums)) by[part.Key.OwnerId] = sums = new ForecastSums();
            var on = part.Key.End is StageEnd.Won ? part.Key.On ?? day : day;
            var amount = part.Key.Each is not { } each ? part.Sum : rates.InMinor(each, part.Key.Currency, on) * part.Count;
            if (amount is null) missing ??= new MissingRate(part.Key.Currency, on);
            sums.Add(Counted.PlaceOf(part.Key.End, part.Key.Category, part.Key.StageId, categories), new ForecastSum(amount ?? 0, part.Count, amount is null ? part.Count : part.Count - part.Known), part.Key.IsLate && part.Key.End is StageEnd.Open);
        }
        return new SumsByOwner(by, missing);
    }
}
