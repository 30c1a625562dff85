namespace Coxswain.Platform.Ui;

/// <summary>What was typed can be read in more than one way: the person says which, it is never guessed.</summary>
public sealed record Ambiguity(string Question, IReadOnlyList<Choice> Readings);
