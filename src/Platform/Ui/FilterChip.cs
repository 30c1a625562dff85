namespace Coxswain.Platform.Ui;

/// <summary>A filter that is on, and the address of the list without it.</summary>
public sealed record FilterChip(string Label, string RemoveHref);
