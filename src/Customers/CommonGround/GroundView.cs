using Coxswain.Customers.Contacts;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.CommonGround;

/// <summary>Something personal of a contact, as those who may change the contact see it.</summary>
/// <param name="Id">The entry.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Text">What they told.</param>
/// <param name="Source">Where we have it from.</param>
/// <param name="AgreedOn">Since when we may keep it.</param>
/// <param name="IsShared">The viewer likes or did it, too.</param>
public sealed record GroundView(Guid Id, GroundKind Kind, string Text, string Source, DateOnly AgreedOn, bool IsShared);

/// <summary>Reads what contacts told and matches it with the viewer's own interests.</summary>
internal static class GroundReading
{
    private const int Most = 50, ShortestWord = 4;

    /// <summary>Of one contact, what is shared first.</summary>
    public static async Task<IReadOnlyList<GroundView>> OfAsync(AppDb db, Guid contactId, CancellationToken ct)
    {
        // Both in one statement: the contact's page has others to send.
        var own = db.Rows<OwnInterest>().Where(i => i.PersonId == db.Viewer.PersonId);
        var rows = await db.Rows<Ground>().AsNoTracking().Where(g => g.ContactId == contactId).SelectMany(g => own.Where(i => i.TenantId == g.TenantId).DefaultIfEmpty(), (g, i) => new { Told = g, Own = i == null ? null : i.Text }).ToListAsync(ct);
        var (told, mine) = (rows.Select(r => r.Told).DistinctBy(g => g.Id).OrderBy(g => g.Id), Words(rows.Select(r => r.Own).OfType<string>().Distinct()));
        return [.. told.Select(g => new GroundView(g.Id, g.Kind, g.Text, g.Source, g.AgreedOn, Shares(g.Text, mine))).OrderByDescending(v => v.IsShared).ThenBy(v => v.Kind)];
    }

    /// <summary>With whom of the viewer's contacts they share something.</summary>
    public static async Task<IReadOnlyList<SharedWith>> SharedAsync(AppDb db, IEnumerable<string> own, CancellationToken ct)
    {
        var mine = Words(own);
        if (mine.Count == 0) return [];
        var rows = await db.Rows<Ground>().Join(db.Rows<Contact>().Reached(db, Kinds.Contact, AccessLevel.Edit), g => g.ContactId, c => c.Id, (g, c) => new { c.Id, c.Name, g.Text }).OrderBy(g => g.Name).Take(2_000).ToListAsync(ct);
        return [.. rows.Where(r => Shares(r.Text, mine)).Select(r => new SharedWith(r.Id, r.Name, r.Text))];
    }

    public static IQueryable<OwnInterest> Own(AppDb db) => db.Rows<OwnInterest>().Where(i => i.PersonId == db.Viewer.PersonId).OrderBy(i => i.Id);

    // Short words stand in every sentence.
    private static HashSet<string> Words(IEnumerable<string> texts) => [.. texts.SelectMany(Folding.Words).Where(w => w.Length >= ShortestWord)];

    private static bool Shares(string text, HashSet<string> mine) => Folding.Words(text).Any(mine.Contains);
}

/// <summary>A contact one shares something with.</summary>
public sealed record SharedWith(Guid ContactId, string Name, string Text);
