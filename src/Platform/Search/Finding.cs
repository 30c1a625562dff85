using Coxswain.Platform.Access;
using Coxswain.Platform.CustomFields;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Platform.Search;

/// <summary>Something found.</summary>
/// <param name="Kind">The object kind.</param>
/// <param name="Id">The record.</param>
/// <param name="Title">The line shown.</param>
/// <param name="Hint">The quiet second line.</param>
/// <param name="Url">Where it is.</param>
public sealed record Found(string Kind, Guid Id, string Title, string Hint, string Url);

/// <summary>Whether a record has to have all the words, or one of them.</summary>
internal enum Joint { All, Any }

/// <summary>Finds records by the beginnings of their words, among what the viewer may see.</summary>
public static class Finding
{
    // Ranking costs by the candidate: very common beginnings are cut to this many first, after tenant and owner have been looked at.
    internal const int Candidates = 200;

    // Who types what more records are called names none of them.
    private const int MostLinks = 20;

    /// <param name="db">The database.</param>
    /// <param name="text">What was typed; every word has to begin a word of the record.</param>
    /// <param name="kinds">The kinds to look among, by the viewer's permissions.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<IReadOnlyList<Found>> FindAsync(this AppDb db, string? text, IReadOnlyList<OwnedKind> kinds, int limit, CancellationToken ct)
    {
        var words = Words(text);
        var reached = kinds.Where(k => db.Viewer.May(k.See)).Select(k => (k.Kind, Reach: db.Reaches.For(k.Kind, AccessLevel.Read))).ToList();
        if (words.Count == 0 || reached.Count == 0) return [];
        var rows = Ranked(db, await CandidatesAsync(db, words, Joint.All, reached, ct), words).ToList();
        return [.. rows.Concat(rows.Count >= limit ? [] : await LeadingToAsync(db, rows, words, reached, ct)).DistinctBy(r => r.Id).Take(limit)];
    }

    private static IEnumerable<Found> Ranked(AppDb db, IEnumerable<Found> rows, List<string> words) =>
        Told(db, rows.DistinctBy(r => r.Id), words).OrderByDescending(r => Score(r, words)).ThenBy(r => r.Title, StringComparer.CurrentCultureIgnoreCase);

    // A record is found by the name of what a field of the organisation's own leads to: whoever sees that, as it is called now.
    private static async Task<IEnumerable<Found>> LeadingToAsync(AppDb db, List<Found> rows, List<string> words, List<(string Kind, Reach Reach)> reached, CancellationToken ct)
    {
        if (rows.Count == 0) return [];
        var kinds = (await db.LinkedKindsAsync(ct)).ToHashSet();
        var leads = rows.Where(r => kinds.Contains(r.Kind) || r.Kind == CustomObjects.CustomObject.RecordKind && kinds.Any(k => k.StartsWith(CustomObjects.CustomObject.Prefix, StringComparison.Ordinal))).Take(MostLinks).Select(r => CustomValues.LinkWord(r.Id)).ToList();
        return leads.Count == 0 ? [] : Ranked(db, await CandidatesAsync(db, leads, Joint.Any, reached, ct), words);
    }

    private static async Task<List<Found>> CandidatesAsync(AppDb db, List<string> words, Joint joint, List<(string Kind, Reach Reach)> reached, CancellationToken ct)
    {
        var (seen, rows) = (reached.Where(k => k.Reach.Everyone || k.Reach.Owners.Count > 0).ToList(), new List<Found>());
        if (seen.Count > 0) foreach (var found in db.Engine is Engine.Postgres ? PostgresSearch.Of(db.Viewer.TenantId, words, seen, joint) : [SqliteSearch.Of(db.Viewer.TenantId, words, seen, joint)])
            rows.AddRange(await db.Documents(found).AsNoTracking().Take(Candidates).Select(d => new Found(d.Kind, d.Id, d.Title, d.Hint, d.Url)).ToListAsync(ct));
        var shared = reached.Where(k => !k.Reach.Everyone).SelectMany(k => k.Reach.Shared).ToList();
        if (shared.Count > 0) rows.AddRange(await SharedAsync(db.Rows<SearchDocument>().Where(d => shared.Contains(d.Id)), words, joint, ct));
        foreach (var (_, under) in db.UnderSharedOf([.. reached.Select(k => k.Kind)])) rows.AddRange(await SharedAsync(db.Rows<SearchDocument>().Where(d => under.Contains(d.Id)), words, joint, ct));
        return rows;
    }

    // What is shown to somebody one by one is no owner's, so no word of the index stands for it; and it is not much.
    private static Task<List<Found>> SharedAsync(IQueryable<SearchDocument> shared, List<string> words, Joint joint, CancellationToken ct)
    {
        var begun = words.ConvertAll(w => " " + w);
        var rows = joint is Joint.Any ? shared.AsNoTracking().Where(d => begun.Any(w => (" " + d.Words).Contains(w))) : begun.Aggregate(shared.AsNoTracking(), (some, word) => some.Where(d => (" " + d.Words).Contains(word)));
        return rows.Take(Candidates).Select(d => new Found(d.Kind, d.Id, d.Title, d.Hint, d.Url)).ToListAsync(ct);
    }

    // Who does not see every field finds records by their names alone: else what is hidden could be guessed word by word.
    private static IEnumerable<Found> Told(AppDb db, IEnumerable<Found> rows, List<string> words) => !db.Reaches.Fields.HidesAny ? rows :
        rows.Where(r => !HidesOf(db, r.Kind) || words.All(w => Folding.Words(r.Title).Any(t => t.StartsWith(w, StringComparison.Ordinal)))).Select(r => HidesOf(db, r.Kind) ? r with { Hint = "" } : r);

    private static bool HidesOf(AppDb db, string kind) => db.Reaches.Fields.Hidden(kind).Count > 0 || kind == CustomObjects.CustomObject.RecordKind && db.Reaches.Fields.HiddenKinds.Any(k => k.StartsWith(CustomObjects.CustomObject.Prefix, StringComparison.Ordinal));

    /// <summary>Titles and addresses of records by id, of those the viewer may see; for readings that only know ids.</summary>
    public static async Task<IReadOnlyDictionary<Guid, Found>> TitlesAsync(this AppDb db, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var rows = await db.Rows<SearchDocument>().AsNoTracking().Where(d => ids.Contains(d.Id)).Select(d => new { Row = new Found(d.Kind, d.Id, d.Title, d.Hint, d.Url), d.OwnerId }).ToListAsync(ct);
        var seen = rows.Where(r => db.Reaches.For(r.Row.Kind, AccessLevel.Read).Includes(r.Row.Id, r.OwnerId)).ToList();
        if (seen.Count < rows.Count)
            foreach (var (kind, under) in db.UnderSharedOf([.. rows.Select(r => r.Row.Kind).Distinct()]))
            {
                var among = await under.Where(id => ids.Contains(id)).ToListAsync(ct);
                seen.AddRange(rows.Where(r => r.Row.Kind == kind && among.Contains(r.Row.Id) && !seen.Contains(r)).ToList());
            }
        return seen.ToDictionary(r => r.Row.Id, r => HidesOf(db, r.Row.Kind) ? r.Row with { Hint = "" } : r.Row);
    }

    /// <summary>A record of any kind that is found by words, with whose it is; null where there is none that the viewer sees.</summary>
    public static async Task<(Found Record, Guid OwnerId)?> RecordAsync(this AppDb db, string kind, Guid id, CancellationToken ct)
    {
        var row = await db.Rows<SearchDocument>().AsNoTracking().Where(d => d.Id == id && d.Kind == kind && d.Url != "").Select(d => new { Record = new Found(d.Kind, d.Id, d.Title, d.Hint, d.Url), d.OwnerId }).SingleOrDefaultAsync(ct);
        return row is not null && db.Reaches.For(kind, AccessLevel.Read).Includes(id, row.OwnerId) ? (row.Record, row.OwnerId) : null;
    }

    // Both engines split at what is neither letter nor digit; the words asked for are split alike.
    private static List<string> Words(string? text) => [.. Folding.Words(text).Take(6)];

#pragma warning disable RS0030
    private static IQueryable<SearchDocument> Documents(this AppDb db, FormattableString sql) => db.Set<SearchDocument>().FromSql(sql);
#pragma warning restore RS0030

    // A title that begins with what was typed comes before one that has it later, and a whole word before a beginning.
    private static int Score(Found row, List<string> words)
    {
        var title = Folding.Fold(row.Title);
        var score = title.StartsWith(words[0], StringComparison.Ordinal) ? 4 : 0;
        foreach (var word in words) score += $" {title} ".Contains($" {word} ", StringComparison.Ordinal) ? 3 : title.Contains(word, StringComparison.Ordinal) ? 1 : 0;
        return score;
    }
}
