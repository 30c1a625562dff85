using System.Text.Encodings.Web;
using System.Text.Unicode;
using Coxswain.Platform.Access;
using Coxswain.Platform.Api;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Jobs;
using Coxswain.Platform.Webhooks;
using System.Text.Json.Serialization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Mvc.ApiExplorer;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using Microsoft.AspNetCore.OpenApi;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
namespace Coxswain.Platform;

/// <summary>Registers Platform for a host, a command or a test.</summary>
public static class PlatformServices
{
    /// <param name="services">The host's services.</param>
    /// <param name="database">Where the rows live.</param>
    /// <param name="modules">All modules of the product, in the order of their references.</param>
    public static IServiceCollection AddPlatform(this IServiceCollection services, Database database, IReadOnlyList<IModule> modules)
    {
        foreach (var assembly in modules.Select(m => m.GetType().Assembly).Prepend(typeof(PlatformServices).Assembly)) Text.Texts.Load(assembly);
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<Http.ThisMachine>();
        services.AddScoped<Sending.ActTime>();
        services.AddSingleton<Jobs.IUpkeep, Sending.OldTakenActs>();
        services.AddSingleton(database);
        services.AddSingleton(modules);
        services.AddSingleton<WriteGate>();
        services.TryAddSingleton(Files.DataFolder.Beside(database));
        services.TryAddSingleton(s => Files.Disk.Under(s.GetRequiredService<Files.DataFolder>().Path));
        services.AddScoped<CurrentViewer>();
        services.AddScoped<Seal>();
        services.AddSingleton<Looks.LookLog>();
        services.AddHostedService<Looks.LookKeeper>();
        Privacy.PrivacyServices.AddPrivacy(services);
        services.AddSingleton<IFollower, Search.SearchFollower>();
        services.AddScoped(s => new AppDb.Surroundings(database, s.GetRequiredService<CurrentViewer>(), modules, [.. s.GetServices<IFollower>()],
            s.GetRequiredService<WriteGate>(), s.GetRequiredService<Seal>(), s.GetRequiredService<Looks.LookLog>(), s.GetRequiredService<TimeProvider>(), s.GetRequiredService<Outbox>(), s.GetRequiredService<Bell>(), s.GetRequiredService<Kept>(), [.. s.GetServices<CustomFields.ILinkKind>()]));
        services.AddJobs();
        services.AddWebhooks();
        services.AddScoped<IJobHandler, CustomFields.ComputeFields>();
        services.AddScoped<Upgrade>();
        services.AddSingleton<Copies.CopyList>();
        services.AddScoped<Copies.Backup>();
        services.AddScoped<IJobHandler, Copies.MakeCopy>();
        services.AddScoped<Copies.Restore>();
        Exporting.PlatformExported.Add(services);
        services.AddSingleton<Erasing.Eraser>();
        services.AddSingleton<Outside.SecretKeeper>().AddSingleton<Outside.PrivateKeeper>().AddSingleton<Outside.LawfulBases>().AddSingleton<Outside.PostOffice>();
        services.AddScoped<Checkups.Doctor>();
        services.AddSingleton<Checkups.ICheckup, Checkups.JobCheckup>().AddSingleton<Checkups.ICheckup, Checkups.SearchCheckup>().AddSingleton<Checkups.ICheckup, Checkups.ClockCheckup>();
        services.AddDbContext<AppDb>(options => database.Configure(options), optionsLifetime: ServiceLifetime.Singleton);
        services.AddDataProtection().SetApplicationName("Coxswain").PersistKeysToDbContext<AppDb>();
        // Names in any script go out as they are: smaller and readable; what HTML needs escaped stays escaped.
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All));
        services.AddHttpContextAccessor();
        services.TryAddSingleton(Http.Assets.Plain);
        services.AddScoped<Http.FrameSource>();
        services.AddSingleton<Eras>();
        services.AddSingleton<IFollower>(s => s.GetRequiredService<Eras>());
        services.AddSingleton<Http.Leaving>();
        services.AddSingleton<Kept>();
        services.AddScoped<Http.Rail>();
        foreach (var module in modules) module.Add(services);
        return services;
    }

    /// <summary>The description of the JSON API, at <see cref="ApiAddress.Description"/>.</summary>
    public static IServiceCollection AddApiDescription(this IServiceCollection services)
    {
        services.AddSingleton<IModelMetadataProvider, PlainMetadata>();
        services.AddSingleton<IApiDescriptionProvider, ApiDescriptions>();
        services.AddSingleton<IApiDescriptionGroupCollectionProvider, OwnApiGroups>();
        services.AddSingleton<ApiBook>();
        services.AddSingleton<ApiDispatch>();
        services.AddSingleton<ApiPace>();
        services.ConfigureHttpJsonOptions(json =>
        {
            json.SerializerOptions.Converters.Add(new JsonStringEnumConverter());
            // The framework's own reads numbers out of texts as well; the API takes and gives numbers.
            json.SerializerOptions.NumberHandling = JsonNumberHandling.Strict;
        });
        // Many acts call what they take Input: the act is part of its name, or one would stand for all.
        return services.AddOpenApi(ApiBook.Name, o => o.CreateSchemaReferenceId = t => OpenApiOptions.CreateDefaultSchemaReferenceId(t) is { } id ? $"{t.Type.DeclaringType?.Name}{id}" : null);
    }
}
