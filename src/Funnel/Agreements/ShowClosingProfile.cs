using Coxswain.Customers.Service.Guard;
using Coxswain.Funnel.Reviews;
using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Looks;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Agreements;

/// <summary>Which way of asking works for whom: of the deals somebody asked in that way, how many were won. For oneself and one's line.</summary>
internal static class ShowClosingProfile
{
    /// <summary>As the access log calls it.</summary>
    public const string Look = "closing.profile";

    private const int Most = 20_000, MostPeople = 5_000, Years = 2;

    public static async Task<Outcome<ClosingProfileView>> Do(AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var today = (await Standing.ReadAsync(db, clock, ct)).Day;
        var since = today.AddYears(-Years);
        var asked = await db.DealAgreements.Where(a => a.Way != null && a.SaidOn > since && a.SaidOn <= today).Join(db.Opportunities, a => a.OpportunityId, o => o.Id, (a, o) => new { a.Id, a.SaidById, a.Way, AgreedOn = a.SaidOn, a.Kept, Deal = o.Id, o.End, o.ClosedOn })
            .OrderByDescending(x => x.Id).Take(Most).ToListAsync(ct);
        var ways = (await ReviewCodes.ReadAsync(db, ct)).Where(c => c.Kind is ReviewCodeKind.Closing).ToList();
        var (names, reach) = (await FigureNames.ReadAsync(db, ct), db.Reaches.For(Kinds.ClosingFigures, AccessLevel.Read));
        var needs = await RoleNeeds.ReadAsync(db, ct);
        var roles = needs.Where(n => n.Ways.Count > 0).Select(n => n.Role).ToList();
        // What a role needs is missing also of whoever never asked so.
        var needed = roles.Count == 0 ? [] : await db.PersonRows().Where(p => p.IsHere && roles.Contains(p.Role)).OrderBy(p => p.Id).Take(MostPeople).ToDictionaryAsync(p => p.Id, p => needs.First(n => n.Role == p.Role).Ways, ct);
        var byWay = asked.ToLookup(a => (a.SaidById, a.Way));
        var people = asked.Select(a => a.SaidById).Union(needed.Keys).Where(reach.IncludesAllOf).ToList();
        var rows = people.SelectMany(id => ways.Select(w => Row(id, names.KeyOf(id), names[id], w))).Where(r => r.Deals > 0 || r.IsNeeded || r.PersonId == db.Viewer.PersonId).OrderBy(r => r.PersonId != db.Viewer.PersonId).ThenBy(r => r.Name, StringComparer.CurrentCulture).ThenBy(r => r.Name).ToList();
        db.NoteLook(Look, people);
        return new ClosingProfileView { From = since.AddDays(1), To = today, Rows = rows, HasUnnamed = people.Any(id => !names.IsNamed(id)) };

        ClosingRow Row(Guid id, string key, string name, ReviewCodeLine way)
        {
            var own = byWay[(id, way.Key)].ToList();
            // What was asked after the end says nothing of how it ended.
            var decided = own.Where(a => a.End is not StageEnd.Open && !(a.AgreedOn > a.ClosedOn)).GroupBy(a => a.Deal).Select(g => g.First().End).ToList();
            var settled = own.Where(a => a.Kept is not null).ToList();
            return new(key, name, way.Key, way.Name, Ratio.Of(decided.Count(e => e is StageEnd.Won), decided.Count), decided.Count, Ratio.Of(settled.Count(a => a.Kept is true), settled.Count), settled.Count, own.Select(a => a.Deal).Distinct().Count()) { IsNeeded = needed.GetValueOrDefault(id)?.Contains(way.Key) is true, PersonId = id, IsOwn = id == db.Viewer.PersonId };
        }
    }
}

/// <summary>Which way of asking works for whom.</summary>
public sealed record ClosingProfileView
{
    public required DateOnly From { get; init; }
    public required DateOnly To { get; init; }

    /// <summary>The viewer first, then the people of their line; of each, every way they asked in.</summary>
    public required IReadOnlyList<ClosingRow> Rows { get; init; }
    public required bool HasUnnamed { get; init; }
}

/// <summary>How one way of asking went for one person.</summary>
/// <param name="Person">What the row is found by: a letter until the team was told.</param>
/// <param name="Name">As they are called.</param>
/// <param name="Way">The key of the way.</param>
/// <param name="WayName">As it is called.</param>
/// <param name="Won">Of the decided deals they asked so in before the end; null below five.</param>
/// <param name="Decided">How many those are.</param>
/// <param name="Kept">Of what customers agreed to when asked so and that was kept or not; null below five.</param>
/// <param name="Settled">How many those are.</param>
/// <param name="Deals">In how many deals they asked so at all.</param>
public sealed record ClosingRow(string Person, string Name, string Way, string WayName, Ratio? Won, int Decided, Ratio? Kept, int Settled, int Deals)
{
    /// <summary>Their role needs it.</summary>
    public bool IsNeeded { get; init; }

    internal Guid PersonId { get; init; }

    internal bool IsOwn { get; init; }
}
