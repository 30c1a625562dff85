using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.Outside;

/// <summary>Why another machine could not be used. Kept by name, said in the reader's language.</summary>
public enum OutsideFault
{
    NotAnAddress, Unknown, Inner, Unreachable, TooSlow, BrokenOff, NotEncrypted, Certificate, Refused, Gone, Moved, TooLarge, Lied, NotWhatItSays, NoFolder, ServerSaid,
}

/// <summary>Another machine could not be used; nothing was changed by it.</summary>
/// <param name="fault">Why.</param>
/// <param name="detail">What tells it apart: a host, a number, what the server answered. Never a secret.</param>
/// <param name="inner">What was thrown.</param>
public sealed class OutsideException(OutsideFault fault, string? detail = null, Exception? inner = null) : Exception(fault.ToString(), inner)
{
    private const int Longest = 200;

    public OutsideFault Fault => fault;

    public string? Detail { get; } = detail is { Length: > Longest } ? detail[..Longest] + "…" : detail;
}

/// <summary>Faults in words that say what to do.</summary>
public static class OutsideWords
{
    public static string Of(MailSecurity security) => security switch
    {
        MailSecurity.Tls => T("TLS from the start"),
        MailSecurity.StartTls => T("TLS once both have agreed (STARTTLS)"),
        _ => T("none, for a machine an administrator lists"),
    };

    public static string Of(OutsideFault fault, string? detail) => fault switch
    {
        OutsideFault.NotAnAddress => T("This is not an address of the internet. Copy it again, whole; it begins with https."),
        OutsideFault.Unknown => T("There is no machine called {0}. Look whether the name is written right.", detail),
        OutsideFault.Inner => T("{0} is on the internal network, where nothing is fetched from unless an administrator lists it.", detail),
        OutsideFault.Unreachable => T("{0} does not answer. Look at its name and port, and whether it runs.", detail),
        OutsideFault.TooSlow => T("The server took too long to answer. It is tried again by itself."),
        OutsideFault.BrokenOff => T("The server broke off in the middle. What came whole is kept, the rest is fetched next time."),
        OutsideFault.NotEncrypted => T("The connection would not be encrypted, so nothing was sent. Use https or TLS; only a machine an administrator lists may go without."),
        OutsideFault.Certificate => T("The certificate of {0} cannot be trusted, so nothing was sent. It may have run out, or be of another name.", detail),
        OutsideFault.Refused => T("The server refused the user or the password. Enter them again; many providers want a password made for one program."),
        OutsideFault.Gone => T("There is nothing at this address any more. Copy it again from the calendar’s settings."),
        OutsideFault.Moved => T("The address leads on to another, too often or to one that is not allowed. Enter the one it ends at."),
        OutsideFault.TooLarge => T("The server sent more than {0} MB, so it was stopped. Nothing was changed.", detail),
        OutsideFault.Lied => T("The server did not keep to what it had said ({0}), so it was stopped. Nothing was changed.", detail),
        OutsideFault.NotWhatItSays => T("What is at this address is not a calendar. Copy the one that ends in .ics or is called private or secret address."),
        OutsideFault.NoFolder => T("There is no folder called {0}. Enter the folders as the mailbox calls them.", detail),
        _ => T("The server answered: {0}", detail),
    };
}
