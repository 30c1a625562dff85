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

/// <summary>Hands mail to the organisation's server.</summary>
public sealed class PostOffice(SecretKeeper secrets)
{
    private const long LargestTalk = 1 << 20;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Sends one mail.</summary>
    /// <param name="by">The server, as an administrator entered it: whom they name may be on the internal network.</param>
    /// <param name="message">What is sent.</param>
    /// <param name="ct">Cancels.</param>
    /// <returns>What the server answered when it took it.</returns>
    /// <exception cref="OutsideException">It did not take it.</exception>
    public async Task<string> SendAsync(Outgoing by, MimeMessage message, CancellationToken ct)
    {
        using var patience = CancellationTokenSource.CreateLinkedTokenSource(ct);
        patience.CancelAfter(Patience);
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
        catch (OperationCanceledException) when (!ct.IsCancellationRequested) { throw new OutsideException(OutsideFault.TooSlow); }
        catch (Exception failure) when (MailLine.Of(failure, by.Host) is { } fault) { throw fault; }
    }
}
