using Coxswain.Customers.Activities;
using Coxswain.Customers.Service.Cases;
using Coxswain.Customers.Service.Guard;
using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Looks;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Service.Coaching;

/// <summary>How alike help is found, whoever gives it, and whether customers ask for one by name; of a year.</summary>
internal static class ShowConsistency
{
    /// <summary>As the access log calls it.</summary>
    public const string Look = "service.consistency";

    public static async Task<Outcome<ConsistencyView>> Do(AppDb db, TimeProvider clock, CancellationToken ct) => await ReadAsync(db, await ListTasks.TodayAsync(db, clock, ct), ct);

    internal static async Task<ConsistencyView> ReadAsync(AppDb db, DateOnly today, CancellationToken ct)
    {
        var since = today.AddYears(-1);
        var rated = await db.ServiceCases.Where(c => c.Rating != null && c.RatedOn > since && c.RatedOn <= today).GroupBy(c => new { c.OwnerId, Another = c.AskedForId != null && c.AskedForId != c.OwnerId })
            .Select(g => new { g.Key.OwnerId, g.Key.Another, Rated = g.Count(), Good = g.Sum(c => c.Rating == CaseRating.Good ? 1 : 0), Bad = g.Sum(c => c.Rating == CaseRating.Bad ? 1 : 0) }).ToListAsync(ct);
        var asked = await db.ServiceCases.Where(c => c.AskedForId != null && c.OpenedOn > since).GroupBy(c => c.AskedForId!.Value).Select(g => new { g.Key, Count = g.Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, ct);
        var served = await db.ServiceCases.Where(c => c.OpenedOn > since).Select(c => c.OwnerId).Distinct().ToListAsync(ct);
        var seen = (await db.Rows<ServiceObservation>().Where(o => o.On > since).Select(o => new { o.OwnerId, o.Knowledge, o.Skill }).ToListAsync(ct)).ToLookup(o => o.OwnerId);
        var (names, reach) = (await FigureNames.ReadAsync(db, ct), db.Reaches.For(Kinds.ServiceFigures, AccessLevel.Read));
        var people = served.Union(asked.Keys).Union(rated.Select(r => r.OwnerId)).ToList();
        var ratings = people.ConvertAll(id => new Ratings(id, rated.Where(r => r.OwnerId == id).Sum(r => r.Rated), rated.Where(r => r.OwnerId == id).Sum(r => r.Good)));
        var rows = ratings.ConvertAll(r => new ConsistencyRow(names.KeyOf(r.PersonId), names[r.PersonId], Ratio.Of(r.Good, r.Rated), r.Rated, Mean(seen[r.PersonId].Select(o => o.Knowledge)), Mean(seen[r.PersonId].Select(o => o.Skill)), seen[r.PersonId].Count(), asked.GetValueOrDefault(r.PersonId)) { PersonId = r.PersonId });
        var shown = rows.Where(r => reach.IncludesAllOf(r.PersonId)).OrderBy(r => r.Name, StringComparer.CurrentCulture).ToList();
        db.NoteLook(Look, shown.Select(r => r.PersonId));
        // Each could take their own figure off those of so few and be left with the others'.
        var alone = people.Count < 3 && shown.Count < people.Count;
        var (spread, between) = alone ? (SpreadVerdict.NotEnough, null) : Consistency.Spread(ratings);
        var top = asked.Count == 0 ? (Guid?)null : asked.MaxBy(a => a.Value).Key;
        return new ConsistencyView
        {
            From = since.AddDays(1), To = today, Spread = spread, Between = between, Compared = ratings.Count(r => r.Rated >= Ratio.Floor), Team = alone ? null : Ratio.Of(ratings.Sum(r => r.Good), ratings.Sum(r => r.Rated)),
            KnowledgeBetween = alone ? null : Consistency.Between(rows.Select(r => r.Knowledge)), SkillBetween = alone ? null : Consistency.Between(rows.Select(r => r.Skill)),
            Preference = alone ? PreferenceVerdict.NotEnough : Consistency.Preference([.. asked.Values], people.Count), Requests = asked.Values.Sum(), People = people.Count, Effective = alone ? null : Consistency.Effective([.. asked.Values]),
            Top = alone || top is null ? null : Ratio.Of(asked[top.Value], asked.Values.Sum()), TopName = top is { } who && reach.IncludesAllOf(who) ? names[who] : null,
            UnhappyWithAnother = alone ? null : Ratio.Of(rated.Where(r => r.Another).Sum(r => r.Bad), rated.Where(r => r.Another).Sum(r => r.Rated)), UnhappyElse = alone ? null : Ratio.Of(rated.Where(r => !r.Another).Sum(r => r.Bad), rated.Where(r => !r.Another).Sum(r => r.Rated)),
            Rows = shown, HasUnnamed = shown.Any(r => !names.IsNamed(r.PersonId)),
        };
    }

    private static double? Mean(IEnumerable<int?> values) => values.OfType<int>().ToList() is { Count: >= Ratio.Floor } known ? known.Average() : null;
}
