using Coxswain.Platform.Data;
using Coxswain.Platform.Erasing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Attachments;

/// <summary>The files on an erased contact go, whole, wherever else the same content was added: nobody can say what is in them.</summary>
internal sealed class AttachmentErasing : IErase
{
    public string Kind => Kinds.Contact;

    public async Task<IReadOnlyList<string>> EraseAsync(AppDb db, Guid id, CancellationToken ct)
    {
        var leads = Contacts.ContactErasing.LeadsOf(db, id).Select(l => (Guid?)l.Id);
        return await ForgetAsync(db, db.RowsWithRemoved<Attachment>().Where(a => a.ContactId == id || a.AboutKind == Kinds.Lead && leads.Contains(a.AboutId)), ct);
    }

    /// <summary>Forgets these files and their contents.</summary>
    public static async Task<IReadOnlyList<string>> ForgetAsync(AppDb db, IQueryable<Attachment> which, CancellationToken ct)
    {
        var contents = await which.Select(a => a.ContentId).Distinct().ToListAsync(ct);
        if (contents.Count == 0) return [];
        var attachments = await db.RowsWithRemoved<Attachment>().Where(a => contents.Contains(a.ContentId)).ToListAsync(ct);
        var gone = await db.Rows<AttachedContent>().Where(c => contents.Contains(c.Id)).ToListAsync(ct);
        var ids = attachments.Select(a => (Guid?)a.Id).ToList();
        await db.RewriteAsync(db.Rows<Consent.ConsentEntry>().Where(e => ids.Contains(e.AttachmentId)), s => s.SetProperty(e => e.AttachmentId, (Guid?)null), ct);
        db.RemoveRange(attachments);
        await db.SaveChangesAsync(ct);
        await db.RewriteHistoryAsync([.. attachments.Select(a => a.Id)], new Blot(attachments.Select(a => a.Name).ToArray<string?>()), ct);
        db.RemoveRange(gone);
        await db.SaveChangesAsync(ct);
        return [.. gone.Select(c => c.Hash)];
    }
}
