using Coxswain.People.SignIn;
using Coxswain.People.Visibility;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.People.Persons;

/// <summary>Someone no longer works here: history stays, sign-ins end, open work goes to the heir.</summary>
internal static class LeavePerson
{
    public sealed record Input
    {
        public Guid Id { get; init; }

        /// <summary>Who takes over what is open.</summary>
        public Guid? HeirId { get; init; }
    }

    public static async Task<Outcome<PeopleView>> Do(Input input, AppDb db, AccessRules rules, TimeProvider clock, IEnumerable<ITakeOver> takers, CancellationToken ct)
    {
        if (await db.People.SingleOrDefaultAsync(p => p.Id == input.Id && p.LeftAt == null, ct) is not { } person) return Outcome.Missing;
        if (person.Id == db.Viewer.PersonId) return Outcome.Refused(T("Somebody else has to do this for you."));
        if (person.Role is Role.Admin && !person.IsService && await db.People.CountAsync(p => p.Role == Role.Admin && p.LeftAt == null && !p.IsService, ct) == 1) return Outcome.Refused(T("Someone has to be administrator: make another one first."));
        if (input.HeirId == person.Id || !await db.People.AnyAsync(p => p.Id == input.HeirId && p.LeftAt == null, ct)) return Outcome.Invalid(nameof(input.HeirId), T("Say who takes over."));

        var now = clock.GetUtcNow().UtcDateTime;
        await db.InOneTransactionAsync(async () =>
        {
            person.Leave(input.HeirId!.Value, now);
            foreach (var session in await db.Sessions.Where(s => s.PersonId == person.Id && s.EndedAt == null).ToListAsync(ct)) session.EndedAt = now;
            foreach (var key in await db.ApiKeys.Where(k => k.PersonId == person.Id && k.RevokedAt == null).ToListAsync(ct)) key.RevokedAt = now;
            await db.SaveChangesAsync(ct);
            // Whose word counts is about edits: nobody is kept from leaving by a lock.
            db.PassesLocks = true;
            foreach (var taker in takers) await taker.TakeOverAsync(db, person.Id, input.HeirId.Value, ct);
            // Whoever comes back is shown again what they are to see.
            db.RemoveRange(await db.Rows<Share>().Where(s => s.PersonId == person.Id).ToListAsync(ct));
            await rules.RewriteAsync(db, ct);
        }, ct);
        return (await ListPeople.Do(db, ct)).Saying(T("{0} has left; open work is handed over.", person.Name));
    }
}

/// <summary>Someone left, and who took over.</summary>
internal sealed record PersonLeft(Guid HeirId) : News("person.left");
