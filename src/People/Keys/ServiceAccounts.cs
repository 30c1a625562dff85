using System.ComponentModel.DataAnnotations;
using Coxswain.People.Me;
using Coxswain.People.Persons;
using Coxswain.People.Visibility;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.People.Keys;

/// <summary>Adds an account for a program: it has a role and keys, and nobody signs in as it.</summary>
internal static class AddServiceAccount
{
    public sealed record Input
    {
        [Required, StringLength(100)]
        public string? Name { get; init; }
        public Role Role { get; init; } = Role.Seller;
    }

    public static async Task<Outcome<ServiceAccount>> Do(Input input, AppDb db, AccessRules rules, CancellationToken ct)
    {
        var account = new Person { Name = input.Name!, Role = input.Role, IsService = true };
        await db.InOneTransactionAsync(async () =>
        {
            db.Add(account);
            await db.SaveChangesAsync(ct);
            await rules.RewriteAsync(db, ct);
        }, ct);
        return Outcome.Done(new ServiceAccount(account.Id, account.Name, account.Role, [])).Saying(T("{0} is added. A key lets a program in as it.", account.Name));
    }
}

/// <summary>Makes a key of a program's account. It is shown once.</summary>
internal static class MakeServiceKey
{
    public sealed record Input : KeyFields
    {
        public Guid Id { get; init; }
    }

    public static async Task<Outcome<KeyView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (!await db.People.AnyAsync(p => p.Id == input.Id && p.IsService && p.LeftAt == null, ct)) return Outcome.Missing;
        var made = input.Make(db, input.Id, clock.GetUtcNow().UtcDateTime);
        if (!made.IsDone) return made;
        await db.SaveChangesAsync(ct);
        return made.View! with { Back = "/settings/api" };
    }
}

/// <summary>Takes a key of a program's account back.</summary>
internal static class RevokeServiceKey
{
    public static async Task<Outcome<Ended>> Do(RevokeKey.Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var accounts = db.People.Where(p => p.IsService);
        if (await db.ApiKeys.SingleOrDefaultAsync(k => k.Id == input.Id && k.RevokedAt == null && accounts.Any(p => p.Id == k.PersonId), ct) is not { } key) return Outcome.Missing;
        key.RevokedAt = clock.GetUtcNow().UtcDateTime;
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new Ended(1)).Saying(T("The key {0} opens nothing any more.", key.Name));
    }
}

/// <summary>Ends a program's account and all its keys; what it did stays.</summary>
internal static class EndServiceAccount
{
    public static async Task<Outcome<Ended>> Do(ShowApiSettings.Of input, AppDb db, AccessRules rules, IEnumerable<ITakeOver> takers, TimeProvider clock, CancellationToken ct)
    {
        if (await db.People.SingleOrDefaultAsync(p => p.Id == input.Id && p.IsService && p.LeftAt == null, ct) is not { } account) return Outcome.Missing;
        if (account.Id == db.Viewer.PersonId) return Outcome.Refused(T("Somebody else has to do this for you."));
        var now = clock.GetUtcNow().UtcDateTime;
        var keys = await db.ApiKeys.Where(k => k.PersonId == account.Id && k.RevokedAt == null).ToListAsync(ct);
        await db.InOneTransactionAsync(async () =>
        {
            account.Leave(db.Viewer.PersonId, now);
            foreach (var key in keys) key.RevokedAt = now;
            await db.SaveChangesAsync(ct);
            db.PassesLocks = true;
            foreach (var taker in takers) await taker.TakeOverAsync(db, account.Id, db.Viewer.PersonId, ct);
            await rules.RewriteAsync(db, ct);
        }, ct);
        return Outcome.Done(new Ended(keys.Count)).Saying(T("{0} is ended, its keys open nothing any more, and what was open is yours.", account.Name));
    }
}
