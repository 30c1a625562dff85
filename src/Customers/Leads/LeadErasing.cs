using Coxswain.Customers.Activities;
using Coxswain.Customers.Attachments;
using Coxswain.Customers.Capture;
using Coxswain.Customers.Consent;
using Coxswain.Customers.Duplicates;
using Coxswain.Customers.Import;
using Coxswain.Platform.Data;
using Coxswain.Platform.Erasing;
using Coxswain.Platform.Files;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Leads;

/// <summary>Takes a lead out of everything kept about customers. One that has become a contact goes with the contact.</summary>
internal sealed class LeadErasing(DataFolder folder, TimeProvider clock) : IErase
{
    public string Kind => Kinds.Lead;

    public async Task<IReadOnlyList<string>> EraseAsync(AppDb db, Guid id, CancellationToken ct)
    {
        if (await db.RowsWithRemoved<Lead>().SingleOrDefaultAsync(l => l.Id == id, ct) is not { } lead) return [];
        var blot = Blot(lead);
        await ConsentErasing.ForgetAsync(db, db.Rows<ConsentEntry>().Where(e => e.LeadId == id), [lead.Email], [id], clock, ct);
        var gone = await AttachmentErasing.ForgetAsync(db, db.RowsWithRemoved<Attachment>().Where(a => a.AboutKind == Kinds.Lead && a.AboutId == id), ct);
        await CaptureErasing.ForgetAsync(db, null, [lead.Email], ct);
        gone = [.. gone.Union(await ImportErasing.ForgetAsync(db, folder, [id], blot, ct))];
        await ForgetTouchesAsync(db, id, blot, ct);
        await DuplicateErasing.ForgetAsync(db, [id], ct);
        lead.Erased();
        db.Remove(lead);
        await db.SaveChangesAsync(ct);
        return gone;
    }

    /// <summary>What names them.</summary>
    internal static Blot Blot(Lead lead) => new([lead.Name, lead.Email, lead.Phone, lead.PhoneE164]);

    private static async Task ForgetTouchesAsync(AppDb db, Guid id, Blot blot, CancellationToken ct)
    {
        var (subject, without) = (T("With an erased lead"), T("Task with an erased lead"));
        await db.RewriteRecordsAsync(db.RowsWithRemoved<Interaction>().Where(i => i.AboutKind == Kinds.Lead && i.AboutId == id), i => (i.Subject, i.Text, i.SourceId) = (subject, null, null), blot, ct);
        await db.RewriteRecordsAsync(db.RowsWithRemoved<Todo>().Where(t => t.AboutKind == Kinds.Lead && t.AboutId == id), t => (t.Title, t.Expected, t.Result) = (blot.Names(t.Title) ? without : t.Title, Without(t.Expected), Without(t.Result)), blot, ct);

        string? Without(string? text) => text is not null && blot.Names(text) ? without : text;
    }
}
