using Coxswain.Customers.Service.Guard;
using Coxswain.Funnel.Help;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Charter;

/// <summary>How deals of a year that somebody helped with went beside those without: what goes together, not what causes what.</summary>
internal static class ShowPurpose
{
    /// <summary>The latest deals that the days without help rest on, at most.</summary>
    public const int Most = 2_000;

    private const int Degrees = 3, MostHelp = 20_000;

    public static async Task<Outcome<PurposeView>> Do(AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var today = Standing.Of(await db.TenantAsync(ct), clock.GetUtcNow().UtcDateTime).Day;
        return await db.Kept.ReadAsync(db, $"help and ends {today:yyyy-MM-dd}", () => ReadAsync(db, today, ct));
    }

    private static async Task<PurposeView> ReadAsync(AppDb db, DateOnly today, CancellationToken ct)
    {
        var since = today.AddYears(-1);
        var decided = db.Opportunities.Where(o => o.End != StageEnd.Open && o.ClosedOn > since && o.ClosedOn <= today);
        var all = await decided.GroupBy(o => o.End).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(ct);
        var help = await db.Rows<HelpRequest>().Where(r => r.HelperId != null).Join(decided, r => r.OpportunityId, o => o.Id, (r, o) => new { o.Id, o.End, o.OpenedOn, o.ClosedOn, r.HelperId, r.AllocatedAt }).OrderBy(h => h.Id).Take(MostHelp).ToListAsync(ct);
        // Help that came after the decision had no part in it.
        var helped = help.Where(h => DateOnly.FromDateTime(h.AllocatedAt!.Value) <= h.ClosedOn).GroupBy(h => h.Id).Select(g => (Deal: g.First(), Helpers: Math.Min(g.Select(h => h.HelperId).Distinct().Count(), Degrees - 1))).ToList();
        var others = helped.Select(h => h.Deal.Id).ToHashSet();
        var days = (await decided.Where(o => o.OpenedOn != null).OrderByDescending(o => o.ClosedOn).ThenByDescending(o => o.Id).Take(Most).Select(o => new { o.Id, o.OpenedOn, o.ClosedOn }).ToListAsync(ct)).Where(o => !others.Contains(o.Id)).Select(o => o.ClosedOn!.Value.DayNumber - o.OpenedOn!.Value.DayNumber);
        var rows = helped.ToLookup(h => h.Helpers, h => h.Deal);
        return new PurposeView
        {
            Rows =
            [
                Of(0, all.Where(e => e.Key is StageEnd.Won).Sum(e => e.Count) - helped.Count(h => h.Deal.End is StageEnd.Won), all.Sum(e => e.Count) - helped.Count, days),
                .. Enumerable.Range(1, Degrees - 1).Select(d => Of(d, rows[d].Count(r => r.End is StageEnd.Won), rows[d].Count(), rows[d].Where(r => r.OpenedOn is not null).Select(r => r.ClosedOn!.Value.DayNumber - r.OpenedOn!.Value.DayNumber))),
            ],
            From = since.AddDays(1), To = today, Decided = all.Sum(e => e.Count),
        };
    }

    private static PurposeRow Of(int helpers, int won, int deals, IEnumerable<int> took)
    {
        var days = took.Order().ToList();
        return new PurposeRow(helpers, deals, Ratio.Of(won, deals), days.Count < Ratio.Floor ? null : days[days.Count / 2], days.Count);
    }
}

/// <summary>Deals with and without help.</summary>
public sealed record PurposeView
{
    /// <summary>Nobody helped, one did, two or more did.</summary>
    public required IReadOnlyList<PurposeRow> Rows { get; init; }

    /// <summary>Deals decided in this time.</summary>
    public required int Decided { get; init; }
    public required DateOnly From { get; init; }
    public required DateOnly To { get; init; }
}

/// <summary>Deals that so many helped with.</summary>
/// <param name="Helpers">0, 1, or 2 for two and more.</param>
/// <param name="Deals">How many are decided.</param>
/// <param name="Won">The share won; null below five.</param>
/// <param name="Days">Days from beginning to decision, of the middle one; null below five.</param>
/// <param name="DaysOf">Deals of which both days are known.</param>
public sealed record PurposeRow(int Helpers, int Deals, Ratio? Won, int? Days, int DaysOf);
