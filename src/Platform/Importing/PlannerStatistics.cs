using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Platform.Importing;

/// <summary>After many rows came at once PostgreSQL still plans for the few there were, until its own upkeep comes by: a comparison then took minutes.</summary>
public static class PlannerStatistics
{
    public static async Task RefreshAsync(AppDb db, CancellationToken ct)
    {
        if (db.Engine is Engine.Postgres) await db.Database.ExecuteSqlRawAsync("ANALYZE", ct);
    }
}
