using Coxswain.Customers.Activities;
using Coxswain.Customers.Import;
using Coxswain.Platform.Data;
using Coxswain.Platform.Erasing;
using Coxswain.Platform.Events;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Contacts;

/// <summary>Somebody was erased; who it was stands nowhere.</summary>
internal sealed record ContactErased() : News("contact.erased");

/// <summary>Says what would go with a contact that is erased.</summary>
internal static class ShowErasure
{
    public static async Task<Outcome<ErasureView>> Do(EraseContact.Input input, AppDb db, CancellationToken ct)
    {
        if (await db.RowsWithRemoved<Contact>().Reached(db, Kinds.Contact).AsNoTracking().SingleOrDefaultAsync(c => c.Id == input.Id, ct) is not { } contact) return Outcome.Missing;
        return new ErasureView(contact.Id, contact.Name, contact.RemovedAt is null,
            await db.RowsWithRemoved<Interaction>().CountAsync(i => i.ContactId == contact.Id, ct), await db.RowsWithRemoved<Todo>().CountAsync(t => t.ContactId == contact.Id, ct));
    }
}

/// <summary>What would go.</summary>
/// <param name="Id">The contact.</param>
/// <param name="Name">Who it is.</param>
/// <param name="IsHere">Not removed already.</param>
/// <param name="Touches">Calls, meetings, mails and notes with them.</param>
/// <param name="Tasks">Tasks agreed with them.</param>
public sealed record ErasureView(Guid Id, string Name, bool IsHere, int Touches, int Tasks);

/// <summary>Erases a contact at once and for good, here and in every copy that is ever taken back.</summary>
internal static class EraseContact
{
    public sealed record Input { public Guid Id { get; init; } }

    public sealed record Erased(Guid Id, string Url);

    public static async Task<Outcome<Erased>> Do(Input input, AppDb db, Eraser eraser, CancellationToken ct)
    {
        if (await db.RowsWithRemoved<Contact>().Reached(db, Kinds.Contact).AsNoTracking().SingleOrDefaultAsync(c => c.Id == input.Id, ct) is not { } contact) return Outcome.Missing;
        if (await db.Rows<ImportRun>().AnyAsync(r => r.State == ImportState.Running, ct)) return Outcome.Refused(T("An import is running, and could bring them back. Let it end or stop it first."));
        await eraser.EraseAsync(db, Kinds.Contact, contact.Id, ct);
        return Outcome.Done(new Erased(contact.Id, contact.AccountId is { } account ? $"/accounts/{account}" : "/contacts")).Saying(T("The contact is erased for good."));
    }
}
