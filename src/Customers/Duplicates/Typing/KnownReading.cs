using Coxswain.Customers.Accounts;
using Coxswain.Customers.Contacts;
using Coxswain.Customers.Duplicates.Matching;
using Coxswain.Customers.Leads;
using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Duplicates.Typing;

/// <summary>
/// Finds what looks like something typed, in all records of the organisation: by what stands in an index, so that a million of them cost no
/// more than a few. What was merged away counts under its old name and address as what it went into.
/// </summary>
internal static class KnownReading
{
    private const int Most = 5, Near = 40, Letters = 4;

    public static async Task<IReadOnlyList<KnownRecord>> AccountsAsync(AppDb db, Company typed, string name, Guid? but, CancellationToken ct)
    {
        var folded = Folding.Fold(name);
        if (folded.Length < 2) return [];
        var begin = Begin(folded);
        var near = db.RowsWithRemoved<Account>().Where(a => a.RemovedAt == null || a.MergedIntoId != null);
        // The whole name first, in case more begin alike than are looked at.
        var some = near.Where(a => a.FoldedName == folded).OrderBy(a => a.Id).Take(Near).Select(a => a.Id).Concat(near.Where(a => a.FoldedName.StartsWith(begin)).OrderBy(a => a.FoldedName).Take(Near).Select(a => a.Id));
        // A slip at the beginning of the name is found by the website.
        if (typed.Site is { } site) some = some.Concat(near.Where(a => a.Site == site).OrderBy(a => a.Id).Take(Near).Select(a => a.Id));
        var found = await near.Where(a => some.Contains(a.Id)).Select(a => new { Id = a.MergedIntoId ?? a.Id, a.Name, a.Website, a.Phone, a.City, a.Country }).Seen(db).ToListAsync(ct);
        return await ToldAsync(db, Kinds.Account, found.Where(a => a.Id != but).Select(a => (a.Id, Company.Of(a.Id, a.Name, a.Website, a.Phone, a.City, a.Country, null).To(typed))), ct);
    }

    public static async Task<IReadOnlyList<KnownRecord>> ContactsAsync(AppDb db, Someone typed, string name, Guid? but, CancellationToken ct)
    {
        var (folded, mail, numbers) = (Folding.Fold(name), typed.Mail ?? "", NumbersOf(typed));
        if (folded.Length < 2 && mail.Length == 0) return [];
        var begin = Begin(folded);
        var near = db.RowsWithRemoved<Contact>().Where(c => c.RemovedAt == null || c.MergedIntoId != null);
        var some = near.Where(c => c.FoldedEmail == mail && mail != "").OrderBy(c => c.Id).Take(Near).Select(c => c.Id).Concat(near.Where(c => c.FoldedName == folded && folded != "").OrderBy(c => c.Id).Take(Near).Select(c => c.Id));
        // Who is at the company that was named, by how the name begins; a slip further back is found.
        if (folded.Length >= 2) some = some.Concat(near.Where(c => c.FoldedName.StartsWith(begin)).OrderBy(c => c.FoldedName).Take(Near).Select(c => c.Id));
        if (numbers.Count > 0)
            some = some.Concat(near.Where(c => numbers.Contains(c.PhoneE164!)).OrderBy(c => c.Id).Take(Near).Select(c => c.Id)).Concat(near.Where(c => numbers.Contains(c.MobileE164!)).OrderBy(c => c.Id).Take(Near).Select(c => c.Id));
        var found = await near.Where(c => some.Contains(c.Id)).LeftJoin(db.Rows<Account>(), c => c.AccountId, a => a.Id, (c, a) => new { Id = c.MergedIntoId ?? c.Id, c.Name, c.Email, c.Phone, c.PhoneE164, c.Mobile, c.MobileE164, Company = a!.Name, a.Country }).Seen(db).ToListAsync(ct);
        return await ToldAsync(db, Kinds.Contact, found.Where(c => c.Id != but).Select(c => (c.Id, Someone.Of(c.Id, c.Name, c.Email, c.PhoneE164 ?? c.Phone, c.MobileE164 ?? c.Mobile, c.Company, c.Country).To(typed))), ct);
    }

    public static async Task<IReadOnlyList<KnownRecord>> LeadsAsync(AppDb db, Someone typed, string name, Guid? but, CancellationToken ct)
    {
        var (folded, mail, numbers) = (Folding.Fold(name), typed.Mail ?? "", NumbersOf(typed));
        if (folded.Length < 2 && mail.Length == 0) return [];
        var begin = Begin(folded);
        // What a lead became is known as that.
        var near = db.RowsWithRemoved<Lead>().Where(l => (l.RemovedAt == null || l.MergedIntoId != null) && l.Status != LeadStatus.Converted);
        var some = near.Where(l => l.FoldedEmail == mail && mail != "").OrderBy(l => l.Id).Take(Near).Select(l => l.Id).Concat(near.Where(l => l.FoldedName == folded && folded != "").OrderBy(l => l.Id).Take(Near).Select(l => l.Id));
        if (folded.Length >= 2) some = some.Concat(near.Where(l => l.FoldedName.StartsWith(begin)).OrderBy(l => l.FoldedName).Take(Near).Select(l => l.Id));
        if (numbers.Count > 0) some = some.Concat(near.Where(l => numbers.Contains(l.PhoneE164!)).OrderBy(l => l.Id).Take(Near).Select(l => l.Id));
        var found = await near.Where(l => some.Contains(l.Id)).Select(l => new { Id = l.MergedIntoId ?? l.Id, l.Name, l.Email, l.Phone, l.PhoneE164, l.Company }).Seen(db).ToListAsync(ct);
        return await ToldAsync(db, Kinds.Lead, found.Where(l => l.Id != but).Select(l => (l.Id, Someone.Of(l.Id, l.Name, l.Email, l.PhoneE164 ?? l.Phone, null, l.Company).To(typed))), ct);
    }

    private static List<string> NumbersOf(Someone typed) => [.. new[] { typed.Phone, typed.Mobile }.OfType<string>()];

    private static string Begin(string folded) => folded[..Math.Min(folded.Length, Letters)];

    // Of what the viewer may not see nothing is told but that it is known: and only where it is certain, or guessing would find out.
    private static async Task<IReadOnlyList<KnownRecord>> ToldAsync(AppDb db, string kind, IEnumerable<(Guid Id, Verdict Verdict)> judged, CancellationToken ct)
    {
        var alike = judged.Where(j => j.Verdict.IsOffered).GroupBy(j => j.Id).Select(g => g.MaxBy(j => j.Verdict.Score)).OrderByDescending(j => j.Verdict.Score).Take(Most).ToList();
        if (alike.Count == 0) return [];
        var (of, people, ids) = (MergeKind.Of(kind)!, db.PersonRows(), alike.Select(a => a.Id).ToList());
        var seen = await of.Named(db, ids).Where(r => r.IsHere).Select(r => new { r.Id, r.Name, r.Hint, OwnerName = people.Where(p => p.Id == r.OwnerId).Select(p => p.Name).FirstOrDefault() }).ToDictionaryAsync(r => r.Id, ct);
        var owners = seen.Count == ids.Count ? [] : await OwnersAsync(db, kind, ids, ct);
        return [.. alike.Select(a => seen.TryGetValue(a.Id, out var r)
            ? new KnownRecord { Kind = kind, Id = r.Id, Name = r.Name, Hint = r.Hint, Url = of.Href(r.Id), Score = a.Verdict.Score, Signs = SignView.Of(kind, a.Verdict.Written), OwnerName = r.OwnerName }
            : a.Verdict.IsCertain && owners.TryGetValue(a.Id, out var owner) ? new KnownRecord { Kind = kind, OwnerName = owner } : null).OfType<KnownRecord>()];
    }

    private static async Task<Dictionary<Guid, string?>> OwnersAsync(AppDb db, string kind, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var people = db.PersonRows();
        var owners = kind switch
        {
            Kinds.Account => db.Rows<Account>().Where(a => ids.Contains(a.Id)).Select(a => new { a.Id, a.OwnerId }),
            Kinds.Contact => db.Rows<Contact>().Where(c => ids.Contains(c.Id)).Select(c => new { c.Id, c.OwnerId }),
            _ => db.Rows<Lead>().Where(l => ids.Contains(l.Id)).Select(l => new { l.Id, l.OwnerId }),
        };
        return await owners.Select(o => new { o.Id, Name = people.Where(p => p.Id == o.OwnerId).Select(p => p.Name).FirstOrDefault() }).ToDictionaryAsync(o => o.Id, o => o.Name, ct);
    }
}
