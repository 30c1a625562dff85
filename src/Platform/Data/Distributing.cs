using Microsoft.EntityFrameworkCore;
namespace Coxswain.Platform.Data;

/// <summary>The tables cannot be distributed there; the message says what to do.</summary>
public sealed class DistributionException(string message) : InvalidOperationException(message);

/// <summary>Spreads the tables of a database over the machines of a Citus cluster.</summary>
public static class Distributing
{
    private const string NoCitus = "Citus is not in this database. Install it on every machine, name it in shared_preload_libraries, restart PostgreSQL and say CREATE EXTENSION citus in the database; then try again.";

    /// <summary>Places what is not placed yet, a table at a time: each goes whole or not at all, so that a run that was cut off goes on with the next.</summary>
    /// <returns>The tables that were placed now.</returns>
    /// <exception cref="DistributionException">The database is no Citus, or not of this version.</exception>
    public static async Task<IReadOnlyList<Placement>> DistributeAsync(this AppDb db, Action<Placement> tell, CancellationToken ct)
    {
        await RefuseUnreadyAsync(db, ct);
        var placed = await PlacedAsync(db, ct);
        var missing = Distribution.Of(db.Model, placed.FirstOrDefault(p => p.IsTenants)?.Name).Where(p => placed.All(l => l.Name != p.Table)).ToList();
        foreach (var placement in missing)
        {
            tell(placement);
            await db.InOneTransactionAsync(() => DoAsync(db, placement.Steps, ct), ct);
        }
        // Only now, when nothing that was left behind is referred to by a table that is not placed yet; and all of them, for a run that was cut off here.
        foreach (var placement in Distribution.Of(db.Model)) await DoAsync(db, [placement.Clearing], ct);
        return missing;
    }

    private static async Task RefuseUnreadyAsync(AppDb db, CancellationToken ct)
    {
        if (db.Engine is not Engine.Postgres) throw new DistributionException("only PostgreSQL with Citus can be distributed: name it with --database.");
        if (!await db.AskAsync<bool>("SELECT to_regclass('citus_tables') IS NOT NULL AS \"Value\"", ct)) throw new DistributionException(NoCitus);
        await db.RefuseNewerAsync(ct);
        if ((await db.Database.GetPendingMigrationsAsync(ct)).Any()) throw new DistributionException("the database is not of this version yet: cox migrate first.");
    }

    private static async Task<IReadOnlyList<Placed>> PlacedAsync(AppDb db, CancellationToken ct) =>
        await db.Database.SqlQueryRaw<Placed>("SELECT table_name::text AS \"Name\", citus_table_type = 'distributed' AS \"IsTenants\" FROM citus_tables ORDER BY table_name::text").ToListAsync(ct);

    private static Task<T> AskAsync<T>(this AppDb db, string sql, CancellationToken ct) => db.Database.SqlQueryRaw<T>(sql).SingleAsync(ct);

    // A large table takes as long as it takes to copy.
    private static async Task DoAsync(AppDb db, IReadOnlyList<string> steps, CancellationToken ct)
    {
        db.Database.SetCommandTimeout(TimeSpan.FromDays(1));
        foreach (var step in steps) await db.Database.ExecuteSqlRawAsync(step, ct);
    }

    private sealed record Placed(string Name, bool IsTenants);
}
