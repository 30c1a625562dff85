using Coxswain.Platform.Access;
using Coxswain.Platform.Copies;
using Coxswain.Platform.Data;
using Coxswain.Platform.Files;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Platform.Checkups;

/// <summary>Looks an installation over, from the folder to the rows. What cannot be looked at because of what was found before is left out.</summary>
public sealed class Doctor(AppDb.Surroundings around, DataFolder folder, Disk disk, CopyList copies, IEnumerable<ICheckup> checkups)
{
    /// <summary>Makes anew what is made out of rows and is damaged: the text index of the embedded database.</summary>
    /// <returns>What was mended, for the operator; null where there was nothing to mend.</returns>
    public async Task<string?> MendAsync(CancellationToken ct) =>
        around.Database.File is { } file && File.Exists(file) && await SqliteFile.MendTextIndexAsync(file, ct) is { } fault ? $"The text index was damaged ({fault}) and was made anew out of its rows." : null;

    public async Task<IReadOnlyList<Checked>> LookAsync(CancellationToken ct)
    {
        var found = new List<Checked>(FolderCheckup.Look(Path.GetDirectoryName(Path.GetFullPath(folder.Path))!, disk));
        await using var db = AppDb.As(around, null);
        found.AddRange(await DatabaseCheckup.LookAsync(db, around.Database, ct));
        if (found.Any(f => f.What is DatabaseCheckup.Reached or DatabaseCheckup.Version && f.Condition is Condition.Wrong)) return found;
        found.Add(CopyCheckup.Look(copies, around.Clock.GetUtcNow().UtcDateTime));
        foreach (var tenant in await db.Rows<Tenant>().AsNoTracking().Select(t => new { t.Id, t.Name }).ToListAsync(ct))
        {
            await using var rows = AppDb.As(around, Viewer.System(tenant.Id));
            foreach (var checkup in checkups) found.AddRange((await checkup.LookAsync(rows, ct)).Select(c => c with { What = $"{tenant.Name}: {c.What}" }));
        }
        return found;
    }
}
