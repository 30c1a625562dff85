namespace Coxswain.Platform.Ui;

/// <summary>A column of a Board. Key is what moving a card here posts; Note is its count and sum in words.</summary>
public sealed record BoardColumn<TCard>(string Key, string Title, string Note, IReadOnlyList<TCard> Cards)
{
    /// <summary>Cards can be put here.</summary>
    public bool TakesCards { get; init; } = true;

    /// <summary>Where the cards are that are not drawn.</summary>
    public BoardMore? More { get; init; }
}

/// <summary>The way to the rest of a column.</summary>
/// <param name="Href">A list of the whole column.</param>
/// <param name="Text">What stands there, e.g. "120 more in the list".</param>
/// <param name="Label">The same with the column's name, for who hears it alone.</param>
public sealed record BoardMore(string Href, string Text, string Label);
