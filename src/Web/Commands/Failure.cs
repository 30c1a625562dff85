using System.Net.Sockets;
using Coxswain.Platform.Data;
using Microsoft.AspNetCore.Connections;
using Microsoft.Data.Sqlite;
using Npgsql;
using Spectre.Console.Cli;
namespace Coxswain.Web.Commands;

/// <summary>A command cannot do what was asked; the message is the one line the operator reads.</summary>
internal sealed class Failure(string message) : Exception(message);

/// <summary>Errors as one line each that says what to do.</summary>
internal static class Failures
{
    private const string DiskFull = "the disk is full; nothing was half done. Make room and try again.";

    private const string Unwritable = "the database cannot be written: give the account that runs cox the right to write there.";

    private const string NoPostgres = "no PostgreSQL answers there. Is it running, and is the --database right?";

    /// <summary>The first in the chain of causes that we have words for.</summary>
    public static string Line(Exception e)
    {
        for (var at = e; at is not null; at = at.InnerException)
            if (Known(at) is { } line) return line;
        return Unknown(e);
    }

    private static string? Known(Exception e) => e switch
    {
        Failure or NewerDatabaseException or DistributionException or Customers.ImportMissingException or Platform.Jobs.JobRefusedException or Platform.Copies.CopyException => e.Message,
        CommandAppException => $"{e.Message.TrimEnd('.')}. See cox --help, or --help behind a command.",
        FileNotFoundException or DirectoryNotFoundException => e.Message,
        UnauthorizedAccessException => $"{e.Message} Give the account that runs cox the right to write there, or name another folder with --data.",
        IOException when Outage.Of(e) is OutageKind.Full => DiskFull,
        AddressInUseException => "another program listens at that address already. Stop it, or choose another with --listen.",
        SocketException { SocketErrorCode: SocketError.AddressNotAvailable } => "this machine has no such address to listen on: choose another with --listen.",
        SocketException { SocketErrorCode: SocketError.AccessDenied } => "this account may not listen there: choose a port above 1023 with --listen.",
        SocketException => NoPostgres,
        SqliteException sqlite => Said(sqlite),
        NpgsqlException postgres => Said(postgres),
        _ => null,
    };

    private static string Said(SqliteException e) => e.SqliteErrorCode switch
    {
        13 => DiskFull,
        5 or 6 => "another program holds the database. Stop what else is using it, then try again.",
        8 => Unwritable,
        11 => "the database file is damaged. cox doctor says what of it, and what to do.",
        14 => "the database file cannot be opened: check that the folder exists and may be written.",
        26 => "the file is not a Coxswain database.",
        _ => Unknown(e),
    };

    private static string Said(NpgsqlException e) => e switch
    {
        PostgresException { SqlState: "3D000" or "28000" or "28P01" } no => $"{no.MessageText}. Check --database.",
        PostgresException { SqlState: "53100" } => "the database's disk is full; nothing was half done. Make room and try again.",
        PostgresException other => $"PostgreSQL said: {other.MessageText} ({CommandLine.Verbose} says more)",
        _ when e.Message.Contains("password", StringComparison.OrdinalIgnoreCase) => "PostgreSQL asks for a password. Check --database.",
        _ => NoPostgres,
    };

    // One line, whatever the message.
    private static string Unknown(Exception e) => $"something went wrong: {e.Message.ReplaceLineEndings(" ")} ({CommandLine.Verbose} says more)";
}
