using System.Text;
using Coxswain.Platform.Outside;
namespace Coxswain.Customers.Capture.Calendars;

/// <summary>
/// A calendar as it was sent, taken apart by event, so that one that is written wrongly spoils none of the others. Of an event only the
/// lines that are looked at are kept.
/// </summary>
internal sealed class CalendarText
{
    private static readonly HashSet<string> Looked = new(["UID", "DTSTART", "DTEND", "DURATION", "RRULE", "RDATE", "EXDATE", "RECURRENCE-ID", "SUMMARY", "DESCRIPTION", "CLASS", "STATUS", "ORGANIZER", "ATTENDEE", "SEQUENCE"], StringComparer.OrdinalIgnoreCase);

    /// <summary>Events that belong together (a repeated one and its exceptions), each as its lines.</summary>
    public required IReadOnlyList<EventText> Events { get; init; }

    /// <summary>What the calendar says of time zones of its own.</summary>
    public required OwnZones Zones { get; init; }

    /// <exception cref="OutsideException">It is no calendar.</exception>
    public static CalendarText Of(string text)
    {
        if (!text.AsSpan().TrimStart("\uFEFF \r\n\t").StartsWith("BEGIN:VCALENDAR", StringComparison.OrdinalIgnoreCase)) throw new OutsideException(OutsideFault.NotWhatItSays);
        var (events, zones, open, nested) = (new Dictionary<string, EventText>(), new OwnZones(), (List<string>?)null, 0);
        var number = 0;
        foreach (var line in Unfolded(text))
        {
            if (line.Equals("BEGIN:VEVENT", StringComparison.OrdinalIgnoreCase)) (open, nested) = ([], 0);
            else if (open is null) zones.Read(line);
            else if (line.Equals("END:VEVENT", StringComparison.OrdinalIgnoreCase))
            {
                number++;
                var uid = open.FirstOrDefault(l => NameOf(l).Equals("UID", StringComparison.OrdinalIgnoreCase)) is { } said ? said[(said.IndexOf(':') + 1)..].Trim() : $"#{number}";
                if (!events.TryGetValue(uid, out var known)) events[uid] = known = new EventText(uid, number);
                known.Parts.Add(open);
                open = null;
            }
            else if (line.StartsWith("BEGIN:", StringComparison.OrdinalIgnoreCase)) nested++;
            else if (line.StartsWith("END:", StringComparison.OrdinalIgnoreCase)) nested--;
            else if (nested == 0 && Looked.Contains(NameOf(line))) open.Add(line);
        }
        return new CalendarText { Events = [.. events.Values], Zones = zones };
    }

    internal static string NameOf(string line) => line.IndexOfAny([':', ';']) is > 0 and var end ? line[..end] : "";

    // A long line goes on in the next, behind a blank.
    private static IEnumerable<string> Unfolded(string text)
    {
        var whole = new StringBuilder();
        foreach (var piece in text.Split('\n'))
        {
            var line = piece.TrimEnd('\r');
            if (line is [' ' or '\t', ..]) { whole.Append(line, 1, line.Length - 1); continue; }
            if (whole.Length > 0) yield return whole.ToString();
            whole.Clear().Append(line.AsSpan().TrimStart("\uFEFF"));
        }
        if (whole.Length > 0) yield return whole.ToString();
    }
}

/// <summary>An event with its exceptions.</summary>
/// <param name="Uid">What it is known by in every calendar.</param>
/// <param name="Number">Its place in the calendar, for saying which.</param>
internal sealed record EventText(string Uid, int Number)
{
    public List<List<string>> Parts { get; } = [];

    public bool Repeats => Parts.Any(p => p.Any(l => CalendarText.NameOf(l).ToUpperInvariant() is "RRULE" or "RDATE" or "RECURRENCE-ID"));

    /// <summary>As a calendar of its own.</summary>
    public string Text(OwnZones zones)
    {
        var text = new StringBuilder("BEGIN:VCALENDAR\r\nVERSION:2.0\r\nPRODID:-//Coxswain//EN\r\n");
        foreach (var part in Parts)
        {
            text.Append("BEGIN:VEVENT\r\n");
            if (!part.Any(l => CalendarText.NameOf(l).Equals("UID", StringComparison.OrdinalIgnoreCase))) text.Append("UID:").Append(Uid).Append("\r\n");
            foreach (var line in part) text.Append(zones.Named(line)).Append("\r\n");
            text.Append("END:VEVENT\r\n");
        }
        return text.Append("END:VCALENDAR\r\n").ToString();
    }
}
