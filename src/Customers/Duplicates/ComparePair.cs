using Coxswain.Customers.Records;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Mirroring;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Duplicates;

/// <summary>Shows two records beside each other: what each says, what would be kept, and what would come over. Changes nothing.</summary>
internal static class ComparePair
{
    public sealed record Input
    {
        public Guid Id { get; init; }

        /// <summary>The one that stays; the older one where nobody says.</summary>
        public Guid? Keep { get; init; }
    }

    public static async Task<Outcome<PairView>> Do(Input input, AppDb db, CancellationToken ct)
    {
        if (await db.Rows<DuplicatePair>().AsNoTracking().SingleOrDefaultAsync(p => p.Id == input.Id, ct) is not { } pair || MergeKind.Of(pair.Kind) is not { } kind) return Outcome.Missing;
        var keep = input.Keep is { } chosen && (chosen == pair.FirstId || chosen == pair.SecondId) ? chosen : pair.FirstId;
        var other = keep == pair.FirstId ? pair.SecondId : pair.FirstId;
        if (await kind.FactsAsync(db, keep, ct) is not { } stays || await kind.FactsAsync(db, other, ct) is not { } goes) return Outcome.Missing;
        var moves = await Pointers.CountAsync(db, kind.Type, other, keep, ct);
        return new PairView
        {
            Id = pair.Id, Kind = pair.Kind, Score = pair.Score, Signs = SignView.Of(pair.Kind, pair.Signs), IsApart = pair.ApartAt is not null, Keep = Side(kind, keep, stays), Other = Side(kind, other, goes),
            Lines = await LinesAsync(db, kind, keep, stays, other, goes, ct),
            Moves = [.. moves.Select(m => new MoveLine(m.Name, m.Rows - m.Left, m.Left))],
            MayMerge = db.Viewer.May(Permission.EditCustomers) && stays.MayEdit && goes.MayEdit && db.Reaches.Fields.Hidden(kind.Kind).Count == 0,
        };

        static SideView Side(MergeKind kind, Guid id, FactsView facts) => new(id, facts.Version, facts.Head.Title, kind.Href(id), facts.Head.OwnerName, facts.MayEdit);
    }

    /// <summary>Every fact of which one of the two knows something. What another system keeps is taken as it is there.</summary>
    internal static async Task<IReadOnlyList<FactPair>> LinesAsync(AppDb db, MergeKind kind, Guid keep, FactsView stays, Guid other, FactsView goes, CancellationToken ct)
    {
        var keys = await kind.KeysAsync(db, [keep, other], ct);
        var locks = await RecordLocks.OfAsync(db, kind.Kind, keys[keep] ?? keys[other], ct);
        var othersIsKept = keys[keep] is null && keys[other] is not null;
        return [.. stays.Facts.Where(f => !f.IsComputed).Select(f => (Mine: f, Theirs: goes.Facts.First(g => g.Field == f.Field))).Where(f => f.Mine.Shown is not null || f.Theirs.Shown is not null).Select(f =>
        {
            var (locked, limited) = (locks?.Has(f.Mine.Field) is true, db.Reaches.Fields.Locked(kind.Kind).Contains(f.Mine.Field));
            return new FactPair(f.Mine.Field, f.Mine.Label, f.Mine.Shown, f.Theirs.Shown, locked ? othersIsKept : f.Mine.Shown is null || !limited && f.Mine.Field == "Status" && IsFurther(f.Theirs.Typed, f.Mine.Typed)) { Lock = locked ? locks!.Said : limited ? FieldLocks.Said : null };
        })];
    }

    // What one of two leads became holds for both.
    private static bool IsFurther(string? status, string? than) => Rank(status) > Rank(than);

    private static int Rank(string? status) => status switch { nameof(Leads.LeadStatus.Converted) => 3, nameof(Leads.LeadStatus.Working) => 2, nameof(Leads.LeadStatus.New) => 1, _ => 0 };
}

/// <summary>Two records beside each other.</summary>
public sealed record PairView
{
    public required Guid Id { get; init; }

    /// <summary>account, contact or lead.</summary>
    public required string Kind { get; init; }

    /// <summary>How much they look like one, 0 to 100.</summary>
    public required int Score { get; init; }
    public required IReadOnlyList<SignView> Signs { get; init; }

    /// <summary>Somebody said that they are two.</summary>
    public required bool IsApart { get; init; }

    /// <summary>The one that stays.</summary>
    public required SideView Keep { get; init; }

    /// <summary>The one that goes into it.</summary>
    public required SideView Other { get; init; }
    public required IReadOnlyList<FactPair> Lines { get; init; }

    /// <summary>What comes over with it.</summary>
    public required IReadOnlyList<MoveLine> Moves { get; init; }
    public required bool MayMerge { get; init; }
}

/// <summary>One of two records.</summary>
public sealed record SideView(Guid Id, int Version, string Name, string Href, string? OwnerName, bool MayEdit);

/// <summary>A fact as both say it.</summary>
/// <param name="Field">Its name.</param>
/// <param name="Label">What people call it.</param>
/// <param name="Keep">As the record says it that stays; null is unknown.</param>
/// <param name="Other">As the other says it.</param>
/// <param name="TakesOther">What the other says is taken, unless somebody chooses otherwise.</param>
public sealed record FactPair(string Field, string Label, string? Keep, string? Other, bool TakesOther)
{
    /// <summary>Why it cannot be chosen; null where it can.</summary>
    public string? Lock { get; init; }

    public bool Differs => Keep != Other;
}

/// <summary>Rows of one sort that name the record that goes.</summary>
/// <param name="Name">Which, by table and column.</param>
/// <param name="Count">So many come over.</param>
/// <param name="Left">So many stay behind, since the other has the same.</param>
public sealed record MoveLine(string Name, int Count, int Left)
{
    /// <summary>What they are.</summary>
    public string Label => DuplicateWords.Moved(Name);
}

/// <summary>Something that speaks for or against two being one.</summary>
/// <param name="Sign">Stable name.</param>
/// <param name="Points">How much.</param>
/// <param name="Said">In words.</param>
public sealed record SignView(string Sign, int Points, string Said)
{
    internal static IReadOnlyList<SignView> Of(string kind, string written) => [.. Matching.Verdict.Read(written).Select(s => new SignView($"{s.Sign}", s.Points, DuplicateWords.Said(kind, s.Sign)))];
}
