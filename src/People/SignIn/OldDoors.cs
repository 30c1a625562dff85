using Coxswain.Platform.Data;
using Coxswain.Platform.Jobs;
namespace Coxswain.People.SignIn;

/// <summary>Sign-ins that ended or that nobody used, and links that were used or are out of date: each a month ago.</summary>
internal sealed class OldDoors : IUpkeep
{
    private static readonly TimeSpan Kept = TimeSpan.FromDays(30);

    public async Task TidyAsync(AppDb db, DateTime now, CancellationToken ct)
    {
        var (before, unused) = (now - Kept, now - Kept - SessionCookie.Idle);
        await db.ClearAsync(db.Sessions.Where(s => s.EndedAt < before || s.SeenAt < unused), ct);
        await db.ClearAsync(db.OneTimeLinks.Where(l => l.UsedAt < before || l.ExpiresAt < before), ct);
    }
}
