namespace Coxswain.Platform.Lists.Grouping;

/// <summary>How the cards of a list's boards are moved: each move is a change of the record, in the one field the board is by.</summary>
/// <param name="ListUrl">Where the list is; moves are posted below it.</param>
/// <param name="Columns">The columns by which cards are moved, beside the organisation's own choices.</param>
/// <param name="Href">Where a row's record is.</param>
/// <param name="Caption">What the rows are, through T.</param>
public sealed record CardMoves<TRow>(string ListUrl, IReadOnlyList<string> Columns, Func<TRow, string> Href, Func<string> Caption)
{
    /// <summary>The kind whose access rules say who may move a card, where it is not the list's own.</summary>
    public string? OwnedAs { get; init; }

    public string Url => ListUrl + "/moves";

    public string BackUrl => ListUrl + "/moves-back";
}
