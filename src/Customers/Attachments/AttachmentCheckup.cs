using Coxswain.Platform.Checkups;
using Coxswain.Platform.Data;
using Coxswain.Platform.Files;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Attachments;

/// <summary>The files on records are there.</summary>
internal sealed class AttachmentCheckup(DataFolder folder) : ICheckup
{
    public async Task<IReadOnlyList<Checked>> LookAsync(AppDb db, CancellationToken ct)
    {
        var (all, missing) = (0, 0);
        await foreach (var hash in db.Rows<AttachedContent>().Select(c => c.Hash).AsAsyncEnumerable().WithCancellation(ct))
        {
            all++;
            if (!File.Exists(folder.FileOf(hash))) missing++;
        }
        return [missing == 0 ? Checked.Good("Files on records", $"all {all} are there") : Checked.Wrong("Files on records", $"{missing} of {all} are not in {folder.Path}.", "Name the folder they are in with --data, or restore the newest copy; without them their records stay and the files cannot be opened.")];
    }
}
