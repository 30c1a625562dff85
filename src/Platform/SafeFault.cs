using System.Net.Sockets;
using System.Text;
using Coxswain.Platform.Data;
using Microsoft.Data.Sqlite;
using Npgsql;
namespace Coxswain.Platform;

/// <summary>
/// A fault as a log may keep it: where it happened, and what a machine said. What else stands in a message may be what somebody typed
/// or somebody's name, so it is left out.
/// </summary>
public static class SafeFault
{
    private const int SqliteGeneral = 1;

    public static string Of(Exception fault)
    {
        var text = new StringBuilder();
        for (var at = fault; at is not null; at = at.InnerException)
        {
            text.Append(text.Length > 0 ? "because of " : "").Append(at.GetType().FullName);
            if (Said(at) is { } said) text.Append(": ").Append(said);
            text.AppendLine().AppendLine(at.StackTrace);
        }
        return text.ToString().TrimEnd();
    }

    // The general SQLite error quotes the search that was typed; PostgreSQL quotes values unless it speaks of itself.
    private static string? Said(Exception fault) => fault switch
    {
        PostgresException own when Outage.Of(own) is not OutageKind.None => $"{own.SqlState} {own.MessageText}",
        PostgresException other => $"{other.SqlState} {other.ConstraintName ?? other.TableName}",
        SqliteException { SqliteErrorCode: SqliteGeneral } => $"{SqliteGeneral}",
        SqliteException or NpgsqlException or SocketException or IOException or TimeoutException => fault.Message,
        _ => null,
    };
}
