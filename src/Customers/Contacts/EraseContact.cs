using Coxswain.Customers.Activities;
using Coxswain.Customers.Attachments;
using Coxswain.Customers.Capture;
using Coxswain.Customers.Consent;
using Coxswain.Customers.Import;
using Coxswain.Customers.Maps;
using Coxswain.Platform.Data;
using Coxswain.Platform.Erasing;
using Coxswain.Platform.Events;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Contacts;

/// <summary>Why somebody is erased.</summary>
public enum ErasureReason { Asked, NoLongerNeeded, Wrong }

/// <summary>Somebody was erased; who it was stands nowhere.</summary>
internal sealed record ContactErased() : News("contact.erased");

/// <summary>A lead was erased; who it was stands nowhere.</summary>
internal sealed record LeadErased() : News("lead.erased");

/// <summary>Why it was done.</summary>
internal sealed record ErasureDecided(string Reason) : News("erasure.decided");

/// <summary>Says what would go with a contact that is erased.</summary>
internal static class ShowErasure
{
    public static async Task<Outcome<ErasureView>> Do(EraseContact.Input input, AppDb db, CancellationToken ct)
    {
        if (await db.RowsWithRemoved<Contact>().Reached(db, Kinds.Contact).AsNoTracking().SingleOrDefaultAsync(c => c.Id == input.Id, ct) is not { } contact) return Outcome.Missing;
        return new ErasureView
        {
            Url = $"/contacts/{contact.Id}", Name = contact.Name, IsHere = contact.RemovedAt is null, LeaveHref = contact.RemovedAt is null ? $"/contacts/{contact.Id}" : "/contacts", Reason = input.Reason, HasAddress = contact.Email is not null,
            Touches = await db.RowsWithRemoved<Interaction>().CountAsync(i => i.ContactId == contact.Id, ct), Tasks = await db.RowsWithRemoved<Todo>().CountAsync(t => t.ContactId == contact.Id, ct), Mails = await db.Rows<CapturedAddress>().Where(a => a.ContactId == contact.Id).Select(a => a.CapturedId).Distinct().CountAsync(ct),
            Files = await db.RowsWithRemoved<Attachment>().CountAsync(a => a.ContactId == contact.Id, ct), Maps = await db.RowsWithRemoved<MapPerson>().CountAsync(p => p.ContactId == contact.Id, ct), Consents = await db.Rows<ConsentEntry>().CountAsync(e => e.ContactId == contact.Id, ct),
        };
    }
}

/// <summary>What would go.</summary>
public sealed record ErasureView
{
    /// <summary>The record's address.</summary>
    public required string Url { get; init; }
    public required string Name { get; init; }

    /// <summary>Not removed already.</summary>
    public required bool IsHere { get; init; }
    public required string LeaveHref { get; init; }
    public required ErasureReason Reason { get; init; }

    /// <summary>Their address is known, so that its fingerprint stays.</summary>
    public required bool HasAddress { get; init; }

    /// <summary>Calls, meetings, mails and notes with them.</summary>
    public required int Touches { get; init; }

    /// <summary>Tasks agreed with them.</summary>
    public required int Tasks { get; init; }

    /// <summary>Captured mails and meetings they were in.</summary>
    public int Mails { get; init; }
    public required int Files { get; init; }

    /// <summary>Relationship maps they stand on.</summary>
    public int Maps { get; init; }

    /// <summary>What they said about being written to.</summary>
    public required int Consents { get; init; }
}

/// <summary>Erases a contact at once and for good, here and in every copy that is ever taken back.</summary>
internal static class EraseContact
{
    public sealed record Input
    {
        public Guid Id { get; init; }
        public ErasureReason Reason { get; init; }
    }

    public sealed record Erased(Guid Id, string Url);

    public static async Task<Outcome<Erased>> Do(Input input, AppDb db, Eraser eraser, CancellationToken ct)
    {
        if (await db.RowsWithRemoved<Contact>().Reached(db, Kinds.Contact).AsNoTracking().SingleOrDefaultAsync(c => c.Id == input.Id, ct) is not { } contact) return Outcome.Missing;
        if (await db.Rows<ImportRun>().AnyAsync(r => r.State == ImportState.Running, ct)) return Outcome.Refused(T("An import is running, and could bring them back. Let it end or stop it first."));
        // Whoever was merged into them is the same person.
        foreach (var gone in await Duplicates.MergeKind.Of(Kinds.Contact)!.GoneInto(db, contact.Id).ToListAsync(ct)) await eraser.EraseAsync(db, Kinds.Contact, gone, ct);
        await eraser.EraseAsync(db, Kinds.Contact, contact.Id, ct);
        Note(db, Kinds.Contact, contact.Id, input.Reason);
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new Erased(contact.Id, contact.AccountId is { } account ? $"/accounts/{account}" : "/contacts")).Saying(T("The contact is erased for good."));
    }

    /// <summary>Behind the erasing, which empties what was told before.</summary>
    internal static void Note(AppDb db, string kind, Guid id, ErasureReason reason) => db.Happened(kind, id, new ErasureDecided(reason.ToString()));

    internal static string Said(ErasureReason reason) => reason switch { ErasureReason.Asked => T("they asked for it"), ErasureReason.NoLongerNeeded => T("not needed any more"), _ => T("it was wrong to keep them") };
}
