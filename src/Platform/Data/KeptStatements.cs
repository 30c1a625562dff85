using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
namespace Coxswain.Platform.Data;

/// <summary>Statements a connection to SQLite was asked, compiled; the one that was not asked for longest goes first.</summary>
internal sealed class KeptStatements
{
    private const int Most = 100;
    // Values stay with a statement until it is asked again: long lists of keys are not to.
    private const int LongestValue = 4_096;
    private readonly Dictionary<string, KeptStatement> _kept = new(StringComparer.Ordinal);
    private long _asked;

    /// <summary>The same statement with the same values, compiled where it was asked before. One that is still being read is not given twice.</summary>
    public SqliteCommand Of(SqliteCommand asked)
    {
        if (asked.Parameters.Cast<DbParameter>().Any(p => p.Value is string { Length: > LongestValue } or byte[] { Length: > LongestValue })) return asked;
        if (!_kept.TryGetValue(asked.CommandText, out var kept))
        {
            if (_kept.Count >= Most && _kept.Values.Where(k => !k.IsAsked).MinBy(k => k.AskedAt) is { } oldest) Forget(oldest);
            _kept.Add(asked.CommandText, kept = new() { CommandText = asked.CommandText, Connection = asked.Connection });
        }
        else if (kept.IsAsked) return asked;
        kept.Begin(asked, ++_asked);
        asked.Dispose();
        return kept;
    }

    public int Count => _kept.Count;

    /// <summary>One of them is still being read.</summary>
    public bool IsRead => _kept.Values.Any(k => k.IsAsked);

    public void Clear()
    {
        foreach (var kept in _kept.Values) kept.End();
        _kept.Clear();
    }

    /// <summary>It failed, and is compiled anew the next time.</summary>
    public void Forget(KeptStatement statement)
    {
        _kept.Remove(statement.CommandText);
        statement.End();
    }
}

/// <summary>A statement that stays compiled when whoever asked it disposes of it.</summary>
internal sealed class KeptStatement : SqliteCommand
{
    public bool IsAsked { get; private set; }

    /// <summary>A number that grows with each statement of its connection.</summary>
    public long AskedAt { get; private set; }

    public void Begin(SqliteCommand asked, long at)
    {
        (IsAsked, AskedAt, Transaction, CommandTimeout) = (true, at, asked.Transaction, asked.CommandTimeout);
        Parameters.Clear();
        foreach (DbParameter parameter in asked.Parameters) Parameters.Add(parameter);
    }

    public void End() => base.Dispose(true);

    protected override void Dispose(bool disposing)
    {
        if (!disposing)
        {
            base.Dispose(disposing);
            return;
        }
        Parameters.Clear();
        (Transaction, IsAsked) = (null, false);
    }
}

/// <summary>Puts a kept statement in the place of each question that a page asks of SQLite.</summary>
internal sealed class KeptQuestions : DbCommandInterceptor
{
    public static KeptQuestions Instance { get; } = new();

    public override DbCommand CommandInitialized(CommandEndEventData eventData, DbCommand result) =>
        result is SqliteCommand command && command.CommandText.StartsWith("SELECT", StringComparison.Ordinal) && StandingConnections.StatementsOf(command.Connection) is { } kept ? kept.Of(command) : result;

    public override void CommandFailed(DbCommand command, CommandErrorEventData eventData) => Forget(command);

    public override Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        Forget(command);
        return Task.CompletedTask;
    }

    public override void CommandCanceled(DbCommand command, CommandEndEventData eventData) => Forget(command);

    public override Task CommandCanceledAsync(DbCommand command, CommandEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Forget(command);
        return Task.CompletedTask;
    }

    private static void Forget(DbCommand command)
    {
        if (command is KeptStatement kept) StandingConnections.StatementsOf(kept.Connection)?.Forget(kept);
    }
}
