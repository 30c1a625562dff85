using Coxswain.Platform.Jobs;
using Coxswain.Platform.Looks;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.Platform.Privacy;

/// <summary>What the register, the time limits and the requests of people need around them.</summary>
internal static class PrivacyServices
{
    public static void AddPrivacy(this IServiceCollection services)
    {
        services.AddSingleton<IProcessing, PlatformProcessing>().AddSingleton(PlatformWays.Mail).AddSingleton(PlatformWays.Webhooks);
        services.AddSingleton<IRetain, LookRetention>();
        services.AddSingleton<IUpkeep, RetentionUpkeep>().AddSingleton<IUpkeep, OldPersonExports>();
        services.AddScoped<IJobHandler, MakePersonExport>();
        foreach (var kind in (string[])["contact", "lead", "person"]) services.AddSingleton<IPersonData>(new PlatformPersonData(kind));
    }
}
