using Coxswain.Platform.Events;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
namespace Coxswain.Platform.Jobs;

/// <summary>What jobs and the outbox need around them.</summary>
public static class JobServices
{
    /// <summary>Takes due work up for as long as the host runs; a command has no host and leaves its work to the next that serves.</summary>
    public static IServiceCollection AddJobService(this IServiceCollection services) => services.AddHostedService<JobService>().AddHostedService<Webhooks.WebhookService>();

    internal static void AddJobs(this IServiceCollection services)
    {
        services.TryAddSingleton(new JobSettings());
        services.AddSingleton<Bell>();
        services.AddSingleton<Outbox>();
        services.AddSingleton<JobRunner>();
        services.AddSingleton<JobStops>();
        services.AddSingleton<Courier>();
        services.AddSingleton<IClockwork, DailyUpkeep>();
        services.AddSingleton<MinuteClock>();
        services.AddScoped<IJobHandler, Upkeep>();
        services.AddSingleton<IUpkeep, Data.Purge>();
        services.AddSingleton<IUpkeep, Data.PlannerUpkeep>();
        services.AddSingleton<IUpkeep, OldJobs>();
    }
}
