using Coxswain.Platform.Data;
using Coxswain.Platform.Search;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Platform.Erasing;

/// <summary>Deleted means gone from the file too. An engine otherwise leaves what it deletes where it was, until something else needs the room.</summary>
internal static class Wiping
{
    public static async Task BeginAsync(AppDb db, CancellationToken ct)
    {
        if (db.Engine is Engine.Sqlite) await db.Database.ExecuteSqlRawAsync("PRAGMA secure_delete = ON", ct);
    }

    /// <summary>Inside the transaction, behind the last change: their words may stand in any piece of the text index, also of a time before.</summary>
    public static async Task WordsAsync(AppDb db, CancellationToken ct)
    {
        if (db.Engine is Engine.Sqlite) await db.Database.ExecuteSqlRawAsync(SqliteTextIndex.Merge, ct);
    }

    // The log of writes holds the pages as they were. While somebody reads it cannot be emptied; then the next time it is.
    public static async Task AfterAsync(AppDb db, CancellationToken ct)
    {
        if (db.Engine is Engine.Sqlite) await db.Database.ExecuteSqlRawAsync("PRAGMA busy_timeout = 1000; PRAGMA wal_checkpoint(TRUNCATE); PRAGMA busy_timeout = 15000", ct);
    }
}
