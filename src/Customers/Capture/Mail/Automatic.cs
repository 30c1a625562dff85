using MimeKit;
namespace Coxswain.Customers.Capture.Mail;

/// <summary>Tells mails that nobody wrote to somebody: answers of machines (RFC 3834), lists (RFC 2919), bulk mail, reports of delivery.</summary>
internal static class Automatic
{
    private static readonly string[] Machines = ["mailer-daemon", "postmaster", "no-reply", "noreply", "do-not-reply", "donotreply"];

    public static bool Is(HeaderList headers) =>
        headers[HeaderId.AutoSubmitted] is { } submitted && !submitted.Trim().StartsWith("no", StringComparison.OrdinalIgnoreCase)
        || headers.Contains(HeaderId.ListId)
        || headers[HeaderId.Precedence]?.Trim().ToLowerInvariant() is "bulk" or "list" or "junk"
        || headers[HeaderId.ContentType]?.TrimStart().StartsWith("multipart/report", StringComparison.OrdinalIgnoreCase) == true
        || headers[HeaderId.ReturnPath]?.Trim() is "<>"
        || headers[HeaderId.From] is { } from && InternetAddressList.TryParse(from, out var list) && list.Mailboxes.Any(m => Addresses.Clean(m.Address) is { } address && Machines.Contains(address[..address.IndexOf('@', StringComparison.Ordinal)]));
}
