using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.Events;

/// <summary>Brings events to the reactions that want them, after the save, one after the other.</summary>
public sealed class Courier(IServiceScopeFactory scopes, IEnumerable<IReaction> reactions, TimeProvider clock, JobSettings settings, ILogger<Courier> log)
{
    /// <summary>Delivers the next one that is due.</summary>
    /// <param name="tenantId">Only of this organisation; null for all.</param>
    /// <param name="ct">The process ends.</param>
    /// <returns>Whether there was one.</returns>
    public async Task<bool> DeliverNextAsync(int? tenantId, CancellationToken ct)
    {
        if (await InTable(table => table.ClaimAsync(tenantId, ct)) is not { } delivery) return false;
        var failure = await TryAsync(delivery, ct);
        await InTable(async table =>
        {
            if (failure is null) await table.DoneAsync(delivery, default);
            else if (delivery.Attempts < settings.MostTries) await table.PauseAsync(delivery, clock.GetUtcNow().UtcDateTime + JobSettings.Pause(delivery.Attempts), Causes.Of(failure), default);
            else await table.ParkAsync(delivery, Causes.Of(failure), default);
            return true;
        });
        return true;
    }

    /// <summary>After a start, as <see cref="JobRunner.BeginAsync"/>.</summary>
    internal Task BeginAsync(CancellationToken ct) => InTable(async table =>
    {
        await table.FreeAllAsync(ct);
        return true;
    });

    private async Task<Exception?> TryAsync(Delivery delivery, CancellationToken ct)
    {
        try
        {
            var reaction = reactions.FirstOrDefault(r => r.Name == delivery.Reaction) ?? throw new JobRefusedException(T("This version does not know how to do “{0}”.", delivery.Reaction));
            await using var scope = scopes.CreateAsyncScope();
            scope.ServiceProvider.GetRequiredService<CurrentViewer>().Become(Viewer.System(delivery.TenantId));
            var db = scope.ServiceProvider.GetRequiredService<AppDb>();
            if (await db.Rows<Event>().AsNoTracking().SingleOrDefaultAsync(e => e.Id == delivery.EventId, ct) is { } happened) await reaction.ReactAsync(db, happened, ct);
            return null;
        }
        catch (Exception failure) when (!ct.IsCancellationRequested)
        {
            log.LogError("{Reaction} failed on event {Event}, try {Try}: {Fault}", delivery.Reaction, delivery.EventId, delivery.Attempts, SafeFault.Of(failure));
            return failure;
        }
    }

    private async Task<T> InTable<T>(Func<DeliveryTable, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        return await work(new DeliveryTable(scope.ServiceProvider.GetRequiredService<AppDb>(), clock, settings));
    }
}
