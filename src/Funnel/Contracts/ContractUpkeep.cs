using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Jobs;
using Coxswain.Platform.Privacy;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Contracts;

/// <summary>Once a day takes contracts that renew themselves into the term that begins, so that their next last day for notice is found.</summary>
internal sealed class ContractUpkeep : IUpkeep
{
    private const int AtOnce = 200;

    public async Task TidyAsync(AppDb db, DateTime now, CancellationToken ct)
    {
        var today = Standing.Of(await db.TenantAsync(ct), now).Today;
        for (var last = AtOnce; last == AtOnce;)
        {
            var over = await db.Rows<Contract>().Where(c => c.EndsOn < today && c.RenewsMonths != null && c.NoticeGivenOn == null).OrderBy(c => c.EndsOn).Take(AtOnce).ToListAsync(ct);
            last = over.Count(c => c.GoOn(today));
            if (last > 0) await db.SaveChangesAsync(ct);
            db.ChangeTracker.Clear();
        }
    }
}

/// <summary>Contracts that run go to the heir; ended ones stay with whose they were.</summary>
internal sealed class ContractTakeOver(TimeProvider clock) : ITakeOver
{
    public async Task TakeOverAsync(AppDb db, Guid leaverId, Guid heirId, CancellationToken ct)
    {
        var today = (await Standing.ReadAsync(db, clock, ct)).Day;
        foreach (var running in await db.Rows<Contract>().Where(c => c.OwnerId == leaverId && (c.EndsOn == null || c.EndsOn >= today || c.RenewsMonths != null && c.NoticeGivenOn == null)).ToListAsync(ct)) running.OwnerId = heirId;
        await db.SaveChangesAsync(ct);
    }
}

/// <summary>The contracts somebody who works here looks after.</summary>
internal sealed class ContractData : IPersonData
{
    public string Kind => "person";

    public IReadOnlyList<PersonRows> Rows { get; } = [PersonRows.Simply(() => T("Contracts they look after"), (db, id) => db.Rows<Contract>().Where(c => c.OwnerId == id))];

    public IReadOnlyDictionary<Type, string> Kept { get; } = new Dictionary<Type, string> { [typeof(ContractRenewal)] = "Which deal renews which contract, not who sells it." };
}
