using Coxswain.Platform.Http;
using Coxswain.Platform.Jobs;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.Customers.Duplicates;

/// <summary>What finds duplicates in the night and follows what was merged.</summary>
internal static class DuplicateServices
{
    public static void Add(IServiceCollection services)
    {
        services.AddScoped<IJobHandler, FindDuplicates>().AddSingleton<IClockwork, DuplicateClock>().AddSingleton<IUpkeep, Straggling>().AddSingleton<IForward, MergedForward>();
    }
}
