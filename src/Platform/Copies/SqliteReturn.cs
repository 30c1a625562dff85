using Coxswain.Platform.Data;
using Coxswain.Platform.Erasing;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Platform.Copies;

/// <summary>Puts a copied file in the place of the embedded database, once it is checked, of this version and without those erased since.</summary>
internal sealed class SqliteReturn(AppDb.Surroundings around, Eraser eraser)
{
    private static readonly string[] Beside = ["", "-wal", "-shm"];
    private readonly string _file = Path.GetFullPath(around.Database.File!);

    public static async Task RefuseFullAsync(Database database, CancellationToken ct)
    {
        if (await HoldsAsync(database.File!, ct)) throw new CopyException($"{database.File} holds an organisation already: --replace puts it aside and takes the copy instead.");
    }

    public async Task<(string? Replaced, int Erased)> TakeAsync(CopyFile copy, CancellationToken ct)
    {
        var half = $"{_file}.{Guid.NewGuid():N}.part";
        try
        {
            var erased = await ReadyAsync(copy, half, ct);
            var replaced = await PutAsideAsync(ct);
            File.Move(half, _file);
            return (replaced, erased);
        }
        finally { foreach (var end in Beside) File.Delete(half + end); }
    }

    private async Task<int> ReadyAsync(CopyFile copy, string half, CancellationToken ct)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(_file)!);
        await copy.CopyToAsync(copy.Manifest.Parts.Single(p => p.Name == CopyPart.Database), half, ct);
        if (await FaultsLeftAsync(half, ct) is [var fault, ..]) throw new CopyException($"the database in the copy is damaged ({fault}); nothing was touched. Use another copy.");
        Restore.Compare(await SqliteFile.CountAsync(half, ct), copy.Manifest);
        var database = new Database(Engine.Sqlite, new SqliteConnectionStringBuilder { DataSource = half, ForeignKeys = true, DefaultTimeout = 30, Pooling = false }.ToString());
        using var gate = new WriteGate(database);
        var there = around with { Database = database, Gate = gate };
        await using (var db = AppDb.As(there, null)) await db.Database.MigrateAsync(ct);
        var erased = await eraser.KeepAsync(there, ct);
        // Where rows moved to make room for others, shreds of what was deleted can stay between them. Written anew the file has none.
        if (erased > 0) await SqliteFile.RewriteAsync(half, ct);
        return erased;
    }

    private static async Task<IReadOnlyList<string>> FaultsLeftAsync(string half, CancellationToken ct)
    {
        var faults = await SqliteFile.FaultsAsync(half, ct);
        return faults is [] || await SqliteFile.MendTextIndexAsync(half, ct) is null ? faults : await SqliteFile.FaultsAsync(half, ct);
    }

    // One that cannot be read may be all that is left of somebody's data.
    private static async Task<bool> HoldsAsync(string file, CancellationToken ct)
    {
        if (!File.Exists(file)) return false;
        try { return (await SqliteFile.CountAsync(file, ct)).Any(t => t is { Name: "tenants", Rows: > 0 }); }
        catch (SqliteException) { return true; }
    }

    /// <summary>The old database under a name of its own. Where another program has it open nothing happens: it would go on writing into the file put aside.</summary>
    private async Task<string?> PutAsideAsync(CancellationToken ct)
    {
        if (!File.Exists(_file)) return null;
        await AloneAsync(ct);
        var stamp = around.Clock.GetUtcNow().ToString("yyyyMMdd-HHmmss", System.Globalization.CultureInfo.InvariantCulture);
        var aside = Enumerable.Range(1, int.MaxValue).Select(n => Path.ChangeExtension(_file, n == 1 ? $"replaced-{stamp}.db" : $"replaced-{stamp}-{n}.db")).First(f => !File.Exists(f));
        foreach (var end in Beside) if (File.Exists(_file + end)) File.Move(_file + end, aside + end);
        return aside;
    }

    private async Task AloneAsync(CancellationToken ct)
    {
        // Connections that wait in this process's pool for their next use hold it too.
        around.Database.LetGo();
        try
        {
            await using var connection = await SqliteFile.OpenAsync(_file, SqliteOpenMode.ReadWrite, ct);
            // Leaving the log of writes takes the file for oneself, and brings what is in the log into it.
            await using var alone = connection.CreateCommand();
            (alone.CommandText, alone.CommandTimeout) = ("PRAGMA journal_mode = DELETE", 2);
            await alone.ExecuteNonQueryAsync(ct);
        }
        catch (SqliteException e) when (Outage.Of(e) is OutageKind.Busy) { throw new CopyException($"another program has {_file} open; nothing was touched. Stop cox serve, then try again."); }
        // Damaged, or none of ours: put aside as it is.
        catch (SqliteException e) when (e.SqliteErrorCode is 11 or 26) { }
    }
}
