using System.Globalization;
using System.Text.RegularExpressions;
namespace Coxswain.Customers.Capture.Calendars;

/// <summary>
/// Time zones by a calendar's own names, as ones that are known. A name may hold a known one, a note may say it, or a zone may have but one
/// offset; else nobody knows it.
/// </summary>
internal sealed partial class OwnZones
{
    private readonly Dictionary<string, string> _known = [];
    private readonly HashSet<string> _offsets = [];
    private string? _name;
    private string? _location;

    /// <summary>Looks at a line outside events.</summary>
    public void Read(string line)
    {
        if (line.Equals("BEGIN:VTIMEZONE", StringComparison.OrdinalIgnoreCase)) Begin();
        else if (line.StartsWith("TZID", StringComparison.OrdinalIgnoreCase)) _name = Value(line);
        else if (line.StartsWith("X-LIC-LOCATION", StringComparison.OrdinalIgnoreCase)) _location = Value(line);
        else if (line.StartsWith("TZOFFSETTO", StringComparison.OrdinalIgnoreCase)) _offsets.Add(Value(line));
        else if (line.Equals("END:VTIMEZONE", StringComparison.OrdinalIgnoreCase) && _name is not null && Found() is { } zone) _known[_name] = zone;
    }

    /// <summary>The line with its zone by a known name, where there is one.</summary>
    public string Named(string line) => Zone().Replace(line, m => m.Groups[2].Value.Trim('"') is var own && Of(own) is { } zone ? $"{m.Groups[1].Value}{zone}" : m.Value);

    private string? Of(string own) => IsZone(own) ? null : _known.GetValueOrDefault(own) ?? Inside(own);

    private void Begin()
    {
        (_name, _location) = (null, null);
        _offsets.Clear();
    }

    private string? Found() => _location is { } said && IsZone(said) ? said : Inside(_name!) ?? (_offsets is { Count: 1 } ? Fixed(_offsets.Single()) : null);

    // "/freeassociation.sourceforge.net/Europe/Berlin" ends in a known one.
    private static string? Inside(string own)
    {
        var parts = own.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return Enumerable.Range(0, parts.Length).Select(i => string.Join('/', parts[i..])).FirstOrDefault(z => z.Contains('/', StringComparison.Ordinal) && IsZone(z));
    }

    // In these names west is plus.
    private static string? Fixed(string offset) =>
        offset.Length >= 5 && int.TryParse(offset.AsSpan(1, 2), NumberStyles.None, CultureInfo.InvariantCulture, out var hours) && offset.AsSpan(3, 2) is "00" && hours <= 12
            ? hours == 0 ? "Etc/UTC" : $"Etc/GMT{(offset[0] == '-' ? '+' : '-')}{hours}" : null;

    private static bool IsZone(string name) => TimeZoneInfo.TryFindSystemTimeZoneById(name, out _);

    private static string Value(string line) => line[(line.IndexOf(':', StringComparison.Ordinal) + 1)..].Trim();

    [GeneratedRegex("""(;TZID=)("[^"]*"|[^:;,]*)""", RegexOptions.IgnoreCase)]
    private static partial Regex Zone();
}
