using Coxswain.Platform.Importing;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.Customers.Import;

/// <summary>What the import needs around it.</summary>
internal static class ImportServices
{
    public static void AddImport(this IServiceCollection services)
    {
        services.AddSingleton<IImportTarget, AccountImport>();
        services.AddSingleton<IImportTarget, ContactImport>();
        services.AddScoped<ImportRunner>();
    }
}
