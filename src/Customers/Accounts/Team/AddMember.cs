using System.ComponentModel.DataAnnotations;
using Coxswain.Customers.Activities;
using Coxswain.Customers.Records;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Accounts.Team;

/// <summary>Takes somebody into an account's team, or says anew what they do for it. They may change the account from then on.</summary>
internal static class AddMember
{
    public sealed record Input
    {
        /// <summary>The account.</summary>
        public Guid Id { get; init; }
        public Guid? PersonId { get; init; }

        [StringLength(100)]
        public string? Function { get; init; }
    }

    public static async Task<Outcome<MemberView>> Do(Input input, AppDb db, CancellationToken ct)
    {
        var (account, no) = await db.AccountForChangeAsync(input.Id, ct);
        if (no is not null) return no;
        if (input.PersonId is not { } person || !await db.IsHereAsync(person, ct)) return Outcome.Invalid("PersonId", T("Choose someone who is here."));
        if (person == account!.OwnerId) return Outcome.Invalid("PersonId", T("The owner is in the team anyway."));
        var member = await db.Rows<AccountMember>().SingleOrDefaultAsync(m => m.AccountId == input.Id && m.PersonId == person, ct);
        if (member is null) db.Add(member = new AccountMember { AccountId = input.Id, PersonId = person });
        member.Function = input.Function;
        await db.ShareAsync(Kinds.Account, input.Id, person, AccessLevel.Edit, ct);
        await db.SaveChangesAsync(ct);
        return await db.Rows<AccountMember>().AsNoTracking().Where(m => m.Id == member.Id).Select(MemberView.Reading(db)).SingleAsync(ct);
    }

    public static async Task<Outcome<WentBack>> OnPage(Input input, AppDb db, CancellationToken ct)
    {
        var added = await Do(input, db, ct);
        return added.View is { } member ? Outcome.Done(new WentBack($"/accounts/{input.Id}")).Saying(T("{0} is in the team.", member.Name), $"/account-members/{member.Id}/removals") : added.No;
    }
}
