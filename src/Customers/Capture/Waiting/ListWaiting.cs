using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Capture.Waiting;

/// <summary>Lists whom nobody is known for, so that one answer about an address files all that waits with it.</summary>
internal static class ListWaiting
{
    private const int Most = 500;

    public static async Task<Outcome<WaitingView>> Do(AppDb db, CancellationToken ct)
    {
        var rows = await (from a in WaitingRows.Senders(db) join c in WaitingRows.Mine(db) on a.CapturedId equals c.Id orderby c.OccurredAt descending, a.Id select new { a.Id, a.Address, a.Name, c.OccurredAt, c.Subject, c.Why, c.Kind }).Take(Most).ToListAsync(ct);
        var ignored = await db.Rows<IgnoredAddress>().Where(i => i.PersonId == db.Viewer.PersonId).Select(i => i.Pattern).ToListAsync(ct);
        return new WaitingView([.. rows.Where(r => !ignored.Contains(r.Address) && !ignored.Contains("@" + Addresses.DomainOf(r.Address))).GroupBy(r => r.Address)
            .Select(g => new SenderLine(g.First().Id, g.Key, g.Select(r => r.Name).FirstOrDefault(n => n is not null), g.Count(), db.Local(g.First().OccurredAt), g.First().Subject, g.First().Kind, g.Any(r => r.Why is WaitReason.Several)))]);
    }
}

/// <summary>Whom nobody is known for, the latest first.</summary>
public sealed record WaitingView(IReadOnlyList<SenderLine> Senders);

/// <summary>Somebody outside.</summary>
/// <param name="Id">Of one of the places where they stand.</param>
/// <param name="Address">Their address.</param>
/// <param name="Name">What they call themselves.</param>
/// <param name="Count">How many wait.</param>
/// <param name="Last">When the last was.</param>
/// <param name="Subject">Of the last.</param>
/// <param name="Kind">What the last is.</param>
/// <param name="IsShared">Several contacts have this address.</param>
public sealed record SenderLine(Guid Id, string Address, string? Name, int Count, DateTime Last, string? Subject, CapturedKind Kind, bool IsShared);
