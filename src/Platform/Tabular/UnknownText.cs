using System.Collections.Frozen;
namespace Coxswain.Platform.Tabular;

/// <summary>The ways in which exports write that a value is not known. Unknown is neither No nor zero.</summary>
public static class UnknownText
{
    private static readonly FrozenSet<string> Always = Set("NULL", "(null)", "<null>", "\\N", "N/A", "#N/A", "n.a.", "-", "--", "–", "—", "(blank)", "(empty)", "(leer)", "#NULL!");

    // In a column of names these may be meant: NA is Namibia, None a surname.
    private static readonly FrozenSet<string> BesideValues = Set("NA", "NaN", "none", "nil", "?", "tbd", "unknown", ".", "#VALUE!", "#REF!", "#DIV/0!", "undefined");

    /// <summary>Unknown in any column.</summary>
    public static bool Is(ReadOnlySpan<char> text) => ColumnText.Trimmed(text) is var trimmed && (trimmed.IsEmpty || trimmed.Length < 10 && Always.GetAlternateLookup<ReadOnlySpan<char>>().Contains(trimmed));

    /// <summary>Unknown in a column of numbers, dates or yes and no.</summary>
    public static bool IsAmongValues(ReadOnlySpan<char> text) => Is(text) || ColumnText.Trimmed(text) is { Length: < 10 } trimmed && BesideValues.GetAlternateLookup<ReadOnlySpan<char>>().Contains(trimmed);

    private static FrozenSet<string> Set(params string[] words) => words.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
}
