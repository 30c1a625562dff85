using System.ComponentModel.DataAnnotations;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Http;
using Coxswain.Platform.Outside;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
using MimeKit;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.People.Settings;

/// <summary>Shows by which server mail is sent; the password is written and never shown.</summary>
internal static class ShowMailSettings
{
    public static async Task<Outcome<MailSettingsView>> Do(AppDb db, CancellationToken ct)
    {
        var mine = await db.People.Where(p => p.Id == db.Viewer.PersonId).Select(p => p.Email).SingleOrDefaultAsync(ct);
        return await db.Rows<Outgoing>().AsNoTracking().OrderBy(o => o.Id).FirstOrDefaultAsync(ct) is { } by
            ? new MailSettingsView(by.Host, by.Port, by.Security, by.User, by.Sender, by.Closed is not null, mine) : new MailSettingsView(null, null, MailSecurity.Tls, null, null, false, mine);
    }
}

/// <param name="Host">The server; null where none is set.</param>
/// <param name="Port">Where it listens.</param>
/// <param name="Security">How it is spoken to.</param>
/// <param name="User">Who signs in there.</param>
/// <param name="Sender">Whom mail is from.</param>
/// <param name="HasPassword">One is kept.</param>
/// <param name="Mine">Where the viewer's test mail goes.</param>
public sealed record MailSettingsView(string? Host, int? Port, MailSecurity Security, string? User, string? Sender, bool HasPassword, string? Mine);

/// <summary>Sets the server that takes the organisation's mail.</summary>
internal static class ChangeMailSettings
{
    public sealed record Input
    {
        [Required, StringLength(253)]
        public string? Host { get; init; }

        [Range(1, 65_535)]
        public int? Port { get; init; }
        public MailSecurity Security { get; init; }

        [StringLength(200)]
        public string? User { get; init; }

        /// <summary>As it is, where nobody says; of another server or user it has to be said.</summary>
        [StringLength(500)]
        public string? Password { get; init; }

        [Required, StringLength(254)]
        public string? Sender { get; init; }
    }

    public static async Task<Outcome<MailSettingsView>> Do(Input input, AppDb db, SecretKeeper secrets, CancellationToken ct)
    {
        var by = await db.Rows<Outgoing>().OrderBy(o => o.Id).FirstOrDefaultAsync(ct);
        var host = input.Host!.Trim();
        // A password that is kept is not sent to another machine, whoever enters its name.
        var isSame = by is not null && by.Host == host && by.User == input.User;
        var problems = new Problems().AddIf(Uri.CheckHostName(host) is UriHostNameType.Unknown, nameof(input.Host), T("{0} is not the name or address of a machine.", host))
            .AddIf(!MailboxAddress.TryParse(input.Sender, out _), nameof(input.Sender), T("{0} is not a mail address.", input.Sender))
            .AddIf(input.User is not null && input.Password is null && !(isSame && by!.Closed is not null), nameof(input.Password), T("Enter the password anew for this server and user."));
        if (problems.Any) return Outcome.Invalid(problems);
        if (by is null) db.Add(by = new Outgoing { Host = host, Port = 0, Sender = "" });
        (by.Host, by.Port, by.Security, by.User, by.Sender) = (host, input.Port ?? (input.Security is MailSecurity.Tls ? 465 : 587), input.Security, input.User, input.Sender!.Trim());
        by.Closed = input.User is null ? null : input.Password is { } password ? secrets.Close(password) : by.Closed;
        db.Happened("organisation", Guid.Empty, new MailServerSet(by.Host));
        await db.SaveChangesAsync(ct);
        return (await ShowMailSettings.Do(db, ct)).Saying(T("Saved."));
    }
}

/// <summary>Mail goes by another server.</summary>
internal sealed record MailServerSet(string Host) : News("organisation.mail-server");

/// <summary>Sends one mail to whoever asks, and says what the server answered.</summary>
internal static class TestMailSettings
{
    public static async Task<Outcome<MailSettingsView>> Do(AppDb db, PostOffice post, LawfulBases bases, CancellationToken ct)
    {
        if (await db.Rows<Outgoing>().AsNoTracking().OrderBy(o => o.Id).FirstOrDefaultAsync(ct) is not { } by) return Outcome.Invalid("Host", T("Enter a server first."));
        if ((await bases.OfStaffAsync(db, db.Viewer.PersonId, ct)).Basis is not { } basis || !MailboxAddress.TryParse(basis.Address, out var me)) return Outcome.Refused(T("You have no mail address here, so there is nobody to send it to."));
        using var message = new MimeMessage([MailboxAddress.Parse(by.Sender)], [me], T("A test from {0}", (await db.TenantAsync(ct)).Name), new TextPart("plain") { Text = T("Mail can be sent from Coxswain.") });
        try { return (await ShowMailSettings.Do(db, ct)).Saying(T("The server took it for {0} and answered: {1}", me.Address, await post.SendAsync(db, by, message, basis, ct))); }
        catch (OutsideException fault) { return Outcome.Invalid(fault.Fault is OutsideFault.Refused ? "Password" : fault.Fault is OutsideFault.NotEncrypted or OutsideFault.Certificate ? "Security" : "Host", OutsideWords.Of(fault.Fault, fault.Detail)); }
    }
}
