using System.Globalization;
using Coxswain.Platform.Outside;
using Coxswain.Platform.Ui;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Capture;

/// <summary>Mail and calendars in words.</summary>
internal static class CaptureWords
{
    public static string Of(FeedKind kind) => kind switch
    {
        FeedKind.CalendarAddress => T("Calendar by its address"),
        FeedKind.CalendarServer => T("Calendar on a server"),
        FeedKind.Mailbox => T("Mailbox"),
        _ => T("Shared mailbox"),
    };

    public static string Of(CapturedKind kind) => kind is CapturedKind.Mail ? T("Mail") : T("Meeting");

    public static string Of(Readers readers) => readers switch
    {
        Readers.Nobody => T("only me"),
        Readers.Team => T("the account’s owner and team"),
        _ => T("everyone who sees customers"),
    };

    public static string Icon(FeedKind kind) => kind is FeedKind.Mailbox or FeedKind.SharedMailbox ? "mail" : "calendar";

    public static IReadOnlyList<Choice> ReaderChoices => [.. Enum.GetValues<Readers>().Select(r => new Choice(r.ToString(), Of(r)))];

    public static IReadOnlyList<Choice> SecurityChoices => [.. Enum.GetValues<MailSecurity>().Select(s => new Choice(s.ToString(), OutsideWords.Of(s)))];

    /// <summary>How it stands, in one line.</summary>
    public static string Standing(FeedLine feed) => feed switch
    {
        { Fault: { } fault } => OutsideWords.Of(fault, feed.FaultDetail),
        { LastAt: null } => T("not fetched yet"),
        { NextAt: { } next } => T("fetched {0}, next {1}", At(feed.LastAt), Clock(next)),
        _ => T("fetched {0}", At(feed.LastAt)),
    };

    public static string At(DateTime? at) => at is { } known ? known.ToString("g", CultureInfo.CurrentCulture) : T("never");

    public static string Clock(DateTime at) => at.ToString("t", CultureInfo.CurrentCulture);
}
