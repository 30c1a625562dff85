using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Text;
using Coxswain.People.Persons;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.AspNetCore.Http;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.People.SignIn;

/// <summary>Makes a link with which a person sets their password, for the first time or again. Shown once, to be passed on; an invitation lasts a week, a reset a day.</summary>
internal static class Invite
{
    public sealed record Input
    {
        public Guid Id { get; init; }

        /// <summary>For someone whose address is not known yet, as after an import.</summary>
        [EmailAddress, StringLength(320)]
        public string? Email { get; init; }
    }

    public static async Task<Outcome<InvitedView>> Do(Input input, AppDb db, TimeProvider clock, HttpContext http, CancellationToken ct)
    {
        // Saved with the link. An address that is known already is not changed on the way.
        if (input.Email is { } email && await db.People.SingleOrDefaultAsync(p => p.Id == input.Id && p.LeftAt == null && p.Email == null, ct) is { } person) person.Email = email;
        return await LinkAsync(input.Id, $"{http.Request.Scheme}://{http.Request.Host}", db, clock, ct);
    }

    /// <summary>The same where no request says the address of the installation.</summary>
    internal static async Task<Outcome<InvitedView>> LinkAsync(Guid id, string site, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await db.People.SingleOrDefaultAsync(p => p.Id == id && p.LeftAt == null && !p.IsService, ct) is not { } person) return Outcome.Missing;
        if (db.Viewer.Scopes is not null) return Outcome.Refused(T("A key that is limited makes no links to sign in with."));
        if (person.Email is null) return Outcome.Refused(T("{0} needs an e-mail address first: it is the name to sign in with.", person.Name));
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));
        var now = clock.GetUtcNow().UtcDateTime;
        var purpose = person.LoginId is null ? LinkPurpose.Invitation : LinkPurpose.PasswordReset;
        // Only the newest link opens anything.
        foreach (var older in await db.OneTimeLinks.Where(l => l.PersonId == person.Id && l.UsedAt == null).ToListAsync(ct)) older.UsedAt = now;
        db.Add(new OneTimeLink { PersonId = person.Id, Purpose = purpose, SecretHash = Hash(secret), ExpiresAt = now + Lasts(purpose), MadeById = db.Viewer.PersonId });
        db.Happened("person", person.Id, new LinkMade(purpose.ToString()));
        await db.SaveChangesAsync(ct);
        return new InvitedView(person.Name, $"{site}/invitations/{db.Viewer.TenantId}-{secret}", purpose is LinkPurpose.PasswordReset);
    }

    private static TimeSpan Lasts(LinkPurpose purpose) => purpose is LinkPurpose.Invitation ? TimeSpan.FromDays(7) : TimeSpan.FromHours(24);

    internal static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}

public sealed record InvitedView(string Name, string Link, bool IsReset);
