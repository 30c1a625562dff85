using Coxswain.People.Visibility;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.People.Persons;

/// <summary>Someone who left works here again, under the same name and with the same history. What was handed over stays with the heir.</summary>
internal static class ReturnPerson
{
    public sealed record Input
    {
        public Guid Id { get; init; }
    }

    public static async Task<Outcome<PeopleView>> Do(Input input, AppDb db, AccessRules rules, CancellationToken ct)
    {
        if (await db.People.SingleOrDefaultAsync(p => p.Id == input.Id && p.LeftAt != null, ct) is not { } person) return Outcome.Missing;
        await db.InOneTransactionAsync(async () =>
        {
            person.Return();
            await db.SaveChangesAsync(ct);
            await rules.RewriteAsync(db, ct);
        }, ct);
        return (await ListPeople.Do(db, ct)).Saying(T("{0} is back and signs in as before.", person.Name));
    }
}

/// <summary>Someone who had left works here again.</summary>
internal sealed record PersonReturned() : News("person.returned");
