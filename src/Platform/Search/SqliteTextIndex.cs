namespace Coxswain.Platform.Search;

/// <summary>
/// Statements about the text index of SQLite as a whole. It is made out of <c>search_documents</c> alone, so whatever happens to it can be
/// mended out of them. Its own <c>secure-delete</c> stays off: it leaves the list of a word's pages behind when the word's last record goes,
/// the word before it on its page then goes by that list, and the index is damaged. See docs/decisions/0009.
/// </summary>
internal static class SqliteTextIndex
{
    /// <summary>Made anew, in one piece, which is also the quickest to search; merged once at the end.</summary>
    public const string MakeAnew = """
        INSERT INTO search_index(search_index, rank) VALUES ('automerge', 0); INSERT INTO search_index(search_index) VALUES ('rebuild');
        INSERT INTO search_index(search_index) VALUES ('optimize'); INSERT INTO search_index(search_index, rank) VALUES ('automerge', 4);
        """;

    /// <summary>Brought into one piece: a word that no record has any more is in no piece left. Five seconds where a million deals are found by it.</summary>
    public const string Merge = "INSERT INTO search_index(search_index) VALUES ('optimize')";

    /// <summary>Fails where the index is not whole or tells anything else than the rows it was made of. Counts as a write.</summary>
    public const string Compare = "INSERT INTO search_index(search_index, rank) VALUES ('integrity-check', 1)";
}
