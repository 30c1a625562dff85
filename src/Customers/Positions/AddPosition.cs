using Coxswain.Customers.Activities;
using Coxswain.Customers.Contacts;
using Coxswain.Customers.Records;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Positions;

/// <summary>Notes that a contact works somewhere as well, or worked there before.</summary>
internal static class AddPosition
{
    public sealed record Input : AtAccount
    {
        public DateOnly? From { get; init; }

        /// <summary>Their last day there; nothing while they are.</summary>
        public DateOnly? To { get; init; }
    }

    public static async Task<Outcome<PositionView>> Do(Input input, AppDb db, CancellationToken ct)
    {
        var (contact, no) = await db.ContactForChangeAsync(input.Id, ct);
        if (no is not null) return no;
        var problems = new Problems().AddIf(input.To < input.From, "To", T("This is before the first day."));
        var account = await NamedAccount.FindNeededAsync(db, input.Account, input.AccountId, problems, ct);
        problems.AddIf(account is not null && account == contact!.AccountId && input.To is null, "Account", T("{0} is there already.", contact!.Name));
        if (problems.Any) return Outcome.Invalid(problems);
        var position = new Position { ContactId = contact!.Id, AccountId = account!.Value, Title = input.Title, From = input.From, To = input.To };
        db.Add(position);
        await db.SaveChangesAsync(ct);
        return await db.Rows<Position>().AsNoTracking().Where(p => p.Id == position.Id).Select(PositionView.Reading(db)).SingleAsync(ct);
    }

    public static async Task<Outcome<WentBack>> OnPage(Input input, AppDb db, CancellationToken ct)
    {
        var added = await Do(input, db, ct);
        return added.View is { } position ? Outcome.Done(new WentBack($"/contacts/{position.ContactId}")).Saying(T("Noted: {0}", position.AccountName)) : added.No;
    }
}
