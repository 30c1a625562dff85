namespace Coxswain.Platform.Money;

/// <summary>Currency codes as people type them.</summary>
public static class Currencies
{
    /// <summary>Three letters in capitals; null for anything else.</summary>
    public static string? Clean(string? typed) => typed?.Trim().ToUpperInvariant() is { Length: 3 } code && code.All(char.IsAsciiLetterUpper) ? code : null;
}
