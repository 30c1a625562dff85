using Coxswain.Platform.Data;
using Coxswain.Platform.Files;
namespace Coxswain.Platform.Copies;

/// <summary>
/// Copies the installation into one file, while people work in it: the database as it was at one moment, then the files it refers to. A file
/// is kept before a row refers to it, so that none is missing; the keys that open personal values are rows of the database.
/// </summary>
public sealed class Backup(AppDb db, Database database, DataFolder folder, CopyList copies, TimeProvider clock)
{
    /// <summary>Under its final name the file is whole and read again, or not there.</summary>
    /// <param name="path">Where to; nothing may be there.</param>
    /// <param name="at">Told which part is being written.</param>
    /// <param name="ct">Cancels; nothing stays.</param>
    /// <exception cref="CopyException">There is nothing to copy, or something there already.</exception>
    public async Task<Manifest> ToAsync(string path, Action<string>? at, CancellationToken ct)
    {
        if (File.Exists(path)) throw new CopyException($"{path} is there already: name another file.");
        if (database.File is { } file && !File.Exists(file)) throw new CopyException($"there is no database at {file}: name its folder with --data.");
        await db.RefuseNewerAsync(ct);
        var migrations = await db.AppliedAsync(ct);
        if (migrations.Count == 0) throw new CopyException("there is nothing to copy: the database is empty.");
        Directory.CreateDirectory(Path.GetDirectoryName(Path.GetFullPath(path))!);
        var part = $"{path}.{Guid.NewGuid():N}.part";
        try
        {
            var manifest = await WriteAsync(part, migrations, at, ct);
            await WholeSeal.PutAsync(part, ct);
            using (var copy = await CopyFile.OpenAsync(part, ct)) await copy.CheckAsync(ct);
            File.Move(part, path);
            copies.Add(new CopyLine(manifest.MadeAt, Path.GetFullPath(path), new FileInfo(path).Length, manifest.Rows, manifest.Files));
            return manifest;
        }
        finally { File.Delete(part); }
    }

    private async Task<Manifest> WriteAsync(string part, IReadOnlyList<string> migrations, Action<string>? at, CancellationToken ct)
    {
        await using var to = OwnFile.Create(part);
        using var writer = new CopyWriter(to, at);
        var tables = database.Engine is Engine.Postgres ? await PostgresTables.WriteAsync(database, writer, ct) : await SqliteFile.WriteAsync(database, writer, part + ".db", ct);
        foreach (var hash in folder.Kept().Order(StringComparer.Ordinal)) await AddAsync(writer, hash, ct);
        var manifest = new Manifest { Program = Version, Engine = database.Engine, MadeAt = clock.GetUtcNow().UtcDateTime, Migrations = migrations, Tables = tables, Parts = writer.Parts };
        await writer.EndAsync(manifest, ct);
        return manifest;
    }

    // One whose time was over a moment ago is gone rightly.
    private async Task AddAsync(CopyWriter writer, string hash, CancellationToken ct)
    {
        FileStream file;
        try { file = File.OpenRead(folder.FileOf(hash)); }
        catch (FileNotFoundException) { return; }
        await using (file) await writer.AddAsync($"{CopyPart.Files}{hash}", file, ct);
    }

    internal static string Version => typeof(Backup).Assembly.GetName().Version!.ToString(3);
}
