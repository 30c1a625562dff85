using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Platform.Jobs;

/// <summary>What a module clears away when its time is over. Registered as a service; asked once a day, tenant by tenant, by the upkeep job.</summary>
public interface IUpkeep
{
    /// <summary>Clears what is over. May be asked again for the same day, so the second time finds nothing to do.</summary>
    /// <param name="db">Of one tenant, as the system. Delete through <see cref="Clearing.ClearAsync"/>, which lets others write in between.</param>
    /// <param name="now">The moment everything of this run counts from, in UTC.</param>
    /// <param name="ct">Stops between two steps.</param>
    Task TidyAsync(AppDb db, DateTime now, CancellationToken ct);
}

/// <summary>Deletes many rows without keeping anybody waiting.</summary>
public static class Clearing
{
    private const int AtOnce = 500;

    /// <summary>Deletes the rows for good, in short steps of some hundred. They leave no event and no search words behind: for rows that have neither.</summary>
    /// <returns>How many went.</returns>
    public static async Task<int> ClearAsync<T>(this AppDb db, IQueryable<T> rows, CancellationToken ct) where T : class
    {
        var gone = 0;
        for (var last = AtOnce; last == AtOnce; gone += last)
            last = await db.InOneTransactionAsync(() => rows.Take(AtOnce).ExecuteDeleteAsync(ct), ct);
        return gone;
    }
}
