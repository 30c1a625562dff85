using System.Buffers.Binary;
using System.Linq.Expressions;
using Coxswain.Platform.Copies;
using Coxswain.Platform.Data;
using Coxswain.Platform.Search;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Platform.Tests.Search;

public sealed class TextIndexTests
{
    private const long Step = 1_000_000_000_000_000;

    [Fact]
    public async Task Thousands_of_records_taken_back_leave_the_text_index_whole()
    {
        var (host, tenant) = await FilledAsync();
        // The last record of a word that fills many pages goes, then one in the middle of the word before it.
        await TakeWordsAsync(tenant, d => d.Words == "zulu");
        await TakeWordsAsync(tenant, d => d.Words == "yankee" && d.Number > 1_550 * Step && d.Number < 1_600 * Step);
        Assert.Empty(await SqliteFile.FaultsAsync(host.Database.File!, default));
        await host.App.DisposeAsync();
    }

    [Fact]
    public async Task A_text_index_that_lost_a_word_is_made_anew_out_of_the_rows()
    {
        var (host, tenant) = await FilledAsync();
        await tenant.InDb(db => db.Database.ExecuteSqlRawAsync("DELETE FROM search_index_data WHERE id = (SELECT max(id) FROM search_index_data)"));
        Assert.NotEmpty(await SqliteFile.FaultsAsync(host.Database.File!, default));
        Assert.NotNull(await SqliteFile.MendTextIndexAsync(host.Database.File!, default));
        Assert.Empty(await SqliteFile.FaultsAsync(host.Database.File!, default));
        Assert.Equal(3_000, await tenant.InDb(db => db.Database.SqlQueryRaw<int>("SELECT count(*) AS Value FROM search_index WHERE search_index MATCH 'zulu'").SingleAsync()));
        Assert.Null(await SqliteFile.MendTextIndexAsync(host.Database.File!, default));
        await host.App.DisposeAsync();
    }

    private static async Task<(Host, TestTenant)> FilledAsync()
    {
        var host = await Host.StartAsync(TestDatabases.MadeAsync(Engine.Sqlite, "words"));
        var tenant = await host.TenantAsync();
        await tenant.InDb(async (db, _) => await db.InsertManyAsync([.. Enumerable.Range(0, 3_100).Select(i => Of(i, i % 31 == 0 ? "yankee" : "zulu"))], default));
        // In one piece, as after a while: what a word is found in then fills several of its pages.
        await tenant.InDb(db => db.Database.ExecuteSqlRawAsync(SqliteTextIndex.Merge));
        return (host, tenant);
    }

    // Keys whose number for the text index grows with them, so that records changed together are changed in one piece of it.
    private static Entity Of(int i, string word)
    {
        var key = new byte[16];
        BinaryPrimitives.WriteInt64BigEndian(key, i);
        BinaryPrimitives.WriteInt64BigEndian(key.AsSpan(8), i * Step);
        return new SearchDocument { Id = new Guid(key, bigEndian: true), Kind = "account", OwnerId = default, Title = "", Hint = "", Url = "", Tokens = "t1", Words = word };
    }

    private static Task TakeWordsAsync(TestTenant tenant, Expression<Func<SearchDocument, bool>> of) =>
        tenant.InDb(db => db.Rows<SearchDocument>().Where(of).ExecuteUpdateAsync(s => s.SetProperty(d => d.Words, "")));
}
