using Coxswain.Platform.Data;
using Coxswain.Platform.Money;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Platform.Tests.Data;

/// <summary>Batches of several contexts that are saved through one connection.</summary>
public sealed class WideConnectionTests
{
    [Theory, OnBoth]
    public async Task Contexts_save_through_it_in_turn_and_read_by_their_own_connections_before_and_after(Engine engine)
    {
        var tenant = await (await Host.On(engine)).TenantAsync();
        await tenant.InDb(async (one, _) => await tenant.InDb(async (other, _) => await tenant.InDb(async (of, _) =>
        {
            await using var saves = await WideConnection.OpenAsync(of, default);
            foreach (var (db, currency) in new[] { (one, "USD"), (other, "GBP"), (one, "CHF") })
            {
                await saves.SaveAsync(db, () => db.InsertManyAsync([Rate(currency)], default), default);
                Assert.Contains(currency, await db.Rows<ExchangeRate>().Select(r => r.Currency).ToListAsync());
            }
            var clash = await Record.ExceptionAsync(() => saves.SaveAsync(other, () => other.InsertManyAsync([Rate("SEK"), Rate("USD")], default), default));
            Assert.NotNull(clash);
            Assert.Equal(["CHF", "GBP", "USD"], await other.Rows<ExchangeRate>().Select(r => r.Currency).OrderBy(c => c).ToListAsync());
            await saves.SaveAsync(other, () => other.InsertManyAsync([Rate("SEK")], default), default);
        })));
        Assert.Equal(4, await tenant.InDb(db => db.Rows<ExchangeRate>().CountAsync()));
    }

    // Whoever opens the connection next finds the room that every connection has.
    [Fact]
    public async Task What_it_took_of_memory_is_given_back()
    {
        var tenant = await (await Host.On(Engine.Sqlite)).TenantAsync();
        await tenant.InDb(async (of, _) =>
        {
            await of.Database.OpenConnectionAsync();
            await using (await WideConnection.OpenAsync(of, default)) Assert.Equal(-128_000, await RoomAsync(of));
            Assert.Equal(-4_000, await RoomAsync(of));
            await of.Database.CloseConnectionAsync();
        });
    }

    private static async Task<long> RoomAsync(AppDb db)
    {
        await using var asked = db.Database.GetDbConnection().CreateCommand();
        asked.CommandText = "PRAGMA cache_size";
        return (long)(await asked.ExecuteScalarAsync())!;
    }

    private static ExchangeRate Rate(string currency) => new() { Currency = currency, On = new DateOnly(2026, 7, 1), Rate = 1.1 };
}
