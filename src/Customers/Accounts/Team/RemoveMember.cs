using Coxswain.Customers.Activities;
using Coxswain.Customers.Records;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Accounts.Team;

/// <summary>Takes somebody out of an account's team, and with it the right to change the account.</summary>
internal static class RemoveMember
{
    public sealed record Input { public Guid Id { get; init; } }

    public static async Task<Outcome<WentBack>> Do(Input input, AppDb db, CancellationToken ct)
    {
        if (await db.Rows<AccountMember>().SingleOrDefaultAsync(m => m.Id == input.Id, ct) is not { } member) return Outcome.Missing;
        var (account, no) = await db.AccountForChangeAsync(member.AccountId, ct);
        if (no is not null) return no;
        db.Remove(member);
        await db.UnshareAsync(Kinds.Account, [member.AccountId], member.PersonId, ct);
        await db.SaveChangesAsync(ct);
        var again = $"/accounts/{member.AccountId}/members".With("personId", member.PersonId.ToString()).With("function", member.Function);
        return Outcome.Done(new WentBack($"/accounts/{member.AccountId}")).Saying(T("Out of the team of {0}.", account!.Name), again);
    }
}
