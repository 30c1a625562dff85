namespace Coxswain.Platform.Tabular;

/// <summary>A field that a column of a file can go into.</summary>
/// <param name="Key">Stable name, as saved in a mapping.</param>
/// <param name="Label">Name the person sees; it counts as a synonym.</param>
/// <param name="Synonyms">What other systems call it.</param>
/// <param name="Types">Types its values may have; empty for any.</param>
public sealed record TargetField(string Key, string Label, IReadOnlyList<string> Synonyms, IReadOnlyList<ColumnType> Types);
