using System.Text.Json;
using Coxswain.Funnel.Plans;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Jobs;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Odds;

/// <summary>Works out once a day what plans of ended deals tell of winning. Begun again it writes the same row.</summary>
internal sealed class FitPlanModel(AppDb db, IServiceScopeFactory scopes, TimeProvider clock) : IJobHandler
{
    public const string JobKind = "plans.fit";

    public string Kind => JobKind;

    public string Label => T("What plans tell of winning");

    public string? HrefOf(Job job) => OddsRoutes.Page;

    public async Task RunAsync(JobAtWork job, CancellationToken ct)
    {
        await using var system = scopes.AsSystem(db.Viewer.TenantId);
        var all = system.ServiceProvider.GetRequiredService<AppDb>();
        await FitAsync(all, (await Standing.ReadAsync(all, clock, ct)).Day, ct);
    }

    /// <param name="db">The database, as the system.</param>
    /// <param name="day">As of when.</param>
    /// <param name="ct">Cancels.</param>
    internal static async Task FitAsync(AppDb db, DateOnly day, CancellationToken ct)
    {
        var sample = await PlanSample.ReadAsync(db, day, ct);
        var won = sample.Deals.Count(d => d.IsWon);
        var fitted = PlanFit.IsEnough(sample.Deals.Count, won) ? JsonSerializer.Serialize(new PlanModel.Content(PlanFit.Of(sample.Deals), PlanCheck.Of(sample.Deals))) : null;
        var last = await db.PlanModels.Where(m => m.Day <= day).OrderByDescending(m => m.Day).FirstOrDefaultAsync(ct);
        if (last is not null && (last.Ended, last.Deals, last.Won, last.Fitted) == (sample.Ended, sample.Deals.Count, won, fitted)) return;
        if (last?.Day == day) (last.Ended, last.Deals, last.Won, last.Fitted) = (sample.Ended, sample.Deals.Count, won, fitted);
        else db.Add(new PlanModel { Day = day, Ended = sample.Ended, Deals = sample.Deals.Count, Won = won, Fitted = fitted });
        await db.SaveChangesAsync(ct);
    }
}

/// <summary>Asks for it once a day, where there is a plan.</summary>
internal sealed class FitClock : IClockwork
{
    public async Task AskAsync(AppDb db, DateTime now, CancellationToken ct)
    {
        var key = JobKey.Of($"{FitPlanModel.JobKind} {DateOnly.FromDateTime(now):O}");
        if (await db.Rows<Job>().AnyAsync(j => j.Id == key, ct) || !await db.PlanJudgements.AnyAsync(j => j.Field == PlanField.Begun, ct)) return;
        db.Add(new Job { Id = key, Kind = FitPlanModel.JobKind, AskedById = Guid.Empty, AskedAt = now, NextTryAt = now });
        await db.SaveChangesAsync(ct);
    }
}
