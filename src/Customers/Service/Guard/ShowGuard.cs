using Coxswain.Customers.Activities;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
namespace Coxswain.Customers.Service.Guard;

/// <summary>Satisfaction beside the growth of tips, as data.</summary>
internal static class ShowGuard
{
    public static async Task<Outcome<GuardView>> Do(AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var today = await ListTasks.TodayAsync(db, clock, ct);
        return await GuardReading.ReadAsync(db, await GuardReading.RatedAsync(db, today, ct), today, (await ServiceTerms.OnAsync(db, today, ct)).MostDrop / 100.0, ct);
    }
}
