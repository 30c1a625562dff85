using System.Linq.Expressions;
using Coxswain.People;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Accounts.Team;

/// <summary>Somebody of an account's team, as pages and the API show it.</summary>
/// <param name="Id">The membership.</param>
/// <param name="PersonId">Who.</param>
/// <param name="Name">Their name.</param>
/// <param name="Function">What they do for it.</param>
public sealed record MemberView(Guid Id, Guid PersonId, string? Name, string? Function)
{
    internal static Expression<Func<AccountMember, MemberView>> Reading(AppDb db)
    {
        var people = db.PersonRows();
        return m => new MemberView(m.Id, m.PersonId, people.Where(p => p.Id == m.PersonId).Select(p => p.Name).FirstOrDefault(), m.Function);
    }

    internal static async Task<IReadOnlyList<MemberView>> OfAsync(AppDb db, Guid accountId, CancellationToken ct) =>
        await db.Rows<AccountMember>().AsNoTracking().Where(m => m.AccountId == accountId).OrderBy(m => m.Id).Take(50).Select(Reading(db)).ToListAsync(ct);
}
