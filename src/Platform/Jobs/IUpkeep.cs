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
    private const string Key = nameof(Entity.Id);

    /// <summary>Deletes the rows for good, in short steps of some hundred. They leave no event and no search words behind: for rows that have neither.</summary>
    /// <returns>How many went.</returns>
    public static async Task<int> ClearAsync<T>(this AppDb db, IQueryable<T> rows, CancellationToken ct) where T : class
    {
        // What is chosen inside is limited to the tenant; the delete around it has to be so too, or a cluster asks all its machines.
        var over = db.Rows<T>().Where(r => rows.Take(AtOnce).Select(o => EF.Property<Guid>(o, Key)).Contains(EF.Property<Guid>(r, Key)));
        var gone = 0;
        for (var last = AtOnce; last == AtOnce; gone += last)
            last = await db.InOneTransactionAsync(() => over.ExecuteDeleteAsync(ct), ct);
        return gone;
    }
}
