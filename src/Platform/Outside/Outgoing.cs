using Coxswain.Platform.Data;
using MailKit.Net.Smtp;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using MimeKit;
namespace Coxswain.Platform.Outside;

/// <summary>The server that takes the organisation's mail; one row, and where there is none nothing is sent.</summary>
public sealed class Outgoing : Entity
{
    public required string Host { get; set; }
    public required int Port { get; set; }
    public MailSecurity Security { get; set; }
    public string? User { get; set; }

    /// <summary>The password, closed by <see cref="SecretKeeper"/>; it is written and never shown.</summary>
    public string? Closed { get; set; }

    /// <summary>Whom mail is from.</summary>
    public required string Sender { get; set; }
}

internal sealed class OutgoingTable : IEntityTypeConfiguration<Outgoing>
{
    public void Configure(EntityTypeBuilder<Outgoing> row) => row.ToTable("OutgoingMail");
}

/// <summary>Hands mail to the organisation's server. Nothing else sends: another client does not compile.</summary>
public sealed class PostOffice(SecretKeeper secrets, LawfulBases bases)
{
    private const long LargestTalk = 1 << 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Sends one mail to one person.</summary>
    /// <param name="db">Of the organisation that sends.</param>
    /// <param name="by">The server, as an administrator entered it: whom they name may be on the internal network.</param>
    /// <param name="message">What is sent; to the address of the basis and nobody else, copies included.</param>
    /// <param name="basis">Why it may be sent.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>What the server answered when it took it.</returns>
    /// <exception cref="OutsideException">It did not take it.</exception>
    /// <exception cref="NoBasisException">It may not be sent any more, or not to whom it goes; nothing left the machine.</exception>
    public async Task<string> SendAsync(AppDb db, Outgoing by, MimeMessage message, LawfulBasis basis, CancellationToken ct)
    {
        await bases.HoldAsync(db, message, basis, ct);
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
#pragma warning disable RS0030 // the one place where mail is sent
        try
        {
            await using var line = new BoundedStream(await OutsideLine.ConnectAsync(by.Host, by.Port, ListedHosts.Of(by.Host), patience.Token), LargestTalk);
            // Asking whether a certificate was called back would tell a third machine whom we talk to.
            using var client = new SmtpClient { CheckCertificateRevocation = false, LocalDomain = "localhost" };
            await client.ConnectAsync(line, by.Host, by.Port, by.Security.Options(), patience.Token);
            if (by.User is { } user) await client.AuthenticateAsync(user, secrets.Open(by.Closed) ?? throw new OutsideException(OutsideFault.Refused), patience.Token);
            var answer = await client.SendAsync(message, patience.Token);
            await client.DisconnectAsync(true, patience.Token);
            return answer;
        }
#pragma warning restore RS0030
        catch (OperationCanceledException) when (!ct.IsCancellationRequested) { throw new OutsideException(OutsideFault.TooSlow); }
        catch (Exception failure) when (MailLine.Of(failure, by.Host) is { } fault) { throw fault; }
    }
}
