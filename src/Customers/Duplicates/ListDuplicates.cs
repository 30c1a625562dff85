using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Jobs;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Duplicates;

/// <summary>Lists what looks like one and is there twice, the surest first, of those records the viewer may see.</summary>
internal static class ListDuplicates
{
    private const int AtOnce = 30;

    public sealed record Input
    {
        /// <summary>account, contact or lead.</summary>
        public string? Kind { get; init; }

        /// <summary>Only pairs with this record.</summary>
        public Guid? Of { get; init; }

        /// <summary>Those somebody told apart, rather than those that are open.</summary>
        public bool Apart { get; init; }

        /// <summary>The last pair of the page before.</summary>
        public Guid? After { get; init; }
    }

    public static async Task<Outcome<DuplicatesView>> Do(Input input, AppDb db, CancellationToken ct)
    {
        var kind = MergeKind.Of(input.Kind) ?? MergeKind.Of(Kinds.Account)!;
        var pairs = Seen(db, kind.Kind).Where(p => input.Apart ? p.ApartAt != null : p.ApartAt == null);
        if (input.Of is { } of) pairs = pairs.Where(p => p.FirstId == of || p.SecondId == of);
        if (input.After is { } after && await db.Rows<DuplicatePair>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == after, ct) is { } last) pairs = pairs.Where(p => p.Score < last.Score || p.Score == last.Score && p.Id < last.Id);
        var rows = await pairs.AsNoTracking().OrderByDescending(p => p.Score).ThenByDescending(p => p.Id).Take(AtOnce + 1).ToListAsync(ct);
        var names = await NamesAsync(db, kind, rows, ct);
        var asked = await db.Rows<Job>().AnyAsync(j => j.Kind == FindDuplicates.JobKind && (j.State == JobState.Waiting || j.State == JobState.Running), ct);
        return new DuplicatesView
        {
            Kind = kind.Kind, IsApart = input.Apart, Of = input.Of, IsLooking = asked, MayMerge = db.Viewer.May(Permission.EditCustomers), After = rows.Count > AtOnce ? rows[AtOnce - 1].Id : null,
            Pairs = [.. rows.Take(AtOnce).Where(p => names.ContainsKey(p.FirstId) && names.ContainsKey(p.SecondId)).Select(p => new PairLine(p.Id, p.Score, SignView.Of(p.Kind, p.Signs), names[p.FirstId], names[p.SecondId]))],
        };
    }

    /// <summary>Pairs of which the viewer may see both.</summary>
    internal static IQueryable<DuplicatePair> Seen(AppDb db, string kind)
    {
        var seen = kind switch { Kinds.Account => db.Accounts.Select(a => a.Id), Kinds.Contact => db.Contacts.Select(c => c.Id), _ => db.Leads.Select(l => l.Id) };
        return db.Rows<DuplicatePair>().Where(p => p.Kind == kind && seen.Contains(p.FirstId) && seen.Contains(p.SecondId));
    }

    private static async Task<Dictionary<Guid, PairSide>> NamesAsync(AppDb db, MergeKind kind, IReadOnlyCollection<DuplicatePair> rows, CancellationToken ct)
    {
        var people = db.PersonRows();
        var sides = await kind.Named(db, [.. rows.SelectMany(p => (Guid[])[p.FirstId, p.SecondId]).Distinct()])
            .Select(r => new { r.Id, r.Name, r.Hint, OwnerName = people.Where(p => p.Id == r.OwnerId).Select(p => p.Name).FirstOrDefault() }).ToListAsync(ct);
        return sides.ToDictionary(s => s.Id, s => new PairSide(s.Id, s.Name, s.Hint, s.OwnerName, kind.Href(s.Id)));
    }
}

/// <summary>Duplicates of one kind.</summary>
public sealed record DuplicatesView
{
    public required string Kind { get; init; }

    /// <summary>Shows those that were told apart.</summary>
    public required bool IsApart { get; init; }
    public required Guid? Of { get; init; }

    /// <summary>They are being looked for just now.</summary>
    public required bool IsLooking { get; init; }
    public required bool MayMerge { get; init; }
    public required IReadOnlyList<PairLine> Pairs { get; init; }

    /// <summary>Where the next page goes on; null where this is the last.</summary>
    public required Guid? After { get; init; }
}

/// <summary>Two records that look like one.</summary>
/// <param name="Id">The pair.</param>
/// <param name="Score">0 to 100; from 95 on it is certain.</param>
/// <param name="Signs">What speaks for it and against.</param>
/// <param name="First">The older one.</param>
/// <param name="Second">The other.</param>
public sealed record PairLine(Guid Id, int Score, IReadOnlyList<SignView> Signs, PairSide First, PairSide Second);

/// <summary>One of the two.</summary>
public sealed record PairSide(Guid Id, string Name, string? Hint, string? OwnerName, string Url);
