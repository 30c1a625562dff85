using System.Data.Common;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Money;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.Platform.Tests.Data;

public sealed class BulkWriterTests
{
    [Theory, OnBoth]
    public async Task A_row_written_in_bulk_is_stored_as_a_saved_one_with_the_same_history(Engine engine)
    {
        var tenant = await (await Host.On(engine)).TenantAsync();
        await tenant.SaveAsync(Rate("USD"));
        await tenant.InDb(async (db, _) => await db.InsertManyAsync([Rate("GBP")], default));
        var stored = await tenant.InDb(db => RawAsync(db, "exchange_rates", tenant.Id));
        Assert.Equal(2, stored.Count);
        Assert.Equal(Without(stored[0], "id", "currency"), Without(stored[1], "id", "currency"));
        var events = await tenant.InDb(db => RawAsync(db, "event", tenant.Id));
        Assert.Equal(2, events.Count);
        Assert.Equal(Without(events[0], "id", "subject_id", "timeline_id", "data"), Without(events[1], "id", "subject_id", "timeline_id", "data"));
        Assert.Equal(events[0]["data"]!.ToString()!.Replace("USD", "GBP", StringComparison.Ordinal), events[1]["data"]);
    }

    [Theory, OnBoth]
    public async Task Bulk_rows_stand_or_fall_together(Engine engine)
    {
        var tenant = await (await Host.On(engine)).TenantAsync();
        await Assert.ThrowsAnyAsync<DbException>(() => tenant.InDb(async (db, _) => await db.InsertManyAsync([Rate("USD"), Rate("GBP"), Rate("USD")], default)));
        Assert.Equal(0, await tenant.InDb(db => db.Rows<ExchangeRate>().CountAsync()));
        Assert.Equal(0, await tenant.InDb(db => db.Rows<Event>().CountAsync()));
    }

    [Theory, OnBoth]
    public async Task A_save_that_waits_behind_a_bulk_write_gets_its_turn_before_the_next_batch(Engine engine)
    {
        var host = await Host.On(engine);
        var tenant = await host.TenantAsync();
        var order = new List<string>();
        var (inside, go) = (new TaskCompletionSource(), new TaskCompletionSource());
        var batches = tenant.InDb(async (db, _) =>
        {
            await db.InOneTransactionAsync(async () => { inside.SetResult(); await go.Task; await db.InsertManyAsync([Rate("USD")], default); lock (order) order.Add("first batch"); }, default);
            await db.InOneTransactionAsync(async () => { await db.InsertManyAsync([Rate("GBP")], default); lock (order) order.Add("second batch"); }, default);
        });
        await inside.Task;
        // Asked for here, the turn is queued before the first batch may end. PostgreSQL has many writers: there nobody waits at all.
        var turn = host.Services.GetRequiredService<WriteGate>().EnterAsync(default).AsTask();
        var save = SaveAsync();
        go.SetResult();
        using (await turn) lock (order) order.Add("save");
        await Task.WhenAll(batches, save);
        Assert.Equal(3, await tenant.InDb(db => db.Rows<ExchangeRate>().CountAsync()));
        if (engine is Engine.Sqlite) Assert.Equal(["first batch", "save", "second batch"], order);

        Task SaveAsync() => tenant.InDb(async (db, _) => { db.Add(Rate("JPY")); await db.SaveChangesAsync(); });
    }

    private static ExchangeRate Rate(string currency) => new() { Currency = currency, On = new DateOnly(2026, 7, 1), Rate = 1.1 };

    private static Dictionary<string, object?> Without(Dictionary<string, object?> row, params string[] columns) => row.Where(c => !columns.Contains(c.Key)).ToDictionary(c => c.Key, c => c.Value);

    /// <summary>The rows as the engine holds them, in the order of their making.</summary>
    private static async Task<List<Dictionary<string, object?>>> RawAsync(AppDb db, string table, int tenant)
    {
        await db.Database.OpenConnectionAsync();
        await using DbCommand command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = $"SELECT * FROM {table} WHERE tenant_id = {tenant} ORDER BY id";
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<Dictionary<string, object?>>();
        while (await reader.ReadAsync()) rows.Add(Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, i => reader.IsDBNull(i) ? null : reader.GetValue(i)));
        return rows;
    }
}
