using Coxswain.Customers.Capture.Calendars;
using MimeKit;
using MimeKit.IO;
namespace Coxswain.Customers.Capture.Mail;

/// <summary>A mail as it is captured: who, when, what about, its text, and what was attached by name.</summary>
internal sealed record Letter
{
    private const int MostPeople = 100;
    private const int LongestSubject = 200;
    private const int LongestText = 20_000;
    private const int MostFiles = 20;

    public required string Key { get; init; }
    public required DateTime At { get; init; }
    public required IReadOnlyList<Someone> People { get; init; }
    public string? Subject { get; init; }
    public string? Text { get; init; }
    public IReadOnlyList<CapturedFile> Files { get; init; } = [];

    /// <summary>When the mail inside was written could not be read: the moment is that of forwarding.</summary>
    public bool IsDatedAsForwarded { get; init; }

    /// <param name="message">As it came.</param>
    /// <param name="arrived">When the server had it, for one that does not say when it was written.</param>
    /// <param name="now">Nothing was written later.</param>
    /// <returns>Null for one that does not say whom it is from.</returns>
    public static Letter? Of(MimeMessage message, DateTime arrived, DateTime now)
    {
        var people = PeopleIn(message.From, message.To, message.Cc, message.Bcc);
        if (people.All(p => p.Part is not Part.From)) return null;
        var at = message.Headers.Contains(HeaderId.Date) && message.Date.UtcDateTime is var said && said.Year > 1990 && said <= now.AddHours(1) ? said : arrived;
        var subject = Cut(message.Subject, LongestSubject);
        return new Letter
        {
            Key = KeyOf.Mail(message.MessageId is { Length: > 0 } id ? id : $"{people.First(p => p.Part is Part.From).Address} {at:O} {subject}"), At = DateTime.SpecifyKind(at, DateTimeKind.Utc), People = people, Subject = subject,
            Text = Cut(message.TextBody ?? (message.HtmlBody is { } html ? PlainText.Of(html) : null), LongestText), Files = Attached(message),
        };
    }

    /// <summary>Those in it, each once, where they stand first.</summary>
    public static IReadOnlyList<Someone> PeopleIn(InternetAddressList from, InternetAddressList to, InternetAddressList cc, InternetAddressList bcc)
    {
        var people = new List<Someone>();
        foreach (var (list, part) in ((InternetAddressList, Part)[])[(from, Part.From), (to, Part.To), (cc, Part.Copy), (bcc, Part.Copy)])
            foreach (var mailbox in list.Mailboxes.Take(MostPeople))
                if (Addresses.Clean(mailbox.Address) is { } address && people.All(p => p.Address != address)) people.Add(new Someone(address, Cut(mailbox.Name, LongestSubject), part));
        return people.Count > MostPeople ? people[..MostPeople] : people;
    }

    private static List<CapturedFile> Attached(MimeMessage message)
    {
        var files = new List<CapturedFile>();
        foreach (var part in message.Attachments.OfType<MimePart>().Where(p => p.Content is not null).Take(MostFiles))
        {
            using var measured = new MeasuringStream();
            part.Content!.DecodeTo(measured);
            files.Add(new CapturedFile(Cut(part.FileName, LongestSubject) ?? part.ContentType.MimeType, measured.Length));
        }
        return files;
    }

    private static string? Cut(string? text, int most) => Clean(text) is { Length: > 0 } clean ? clean.Length > most ? clean[..(most - 1)] + "…" : clean : null;

    // What no text holds and one of the databases refuses.
    private static string? Clean(string? text) => text?.Replace("\0", "", StringComparison.Ordinal).ReplaceLineEndings("\n").Trim();
}
