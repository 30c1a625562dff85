using Coxswain.Platform.Data;
using Coxswain.Platform.Files;
using Coxswain.Platform.Jobs;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Import;

/// <summary>The files of imports go after 30 days; what was made of them stays.</summary>
internal sealed class OldFiles(DataFolder folder) : IUpkeep
{
    public const int KeptDays = 30;

    public async Task TidyAsync(AppDb db, DateTime now, CancellationToken ct)
    {
        var before = now.AddDays(-KeptDays);
        var plans = db.Rows<ImportRun>().AsNoTracking().Where(r => r.MadeAt < before).OrderBy(r => r.MadeAt).Select(r => r.Plan);
        await foreach (var plan in plans.AsAsyncEnumerable().WithCancellation(ct))
            foreach (var file in Json.Read<ImportPlan>(plan).Files) folder.Forget(file.Hash, before);
    }
}
