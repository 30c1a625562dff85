using Coxswain.Platform.Erasing;
using Coxswain.Platform.Outside;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.Customers.Consent;

/// <summary>What consent and suppression give to others.</summary>
internal static class ConsentServices
{
    public static void AddConsent(this IServiceCollection services) => services.AddSingleton<IConsentBook, ConsentBook>().AddSingleton<IErase, ConsentErasing>().AddSingleton<Platform.Jobs.IUpkeep, LostConsents>();
}
