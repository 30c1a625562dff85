using Coxswain.Customers.Import.Watching;
using Coxswain.Platform.Data;
using Coxswain.Platform.Files;
using Coxswain.Platform.Privacy;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Import;

/// <summary>The files of imports go after a time; what was made of them stays.</summary>
internal sealed class FileRetention(DataFolder folder) : IRetain
{
    public const string Name = "import-files";
    public const int KeptDays = 30;

    public string What => Name;
    public string Label => T("Files that were imported");
    public string Then => T("Then they go; what was made of them stays. An import can be gone on with only while its files are there.");
    public RetentionUnit Unit => RetentionUnit.Days;
    public int Default => KeptDays;
    public int Least => 1;
    public int Most => 365;

    public async Task<int> ApplyAsync(AppDb db, DateTime before, DateTime now, CancellationToken ct)
    {
        var gone = new WatchedFolder(folder, db.Viewer.TenantId).Forget(before);
        var plans = db.Rows<ImportRun>().AsNoTracking().Where(r => r.MadeAt < before).OrderBy(r => r.MadeAt).Select(r => r.Plan);
        await foreach (var plan in plans.AsAsyncEnumerable().WithCancellation(ct))
            foreach (var file in Json.Read<ImportPlan>(plan).Files.Where(f => File.Exists(folder.FileOf(f.Hash))))
            {
                folder.Forget(file.Hash, before);
                if (!File.Exists(folder.FileOf(file.Hash))) gone++;
            }
        return gone;
    }
}
