namespace Coxswain.Platform.Ui;

/// <summary>One field of a record that somebody else changed while this person was typing.</summary>
public sealed record Difference(string Label, string? Yours, string? Theirs);
