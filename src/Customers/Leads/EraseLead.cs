using Coxswain.Customers.Activities;
using Coxswain.Customers.Contacts;
using Coxswain.Customers.Import;
using Coxswain.Platform.Data;
using Coxswain.Platform.Erasing;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Leads;

/// <summary>Erases a lead at once and for good, here and in every copy that is ever taken back.</summary>
internal static class EraseLead
{
    public static async Task<Outcome<ErasureView>> Show(EraseContact.Input input, AppDb db, CancellationToken ct)
    {
        if (await db.RowsWithRemoved<Lead>().Reached(db, Kinds.Lead).AsNoTracking().SingleOrDefaultAsync(l => l.Id == input.Id, ct) is not { } lead) return Outcome.Missing;
        return new ErasureView
        {
            Url = $"/leads/{lead.Id}", Name = lead.Name, IsHere = lead.RemovedAt is null, LeaveHref = lead.RemovedAt is null ? $"/leads/{lead.Id}" : "/leads", Reason = input.Reason, HasAddress = lead.Email is not null,
            Touches = await db.RowsWithRemoved<Interaction>().CountAsync(i => i.AboutKind == Kinds.Lead && i.AboutId == lead.Id, ct), Tasks = await db.RowsWithRemoved<Todo>().CountAsync(t => t.AboutKind == Kinds.Lead && t.AboutId == lead.Id, ct),
            Files = await db.RowsWithRemoved<Attachments.Attachment>().CountAsync(a => a.AboutKind == Kinds.Lead && a.AboutId == lead.Id, ct), Consents = await db.Rows<Consent.ConsentEntry>().CountAsync(e => e.LeadId == lead.Id, ct),
        };
    }

    public static async Task<Outcome<EraseContact.Erased>> Do(EraseContact.Input input, AppDb db, Eraser eraser, CancellationToken ct)
    {
        if (await db.RowsWithRemoved<Lead>().Reached(db, Kinds.Lead).AsNoTracking().SingleOrDefaultAsync(l => l.Id == input.Id, ct) is not { } lead) return Outcome.Missing;
        if (lead.ContactId is not null && await db.RowsWithRemoved<Contact>().AnyAsync(c => c.Id == lead.ContactId, ct)) return Outcome.Refused(T("{0} has become a contact: erase the contact, and the lead goes with it.", lead.Name));
        if (await db.Rows<ImportRun>().AnyAsync(r => r.State == ImportState.Running, ct)) return Outcome.Refused(T("An import is running, and could bring them back. Let it end or stop it first."));
        // Whoever was merged into them is the same person.
        foreach (var gone in await Duplicates.MergeKind.Of(Kinds.Lead)!.GoneInto(db, lead.Id).ToListAsync(ct)) await eraser.EraseAsync(db, Kinds.Lead, gone, ct);
        await eraser.EraseAsync(db, Kinds.Lead, lead.Id, ct);
        EraseContact.Note(db, Kinds.Lead, lead.Id, input.Reason);
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new EraseContact.Erased(lead.Id, "/leads")).Saying(T("The lead is erased for good."));
    }
}
