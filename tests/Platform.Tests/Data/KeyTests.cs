using System.Data.Common;
using Coxswain.Platform.Data;
using Coxswain.Platform.Money;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Platform.Tests.Data;

public sealed class KeyTests
{
    [Theory, OnBoth]
    public async Task A_key_takes_sixteen_bytes_and_orders_rows_by_their_making(Engine engine)
    {
        var tenant = await (await Host.On(engine)).TenantAsync();
        var rates = Enumerable.Range(0, 40).Select(i => new ExchangeRate { Currency = "USD", On = new DateOnly(2026, 1, 1).AddDays(i), Rate = 1 + i }).ToArray();
        foreach (var rate in rates) await tenant.SaveAsync(rate);
        var (size, type) = await tenant.InDb(db => SizeAndTypeAsync(db, tenant.Id));
        Assert.Equal(engine is Engine.Sqlite ? (16, "blob") : (16, "uuid"), (size, type));
        var ordered = await tenant.InDb(db => db.Rows<ExchangeRate>().OrderBy(r => r.Id).Select(r => r.On).ToListAsync());
        Assert.Equal(rates.OrderBy(r => r.Id.ToString("N"), StringComparer.Ordinal).Select(r => r.On), ordered);
    }

    private static async Task<(int Size, string Type)> SizeAndTypeAsync(AppDb db, int tenant)
    {
        await db.Database.OpenConnectionAsync();
        await using DbCommand command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = db.Engine is Engine.Sqlite
            ? $"SELECT length(id), typeof(id) FROM exchange_rates WHERE tenant_id = {tenant} LIMIT 1"
            : $"SELECT pg_column_size(id), pg_typeof(id)::text FROM exchange_rates WHERE tenant_id = {tenant} LIMIT 1";
        await using var row = await command.ExecuteReaderAsync();
        Assert.True(await row.ReadAsync());
        return (row.GetInt32(0), row.GetString(1));
    }
}
