using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Capture.Waiting;

/// <summary>What waits for a person, by whom it is with.</summary>
internal static class WaitingRows
{
    /// <summary>What of mine waits.</summary>
    public static IQueryable<Captured> Mine(AppDb db) => db.Rows<Captured>().Where(c => c.PersonId == db.Viewer.PersonId && c.State == CapturedState.Waiting);

    /// <summary>Those in it who are no colleagues.</summary>
    public static IQueryable<CapturedAddress> Senders(AppDb db)
    {
        var mine = Mine(db).Select(c => c.Id);
        return db.Rows<CapturedAddress>().Where(a => a.IsOutside && mine.Contains(a.CapturedId));
    }

    /// <summary>What of mine waits with this address in it.</summary>
    public static IQueryable<Captured> With(AppDb db, string address)
    {
        var with = db.Rows<CapturedAddress>().Where(a => a.Address == address && a.IsOutside).Select(a => a.CapturedId);
        return Mine(db).Where(c => with.Contains(c.Id));
    }

    /// <summary>Who is in these, in one statement.</summary>
    public static async Task<ILookup<Guid, CapturedAddress>> PeopleAsync(AppDb db, IReadOnlyList<Captured> all, CancellationToken ct)
    {
        var ids = all.Select(c => c.Id).ToList();
        return (await db.Rows<CapturedAddress>().Where(a => ids.Contains(a.CapturedId)).ToListAsync(ct)).ToLookup(a => a.CapturedId);
    }

    /// <summary>Looks again at what waits: somebody in it may have become a contact.</summary>
    /// <returns>How many were filed.</returns>
    public static async Task<int> LookAgainAsync(AppDb db, Filing filing, IQueryable<Captured> waiting, CancellationToken ct)
    {
        var filed = 0;
        var all = await waiting.OrderBy(c => c.OccurredAt).ToListAsync(ct);
        var people = await PeopleAsync(db, all, ct);
        foreach (var captured in all)
        {
            if (await filing.SettleAsync(captured, [.. people[captured.Id]], ct) is Settled.Filed) filed++;
            await db.SaveChangesAsync(ct);
        }
        return filed;
    }

    /// <summary>Looks again at what of mine is filed: with somebody else in it who became a contact since, it is filed with them as well.</summary>
    /// <param name="db">Of the person.</param>
    /// <param name="email">Only with this address in it; null for all.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task JoinAsync(AppDb db, string? email, CancellationToken ct)
    {
        var (contacts, strangers) = (db.Contacts, db.Rows<CapturedAddress>().Where(a => a.IsOutside && a.ContactId == null));
        var address = Addresses.Clean(email);
        strangers = email is null ? strangers.Where(a => contacts.Any(c => c.FoldedEmail == a.Address)) : strangers.Where(a => a.Address == address);
        var with = strangers.Select(a => a.CapturedId);
        var filed = await db.Rows<Captured>().Where(c => c.PersonId == db.Viewer.PersonId && c.State == CapturedState.Filed && with.Contains(c.Id)).OrderBy(c => c.OccurredAt).ToListAsync(ct);
        if (filed.Count == 0) return;
        var filing = await Filing.OfAsync(db, db.Viewer.PersonId, await CaptureRules.OfAsync(db, ct), ct);
        var people = await PeopleAsync(db, filed, ct);
        foreach (var captured in filed)
        {
            await filing.JoinAsync(captured, people[captured.Id], ct);
            await db.SaveChangesAsync(ct);
        }
    }

    /// <summary>The same for those in whom somebody has become known since.</summary>
    public static async Task<int> LookAgainAsync(AppDb db, CaptureRules rules, CancellationToken ct)
    {
        var folded = (await Senders(db).Select(a => a.Address).Distinct().ToListAsync(ct)).ConvertAll(a => (string?)Folding.Fold(a));
        if (folded.Count == 0) return 0;
        var contacts = await db.Contacts.Where(c => folded.Contains(c.FoldedEmail)).Select(c => c.Email).ToListAsync(ct);
        var leads = await db.Leads.Where(l => folded.Contains(l.FoldedEmail)).Select(l => l.Email).ToListAsync(ct);
        var known = contacts.Concat(leads).Select(Addresses.Clean).OfType<string>().ToList();
        var with = db.Rows<CapturedAddress>().Where(a => known.Contains(a.Address)).Select(a => a.CapturedId);
        return known.Count == 0 ? 0 : await LookAgainAsync(db, await Filing.OfAsync(db, db.Viewer.PersonId, rules, ct), Mine(db).Where(c => with.Contains(c.Id) && c.Why == WaitReason.Nobody), ct);
    }
}
