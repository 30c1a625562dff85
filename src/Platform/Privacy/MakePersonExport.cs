using System.IO.Compression;
using Coxswain.Platform.Access;
using Coxswain.Platform.Copies;
using Coxswain.Platform.Data;
using Coxswain.Platform.Files;
using Coxswain.Platform.Jobs;
using Coxswain.Platform.Looks;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.Privacy;

/// <summary>
/// Writes everything about one person into one file: as data, as a page to read, and their files. Row by row, so that it costs no more memory
/// for somebody with a hundred thousand mails.
/// </summary>
internal sealed class MakePersonExport(AppDb db, DataFolder folder, IEnumerable<IPersonData> data, TimeProvider clock) : IJobHandler
{
    public const string JobKind = "person.export";

    public string Kind => JobKind;

    public string Label => T("Everything about one person");

    public async Task RunAsync(JobAtWork job, CancellationToken ct)
    {
        var id = job.Job.Read<Guid>();
        if (await db.Rows<PersonExport>().AsNoTracking().SingleOrDefaultAsync(e => e.Id == id, ct) is not { } export) throw new JobRefusedException(T("They were erased meanwhile."));
        if (export.Kind is not "person" && !db.Viewer.May(Permission.Erase)) throw new JobRefusedException(T("You may not do this any more."));
        var (path, half) = (export.PathIn(folder), $"{export.PathIn(folder)}.part");
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.Delete(half);
        try
        {
            await WriteAsync(export, half, job, ct);
            File.Move(half, path, overwrite: true);
        }
        finally { File.Delete(half); }
        if (await db.Rows<PersonExport>().SingleOrDefaultAsync(e => e.Id == id, ct) is not { } done)
        {
            File.Delete(path);
            throw new JobRefusedException(T("They were erased meanwhile."));
        }
        (done.ReadyAt, done.Bytes) = (clock.GetUtcNow().UtcDateTime, new FileInfo(path).Length);
        await db.SaveChangesAsync(ct);
        foreach (var module in data.Where(d => d.Kind == export.Kind)) db.NoteLook(PersonDataLook.What, await module.OwnersAsync(db, export.SubjectId, ct));
    }

    private async Task WriteAsync(PersonExport export, string path, JobAtWork job, CancellationToken ct)
    {
        await using var file = OwnFile.Create(path);
        await using var zip = new ZipArchive(file, ZipArchiveMode.Create);
        var modules = data.Where(d => d.Kind == export.Kind).ToList();
        var pack = new PersonPack(db, [.. modules.SelectMany(m => m.Rows)], export.SubjectId, export.Kind is "person");
        await using (var to = await zip.CreateEntry("data.json").OpenAsync(ct)) await pack.WriteDataAsync(to, rows => job.Report(rows, null, T("Writing")), ct);
        await using (var to = await zip.CreateEntry("index.html").OpenAsync(ct)) await pack.WritePageAsync(to, ct);
        var names = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        foreach (var module in modules)
            foreach (var kept in (await module.FilesAsync(db, export.SubjectId, ct)).Where(f => File.Exists(folder.FileOf(f.Hash))))
            {
                await using var from = File.OpenRead(folder.FileOf(kept.Hash));
                await using var to = await zip.CreateEntry($"files/{Named(kept.Name, names)}").OpenAsync(ct);
                await from.CopyToAsync(to, ct);
            }
    }

    // A name is nobody's path, and two files of one name both come along.
    private static string Named(string name, HashSet<string> taken)
    {
        var safe = string.Concat(name.Select(c => char.IsControl(c) || c is '/' or '\\' or ':' or '*' or '?' or '"' or '<' or '>' or '|' ? '_' : c)).Trim('.', ' ');
        var (stem, end) = (Path.GetFileNameWithoutExtension(safe is "" ? "file" : safe), Path.GetExtension(safe));
        var tried = stem + end;
        for (var i = 2; !taken.Add(tried); i++) tried = $"{stem} ({i}){end}";
        return tried;
    }
}

/// <summary>That mail only they read was in such a file, as it stands in their access log.</summary>
public static class PersonDataLook
{
    public const string What = "person-data";
}
