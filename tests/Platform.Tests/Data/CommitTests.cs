using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Lists;
using Coxswain.Testing;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Platform.Tests.Data;

/// <summary>What is kept in memory about rows is forgotten once others can read what was saved, and not before.</summary>
public sealed class CommitTests
{
    [Theory, OnBoth]
    public async Task A_page_that_is_read_while_a_save_is_under_way_does_not_keep_the_old_rail(Engine engine)
    {
        var ana = await (await (await Host.On(engine)).TenantAsync()).PersonAsync(Role.Seller, "Ana Okafor");
        Assert.DoesNotContain("Mine in Oslo", await ana.PlainBrowser.PageAsync("/metrics"));
        await ana.InDb(async db =>
        {
            await db.InOneTransactionAsync(async () =>
            {
                db.Add(new SavedView { Kind = "account", Name = "Mine in Oslo", OwnerId = ana.Id, Audience = Audience.Private, Path = "/accounts", Query = "?city=Oslo", Position = 1 });
                await db.SaveChangesAsync();
                // Saved and not committed: another connection still reads, and keeps, what was there before.
                Assert.DoesNotContain("Mine in Oslo", await ana.PlainBrowser.PageAsync("/metrics"));
            }, default);
            return true;
        });
        Assert.Contains("Mine in Oslo", await ana.PlainBrowser.PageAsync("/metrics"));
    }
}
