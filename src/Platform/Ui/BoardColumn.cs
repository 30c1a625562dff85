namespace Coxswain.Platform.Ui;

/// <summary>A column of a Board. Key is what moving a card here posts; Note is its count and sum in words.</summary>
public sealed record BoardColumn<TCard>(string Key, string Title, string Note, IReadOnlyList<TCard> Cards);
