using Coxswain.Customers.Service.Cases;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Service.Guard;

/// <summary>Ratings of one person in one month, counted by the database.</summary>
internal sealed record RatedMonth(Guid OwnerId, int Year, int Month, int Rated, int Good, int Own)
{
    public DateOnly From => new(Year, Month, 1);
}

/// <summary>Reads satisfaction and tips by calendar month, two statements for as many cases as there are.</summary>
internal static class GuardReading
{
    public const int Months = 24;

    // With two, each could take their own figure off and be left with the other's.
    private const int FewestPeople = 3;

    public static async Task<IReadOnlyList<RatedMonth>> RatedAsync(AppDb db, DateOnly today, CancellationToken ct)
    {
        var since = First(today);
        return (await db.ServiceCases.Where(c => c.Rating != null && c.RatedOn >= since && c.RatedOn <= today).GroupBy(c => new { c.OwnerId, c.RatedOn!.Value.Year, c.RatedOn!.Value.Month })
            .Select(g => new { g.Key.OwnerId, g.Key.Year, g.Key.Month, Rated = g.Count(), Good = g.Sum(c => c.Rating == CaseRating.Good ? 1 : 0), Own = g.Sum(c => c.RatedById == c.OwnerId ? 1 : 0) }).ToListAsync(ct))
            .ConvertAll(g => new RatedMonth(g.OwnerId, g.Year, g.Month, g.Rated, g.Good, g.Own));
    }

    public static async Task<GuardView> ReadAsync(AppDb db, IReadOnlyList<RatedMonth> rated, DateOnly today, double mostDrop, CancellationToken ct)
    {
        var me = db.Viewer.PersonId;
        var tips = await db.Rows<Tip>().GroupBy(t => new { t.HeardOn.Year, t.HeardOn.Month }).Select(g => new { g.Key.Year, g.Key.Month, Heard = g.Count(), Taken = g.Sum(t => t.State == TipState.Accepted ? 1 : 0), Waiting = g.Sum(t => t.ToId == me && t.State == TipState.Waiting ? 1 : 0) }).ToListAsync(ct);
        var heard = tips.ToDictionary(t => new DateOnly(t.Year, t.Month, 1), t => (t.Heard, t.Taken));
        var (ratings, first) = (rated.ToLookup(r => r.From), First(today));
        var good = ratings.ToDictionary(m => m.Key, m => m.Sum(r => r.Good));
        var months = Enumerable.Range(0, Months).Select(i => first.AddMonths(i)).Select(m => Month(m, ratings[m], heard.GetValueOrDefault(m))).ToList();
        var since = heard.Count == 0 ? (DateOnly?)null : heard.Keys.Min();
        var view = GuardView.Of(months, good, since, mostDrop, rated.Sum(r => r.Own)) with { ToDecide = tips.Sum(t => t.Waiting) };
        var (people, reach) = (rated.Select(r => r.OwnerId).ToHashSet(), db.Reaches.For(Kinds.ServiceFigures, AccessLevel.Read));
        return people.Count < FewestPeople && !people.All(reach.IncludesAllOf)
            ? view with { IsHidden = true, Before = null, After = null, Rise = null, RiseLow = null, RiseHigh = null, OwnWord = 0, Verdict = GuardVerdict.NotEnough, Months = [.. months.Select(m => m with { Satisfied = null, Rated = 0 })] } : view;
    }

    private static GuardMonth Month(DateOnly from, IEnumerable<RatedMonth> of, (int Heard, int Taken) tips) =>
        of.Aggregate((Good: 0, Rated: 0), (sum, r) => (sum.Good + r.Good, sum.Rated + r.Rated)) is var (good, rated) ? new(from, Ratio.Of(good, rated), rated, tips.Heard, tips.Taken) : null!;

    private static DateOnly First(DateOnly today) => new DateOnly(today.Year, today.Month, 1).AddMonths(1 - Months);
}
