using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.Jobs;

/// <summary>Says in plain words why something failed; the log has the rest.</summary>
internal static class Causes
{
    private const int DiskFull = 13, Busy = 5;

    public static string Of(Exception failure) => failure switch
    {
        SqliteException { SqliteErrorCode: DiskFull } or PostgresException { SqlState: "53100" } => T("The disk is full."),
        SqliteException { SqliteErrorCode: Busy } => T("The database was busy with something else for too long."),
        NpgsqlException { InnerException: SocketException } or PostgresException { SqlState: "57P01" or "57P03" } => T("The database does not answer."),
        DbUpdateConcurrencyException => T("Someone changed the same records at the same moment."),
        DbUpdateException { InnerException: { } inner } => Of(inner),
        FileNotFoundException or DirectoryNotFoundException => T("A file it needs is no longer there."),
        _ => T("Something went wrong: {0}", failure.Message),
    };
}
