using System.Net.Sockets;
using MailKit;
using MailKit.Net.Imap;
using MailKit.Net.Smtp;
using MailKit.Security;
namespace Coxswain.Platform.Outside;

/// <summary>How a mail server is spoken to: encrypted from the first byte, encrypted once both have agreed, or not, which only a listed host may be.</summary>
public enum MailSecurity { Tls, StartTls, None }

/// <summary>What both kinds of mail server have in common.</summary>
public static class MailLine
{
    public static SecureSocketOptions Options(this MailSecurity security) => security switch
    {
        MailSecurity.Tls => SecureSocketOptions.SslOnConnect,
        MailSecurity.StartTls => SecureSocketOptions.StartTls,
        _ => SecureSocketOptions.None,
    };

    /// <summary>What a mail client threw, as a fault that says what to do; null for what is none of the other machine's.</summary>
    /// <param name="failure">What was thrown.</param>
    /// <param name="host">Of the other machine.</param>
    public static OutsideException? Of(Exception failure, string host) => failure switch
    {
        OutsideException own => own,
        { InnerException: OutsideException inner } => inner,
        MailKit.Security.AuthenticationException or SaslException => new OutsideException(OutsideFault.Refused, null, failure),
        SslHandshakeException or System.Security.Authentication.AuthenticationException => new OutsideException(OutsideFault.Certificate, host, failure),
        NotSupportedException unable when unable.Message.Contains("STARTTLS", StringComparison.OrdinalIgnoreCase) => new OutsideException(OutsideFault.NotEncrypted, host, failure),
        FolderNotFoundException folder => new OutsideException(OutsideFault.NoFolder, folder.FolderName, failure),
        SmtpCommandException said => new OutsideException(OutsideFault.ServerSaid, $"{(int)said.StatusCode} {said.Message}", failure),
        ImapCommandException said => new OutsideException(OutsideFault.ServerSaid, said.ResponseText, failure),
        ProtocolException broken when !broken.Message.Contains("disconnected", StringComparison.OrdinalIgnoreCase) => new OutsideException(OutsideFault.Lied, "mail", failure),
        // It opened a folder that is not open, or sent what no client can make sense of.
        FolderNotOpenException or FormatException or ArgumentException or OverflowException => new OutsideException(OutsideFault.Lied, "mail", failure),
        ProtocolException or ServiceNotConnectedException or EndOfStreamException or IOException or SocketException => new OutsideException(OutsideFault.BrokenOff, null, failure),
        _ => null,
    };
}
