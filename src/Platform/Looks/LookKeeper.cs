using Coxswain.Platform.Data;
using Coxswain.Platform.Jobs;
using Microsoft.Extensions.Hosting;
namespace Coxswain.Platform.Looks;

/// <summary>Has the access log written every few seconds, and once more when the application ends.</summary>
internal sealed class LookKeeper(LookLog looks, TimeProvider clock) : BackgroundService
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(5);

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Every, clock);
        while (await timer.WaitForNextTickAsync(stoppingToken)) await looks.FlushAsync(stoppingToken);
    }

    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        await base.StopAsync(cancellationToken);
        await looks.FlushAsync(cancellationToken);
    }
}

/// <summary>The access log is kept for twelve months.</summary>
internal sealed class LookUpkeep : IUpkeep
{
    public async Task TidyAsync(AppDb db, DateTime now, CancellationToken ct)
    {
        var first = DateOnly.FromDateTime(now).AddMonths(-Look.Months);
        await db.ClearAsync(db.Rows<Look>().Where(l => l.Day < first), ct);
    }
}
