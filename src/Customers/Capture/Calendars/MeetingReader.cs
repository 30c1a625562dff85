using System.Diagnostics;
using System.Globalization;
using Coxswain.Platform.Outside;

using Ical.Net.CalendarComponents;
using Ical.Net.DataTypes;
using Ical.Net.Evaluation;
namespace Coxswain.Customers.Capture.Calendars;

/// <summary>Reads the meetings of a calendar within a window, repeated ones one by one.</summary>
/// <param name="zone">Where times without a zone are meant.</param>
/// <param name="from">The window's first moment, in UTC.</param>
/// <param name="to">Its end.</param>
internal sealed class MeetingReader(TimeZoneInfo zone, DateTime from, DateTime to)
{
    private const int MostOfOne = 200;
    private const int MostPeople = 100;
    private const int LongestText = 4_000;
    private const int LongestSubject = 200;
    private const int Day = 1440;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);
    private static readonly string[] Often = ["FREQ=SECONDLY", "FREQ=MINUTELY", "FREQ=HOURLY"];
    private readonly Stopwatch _watch = Stopwatch.StartNew();

    /// <exception cref="OutsideException">It is no calendar, or one that would take for ever.</exception>
    public IReadOnlyList<Meeting> Read(string text, Tally tally)
    {
        var calendar = CalendarText.Of(text);
        var meetings = new Dictionary<string, Meeting>();
        foreach (var one in calendar.Events)
        {
            if (_watch.Elapsed > Patience) throw new OutsideException(OutsideFault.TooSlow);
            var which = $"#{one.Number.ToString(CultureInfo.InvariantCulture)}";
            if (one.Parts.Any(p => p.Any(l => Often.Any(o => l.Contains(o, StringComparison.OrdinalIgnoreCase))))) tally.Skip(SkipReason.TooOften, which);
            else if (Found(one, calendar.Zones) is var (found, problem) && problem is { } reason) tally.Skip(reason, which);
            else foreach (var meeting in found) meetings[meeting.Key] = meeting;
        }
        return [.. meetings.Values];
    }

    // The parser says in many ways that it cannot read something; whichever, this event is one to skip.
    private (IReadOnlyList<Meeting> Found, SkipReason? Problem) Found(EventText text, OwnZones zones)
    {
        try
        {
            var calendar = Ical.Net.Calendar.Load(text.Text(zones));
            if (calendar is null || calendar.Events.Count == 0 || calendar.Events.Any(e => e.Start is null)) return ([], SkipReason.Malformed);
            var repeats = text.Repeats;
            var occurrences = calendar.GetOccurrences<CalendarEvent>(new CalDateTime(from.AddDays(-1)), new EvaluationOptions { MaxUnmatchedIncrementsLimit = 1_000 })
                .TakeWhile(o => o.Period.StartTime.Value < to.AddDays(1) && _watch.Elapsed < Patience).Take(MostOfOne + 1).ToList();
            if (occurrences.Count > MostOfOne) return ([], SkipReason.TooOften);
            var days = new Dictionary<string, int>();
            return ([.. occurrences.Select(o => Of((CalendarEvent)o.Source, o.Period, text.Uid, repeats, days)).Where(m => m.At >= from && m.At < to)], null);
        }
        catch (ArgumentException unknown) when (unknown.ParamName == "tzId") { return ([], SkipReason.UnknownZone); }
        catch (Exception wrong) when (wrong is not (OutsideException or OutOfMemoryException)) { return ([], SkipReason.Malformed); }
    }

    private Meeting Of(CalendarEvent source, Period period, string uid, bool repeats, Dictionary<string, int> days)
    {
        var at = Utc(period.StartTime);
        var minutes = period.StartTime.HasTime && period.EffectiveEndTime is { } end ? (int?)Math.Round((Utc(end) - at).TotalMinutes) : null;
        var isPrivate = source.Class is { } kind && !kind.Equals("PUBLIC", StringComparison.OrdinalIgnoreCase);
        var people = isPrivate ? [] : People(source);
        return new Meeting
        {
            Key = KeyOf.Meeting(uid, repeats ? Place(source.RecurrenceIdentifier?.StartTime ?? period.StartTime, days) : ""), At = at, Minutes = minutes is > 0 and <= Day ? minutes : null,
            Subject = isPrivate ? null : Cut(source.Summary, LongestSubject), Text = isPrivate ? null : Cut(source.Description, LongestText), IsPrivate = isPrivate,
            IsCancelled = "CANCELLED".Equals(source.Status, StringComparison.OrdinalIgnoreCase), People = people,
            Declined = [.. source.Attendees.Where(a => "DECLINED".Equals(a.ParticipationStatus, StringComparison.OrdinalIgnoreCase)).Select(a => AddressOf(a.Value)).OfType<string>()],
        };
    }

    // By the day it was planned for: a series that is moved by an hour stays what it was.
    private static string Place(CalDateTime planned, Dictionary<string, int> days)
    {
        var day = planned.Date.ToString("yyyyMMdd", CultureInfo.InvariantCulture);
        var nth = days[day] = days.GetValueOrDefault(day) + 1;
        return nth == 1 ? day : $"{day}#{nth.ToString(CultureInfo.InvariantCulture)}";
    }

    private DateTime Utc(CalDateTime time)
    {
        if (time is { HasTime: true, IsFloating: false }) return DateTime.SpecifyKind(time.AsUtc, DateTimeKind.Utc);
        var local = DateTime.SpecifyKind(time.Value, DateTimeKind.Unspecified);
        // In the hour that spring leaves out, the clock stands an hour further.
        return TimeZoneInfo.ConvertTimeToUtc(zone.IsInvalidTime(local) ? local.AddHours(1) : local, zone);
    }

    private static List<Someone> People(CalendarEvent source)
    {
        var people = new List<Someone>();
        if (source.Organizer is { } organiser && AddressOf(organiser.Value) is { } from) people.Add(new Someone(from, Cut(organiser.CommonName, LongestSubject), Part.From));
        // A room is invited too, and is nobody.
        foreach (var guest in source.Attendees.Where(a => a.Type is not ("ROOM" or "RESOURCE")))
            if (AddressOf(guest.Value) is { } to && people.All(p => p.Address != to)) people.Add(new Someone(to, Cut(guest.CommonName, LongestSubject), Part.To));
        return people.Count > MostPeople ? people[..MostPeople] : people;
    }

    private static string? AddressOf(Uri? uri) => uri is { Scheme: "mailto" } ? Addresses.Clean(Uri.UnescapeDataString(uri.OriginalString["mailto:".Length..])) : null;

    private static string? Cut(string? text, int most) => string.IsNullOrWhiteSpace(text) ? null : text.Trim() is var clean && clean.Length > most ? clean[..(most - 1)] + "…" : clean;
}
