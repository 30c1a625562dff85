using System.Globalization;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Platform.Jobs;

/// <summary>
/// Asks, for each organisation, for the upkeep of the day. The key of the row is made of kind and UTC day, so that however often and by
/// however many processes it is asked, there is one; a machine that was off at midnight does it when it is on.
/// </summary>
internal sealed class DailyUpkeep : IClockwork
{
    public async Task AskAsync(AppDb db, DateTime now, CancellationToken ct)
    {
        var day = DateOnly.FromDateTime(now);
        var key = JobKey.Of($"{Upkeep.JobKind} {day:O}");
        if (await db.Rows<Job>().AnyAsync(j => j.Id == key, ct)) return;
        db.Add(new Job { Id = key, Kind = Upkeep.JobKind, Title = day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture), AskedById = Guid.Empty, AskedAt = now, NextTryAt = now });
        await db.SaveChangesAsync(ct);
    }
}
