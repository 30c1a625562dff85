using System.Net.Sockets;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using Spectre.Console.Cli;
namespace Coxswain.Web.Commands;

/// <summary>A command cannot do what was asked; the message is the one line the operator reads.</summary>
internal sealed class Failure(string message) : Exception(message);

/// <summary>Errors as one line each that says what to do.</summary>
internal static class Failures
{
    private const int FullDisk = unchecked((int)0x80070070), NoSpace = 28;

    public static string Line(Exception e) => e switch
    {
        Failure or Platform.Data.NewerDatabaseException or Customers.ImportMissingException or Platform.Copies.CopyException => e.Message,
        CommandAppException => $"{e.Message.TrimEnd('.')}. See cox --help, or --help behind a command.",
        FileNotFoundException or DirectoryNotFoundException => e.Message,
        UnauthorizedAccessException => $"{e.Message} Give the account that runs cox the right to write there, or name another folder with --data.",
        IOException { HResult: FullDisk or NoSpace } => "the disk is full; nothing was half done. Make room and try again.",
        IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException or SocketException { SocketErrorCode: SocketError.AddressAlreadyInUse } } =>
            "another program listens at that address already. Stop it, or choose another with --listen.",
        SqliteException sqlite => Line(sqlite),
        NpgsqlException postgres => Line(postgres),
        DbUpdateException { InnerException: { } cause } => Line(cause),
        _ => $"something went wrong: {e.Message} ({CommandLine.Verbose} says more)",
    };

    private static string Line(SqliteException e) => e.SqliteErrorCode switch
    {
        13 => "the disk is full; nothing was half done. Make room and try again.",
        5 or 6 => "another program holds the database. Stop what else is using it, then try again.",
        8 => "the database cannot be written: give the account that runs cox the right to write there.",
        11 => "the database file is damaged. cox doctor says more; cox restore brings a copy back.",
        14 => "the database file cannot be opened: check that the folder exists and may be written.",
        26 => "the file is not a Coxswain database.",
        _ => $"something went wrong: {e.Message} ({CommandLine.Verbose} says more)",
    };

    private static string Line(NpgsqlException e) => e switch
    {
        PostgresException { SqlState: "3D000" or "28000" or "28P01" } no => $"{no.MessageText}. Check --database.",
        PostgresException { SqlState: "53100" } => "the database's disk is full; nothing was half done. Make room and try again.",
        PostgresException other => $"PostgreSQL said: {other.MessageText} ({CommandLine.Verbose} says more)",
        _ => "no PostgreSQL answers there. Is it running, and is the --database right?",
    };
}
