using Coxswain.Platform.Access;
namespace Coxswain.Platform.Search;

/// <summary>
/// The statement that finds records on SQLite. Tenant, kind and owner are words of the text index, so that what the viewer may not see is
/// never among the candidates; the index is gone through only until there are enough of them.
/// </summary>
internal static class SqliteSearch
{
    /// <param name="tenant">Whose records.</param>
    /// <param name="words">Beginnings; letters and digits only.</param>
    /// <param name="seen">What the viewer reaches of each kind: something.</param>
    /// <param name="joint">How the words hang together.</param>
    public static FormattableString Of(int tenant, IReadOnlyList<string> words, IReadOnlyList<(string Kind, Reach Reach)> seen, Joint joint)
    {
        var tokens = seen.SelectMany(s => s.Reach.Everyone ? [SearchTokens.Kind(s.Kind)] : s.Reach.Owners.Select(o => SearchTokens.KindOwner(s.Kind, o)));
        var match = $"tokens : (\"{SearchTokens.Tenant(tenant)}\" AND ({string.Join(" OR ", tokens.Select(t => $"\"{t}\""))})) AND words : ({string.Join(joint is Joint.All ? " AND " : " OR ", words.Select(w => $"\"{w}\"*"))})";
        return $"SELECT d.* FROM search_index JOIN search_documents d ON d.number = search_index.rowid WHERE search_index MATCH {match}";
    }
}
