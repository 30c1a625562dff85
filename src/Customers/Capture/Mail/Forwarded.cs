using System.Text.RegularExpressions;
using Coxswain.Customers.Capture.Calendars;
using MimeKit;
namespace Coxswain.Customers.Capture.Mail;

/// <summary>
/// The mail inside one that was forwarded: attached whole, or quoted under a head that says from whom, when and what about. Anything less is
/// not read into.
/// </summary>
internal static partial class Forwarded
{
    private const int HeadLines = 8;

    /// <param name="message">As it came.</param>
    /// <param name="around">The same as it is captured.</param>
    /// <param name="now">Nothing was written later.</param>
    /// <param name="zone">Of the organisation: mail programs quote a head as the clock of whoever forwards stands.</param>
    /// <returns>Null where it does not say for certain from whom it was.</returns>
    public static Letter? Of(MimeMessage message, Letter around, DateTime now, TimeZoneInfo zone)
    {
        if (message.BodyParts.OfType<MessagePart>().FirstOrDefault()?.Message is { } inside) return Letter.Of(inside, around.At, now);
        if (Quoted(around) is not ({ } sender, var head, var inEnglish)) return null;
        var at = QuotedDate.Of(When().Match(head.First(l => When().IsMatch(l))).Groups["said"].Value, inEnglish, around.At, ZoneOf(message, zone));
        return around with { People = [sender, .. around.People.Where(p => p.Part is Part.From).Select(p => p with { Part = Part.To })], At = at ?? around.At, IsDatedAsForwarded = at is null };
    }

    /// <summary>Whether its subject calls it a forwarded one.</summary>
    public static bool CallsItself(Letter letter) => Marked().IsMatch(letter.Subject ?? "");

    private static (Someone? Sender, IReadOnlyList<string> Head, bool InEnglish) Quoted(Letter around)
    {
        var lines = (around.Text ?? "").Split('\n');
        // The first is the mail that was forwarded; what it quotes itself stands below.
        var from = Array.FindIndex(lines, l => From().IsMatch(l));
        if (from < 0) return default;
        // Some programs put subject and date before the sender.
        var before = lines[..from].Reverse().TakeWhile(l => About().IsMatch(l) || When().IsMatch(l)).Take(HeadLines);
        List<string> head = [.. before, .. lines[(from + 1)..].Take(HeadLines)];
        if (!head.Any(l => When().IsMatch(l)) || !head.Any(l => About().IsMatch(l))) return default;
        var found = Address().Matches(lines[from]).Select(m => Addresses.Clean(m.Value)).OfType<string>().Distinct().ToList();
        return found is [var address] ? (new Someone(address, null, Part.From), head, From().Match(lines[from]).Groups["word"].Value.Equals("From", StringComparison.OrdinalIgnoreCase)) : default;
    }

    // A machine that stamps everything in UTC does not say where whoever forwards is.
    private static TimeZoneInfo ZoneOf(MimeMessage message, TimeZoneInfo zone)
    {
        var offset = message.Date.Offset;
        return offset == TimeSpan.Zero || !message.Headers.Contains(HeaderId.Date) || zone.GetUtcOffset(message.Date) == offset ? zone : TimeZoneInfo.CreateCustomTimeZone(offset.ToString(), offset, null, null);
    }

    [GeneratedRegex(@"^[>*\s]*(?<word>From|Von|De|Da|Van|Fra)\s*:\**\s", RegexOptions.IgnoreCase)]
    private static partial Regex From();

    [GeneratedRegex(@"^[>*\s]*(Date|Sent|Datum|Gesendet|Envoyé|Data|Inviato|Verzonden|Dato|Sendt|Enviado|Enviado el|Enviado em|Enviada em|Fecha)\s*:\**(?<said>.*)$", RegexOptions.IgnoreCase)]
    private static partial Regex When();

    [GeneratedRegex(@"^[>*\s]*(Subject|Betreff|Objet|Oggetto|Onderwerp|Emne|Asunto|Assunto)\s*:", RegexOptions.IgnoreCase)]
    private static partial Regex About();

    [GeneratedRegex("""[^\s<>"'\[\]():,;]+@[^\s<>"'\[\]():,;]+""")]
    private static partial Regex Address();

    [GeneratedRegex(@"^\s*(Fwd?|WG|TR|RV|I|ENC|Doorst|VS)\s*:", RegexOptions.IgnoreCase)]
    private static partial Regex Marked();
}
