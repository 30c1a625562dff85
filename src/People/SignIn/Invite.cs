using System.Security.Cryptography;
using System.Text;
using Coxswain.People.Persons;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.AspNetCore.Http;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.People.SignIn;

/// <summary>Makes a link with which a person sets their password, for the first time or again. Shown once, to be passed on.</summary>
internal static class Invite
{
    private static readonly TimeSpan Lasts = TimeSpan.FromDays(7);

    public sealed record Input
    {
        public Guid Id { get; init; }
    }

    public static Task<Outcome<InvitedView>> Do(Input input, AppDb db, TimeProvider clock, HttpContext http, CancellationToken ct) =>
        LinkAsync(input.Id, $"{http.Request.Scheme}://{http.Request.Host}", db, clock, ct);

    /// <summary>The same where no request says the address of the installation.</summary>
    internal static async Task<Outcome<InvitedView>> LinkAsync(Guid id, string site, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await db.People.SingleOrDefaultAsync(p => p.Id == id && p.LeftAt == null, ct) is not { } person) return Outcome.Missing;
        if (person.Email is null) return Outcome.Refused(T("{0} needs an e-mail address first: it is the name to sign in with.", person.Name));
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(20));
        var now = clock.GetUtcNow().UtcDateTime;
        db.Add(new OneTimeLink
        {
            PersonId = person.Id, Purpose = person.LoginId is null ? LinkPurpose.Invitation : LinkPurpose.PasswordReset, SecretHash = Hash(secret), ExpiresAt = now + Lasts, MadeById = db.Viewer.PersonId,
        });
        await db.SaveChangesAsync(ct);
        return new InvitedView(person.Name, $"{site}/invitations/{db.Viewer.TenantId}-{secret}");
    }

    internal static byte[] Hash(string secret) => SHA256.HashData(Encoding.UTF8.GetBytes(secret));
}

public sealed record InvitedView(string Name, string Link);
