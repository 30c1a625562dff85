using Coxswain.Platform.Data;
using Coxswain.Platform.Erasing;
using Coxswain.Platform.Files;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Platform.Copies;

/// <summary>What was brought back.</summary>
/// <param name="Copy">What the copy says of itself; the database was compared with it, table by table.</param>
/// <param name="Applied">Migrations applied behind it, the copy being of an older version.</param>
/// <param name="Erased">People who were erased since the copy was made, and stay so.</param>
/// <param name="Replaced">Where the old database is kept; on PostgreSQL it is gone.</param>
public sealed record Restored(Manifest Copy, IReadOnlyList<string> Applied, int Erased, string? Replaced);

/// <summary>Brings an installation back from a copy: all of it, or nothing is touched.</summary>
public sealed class Restore(AppDb db, AppDb.Surroundings around, DataFolder folder, Eraser eraser)
{
    /// <summary>Reads a copy whole and compares it with what it says of itself.</summary>
    /// <exception cref="CopyException">It is damaged, or none.</exception>
    public static async Task<Manifest> CheckAsync(string path, CancellationToken ct)
    {
        using var copy = await CopyFile.OpenAsync(path, ct);
        await copy.CheckAsync(ct);
        return copy.Manifest;
    }

    /// <param name="path">The copy.</param>
    /// <param name="replace">Whether what is there may be put aside.</param>
    /// <param name="ct">Cancels; nothing is touched.</param>
    /// <exception cref="CopyException">The copy does not fit here, or something is there.</exception>
    public async Task<Restored> FromAsync(string path, bool replace, CancellationToken ct)
    {
        using var copy = await CopyFile.OpenAsync(path, ct);
        await copy.CheckAsync(ct);
        Fit(copy.Manifest);
        if (!replace) await RefuseFullAsync(ct);
        await TakeFilesAsync(copy, ct);
        var newer = db.Database.GetMigrations().Except(copy.Manifest.Migrations).ToList();
        if (around.Database.Engine is Engine.Postgres)
        {
            await new PostgresReturn(around).TakeAsync(copy, ct);
            return new Restored(copy.Manifest, newer, await eraser.KeepAsync(around, ct), null);
        }
        var (replaced, erased) = await new SqliteReturn(around, eraser).TakeAsync(copy, ct);
        return new Restored(copy.Manifest, newer, erased, replaced);
    }

    private void Fit(Manifest copy)
    {
        if (copy.Engine != around.Database.Engine) throw new CopyException($"the copy is of {Name(copy.Engine)}, this installation is on {Name(around.Database.Engine)}: restore it {(copy.Engine is Engine.Postgres ? "with --database" : "without --database")}.");
        if (copy.Migrations.Except(db.Database.GetMigrations()).FirstOrDefault() is { } unknown) throw new CopyException($"the copy was made by a newer Coxswain ({copy.Program}; it has {unknown}): restore it with that version.");
    }

    private Task RefuseFullAsync(CancellationToken ct) => around.Database.Engine is Engine.Postgres ? PostgresReturn.RefuseFullAsync(around.Database, ct) : SqliteReturn.RefuseFullAsync(around.Database, ct);

    // Before the rows that refer to them. A file is known by its content, so one that is there already is the same.
    private async Task TakeFilesAsync(CopyFile copy, CancellationToken ct)
    {
        var erased = eraser.ErasedFiles();
        foreach (var part in copy.Manifest.Parts.Where(p => p.IsFile && !erased.Contains(p.Hash)))
        {
            if (!DataFolder.IsHash(part.Hash)) throw new CopyException($"{part.Name} in the copy is not the name of a kept file.");
            var to = folder.FileOf(part.Hash);
            if (File.Exists(to)) continue;
            Directory.CreateDirectory(Path.GetDirectoryName(to)!);
            var half = $"{to}.{Guid.NewGuid():N}.part";
            try
            {
                await copy.CopyToAsync(part, half, ct);
                File.Move(half, to, overwrite: true);
            }
            finally { File.Delete(half); }
        }
    }

    internal static void Compare(IReadOnlyList<CopiedTable> found, Manifest copy)
    {
        var rows = found.ToDictionary(t => t.Name, t => t.Rows);
        if (copy.Tables.FirstOrDefault(t => rows.GetValueOrDefault(t.Name, -1) != t.Rows) is { } table)
            throw new CopyException($"{table.Name} has {rows.GetValueOrDefault(table.Name)} rows and should have {table.Rows}; nothing was touched. Use another copy.");
    }

    private static string Name(Engine engine) => engine is Engine.Postgres ? "PostgreSQL" : "the embedded database";
}
