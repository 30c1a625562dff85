using Coxswain.Platform.Checkups;
using Coxswain.Platform.Data;
using Coxswain.Platform.Files;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Import;

/// <summary>The files that rows point to are there, as long as they are kept.</summary>
internal sealed class FileCheckup(DataFolder folder, TimeProvider clock) : ICheckup
{
    public async Task<IReadOnlyList<Checked>> LookAsync(AppDb db, CancellationToken ct)
    {
        var since = clock.GetUtcNow().UtcDateTime.AddDays(-FileRetention.KeptDays);
        var plans = await db.Rows<ImportRun>().AsNoTracking().Where(r => r.MadeAt >= since).Select(r => r.Plan).ToListAsync(ct);
        var named = plans.SelectMany(p => Json.Read<ImportPlan>(p).Files).Select(f => f.Hash).Distinct().ToList();
        var missing = named.Count(hash => !File.Exists(folder.FileOf(hash)));
        return [missing == 0 ? Checked.Good("Kept files", $"all {named.Count} are there") : Checked.Wrong("Kept files", $"{missing} of {named.Count} are not in {folder.Path}.", "Name the folder they are in with --data, or restore the newest copy; without them an import cannot go on.")];
    }
}
