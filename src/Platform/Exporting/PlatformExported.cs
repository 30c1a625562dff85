using Coxswain.Platform.CustomFields;
using Coxswain.Platform.CustomObjects;
using Coxswain.Platform.Jobs;
using Coxswain.Platform.Lists;
using Coxswain.Platform.Money;
using Microsoft.Extensions.DependencyInjection;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.Exporting;

/// <summary>What the platform itself takes along, and what makes the export.</summary>
internal static class PlatformExported
{
    public static void Add(IServiceCollection services)
    {
        services.AddScoped<WholeExport>();
        services.AddScoped<IJobHandler, MakeWholeExport>();
        services.AddSingleton<IUpkeep, OldWholeExports>();
        services.AddSingleton<IExported>(new Exported<CustomObject>("custom-object", "own-objects", 5, () => T("Own objects")));
        // An index is made where it is asked for, and not by a file that says there is one.
        services.AddSingleton<IExported>(new Exported<CustomField>("custom-field", "own-fields", 6, () => T("Own fields")) { Stays = [nameof(CustomField.IsIndexed)] });
        services.AddSingleton<IExported>(new Exported<ExchangeRate>("exchange-rate", "exchange-rates", 7, () => T("Exchange rates")));
        // A list that somebody keeps for themselves is theirs.
        services.AddSingleton<IExported>(new Exported<SavedView>("saved-view", "lists", 95, () => T("Lists")) { Rows = db => db.Rows<SavedView>().Where(v => v.Audience != Audience.Private) });
    }
}
