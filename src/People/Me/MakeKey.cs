using Coxswain.People.Keys;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.People.Me;

/// <summary>Makes a key with which a program acts as me. It is shown once.</summary>
internal static class MakeKey
{
    public sealed record Input : KeyFields;

    public static async Task<Outcome<KeyView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var made = input.Make(db, db.Viewer.PersonId, clock.GetUtcNow().UtcDateTime);
        if (made.IsDone) await db.SaveChangesAsync(ct);
        return made;
    }
}

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
