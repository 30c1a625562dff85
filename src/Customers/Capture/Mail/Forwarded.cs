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

    /// <returns>Null where it does not say for certain from whom it was.</returns>
    public static Letter? Of(MimeMessage message, Letter around, DateTime now)
    {
        if (message.BodyParts.OfType<MessagePart>().FirstOrDefault()?.Message is { } inside) return Letter.Of(inside, around.At, now);
        return Quoted(around) is { } sender ? around with { People = [sender, .. around.People.Where(p => p.Part is Part.From).Select(p => p with { Part = Part.To })] } : null;
    }

    private static Someone? Quoted(Letter around)
    {
        var lines = (around.Text ?? "").Split('\n');
        var senders = Enumerable.Range(0, lines.Length).Where(i => From().IsMatch(lines[i])).ToList();
        // The first is the mail that was forwarded; what it quotes itself stands below.
        if (senders.Count == 0 || lines[(senders[0] + 1)..] is not { Length: > 0 } rest) return null;
        var head = rest.Take(HeadLines).ToList();
        if (!head.Any(l => When().IsMatch(l)) || !head.Any(l => About().IsMatch(l))) return null;
        var found = Address().Matches(lines[senders[0]]).Select(m => Addresses.Clean(m.Value)).OfType<string>().Distinct().ToList();
        return found is [var address] ? new Someone(address, null, Part.From) : null;
    }

    [GeneratedRegex(@"^[>*\s]*(From|Von|De|Da|Van|Fra)\s*:\**\s", RegexOptions.IgnoreCase)]
    private static partial Regex From();

    [GeneratedRegex(@"^[>*\s]*(Date|Sent|Datum|Gesendet|Envoyé|Data|Inviato|Verzonden|Dato)\s*:", RegexOptions.IgnoreCase)]
    private static partial Regex When();

    [GeneratedRegex(@"^[>*\s]*(Subject|Betreff|Objet|Oggetto|Onderwerp|Emne)\s*:", RegexOptions.IgnoreCase)]
    private static partial Regex About();

    [GeneratedRegex("""[^\s<>"'\[\]():,;]+@[^\s<>"'\[\]():,;]+""")]
    private static partial Regex Address();
}
