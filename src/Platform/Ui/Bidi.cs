namespace Coxswain.Platform.Ui;

/// <summary>Keeps names of either direction from turning what stands beside them around.</summary>
public static class Bidi
{
    /// <summary>The text, isolated where it holds letters that run from right to left.</summary>
    public static string? Isolated(string? text) => text is not null && text.Any(RunsLeft) ? $"\u2068{text}\u2069" : text;

    // Hebrew, Arabic, Syriac, Thaana, N'Ko and their presentation forms.
    private static bool RunsLeft(char c) => c is (>= '\u0590' and <= '\u08FF') or (>= '\uFB1D' and <= '\uFDFF') or (>= '\uFE70' and <= '\uFEFF');
}
