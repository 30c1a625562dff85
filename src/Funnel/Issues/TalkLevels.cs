using Coxswain.Customers;
using Coxswain.Customers.Service.Guard;
using Coxswain.Funnel.Calls;
using Coxswain.Platform.Data;
using Coxswain.Platform.Periods;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Issues;

/// <summary>What talks were about, person by person and quarter by quarter.</summary>
internal sealed class TalkLevels
{
    private const int Quarters = 4, Most = 20_000;

    private readonly List<(Guid Who, Period Quarter, TalkLevel Level, int Count)> _counted;
    private readonly Periods _calendar;

    private TalkLevels(Periods calendar, List<(Guid, Period, TalkLevel, int)> counted) => (_calendar, _counted) = (calendar, counted);

    /// <summary>Whose talks somebody said something of.</summary>
    public IEnumerable<Guid> People => _counted.Select(c => c.Who).Distinct();

    /// <summary>Of the last four quarters, the one that runs among them. A talk that was removed counts no more.</summary>
    public static async Task<TalkLevels> ReadAsync(AppDb db, Periods calendar, DateOnly today, CancellationToken ct)
    {
        var first = Enumerable.Range(1, Quarters - 1).Aggregate(calendar.Of(PeriodKind.Quarter, today), (quarter, _) => calendar.Before(quarter));
        var (from, talks) = (first.From, db.Touches());
        var rated = await db.TalkRatings.Where(r => r.On >= from && r.On <= today && talks.Any(t => t.Id == r.InteractionId && !t.IsHidden)).GroupBy(r => new { r.HeldById, r.On, r.Level }).Select(g => new { g.Key.HeldById, g.Key.On, g.Key.Level, Count = g.Count() })
            .OrderByDescending(g => g.On).ThenBy(g => g.HeldById).ThenBy(g => g.Level).Take(Most).ToListAsync(ct);
        return new TalkLevels(calendar, [.. rated.Select(r => (r.HeldById, calendar.Of(PeriodKind.Quarter, r.On), r.Level, r.Count))]);
    }

    /// <summary>Of one person, the latest quarter first.</summary>
    public IEnumerable<TalkLevelRow> Of(Guid who, string key, string name) => _counted.Where(c => c.Who == who).GroupBy(c => c.Quarter).OrderByDescending(g => g.Key.From).Select(g =>
    {
        int In(TalkLevel level) => g.Where(c => c.Level == level).Sum(c => c.Count);
        var all = g.Sum(c => c.Count);
        return new TalkLevelRow(key, name, _calendar.Key(g.Key), all, In(TalkLevel.Product), In(TalkLevel.Market), In(TalkLevel.Thinking), Ratio.Of(In(TalkLevel.Thinking), all)) { QuarterName = _calendar.Name(g.Key) };
    });
}

/// <summary>What somebody's talks of one quarter were about, of those of which somebody said so.</summary>
/// <param name="Person">What the row is found by: a letter until the team was told.</param>
/// <param name="Name">As they are called.</param>
/// <param name="Quarter">Which, such as 2026-Q3.</param>
/// <param name="Talks">How many.</param>
/// <param name="Product">About our product.</param>
/// <param name="Market">About their market and people like them.</param>
/// <param name="Thinking">About their business, their thinking challenged.</param>
/// <param name="Challenged">The share of the last; null below five.</param>
public sealed record TalkLevelRow(string Person, string Name, string Quarter, int Talks, int Product, int Market, int Thinking, Ratio? Challenged)
{
    internal string QuarterName { get; init; } = "";
}
