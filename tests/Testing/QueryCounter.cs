using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
namespace Coxswain.Testing;

/// <summary>Counts the statements of what runs inside <see cref="CountAsync"/>.</summary>
public sealed class QueryCounter : DbCommandInterceptor
{
    /// <summary>Stands before a statement whose thread was held until it was answered.</summary>
    public const string Held = "-- held a thread\n";

    private readonly AsyncLocal<List<string>?> _seen = new();

    /// <summary>The statements that the work sent.</summary>
    public async Task<IReadOnlyList<string>> CountAsync(Func<Task> work)
    {
        var seen = new List<string>();
        _seen.Value = seen;
        try { await work(); }
        finally { _seen.Value = null; }
        return seen;
    }

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Note(command);
        return new(result);
    }

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Note(command, Held);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Note(command);
        return new(result);
    }

    private void Note(DbCommand command, string before = "")
    {
        if (_seen.Value is not { } seen) return;
        lock (seen) seen.Add(before + command.CommandText);
    }
}
