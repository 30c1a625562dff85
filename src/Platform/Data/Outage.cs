using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Npgsql;
namespace Coxswain.Platform.Data;

/// <summary>Why the database did not do its work, where it was not the program's fault.</summary>
public enum OutageKind { None, Away, Busy, Full, Closed, Damaged }

/// <summary>Tells an outage from a mistake of ours.</summary>
public static class Outage
{
    private const int WindowsFull = unchecked((int)0x80070070), PosixFull = 28;

    /// <summary>Looks through what wraps it.</summary>
    public static OutageKind Of(Exception? fault) => fault switch
    {
        null => OutageKind.None,
        SqliteException sqlite => Of(sqlite),
        PostgresException postgres => Of(postgres),
        NpgsqlException or SocketException => OutageKind.Away,
        IOException { HResult: WindowsFull or PosixFull } => OutageKind.Full,
        _ => Of(fault.InnerException),
    };

    // SQLite's own numbers: busy, locked, may not be written, read or write failed, full, damaged, cannot be opened.
    private static OutageKind Of(SqliteException e) => e.SqliteErrorCode switch
    {
        5 or 6 => OutageKind.Busy,
        8 => OutageKind.Closed,
        10 or 14 => OutageKind.Away,
        13 => OutageKind.Full,
        11 => OutageKind.Damaged,
        _ => OutageKind.None,
    };

    // Classes of SQLSTATE: 08 connection, 53 resources, 57 the operator stopped it.
    private static OutageKind Of(PostgresException e) => e.SqlState switch
    {
        "53100" => OutageKind.Full,
        ['0', '8', ..] or ['5', '3', ..] or ['5', '7', ..] => OutageKind.Away,
        _ => OutageKind.None,
    };
}
