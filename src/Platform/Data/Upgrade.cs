using Microsoft.EntityFrameworkCore;
namespace Coxswain.Platform.Data;

/// <summary>The database was made by a later version of the program; this one would not understand it.</summary>
public sealed class NewerDatabaseException(IReadOnlyList<string> unknown)
    : InvalidOperationException($"the database belongs to a newer Coxswain (it has {string.Join(", ", unknown)}). Start that version, or restore a copy made with this one.");

/// <summary>Brings the database to the version of the program.</summary>
public static class Upgrade
{
    /// <summary>Applies what is missing; changes nothing where it would be a step back.</summary>
    /// <exception cref="NewerDatabaseException">The database is ahead of the program.</exception>
    public static async Task MigrateAsync(this AppDb db, CancellationToken ct)
    {
        await db.RefuseNewerAsync(ct);
        await db.Database.MigrateAsync(ct);
    }

    /// <summary>Looks only.</summary>
    /// <exception cref="NewerDatabaseException">The database is ahead of the program.</exception>
    public static async Task RefuseNewerAsync(this AppDb db, CancellationToken ct)
    {
        if (!await db.Database.CanConnectAsync(ct)) return;
        var unknown = (await db.Database.GetAppliedMigrationsAsync(ct)).Except(db.Database.GetMigrations()).ToList();
        if (unknown.Count > 0) throw new NewerDatabaseException(unknown);
    }
}
