using Coxswain.Platform.Data;
using Coxswain.Platform.Files;
using Coxswain.Platform.Jobs;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Attachments;

/// <summary>Contents that no attachment holds any more go, with their files; a day later, so that one being added just now is not taken from under it.</summary>
internal sealed class UnusedContents(DataFolder folder) : IUpkeep
{
    public async Task TidyAsync(AppDb db, DateTime now, CancellationToken ct)
    {
        var (before, used) = (now.AddDays(-1), db.RowsWithRemoved<Attachment>());
        foreach (var content in await db.Rows<AttachedContent>().Where(c => c.KeptAt < before && !used.Any(a => a.ContentId == c.Id)).ToListAsync(ct))
        {
            db.Remove(content);
            await db.SaveChangesAsync(ct);
            folder.Forget(content.Hash, before);
        }
    }
}
