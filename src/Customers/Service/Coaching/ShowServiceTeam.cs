using Coxswain.Customers.Activities;
using Coxswain.Customers.Service.Guard;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
namespace Coxswain.Customers.Service.Coaching;

/// <summary>What who leads support looks at: whether satisfaction holds, and whether help is the same whoever gives it.</summary>
internal static class ShowServiceTeam
{
    public static async Task<Outcome<ServiceTeamView>> Do(AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var today = await ListTasks.TodayAsync(db, clock, ct);
        var guard = await GuardReading.ReadAsync(db, await GuardReading.RatedAsync(db, today, ct), today, (await ServiceTerms.OnAsync(db, today, ct)).MostDrop / 100.0, ct);
        return new ServiceTeamView(guard, await ShowConsistency.ReadAsync(db, today, ct), today);
    }
}

/// <summary>Satisfaction and consistency, on one page.</summary>
public sealed record ServiceTeamView(GuardView Guard, ConsistencyView Consistency, DateOnly Today);
