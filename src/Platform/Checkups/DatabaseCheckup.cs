using Coxswain.Platform.Copies;
using Coxswain.Platform.Data;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
namespace Coxswain.Platform.Checkups;

/// <summary>The database itself: it answers, is of this version and is whole.</summary>
internal static class DatabaseCheckup
{
    public const string Reached = "Database", Version = "Version of the database";

    private const string Restore = "Stop cox serve and take the newest copy back: cox restore FILE --replace.";

    public static async Task<IReadOnlyList<Checked>> LookAsync(AppDb db, Database database, CancellationToken ct)
    {
        try { return [.. database.Engine is Engine.Postgres ? await PostgresCheckup.LookAsync(database.ConnectionString, db.Clock.GetUtcNow().UtcDateTime, ct) : await SqliteAsync(database.File!, ct), .. await VersionAsync(db, ct)]; }
        catch (CopyException e) { return [Checked.Wrong(Reached, e.Message, "Name the right folder with --data, or start cox serve once to make it.")]; }
        catch (SqliteException e) { return [Checked.Wrong(Reached, $"it cannot be read: {e.Message}", Restore)]; }
        catch (NpgsqlException e) { return [Checked.Wrong(Reached, $"PostgreSQL does not answer: {e.Message}", "Start it, or check --database.")]; }
    }

    private static async Task<IReadOnlyList<Checked>> SqliteAsync(string file, CancellationToken ct)
    {
        if (!File.Exists(file)) throw new CopyException($"{file} is not there.");
        var faults = (await SqliteFile.FaultsAsync(file, ct)).ToLookup(f => f.Contains("fts5", StringComparison.OrdinalIgnoreCase));
        await using var connection = await SqliteFile.OpenAsync(file, SqliteOpenMode.ReadOnly, ct);
        var log = (await SqliteFile.ListAsync(connection, "PRAGMA journal_mode", ct))[0];
        return
        [
            Checked.Good(Reached, $"{file}, SQLite {connection.ServerVersion}"),
            faults.Contains(false) ? Checked.Wrong("Whole", string.Join("; ", faults[false]), Restore) : Checked.Good("Whole", "the engine finds no fault in the file"),
            faults.Contains(true) ? Checked.Wrong("Words", string.Join("; ", faults[true]), "cox doctor --mend makes the text index anew out of its rows.") : Checked.Good("Words", "the text index says what the rows say"),
            DiskKind.Look(file),
            log is "wal" ? Checked.Good("Log of writes", log) : Checked.Watch("Log of writes", $"{log}: readers wait for writers.", "It is set right the next time cox serve starts."),
        ];
    }

    private static async Task<IReadOnlyList<Checked>> VersionAsync(AppDb db, CancellationToken ct)
    {
        var (applied, known) = (await db.AppliedAsync(ct), db.Database.GetMigrations().ToList());
        if (applied.Except(known).FirstOrDefault() is { } unknown) return [Checked.Wrong(Version, $"it belongs to a newer Coxswain (it has {unknown}).", "Start that version, or restore a copy made with this one.")];
        var pending = known.Except(applied).ToList();
        return [pending is [] ? Checked.Good(Version, known[^1]) : Checked.Wrong(Version, $"it lacks {string.Join(", ", pending)}.", "Run cox migrate, or start cox serve.")];
    }
}
