using System.Collections.Concurrent;
using System.Data.Common;
using System.Text.RegularExpressions;
using Coxswain.Platform.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
namespace Coxswain.Testing;

/// <summary>
/// Refuses, on PostgreSQL, every statement of a test that reads or writes a tenant's table without naming the tenant for that table: on a
/// cluster it would go to all machines. What is refused fails the page or the work that asked, and so its test.
/// </summary>
public sealed partial class TenantWatch : DbCommandInterceptor
{
    /// <summary>Statements that do ask for all tenants, by a piece of their text; none belongs to anyone's request.</summary>
    private static readonly (string Piece, string Reason)[] Exceptions =
    [
        ("SELECT j0.tenant_id, j0.id\nFROM tenants AS t", "the look for the job that has waited longest, whoever's it is"),
        ("SELECT d0.tenant_id, d0.id\nFROM tenants AS t", "the look for the event that has waited longest to be told, whoever's it is"),
        ("FROM erasures AS e", "read once when an installation is opened, to erase again who came back with an old copy"),
    ];

    private readonly ConcurrentDictionary<(string Text, bool IsRequest), string?> _known = new();

    public override ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Refuse(command, eventData);
        return new(result);
    }

    public override InterceptionResult<DbDataReader> ReaderExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result)
    {
        Refuse(command, eventData);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Refuse(command, eventData);
        return new(result);
    }

    private void Refuse(DbCommand command, CommandEventData asked)
    {
        // A migration changes tables whole, wherever their rows lie.
        if (asked.CommandSource is CommandSource.Migrations || asked.Context is not AppDb { Engine: Engine.Postgres } db) return;
        // Whoever sends a request is of one organisation: for them there is no exception.
        var isRequest = new HttpContextAccessor().HttpContext is not null;
        if (_known.GetOrAdd((command.CommandText, isRequest), asks => Crossing(asks.Text, Tables(db), isRequest)) is { } table)
            throw new InvalidOperationException($"This asks {table} of every tenant at once:\n{command.CommandText}");
    }

    private static HashSet<string> Tables(AppDb db) => [.. db.Model.GetEntityTypes().Where(Distribution.IsTenants).Select(t => t.GetTableName()!)];

    /// <summary>The first tenants' table that a text asks without naming the tenant for it; null where there is none.</summary>
    /// <param name="text">One statement or several.</param>
    /// <param name="tables">The tables of tenants.</param>
    /// <param name="isRequest">Whether somebody's request sends it.</param>
    public static string? Crossing(string text, IReadOnlySet<string> tables, bool isRequest) =>
        !isRequest && Exceptions.Any(e => text.Contains(e.Piece, StringComparison.Ordinal)) ? null : text.Split(';').Select(s => CrossingOne(s, tables)).FirstOrDefault(t => t is not null);

    private static string? CrossingOne(string statement, IReadOnlySet<string> tables) =>
        Named().Matches(statement).Where(m => tables.Contains(m.Groups["table"].Value) && !IsKept(m, statement)).Select(m => m.Groups["table"].Value).FirstOrDefault();

    private static bool IsKept(Match named, string statement)
    {
        if (named.Groups["verb"].Value.Equals("INTO", StringComparison.OrdinalIgnoreCase)) return Regex.IsMatch(statement, $@"INTO\s+""?{named.Groups["table"].Value}""?\s*\([^)]*\btenant_id\b", RegexOptions.IgnoreCase);
        // Reads no row: the empty end of a union.
        if (Regex.IsMatch(statement[(named.Index + named.Length)..], @"^\s+WHERE FALSE\b")) return true;
        return IsHeld(named.Groups["alias"] is { Success: true, Value: var alias } ? alias : "", named.Groups["table"].Value, statement);
    }

    // The tenant of a table is a value, or that of another table whose tenant is one.
    private static bool IsHeld(string alias, string table, string statement)
    {
        var pairs = Tenant().Matches(statement).Select(m => (Left: Of(m, "left"), Right: m.Groups["value"].Success ? Value : Of(m, "right"))).ToList();
        var held = new HashSet<string> { Value };
        while (pairs.Where(p => held.Contains(p.Left) != held.Contains(p.Right)).ToList() is { Count: > 0 } more) held.UnionWith(more.SelectMany(p => new[] { p.Left, p.Right }));
        return held.Contains(alias) || (alias.Length == 0 && held.Contains(table));

        static string Of(Match pair, string side) => pair.Groups[side].Value;
    }

    private const string Value = "=";

    [GeneratedRegex(@"(?:\b(?<left>\w+)\.|(?<![\w.])(?<left>))tenant_id\s*=\s*(?:(?<value>[@$]?\w+\b(?!\.))|(?<right>\w+)\.(?:tenant_id|id)\b)")]
    private static partial Regex Tenant();

    [GeneratedRegex(@"\b(?<verb>FROM|JOIN|UPDATE|INTO)\s+(?:ONLY\s+)?""?(?<table>[a-z_]+)""?(?:\s+AS\s+""?(?<alias>\w+)""?|\s+(?!SET\b|WHERE\b|ON\b|JOIN\b|ORDER\b|LIMIT\b|AS\b|GROUP\b|USING\b|LEFT\b|INNER\b|CROSS\b|VALUES\b|RETURNING\b|UNION\b|FOR\b)(?<alias>[a-z]\w*))?", RegexOptions.IgnoreCase)]
    private static partial Regex Named();
}
