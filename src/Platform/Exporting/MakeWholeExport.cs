using System.Globalization;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Files;
using Coxswain.Platform.Jobs;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.Exporting;

/// <summary>Makes an export of everything, into the folder <c>exports</c> beside the kept files.</summary>
internal sealed class MakeWholeExport(AppDb db, WholeExport export, DataFolder folder, Disk disk) : IJobHandler
{
    public const string JobKind = "export.everything";

    public string Kind => JobKind;

    public string Label => T("An export of everything");

    public Permission Needs => Permission.ManageSettings;

    public string? HrefOf(Job job) => "/settings/exports";

    public async Task RunAsync(JobAtWork job, CancellationToken ct)
    {
        if (!db.Viewer.May(Permission.Export)) throw new JobRefusedException(T("You may not do this any more."));
        var path = WholeExportFile.PathOf(folder, db.Viewer.TenantId, job.Job.Id);
        // An earlier try came to the end, and was cut off before it could say so.
        if (File.Exists(path)) return;
        if (disk.IsTight) throw new JobRefusedException(T("Less than 1 GB is free on the disk: make room first."));
        WholeExportFile.Clear(path);
        await export.ToAsync(db.Viewer, path, p => job.Report(p.Rows, null, T("{0}: {1} records so far", p.File, p.Rows.ToString("N0", CultureInfo.CurrentCulture))), ct);
    }

    public Task EndedAsync(Job job, JobState end, string? cause, CancellationToken ct)
    {
        WholeExportFile.Clear(WholeExportFile.PathOf(folder, db.Viewer.TenantId, job.Id));
        return Task.CompletedTask;
    }
}

/// <summary>Where exports lie until they are taken.</summary>
internal static class WholeExportFile
{
    /// <summary>The file can be taken this long.</summary>
    public const int Days = 7;

    public static string PathOf(DataFolder folder, int tenantId, Guid job) => Path.Combine(folder.Beside("exports"), string.Create(CultureInfo.InvariantCulture, $"everything-{tenantId}-{job:N}.zip"));

    public static IReadOnlyList<string> Of(DataFolder folder, int tenantId) => Directory.Exists(folder.Beside("exports")) ? Directory.GetFiles(folder.Beside("exports"), string.Create(CultureInfo.InvariantCulture, $"everything-{tenantId}-*.zip*")) : [];

    /// <summary>Deletes what a try that was killed left half-written.</summary>
    public static void Clear(string path)
    {
        if (!Directory.Exists(Path.GetDirectoryName(path))) return;
        foreach (var half in Directory.GetFiles(Path.GetDirectoryName(path)!, $"{Path.GetFileName(path)}.*")) File.Delete(half);
    }
}

/// <summary>Exports whose week is over go.</summary>
internal sealed class OldWholeExports(DataFolder folder) : IUpkeep
{
    public Task TidyAsync(AppDb db, DateTime now, CancellationToken ct)
    {
        foreach (var file in WholeExportFile.Of(folder, db.Viewer.TenantId).Where(f => File.GetLastWriteTimeUtc(f) < now.AddDays(-WholeExportFile.Days))) File.Delete(file);
        return Task.CompletedTask;
    }
}
