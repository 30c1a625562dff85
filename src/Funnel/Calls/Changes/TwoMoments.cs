using Coxswain.Platform.Data;
using Coxswain.Platform.Money;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Calls.Changes;

/// <summary>The deals of a line at two moments, and the steps between them.</summary>
/// <param name="Then">What counted at the first.</param>
/// <param name="Now">What counted at the second.</param>
/// <param name="Steps">What each deal did.</param>
/// <param name="Missing">A rate for want of which some deals count as nothing.</param>
internal sealed record TwoMoments(IReadOnlyList<(Place Place, long Amount)> Then, IReadOnlyList<(Place Place, long Amount)> Now, IReadOnlyList<(Guid Deal, Step Step)> Steps, MissingRate? Missing)
{
    private const int AtOnce = 10_000;

    /// <param name="desk">The period and whose line.</param>
    /// <param name="first">The moment, and the day whose rates count.</param>
    /// <param name="second">The same of the later one.</param>
    /// <param name="db">The database.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<TwoMoments> ReadAsync(ForecastDesk desk, (DateTime At, DateOnly Day) first, (DateTime At, DateOnly Day) second, AppDb db, CancellationToken ct)
    {
        var line = desk.Seen(db, desk.PersonId);
        var (then, now) = (await InAsync(desk, first.At, line, db, ct), await InAsync(desk, second.At, line, db, ct));
        // Of a deal that counts at one of them only, what it was at the other says why.
        await CompleteAsync(then, now, first.At, second.At, db, ct);
        var categories = await Counted.CategoriesAsync(db, ct);
        var rates = await Rates.ReadAsync(db, desk.Tenant.Currency, then.Values.Concat(now.Values).Where(d => d.Amount is not null).Select(d => d.Currency), ct);
        var missing = (MissingRate?)null;
        var (thens, nows, steps) = (new List<(Place, long)>(), new List<(Place, long)>(), new List<(Guid, Step)>());
        foreach (var id in then.Keys.Union(now.Keys).Order())
        {
            var (before, after) = (then.TryGetValue(id, out var one) ? Of(one, first.Day, second.Day) : null, now.TryGetValue(id, out var other) ? Of(other, second.Day, first.Day) : null);
            if (before is { Counts: true }) thens.Add((before.Place, before.Amount));
            if (after is { Counts: true }) nows.Add((after.Place, after.Amount));
            steps.AddRange(Bridge.Of(before, after).Select(s => (id, s)));
        }
        return new TwoMoments(thens, nows, steps, missing);

        Standpoint Of(CountedDeal deal, DateOnly day, DateOnly otherDay)
        {
            var isIn = deal.CloseOn is { } on && desk.Period.Includes(on);
            return new Standpoint(line.Contains(deal.OwnerId), deal.End, isIn, Counted.PlaceOf(deal.End, deal.Category, deal.StageId, categories), Worth(deal, day), Worth(deal, otherDay));
        }

        // A closed deal is worth what it was on its day, whenever one looks.
        long Worth(CountedDeal deal, DateOnly day)
        {
            var on = deal.End is StageEnd.Open ? day : deal.CloseOn ?? day;
            if (deal.Amount is not { } amount) return 0;
            if (rates.InMinor(amount, deal.Currency, on) is { } worth) return worth;
            missing ??= new MissingRate(deal.Currency, on);
            return 0;
        }
    }

    private static async Task<Dictionary<Guid, CountedDeal>> InAsync(ForecastDesk desk, DateTime at, IReadOnlySet<Guid> line, AppDb db, CancellationToken ct)
    {
        var deals = await Counted.Stood(db.StatesAt(at).AsNoTracking(), db).In(desk.Period).Of(line).ToListAsync(ct);
        return deals.Where(d => line.Contains(d.OwnerId)).GroupBy(d => d.Id).ToDictionary(g => g.Key, g => g.First());
    }

    private static async Task CompleteAsync(Dictionary<Guid, CountedDeal> then, Dictionary<Guid, CountedDeal> now, DateTime first, DateTime second, AppDb db, CancellationToken ct)
    {
        var (onlyNow, onlyThen) = (now.Keys.Except(then.Keys).ToHashSet(), then.Keys.Except(now.Keys).ToHashSet());
        foreach (var ids in onlyNow.Concat(onlyThen).Chunk(AtOnce).DefaultIfEmpty([]))
        {
            var states = db.BelievedStates.AsNoTracking().Where(s => ids.Contains(s.OpportunityId));
            foreach (var deal in await Counted.Stood(states.Where(s => s.From <= first && (s.To == null || s.To > first)), db).ToListAsync(ct)) if (onlyNow.Contains(deal.Id)) then[deal.Id] = deal;
            foreach (var deal in await Counted.Stood(states.Where(s => s.From <= second && (s.To == null || s.To > second)), db).ToListAsync(ct)) if (onlyThen.Contains(deal.Id)) now[deal.Id] = deal;
        }
    }
}
