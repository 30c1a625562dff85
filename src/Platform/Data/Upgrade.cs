using Coxswain.Platform.Copies;
using Coxswain.Platform.Erasing;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
namespace Coxswain.Platform.Data;

/// <summary>The database was made by a later version of the program; this one would not understand it.</summary>
public sealed class NewerDatabaseException(IReadOnlyList<string> unknown)
    : InvalidOperationException($"the database belongs to a newer Coxswain (it has {string.Join(", ", unknown)}). Start that version, or restore a copy made with this one.");

/// <summary>What opening an installation did to it.</summary>
/// <param name="Applied">The migrations that were missing.</param>
/// <param name="Copy">The database as it was before, where it was upgraded; PostgreSQL is copied by whoever runs it.</param>
/// <param name="Erased">People who had been erased and stood there again.</param>
public sealed record Upgraded(IReadOnlyList<string> Applied, string? Copy, int Erased)
{
    /// <summary>What the operator has to know; null where nothing is to be said.</summary>
    public string? Said => Copy is null ? null : $"The database was upgraded; as it was before, it is kept at {Copy}.";
}

/// <summary>Brings the database to the version of the program.</summary>
public sealed class Upgrade(AppDb db, AppDb.Surroundings around, Eraser eraser, IDataProtectionProvider protection)
{
    // Of the program alone: any number that nobody else takes.
    private const string Lock = "SELECT pg_advisory_lock(7231684512)", Unlock = "SELECT pg_advisory_unlock(7231684512)";

    /// <summary>Applies what is missing; changes nothing where it would be a step back. An embedded database is copied beside itself first.</summary>
    /// <exception cref="NewerDatabaseException">The database is ahead of the program.</exception>
    public async Task<Upgraded> DoAsync(CancellationToken ct)
    {
        if (around.Database.File is { } file)
        {
            using var turn = await UpgradeTurn.TakeAsync(db, file, around.Clock, ct);
            return await InTurnAsync(ct);
        }
        // Of several processes that start at once one does it, and the others find it done, however long it takes.
        db.Database.SetCommandTimeout(TimeSpan.Zero);
        await db.Database.OpenConnectionAsync(ct);
        try
        {
            await db.Database.ExecuteSqlRawAsync(Lock, ct);
            try { return await InTurnAsync(ct); }
            finally { await db.Database.ExecuteSqlRawAsync(Unlock, CancellationToken.None); }
        }
        finally { await db.Database.CloseConnectionAsync(); }
    }

    private async Task<Upgraded> InTurnAsync(CancellationToken ct)
    {
        await db.RefuseNewerAsync(ct);
        var applied = await db.AppliedAsync(ct);
        var pending = db.Database.GetMigrations().Except(applied).ToList();
        var copy = pending.Count > 0 && applied.Count > 0 ? await KeepAsync(pending[0], ct) : null;
        // Where nothing is missing it is not even asked for: it compares the whole model with the last migration, a third of a second of each start.
        if (pending.Count > 0) await db.Database.MigrateAsync(ct);
        // The first key of cookies and sealed values is made here, so that processes that start at once have the same one; and because made
        // later, inside a transaction on SQLite, it would wait for its own writer.
        protection.CreateProtector(nameof(Upgrade)).Protect([]);
        return new Upgraded(pending, copy, await eraser.KeepAsync(around, ct));
    }

    private async Task<string?> KeepAsync(string before, CancellationToken ct)
    {
        if (around.Database.File is not { } file) return null;
        var copy = Path.ChangeExtension(Path.GetFullPath(file), $"before-{before}-{around.Clock.GetUtcNow():yyyyMMdd-HHmmss}.db");
        await SqliteFile.SnapAsync(around.Database, copy, ct);
        return copy;
    }
}

/// <summary>Which version the database is of.</summary>
public static class DatabaseVersions
{
    /// <summary>Looks only.</summary>
    /// <exception cref="NewerDatabaseException">The database is ahead of the program.</exception>
    public static async Task RefuseNewerAsync(this AppDb db, CancellationToken ct)
    {
        var unknown = (await db.AppliedAsync(ct)).Except(db.Database.GetMigrations()).ToList();
        if (unknown.Count > 0) throw new NewerDatabaseException(unknown);
    }

    /// <summary>The migrations a database has; none where there is no database yet, or an empty one.</summary>
    internal static async Task<IReadOnlyList<string>> AppliedAsync(this AppDb db, CancellationToken ct) =>
        await db.Database.CanConnectAsync(ct) && await db.GetService<IHistoryRepository>().ExistsAsync(ct) ? [.. await db.Database.GetAppliedMigrationsAsync(ct)] : [];
}
