using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Xml;
using System.Xml.Linq;
using Coxswain.Platform.Data;
using Coxswain.Platform.Outside;
namespace Coxswain.Customers.Capture.Calendars;

/// <summary>
/// Reads the calendars of a person on a server by CalDAV (RFC 4791): from the address of one calendar, or from the server's, which says
/// where they are. What the server calls its state (RFC 6578) tells whether anything changed.
/// </summary>
internal sealed class CalendarServer : IFeedReader
{
    private const int MostCalendars = 20;
    private static readonly XNamespace Dav = "DAV:";
    private static readonly XNamespace Cal = "urn:ietf:params:xml:ns:caldav";

    public bool Reads(FeedKind kind) => kind is FeedKind.CalendarServer;

    public async Task ReadAsync(AppDb db, Fetching fetching, CancellationToken ct)
    {
        var (feed, secret) = (fetching.Feed, fetching.Secret.Split('\n', 2));
        var keeper = new MeetingKeeper(db, fetching, await Filing.OfAsync(db, feed.PersonId, fetching.Rules, ct));
        using var http = new CalendarHttp(fetching.Rules.Listed, feed.User, secret[^1]);
        var calendars = await FindAsync(http, CalendarHttp.AddressOf(secret[0]), ct);
        var mark = MarkOf(calendars);
        if (mark is not null && mark == feed.Mark && feed.WholeAt > fetching.Now - CalendarAddress.Whole) fetching.Tally.Unchanged = true;
        else
        {
            var reader = await CalendarAddress.ReaderAsync(db, fetching.Now, ct);
            var text = new StringBuilder();
            foreach (var calendar in calendars) text.Append(await QueryAsync(http, calendar.At, fetching.Now, ct));
            await keeper.TakeAsync(text.Length == 0 ? [] : reader.Read(text.ToString(), fetching.Tally), ct);
            await CalendarAddress.MarkAsync(db, feed, mark, fetching.Now, ct);
        }
        await keeper.FileAsync(ct);
    }

    /// <param name="At">Its address.</param>
    /// <param name="State">What the server calls its state; null where it does not.</param>
    private sealed record Found(Uri At, string? State);

    private static async Task<IReadOnlyList<Found>> FindAsync(CalendarHttp http, Uri address, CancellationToken ct)
    {
        var first = await AskAsync(http, address, "0", ct);
        if (Calendars(first) is { Count: > 0 } itself) return itself;
        var home = await HomeAsync(http, first, ct);
        if (home is null && address.AbsolutePath is "/") home = await HomeAsync(http, await AskAsync(http, new Uri(address, "/.well-known/caldav"), "0", ct), ct);
        var found = Calendars(await AskAsync(http, home ?? address, "1", ct));
        return found.Count > 0 ? found.Count > MostCalendars ? [.. found.Take(MostCalendars)] : found : throw new OutsideException(OutsideFault.NotWhatItSays);
    }

    private static async Task<Uri?> HomeAsync(CalendarHttp http, Said said, CancellationToken ct)
    {
        if (Link(said, Cal + "calendar-home-set") is { } home) return home;
        if (Link(said, Dav + "current-user-principal") is not { } me) return null;
        return Link(await AskAsync(http, me, "0", ct), Cal + "calendar-home-set") ?? me;
    }

    private sealed record Said(XElement Root, Uri At);

    private static async Task<Said> AskAsync(CalendarHttp http, Uri address, string depth, CancellationToken ct)
    {
        var answered = await http.AskAsync("PROPFIND", address, """<?xml version="1.0"?><propfind xmlns="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><prop><resourcetype/><sync-token/><current-user-principal/><c:calendar-home-set/><c:supported-calendar-component-set/></prop></propfind>""", depth, ct);
        return new Said(Xml(answered.Body!), answered.At);
    }

    private static List<Found> Calendars(Said said) =>
        [.. said.Root.Elements(Dav + "response").Where(r => r.Descendants(Dav + "resourcetype").Any(t => t.Element(Cal + "calendar") is not null) && HoldsEvents(r) && r.Element(Dav + "href") is not null)
            .Select(r => new Found(Address(said, r.Element(Dav + "href")!.Value.Trim()), r.Descendants(Dav + "sync-token").FirstOrDefault()?.Value is { Length: > 0 } state ? state : null))];

    private static bool HoldsEvents(XElement response) => response.Descendants(Cal + "supported-calendar-component-set").Elements(Cal + "comp").Select(c => (string?)c.Attribute("name")).ToList() is var kinds && (kinds.Count == 0 || kinds.Contains("VEVENT"));

    private static Uri? Link(Said said, XName name) => said.Root.Descendants(name).Elements(Dav + "href").FirstOrDefault()?.Value.Trim() is { Length: > 0 } link ? Address(said, link) : null;

    private static Uri Address(Said said, string link) => Uri.TryCreate(said.At, link, out var address) ? address : throw new OutsideException(OutsideFault.Lied, link);

    private static async Task<string> QueryAsync(CalendarHttp http, Uri calendar, DateTime now, CancellationToken ct)
    {
        var (from, to) = (Moment(now - MeetingKeeper.Window), Moment(now + MeetingKeeper.Window));
        var answered = await http.AskAsync("REPORT", calendar, $"""<?xml version="1.0"?><c:calendar-query xmlns="DAV:" xmlns:c="urn:ietf:params:xml:ns:caldav"><prop><c:calendar-data/></prop><c:filter><c:comp-filter name="VCALENDAR"><c:comp-filter name="VEVENT"><c:time-range start="{from}" end="{to}"/></c:comp-filter></c:comp-filter></c:filter></c:calendar-query>""", "1", ct);
        return string.Concat(Xml(answered.Body!).Descendants(Cal + "calendar-data").Select(d => d.Value + "\r\n"));
    }

    private static string Moment(DateTime at) => at.ToString("yyyyMMdd'T'HHmmss'Z'", CultureInfo.InvariantCulture);

    // Only where every one of them says it: else a change would be missed.
    private static string? MarkOf(IReadOnlyList<Found> calendars) => calendars.Any(c => c.State is null) ? null :
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', calendars.Select(c => $"{c.At.AbsolutePath} {c.State}")))));

    private static XElement Xml(string body)
    {
        try
        {
            using var reader = XmlReader.Create(new StringReader(body), new XmlReaderSettings { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null });
            return XDocument.Load(reader).Root!;
        }
        catch (XmlException wrong) { throw new OutsideException(OutsideFault.NotWhatItSays, null, wrong); }
    }
}
