using System.Linq.Expressions;
using Coxswain.Customers.Activities;
using Coxswain.Customers.Connection;
using Coxswain.Customers.Contacts;
using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Maps;

/// <summary>Reads an account's map: people, what is between them, who of us knows them, in as many statements for many as for few.</summary>
internal static class MapReading
{
    /// <summary>More people than these are on no map that anybody reads.</summary>
    public const int Most = 150;
    private const int MostMissing = 100;

    /// <summary>Those whose contact the viewer sees; of others nothing is shown.</summary>
    public static IQueryable<MapPerson> Shown(this IQueryable<MapPerson> people, AppDb db)
    {
        var contacts = db.Contacts;
        return people.Where(p => p.ContactId == null || contacts.Any(c => c.Id == p.ContactId));
    }

    /// <summary>Those of which both ends are among these people: a line to somebody tells of them.</summary>
    public static IQueryable<MapTie> Between(this IQueryable<MapTie> ties, IQueryable<MapPerson> people) => ties.Where(t => people.Any(p => p.Id == t.FromId) && people.Any(p => p.Id == t.ToId));

    public static async Task<IReadOnlyList<MapPersonView>> PeopleAsync(AppDb db, Guid accountId, Guid? dealId, CancellationToken ct)
    {
        var (contacts, people) = (db.Contacts, db.PersonRows());
        var rows = await db.Rows<MapPerson>().Shown(db).AsNoTracking().Where(p => p.AccountId == accountId).OrderBy(p => p.Id).Take(Most)
            .Select(p => new
            {
                Row = p,
                Contact = contacts.Where(c => c.Id == p.ContactId).Select(c => new { c.Name, c.Title, c.AccountId }).FirstOrDefault(),
                SaidBy = people.Where(s => s.Id == p.SaidById).Select(s => s.Name).FirstOrDefault(), Colleague = people.Where(s => s.Id == p.ColleagueId).Select(s => s.Name).FirstOrDefault(),
            }).Seen(db).ToListAsync(ct);
        var known = await KnownAsync(db, accountId, ct);
        var parts = dealId is { } deal ? await PartsAsync(db, deal, ct) : Enumerable.Empty<(Guid, MapPartView)>().ToLookup(p => p.Item1, p => p.Item2);
        var there = rows.Select(r => r.Row.Id).ToHashSet();
        return [.. rows.Select(r => new MapPersonView
        {
            Id = r.Row.Id, Version = r.Row.Version, ContactId = r.Row.ContactId, Name = r.Contact?.Name ?? r.Colleague ?? r.Row.Placeholder ?? "", Title = r.Contact?.Title, HasLeft = !r.Row.IsOutside && r.Contact is not null && r.Contact.AccountId != accountId, IsOutside = r.Row.IsOutside, IsBody = r.Row.IsBody, ColleagueId = r.Row.ColleagueId, SitsInId = r.Row.SitsInId is { } body && there.Contains(body) ? body : null,
            ReportsToId = r.Row.ReportsToId is { } above && there.Contains(above) ? above : null,
            Influence = r.Row.Influence, Stance = r.Row.Stance, Evidence = r.Row.Evidence, AsOf = r.Row.AsOf, SaidById = r.Row.SaidById, SaidBy = r.SaidBy, X = r.Row.X, Y = r.Row.Y,
            KnownBy = r.Row.ContactId is { } contact ? [.. known[contact].OrderByDescending(k => k.Last).ThenBy(k => k.Name, StringComparer.Ordinal)] : r.Row.IsBody ? MapBodies.KnownBy(rows.Where(m => m.Row.SitsInId == r.Row.Id && m.Row.ContactId is not null).SelectMany(m => known[m.Row.ContactId!.Value])) : [],
            Parts = [.. parts[r.Row.Id]],
        })];
    }

    public static async Task<IReadOnlyList<MapTieView>> TiesAsync(AppDb db, Guid accountId, CancellationToken ct) => await Ties(db, t => t.AccountId == accountId).OrderBy(t => t.Id).Take(Most).ToListAsync(ct);

    /// <summary>Lines between people whom the viewer sees on the map.</summary>
    public static IQueryable<MapTieView> Ties(AppDb db, Expression<Func<MapTie, bool>> which)
    {
        var people = db.PersonRows();
        return db.Rows<MapTie>().AsNoTracking().Between(db.Rows<MapPerson>().Shown(db)).Where(which).Select(t => new MapTieView
        { Id = t.Id, FromId = t.FromId, ToId = t.ToId, Kind = t.Kind, Evidence = t.Evidence, AsOf = t.AsOf, SaidBy = people.Where(s => s.Id == t.SaidById).Select(s => s.Name).FirstOrDefault() });
    }

    /// <summary>Contacts of the account who are not on its map.</summary>
    public static async Task<IReadOnlyList<MapContact>> MissingAsync(AppDb db, Guid accountId, CancellationToken ct)
    {
        var placed = db.Rows<MapPerson>().Where(p => p.AccountId == accountId);
        return await db.Contacts.Where(c => c.AccountId == accountId && !placed.Any(p => p.ContactId == c.Id)).OrderBy(c => c.FoldedName).ThenBy(c => c.Id).Take(MostMissing).Select(c => new MapContact(c.Id, c.Name, c.Title)).Seen(db).ToListAsync(ct);
    }

    // Notes are no touch: who writes about somebody need not know them.
    private static async Task<ILookup<Guid, Knower>> KnownAsync(AppDb db, Guid accountId, CancellationToken ct)
    {
        var (people, placed) = (db.PersonRows(), db.Rows<MapPerson>().Where(p => p.AccountId == accountId && p.ContactId != null).Select(p => p.ContactId));
        var touches = await Encounter.Of(db, db.Interactions.Where(i => i.Kind != InteractionKind.Note && i.Outcome != InteractionOutcome.NotReached), db.Contacts.Where(c => placed.Contains(c.Id)).Select(c => c.Id), accountId).GroupBy(e => new { e.ContactId, e.PersonId })
            .Select(g => new { g.Key.ContactId, g.Key.PersonId, Since = g.Min(e => e.OccurredAt), Last = g.Max(e => e.OccurredAt), Times = g.Count() })
            .Join(people, t => t.PersonId, p => p.Id, (t, p) => new { t.ContactId, t.PersonId, p.Name, t.Since, t.Last, t.Times }).ToListAsync(ct);
        return touches.ToLookup(t => t.ContactId!.Value, t => new Knower(t.PersonId, t.Name, DateOnly.FromDateTime(t.Since), DateOnly.FromDateTime(t.Last), t.Times));
    }

    private static async Task<ILookup<Guid, MapPartView>> PartsAsync(AppDb db, Guid dealId, CancellationToken ct)
    {
        var people = db.PersonRows();
        var parts = await db.Rows<MapPart>().AsNoTracking().Where(p => p.OpportunityId == dealId).OrderBy(p => p.Part).ThenBy(p => p.Id)
            .Select(p => new { p.MapPersonId, View = new MapPartView { Id = p.Id, Part = p.Part, Evidence = p.Evidence, AsOf = p.AsOf, SaidBy = people.Where(s => s.Id == p.SaidById).Select(s => s.Name).FirstOrDefault() } }).ToListAsync(ct);
        return parts.ToLookup(p => p.MapPersonId, p => p.View);
    }
}
