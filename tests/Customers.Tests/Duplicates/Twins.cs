using Coxswain.Customers.Contacts;
using Coxswain.Customers.Duplicates;
using Coxswain.Platform.Data;
using Coxswain.Platform.Jobs;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.Customers.Tests.Duplicates;

/// <summary>What the tests of duplicates say often.</summary>
internal static class Twins
{
    /// <summary>Looks through everything, as in the night.</summary>
    public static Task LookAsync(this TestTenant tenant) => tenant.InDb((_, services) =>
        services.GetServices<IJobHandler>().OfType<FindDuplicates>().Single().RunAsync(new JobAtWork(new Job { Kind = FindDuplicates.JobKind, AskedById = Guid.Empty, AskedAt = DateTime.MinValue, NextTryAt = DateTime.MinValue }), default));

    /// <summary>The pairs that are offered of a kind.</summary>
    public static Task<List<DuplicatePair>> PairsAsync(this TestTenant tenant, string kind) => tenant.InDb(db => db.Rows<DuplicatePair>().AsNoTracking().Where(p => p.Kind == kind && p.ApartAt == null).OrderByDescending(p => p.Score).ToListAsync());

    /// <summary>Two contacts who are one: by mail, with an account each unless said otherwise.</summary>
    public static async Task<(Contact First, Contact Second, DuplicatePair Pair)> PetrasAsync(this TestViewer owner, Guid? account = null, Guid? second = null)
    {
        var one = new Contact { Name = "Petra Brandt", OwnerId = owner.Id, AccountId = account, Email = "petra@nordwind.example", Phone = "040 555010" };
        var two = new Contact { Name = "Brandt, Petra", OwnerId = owner.Id, AccountId = second ?? account, Email = "Petra@Nordwind.example", Title = "Head of purchasing" };
        await owner.Tenant.SaveAsync(one);
        await owner.Tenant.SaveAsync(two);
        await owner.Tenant.LookAsync();
        return (one, two, (await owner.Tenant.PairsAsync(Kinds.Contact)).Single());
    }

    /// <summary>Two accounts of one name, found or not.</summary>
    public static async Task<DuplicatePair> PairAsync(this TestTenant tenant, string kind, Guid one, Guid two)
    {
        var (first, second) = DuplicatePair.InOrder(one, two);
        var pair = new DuplicatePair { Kind = kind, FirstId = first, SecondId = second, Score = 90, Signs = "SameName:70", FoundAt = tenant.Host.Clock.GetUtcNow().UtcDateTime };
        await tenant.SaveAsync(pair);
        return pair;
    }

    /// <summary>Every row of every table, but for those that say what was done and when, without versions.</summary>
    public static Task<SortedDictionary<string, string>> EverythingAsync(this TestTenant tenant) => tenant.InDb(async db =>
    {
        var rows = new SortedDictionary<string, string>(StringComparer.Ordinal);
        await db.Database.OpenConnectionAsync();
        foreach (var table in db.Model.GetEntityTypes().Where(t => t.ClrType.IsSubclassOf(typeof(Entity))).Select(t => t.GetTableName()!).Except(["event", "record_merges", "jobs", "deliveries", "taken_acts", "subject_keys"]))
        {
            await using var command = db.Database.GetDbConnection().CreateCommand();
            command.CommandText = $"SELECT * FROM \"{table}\" WHERE tenant_id = {tenant.Id}";
            await using var reader = await command.ExecuteReaderAsync();
            while (await reader.ReadAsync())
                rows[$"{table} {Text(reader["id"])}"] = string.Join(" | ", Enumerable.Range(0, reader.FieldCount).Where(i => reader.GetName(i) != "version").Select(i => $"{reader.GetName(i)}={Text(reader.GetValue(i))}"));
        }
        return rows;
    });

    private static string Text(object value) => value is byte[] bytes ? Convert.ToHexString(bytes) : $"{value}";
}
