using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Platform.Checkups;

/// <summary>Nothing was recorded later than now: else this machine's clock is or was wrong.</summary>
internal sealed class ClockCheckup : ICheckup
{
    private static readonly TimeSpan Slack = TimeSpan.FromMinutes(5);

    public async Task<IReadOnlyList<Checked>> LookAsync(AppDb db, CancellationToken ct)
    {
        var now = db.Clock.GetUtcNow().UtcDateTime;
        var newest = await db.Rows<Event>().MaxAsync(e => (DateTime?)e.RecordedAt, ct);
        return [newest > now + Slack ? Checked.Watch("Recorded times", $"the newest is of {newest:yyyy-MM-dd HH:mm} UTC, which is still to come.", "Set this machine's clock by a time server (timedatectl set-ntp true).") : Checked.Good("Recorded times", "none is still to come")];
    }
}
