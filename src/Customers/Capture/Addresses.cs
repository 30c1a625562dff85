using System.Buffers;
namespace Coxswain.Customers.Capture;

/// <summary>Mail addresses as they are compared.</summary>
internal static class Addresses
{
    private const int Longest = 254;
    private static readonly SearchValues<char> NotIn = SearchValues.Create(" \t\r\n<>,;\"");

    /// <summary>In small letters; null for what is none.</summary>
    public static string? Clean(string? text)
    {
        var address = text?.Trim().ToLowerInvariant();
        return address is { Length: > 2 and <= Longest } && address.IndexOf('@', StringComparison.Ordinal) is > 0 and var at && at == address.LastIndexOf('@') && at < address.Length - 1 && !address.AsSpan().ContainsAny(NotIn) ? address : null;
    }

    public static string DomainOf(string address) => address[(address.IndexOf('@', StringComparison.Ordinal) + 1)..];

    /// <summary>The addresses among lines that people typed.</summary>
    public static IEnumerable<string> In(string? lines) => Lines(lines).Select(Clean).OfType<string>();

    public static IEnumerable<string> Lines(string? lines) => (lines ?? "").Split(['\n', '\r', ',', ';', ' '], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
