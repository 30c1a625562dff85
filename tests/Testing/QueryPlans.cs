using System.Text.RegularExpressions;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Testing;

/// <summary>How the engine would go about a statement.</summary>
public static partial class QueryPlans
{
    /// <summary>How SQLite would answer a statement, step by step.</summary>
    /// <param name="tenant">Whose database it is.</param>
    /// <param name="statement">As it was sent; what it was sent with does not matter.</param>
    /// <param name="isNew">As long as nothing was ever counted in it, as in a first import.</param>
    public static Task<IReadOnlyList<string>> PlanAsync(this TestTenant tenant, string statement, bool isNew = false) => tenant.InDb<IReadOnlyList<string>>(async db =>
    {
        // A connection of its own, since what it is told to forget it does not learn again.
        await using var connection = new SqliteConnection(new SqliteConnectionStringBuilder(db.Database.GetConnectionString()) { Pooling = false }.ToString());
        await connection.OpenAsync();
        await using var transaction = connection.BeginTransaction();
        await using var command = connection.CreateCommand();
        command.Transaction = transaction;
        command.CommandText = isNew ? "ANALYZE; DELETE FROM sqlite_stat1; ANALYZE sqlite_schema" : "SELECT 1";
        await command.ExecuteNonQueryAsync();
        command.CommandText = "EXPLAIN QUERY PLAN " + statement;
        foreach (var name in Parameters().Matches(statement).Select(m => m.Value).Distinct()) command.Parameters.Add(new SqliteParameter(name, DBNull.Value));
        var steps = new List<string>();
        await using (var rows = await command.ExecuteReaderAsync()) while (await rows.ReadAsync()) steps.Add(rows.GetString(3));
        await transaction.RollbackAsync();
        return steps;
    });

    [GeneratedRegex("@\\w+")]
    private static partial Regex Parameters();
}
