using System.Globalization;
using Coxswain.Platform.Access;
using Coxswain.Platform.Files;
using Coxswain.Platform.Jobs;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.Copies;

/// <summary>Makes a copy of the whole installation, into the folder <c>copies</c> beside the kept files.</summary>
internal sealed class MakeCopy(Backup backup, CopyList copies, Disk disk) : IJobHandler
{
    public const string JobKind = "copy.make";

    public string Kind => JobKind;

    public string Label => T("A copy of everything");

    public Permission Needs => Permission.ManageSettings;

    public string? HrefOf(Job job) => "/settings/copies";

    public async Task RunAsync(JobAtWork job, CancellationToken ct)
    {
        var path = PathOf(job.Job);
        // An earlier try came to the end, and was cut off before it could say so.
        if (File.Exists(path)) return;
        if (disk.IsTight) throw new JobRefusedException(T("Less than 1 GB is free on the disk: make room first."));
        Clear(path);
        var parts = 0;
        try { await backup.ToAsync(path, part => job.Report(parts++, null, Word(part)), ct); }
        catch (CopyException e) { throw new JobRefusedException(e.Message); }
    }

    public Task EndedAsync(Job job, JobState end, string? cause, CancellationToken ct)
    {
        Clear(PathOf(job));
        return Task.CompletedTask;
    }

    private string PathOf(Job job) => Path.Combine(copies.Folder, string.Create(CultureInfo.InvariantCulture, $"coxswain-{job.AskedAt:yyyyMMdd-HHmmss}-{job.Id.ToString("N")[^6..]}.zip"));

    // What a try that was killed left half-written.
    private static void Clear(string path)
    {
        if (!Directory.Exists(Path.GetDirectoryName(path))) return;
        foreach (var half in Directory.GetFiles(Path.GetDirectoryName(path)!, $"{Path.GetFileName(path)}.*")) File.Delete(half);
    }

    private static string Word(string part) => part.StartsWith(CopyPart.Files, StringComparison.Ordinal) ? T("Copying the kept files") : T("Copying the database");
}
