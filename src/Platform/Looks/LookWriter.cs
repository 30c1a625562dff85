using Coxswain.Platform.Data;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Platform.Looks;

/// <summary>Folds looks into the rows of their days.</summary>
internal static class LookWriter
{
    /// <summary>Rows of one save: short, since on SQLite nobody else writes meanwhile.</summary>
    public const int AtOnce = 200;

    public static async Task WriteAsync(AppDb db, IReadOnlyCollection<KeyValuePair<Sight, Times>> seen, CancellationToken ct)
    {
        var periods = Periods.Periods.Of(await db.Rows<Tenant>().AsNoTracking().SingleAsync(t => t.Id == db.Viewer.TenantId, ct));
        var folded = seen.GroupBy(s => (s.Key.SubjectId, s.Key.ViewerId, s.Key.What, Day: periods.DayOf(s.Value.First)), s => s.Value).ToDictionary(g => g.Key, g => g.Aggregate((a, b) => a.And(b)));
        var (subjects, days) = (folded.Keys.Select(k => k.SubjectId).Distinct().ToList(), folded.Keys.Select(k => k.Day).Distinct().ToList());
        var present = await db.Rows<Look>().Where(l => subjects.Contains(l.SubjectId) && days.Contains(l.Day)).ToDictionaryAsync(l => (l.SubjectId, l.ViewerId, l.What, l.Day), ct);
        foreach (var (key, times) in folded)
            if (present.TryGetValue(key, out var look)) (look.Count, look.LastAt) = (look.Count + times.Count, times.Last > look.LastAt ? times.Last : look.LastAt);
            else db.Add(new Look { SubjectId = key.SubjectId, ViewerId = key.ViewerId, What = key.What, Day = key.Day, Count = times.Count, FirstAt = times.First, LastAt = times.Last });
        await db.SaveChangesAsync(ct);
    }
}
