using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
namespace Coxswain.Platform.Data;

/// <summary>Tells that a row of the same key was saved meanwhile from whatever else may go wrong in a save.</summary>
internal static class UniqueClash
{
    // SQLite's extended numbers: of the primary key, and of another unique one.
    public static bool Is(DbUpdateException fault) => fault.GetBaseException() is SqliteException { SqliteExtendedErrorCode: 1555 or 2067 } or PostgresException { SqlState: PostgresErrorCodes.UniqueViolation };
}
