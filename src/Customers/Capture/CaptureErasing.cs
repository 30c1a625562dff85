using Coxswain.Customers.Contacts;
using Coxswain.Platform.Data;
using Coxswain.Platform.Erasing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Capture;

/// <summary>
/// What was captured with an erased contact loses its words and their address; that there was something is still known by a mark that tells
/// nothing, so that it is not fetched again.
/// </summary>
internal sealed class CaptureErasing : IErase
{
    public string Kind => Kinds.Contact;

    public async Task<IReadOnlyList<string>> EraseAsync(AppDb db, Guid id, CancellationToken ct)
    {
        var leads = await ContactErasing.LeadsOf(db, id).Select(l => l.Email).ToListAsync(ct);
        await ForgetAsync(db, id, [.. (await db.RowsWithRemoved<Contact>().Where(c => c.Id == id).Select(c => c.Email).ToListAsync(ct)).Concat(leads)], ct);
        return [];
    }

    /// <summary>Forgets what was captured with a contact or with these addresses.</summary>
    public static async Task ForgetAsync(AppDb db, Guid? contactId, IReadOnlyList<string?> emails, CancellationToken ct)
    {
        var addresses = emails.Select(Addresses.Clean).OfType<string>().ToList();
        var theirs = await db.Rows<CapturedAddress>().Where(a => contactId != null && a.ContactId == contactId || addresses.Contains(a.Address)).ToListAsync(ct);
        var ids = theirs.Select(a => a.CapturedId).ToHashSet();
        foreach (var captured in await db.Rows<Captured>().Where(c => ids.Contains(c.Id)).ToListAsync(ct)) captured.Forget(CapturedState.Erased);
        db.RemoveRange(theirs);
        db.RemoveRange(await db.Rows<IgnoredAddress>().Where(i => addresses.Contains(i.Pattern)).ToListAsync(ct));
        await db.SaveChangesAsync(ct);
    }
}
