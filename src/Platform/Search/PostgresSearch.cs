using Coxswain.Platform.Access;
namespace Coxswain.Platform.Search;

/// <summary>
/// The statements that find records on PostgreSQL. Its text index hands out nothing before it has gathered every record with a word: a
/// tenth of a second where a tenth of a million records have it. So a sixteenth of them has an index of its own, and the whole is asked only
/// where that has few.
/// </summary>
internal static class PostgresSearch
{
    // With so many in the sixteenth there are more than anyone looks through.
    private const int Enough = 100;

    /// <inheritdoc cref="SqliteSearch.Of"/>
    public static IEnumerable<FormattableString> Of(int tenant, IReadOnlyList<string> words, IReadOnlyList<(string Kind, Reach Reach)> seen, Joint joint)
    {
        var query = string.Join(joint is Joint.All ? " & " : " | ", words.Select(w => w + ":*"));
        // Kinds mostly reach to the same owners.
        foreach (var kinds in seen.GroupBy(s => s.Reach.Everyone ? "" : string.Join(' ', s.Reach.Owners.Order())))
            yield return Of(tenant, query, [.. kinds.Select(s => s.Kind)], kinds.Key.Length == 0, [.. kinds.First().Reach.Owners]);
    }

    private static FormattableString Of(int tenant, string query, string[] kinds, bool everyones, Guid[] owners) => $"""
        WITH sixteenth AS MATERIALIZED (
          SELECT d.* FROM search_documents d
          WHERE d.tenant_id = {tenant} AND d.number & 15 = 0 AND d.kind = ANY ({kinds}) AND ({everyones} OR d.owner_id = ANY ({owners})) AND to_tsvector('simple', d.words) @@ to_tsquery('simple', {query}) LIMIT {Finding.Candidates}),
        others AS MATERIALIZED (
          SELECT d.* FROM search_documents d
          WHERE d.tenant_id = {tenant} AND d.number & 15 <> 0 AND d.kind = ANY ({kinds}) AND ({everyones} OR d.owner_id = ANY ({owners})) AND to_tsvector('simple', d.words) @@ to_tsquery('simple', {query}) AND (SELECT count(*) FROM sixteenth) < {Enough})
        SELECT * FROM sixteenth UNION ALL SELECT * FROM others
        """;
}
