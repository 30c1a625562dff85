using Coxswain.Platform.Money;
namespace Coxswain.Funnel.Contracts;

/// <summary>What one contract pays in a year, and when it runs.</summary>
internal sealed record ContractAmount
{
    public required Guid AccountId { get; init; }
    public required DateOnly StartsOn { get; init; }
    public required DateOnly? EndsOn { get; init; }
    public required bool RenewsItself { get; init; }
    public required DateOnly? NoticeGivenOn { get; init; }
    public required long? PerYear { get; init; }
    public required string Currency { get; init; }

    public bool RanOn(DateOnly day) => ContractDays.RanOn(day, StartsOn, EndsOn, RenewsItself, NoticeGivenOn);
}

/// <summary>
/// What stayed of what customers paid a year ago. Of the customers who paid then: net = what they pay now / what they paid then;
/// gross = the same without what anybody pays more, so at most 1. New customers count in neither. The usual definitions
/// (e.g. ChurnZero, Churnopedia, "Net Revenue Retention", read 2026); both days at the rates of the later one, so that no exchange rate is taken for growth.
/// </summary>
/// <param name="From">A year before.</param>
/// <param name="To">The day.</param>
/// <param name="Customers">Who paid something then, and of whom both amounts are known.</param>
/// <param name="LeftOut">Who have a contract of which the amount is unknown on one of the days.</param>
/// <param name="Before">What they paid then, a year; whole units of the organisation's currency.</param>
/// <param name="More">What those pay more who pay more.</param>
/// <param name="Less">What those pay less who still pay.</param>
/// <param name="Lost">What those paid who pay nothing any more.</param>
/// <param name="Gone">How many those are.</param>
public sealed record Retention(DateOnly From, DateOnly To, int Customers, int LeftOut, double Before, double More, double Less, double Lost, int Gone)
{
    /// <summary>Fewer customers say more of one of them than of the business.</summary>
    public const int Floor = 10;

    /// <summary>A currency for which there is no rate: then nothing is worked out.</summary>
    public MissingRate? Missing { get; init; }

    public double After => Before + More - Less - Lost;

    /// <summary>Null below the floor.</summary>
    public double? Net => IsEnough ? After / Before : null;

    /// <inheritdoc cref="Net"/>
    public double? Gross => IsEnough ? (Before - Less - Lost) / Before : null;

    private bool IsEnough => Missing is null && Customers >= Floor && Before > 0;

    internal static Retention Of(IReadOnlyCollection<ContractAmount> contracts, DateOnly day, Rates rates)
    {
        var (from, empty) = (day.AddYears(-1), new Retention(day.AddYears(-1), day, 0, 0, 0, 0, 0, 0, 0));
        var running = contracts.Where(c => c.RanOn(from) || c.RanOn(day)).ToList();
        foreach (var currency in running.Where(c => c.PerYear is > 0).Select(c => c.Currency).Distinct().Order(StringComparer.Ordinal))
            if (rates.On(currency, day) is null) return empty with { Missing = new(currency, day) };
        var customers = running.GroupBy(c => c.AccountId).ToList();
        var known = customers.Where(g => g.All(c => c.PerYear is not null)).Select(g => (Then: Sum(g, from), Now: Sum(g, day))).Where(c => c.Then > 0).ToList();
        return empty with
        {
            Customers = known.Count, LeftOut = customers.Count(g => g.Any(c => c.PerYear is null)), Before = known.Sum(c => c.Then), More = known.Sum(c => Math.Max(0, c.Now - c.Then)),
            Less = known.Where(c => c.Now > 0).Sum(c => Math.Max(0, c.Then - c.Now)), Lost = known.Where(c => c.Now <= 0).Sum(c => c.Then), Gone = known.Count(c => c.Now <= 0),
        };

        double Sum(IEnumerable<ContractAmount> of, DateOnly on) => of.Where(c => c.RanOn(on)).Sum(c => c.PerYear == 0 ? 0 : rates.Convert(c.PerYear!.Value, c.Currency, day)!.Value);
    }
}
