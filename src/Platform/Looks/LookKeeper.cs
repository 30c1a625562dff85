using Coxswain.Platform.Data;
using Coxswain.Platform.Jobs;
using Coxswain.Platform.Privacy;
using Microsoft.Extensions.Hosting;
using static Coxswain.Platform.Text.Texts;
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

/// <summary>How long who looked at whom is kept.</summary>
internal sealed class LookRetention : IRetain
{
    public string What => Look.Retained;
    public string Label => T("Who looked at figures about whom");
    public string Then => T("Then it is cleared.");
    public RetentionUnit Unit => RetentionUnit.Months;
    public int Default => Look.Months;
    public int Least => 1;
    public int Most => 36;

    public async Task<int> ApplyAsync(AppDb db, DateTime before, DateTime now, CancellationToken ct)
    {
        var first = DateOnly.FromDateTime(before);
        return await db.ClearAsync(db.Rows<Look>().Where(l => l.Day < first), ct);
    }
}
