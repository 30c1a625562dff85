using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using Coxswain.People.SignIn;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.People.Me;

/// <summary>Makes a key with which a program acts as me. It is shown once.</summary>
internal static class MakeKey
{
    public sealed record Input
    {
        [Required, StringLength(100)]
        public string? Name { get; init; }
    }

    public static async Task<Outcome<KeyView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var secret = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(24));
        db.Add(new ApiKey { PersonId = db.Viewer.PersonId, Name = input.Name!, SecretHash = Invite.Hash(secret), MadeAt = clock.GetUtcNow().UtcDateTime });
        await db.SaveChangesAsync(ct);
        return new KeyView(input.Name!, $"cox_{db.Viewer.TenantId}_{secret}");
    }
}

public sealed record KeyView(string Name, string Key);

/// <summary>Takes a key back; programs that use it are refused at once.</summary>
internal static class RevokeKey
{
    public sealed record Input
    {
        public Guid Id { get; init; }
    }

    public static async Task<Outcome<Ended>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await db.ApiKeys.SingleOrDefaultAsync(k => k.Id == input.Id && k.PersonId == db.Viewer.PersonId && k.RevokedAt == null, ct) is not { } key) return Outcome.Missing;
        key.RevokedAt = clock.GetUtcNow().UtcDateTime;
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new Ended(1)).Saying(T("The key {0} opens nothing any more.", key.Name));
    }
}
