using Coxswain.Platform.Importing;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.Funnel.Import;

/// <summary>What of the funnel can be taken in from files.</summary>
internal static class FunnelImport
{
    public static IServiceCollection AddFunnelImport(this IServiceCollection services) =>
        services.AddSingleton<IImportTarget, ProductImport>().AddSingleton<IImportTarget, PriceListImport>().AddSingleton<IImportTarget, ListedPriceImport>().AddSingleton<IImportTarget, StageImport>().AddSingleton<IImportTarget, OpportunityImport>().AddSingleton<IImportTarget, LineImport>().AddSingleton<IImportTarget, ContractImport>();
}
