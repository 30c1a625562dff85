using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using Npgsql;
namespace Coxswain.Platform.Copies;

/// <summary>Fills a PostgreSQL database from a copy, in one transaction: tables of the copy's version, their rows, then the steps to this version.</summary>
internal sealed class PostgresReturn(AppDb.Surroundings around)
{
    private const string Links = "SELECT conrelid::regclass::text, quote_ident(conname), pg_get_constraintdef(oid) FROM pg_constraint WHERE contype = 'f' AND connamespace = current_schema()::regnamespace";

    private const string Counters = """
        SELECT quote_ident(c.relname), quote_ident(a.attname), pg_get_serial_sequence(quote_ident(c.relname), a.attname) FROM pg_attribute a JOIN pg_class c ON c.oid = a.attrelid
        WHERE a.attidentity <> '' AND c.relkind = 'r' AND c.relnamespace = current_schema()::regnamespace
        """;

    public static async Task RefuseFullAsync(Database database, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(database.ConnectionString);
        await connection.OpenAsync(ct);
        if ((await PostgresTables.CountAsync(connection, ct)).Any(t => t is { Name: "tenants", Rows: > 0 })) throw new CopyException("the database holds an organisation already: --replace takes the copy instead, and what is there is gone.");
    }

    public async Task TakeAsync(CopyFile copy, CancellationToken ct)
    {
        await using var connection = new NpgsqlConnection(around.Database.ConnectionString);
        await connection.OpenAsync(ct);
        await using var all = await connection.BeginTransactionAsync(ct);
        await ClearAsync(connection, ct);
        await MigrateAsync(all, copy.Manifest.Migrations[^1], ct);
        await FillAsync(connection, copy, ct);
        Restore.Compare(await PostgresTables.CountAsync(connection, ct), copy.Manifest);
        await MigrateAsync(all, null, ct);
        await all.CommitAsync(ct);
        await connection.DoAsync("ANALYZE", ct);
    }

    private static async Task ClearAsync(NpgsqlConnection connection, CancellationToken ct)
    {
        var tables = (await PostgresTables.NamesAsync(connection, ct)).Select(t => t.Name).ToList();
        if (tables.Count == 0) return;
        if (!tables.Contains(PostgresTables.History)) throw new CopyException("the database holds tables of something else: make an empty one for Coxswain.");
        await connection.DoAsync($"DROP TABLE {string.Join(", ", tables.Select(t => $"\"{t}\""))} CASCADE", ct);
    }

    // On the connection whose transaction holds everything, so that a failure leaves what was there.
    private async Task MigrateAsync(NpgsqlTransaction all, string? to, CancellationToken ct)
    {
        var options = new DbContextOptionsBuilder<AppDb>();
        around.Database.Configure(options, all.Connection);
        options.ConfigureWarnings(w => w.Ignore(RelationalEventId.MigrationsUserTransactionWarning));
        await using var db = new AppDb(options.Options, around);
        await db.Database.UseTransactionAsync(all, ct);
        // Were it missing, looking for it would end the transaction.
        await db.Database.ExecuteSqlRawAsync(db.GetService<IHistoryRepository>().GetCreateIfNotExistsScript(), ct);
        await db.GetService<IMigrator>().MigrateAsync(to, ct);
    }

    // Without the links between tables their order does not matter, and each is checked once, for all rows together.
    private static async Task FillAsync(NpgsqlConnection connection, CopyFile copy, CancellationToken ct)
    {
        var links = await connection.RowsAsync(Links, ct);
        foreach (var link in links) await connection.DoAsync($"ALTER TABLE {link[0]} DROP CONSTRAINT {link[1]}", ct);
        foreach (var table in copy.Manifest.Tables)
        {
            await using var rows = await connection.BeginRawBinaryCopyAsync($"COPY \"{table.Name}\" ({PostgresTables.Columns(table)}) FROM STDIN (FORMAT BINARY)", ct);
            await copy.CopyToAsync(copy.Manifest.Parts.Single(p => p.Name == table.Part), rows, ct);
        }
        foreach (var link in links) await connection.DoAsync($"ALTER TABLE {link[0]} ADD CONSTRAINT {link[1]} {link[2]}", ct);
        foreach (var counter in await connection.RowsAsync(Counters, ct)) await connection.DoAsync($"SELECT setval('{counter[2]}', COALESCE(max({counter[1]}), 1), max({counter[1]}) IS NOT NULL) FROM {counter[0]}", ct);
    }
}
