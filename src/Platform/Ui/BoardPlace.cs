namespace Coxswain.Platform.Ui;

/// <summary>A card, the column it is in, and all columns it could be in.</summary>
public sealed record BoardPlace<TCard>(TCard Card, string Column, IReadOnlyList<Choice> Targets);
