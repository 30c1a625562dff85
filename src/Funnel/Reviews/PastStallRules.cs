using System.Collections.Concurrent;
using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Reviews;

/// <summary>How long won deals took, as it was known on days of the past: of what was won until then.</summary>
internal sealed class PastStallRules
{
    private const int Most = 20_000;
    private readonly List<(DateOnly Closed, int Took)> _won;
    private readonly ConcurrentDictionary<DateOnly, StallRule> _known = new();

    internal PastStallRules(IEnumerable<(DateOnly Closed, int Took)> won) => _won = [.. won.OrderBy(w => w.Closed)];

    public static Task<PastStallRules> ReadAsync(AppDb db, CancellationToken ct) => db.Kept.ReadAsync(db, "days to past wins", async () => new PastStallRules((await db.Rows<Opportunity>().Where(o => o.End == StageEnd.Won && o.OpenedOn != null && o.ClosedOn != null).OrderByDescending(o => o.ClosedOn).ThenByDescending(o => o.Id).Take(Most).Select(o => new { o.OpenedOn, o.ClosedOn }).ToListAsync(ct)).Select(o => (o.ClosedOn!.Value, o.ClosedOn!.Value.DayNumber - o.OpenedOn!.Value.DayNumber))));

    public StallRule On(DateOnly day) => _known.GetOrAdd(day, WorkOut);

    private StallRule WorkOut(DateOnly day)
    {
        var before = _won.FindIndex(w => w.Closed > day) is var next && next < 0 ? _won.Count : next;
        var from = Math.Max(0, before - StallRule.Looked);
        return StallRule.Of([.. _won.GetRange(from, before - from).Select(w => w.Took)]);
    }
}
