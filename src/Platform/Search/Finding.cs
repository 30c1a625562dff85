using Coxswain.Platform.Access;
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

/// <summary>Finds records by the beginnings of their words, among what the viewer may see.</summary>
public static class Finding
{
    // Ranking costs by the candidate: very common beginnings are cut to this many first, after tenant and owner have been looked at.
    internal const int Candidates = 200;

    /// <param name="db">The database.</param>
    /// <param name="text">What was typed; every word has to begin a word of the record.</param>
    /// <param name="kinds">The kinds to look among, by the viewer's permissions.</param>
    /// <param name="limit">How many at most.</param>
    /// <param name="ct">Cancels.</param>
    public static async Task<IReadOnlyList<Found>> FindAsync(this AppDb db, string? text, IReadOnlyList<OwnedKind> kinds, int limit, CancellationToken ct)
    {
        var words = Words(text);
        var seen = kinds.Where(k => db.Viewer.May(k.See)).Select(k => (k.Kind, Reach: db.Reaches.For(k.Kind, AccessLevel.Read))).Where(k => k.Reach.Everyone || k.Reach.Owners.Count > 0).ToList();
        if (words.Count == 0 || seen.Count == 0) return [];
        var rows = new List<Found>();
        foreach (var found in db.Engine is Engine.Postgres ? PostgresSearch.Of(db.Viewer.TenantId, words, seen) : [SqliteSearch.Of(db.Viewer.TenantId, words, seen)])
            rows.AddRange(await db.Documents(found).AsNoTracking().Take(Candidates).Select(d => new Found(d.Kind, d.Id, d.Title, d.Hint, d.Url)).ToListAsync(ct));
        return [.. rows.OrderByDescending(r => Score(r, words)).ThenBy(r => r.Title, StringComparer.CurrentCultureIgnoreCase).Take(limit)];
    }

    /// <summary>Titles and addresses of records by id, of those the viewer may see; for readings that only know ids.</summary>
    public static async Task<IReadOnlyDictionary<Guid, Found>> TitlesAsync(this AppDb db, IReadOnlyCollection<Guid> ids, CancellationToken ct)
    {
        var rows = await db.Rows<SearchDocument>().AsNoTracking().Where(d => ids.Contains(d.Id)).Select(d => new { Row = new Found(d.Kind, d.Id, d.Title, d.Hint, d.Url), d.OwnerId }).ToListAsync(ct);
        return rows.Where(r => db.Reaches.For(r.Row.Kind, AccessLevel.Read).Includes(r.Row.Id, r.OwnerId)).ToDictionary(r => r.Row.Id, r => r.Row);
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
