using Coxswain.Customers.Capture;
using Coxswain.Customers.Contacts;
using Coxswain.Customers.Leads;
using Coxswain.Funnel;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Erasing;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.Demo.Writing;

/// <summary>Single things that people of the invented company did: the leader says what the quarter is to bring, a seller shows the team what is captured of theirs, and somebody who asked was erased.</summary>
internal static class ByHand
{
    // Aims are said in tens of thousands; minor units.
    private const long QuartersOfYear = 4, Round = 10_000_00;

    public static async Task DoAsync(IServiceProvider services, Viewer seller, Viewer leader, CancellationToken ct)
    {
        await services.AsAsync(leader, async (own, db) =>
        {
            var clock = own.GetRequiredService<TimeProvider>();
            var since = DateOnly.FromDateTime(clock.GetUtcNow().UtcDateTime).AddYears(-1);
            var won = await db.Deals().Where(d => d.End == StageEnd.Won && d.ClosedOn >= since && d.Currency == DemoCompany.Currency).SumAsync(d => d.Amount ?? 0, ct);
            await WonSoFar.AimAsync(db, Math.Max(1, won / QuartersOfYear / Round) * (Round / 100), clock, ct);
            await db.SaveChangesAsync(ct);
        });
        await services.AsAsync(seller, async (_, db) =>
        {
            db.Add(new IgnoredAddress { PersonId = db.Viewer.PersonId, Pattern = "@newsletters.example" });
            await db.SaveChangesAsync(ct);
            (await ChangeChoice.Do(new() { Readers = Readers.Team }, db, ct)).Must("show the team what is captured");
        });
        await services.AsAsync(leader, async (own, db) =>
        {
            var asked = await db.Rows<Lead>().Where(l => l.Status == LeadStatus.Closed).OrderBy(l => l.CameOn).ThenBy(l => l.Id).Select(l => l.Id).FirstAsync(ct);
            (await EraseLead.Do(new() { Id = asked, Reason = ErasureReason.Asked }, db, own.GetRequiredService<Eraser>(), ct)).Must("erase a lead");
        });
    }
}
