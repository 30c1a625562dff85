using Coxswain.Customers.Import.Activities;
using Coxswain.Customers.Import.Masters;
using Coxswain.Customers.Import.Pages;
using Coxswain.Customers.Import.Watching;
using Coxswain.Platform.Access;
using Coxswain.Platform.Http;
using Coxswain.Platform.Importing;
using Coxswain.Platform.Jobs;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.Customers.Import;

/// <summary>What the import needs around it.</summary>
internal static class ImportServices
{
    /// <summary>Bytes of one upload. Files go to disk as they come, so this guards the disk and not the memory.</summary>
    public const long LargestUpload = 1L << 30;

    public static void MapImport(Routes pages)
    {
        var imports = pages.Requires(Permission.Import);
        imports.Show<ImportsPage>("/import", ShowImports.Do);
        imports.Act("/import", DropFiles.Do, (DropFiles.Dropped made) => $"/import/{made.Id}").Redraws<ImportsPage>(ShowImports.Do).With(e => e.WithMetadata(new RequestSizeLimitAttribute(LargestUpload)));
        imports.Show<ImportPage>("/import/{id:guid}", ShowImport.Do);
        imports.Show<ImportPanel>("/import/{id:guid}/progress", ShowImport.Do);
        imports.Act("/import/{id:guid}/plan", SetPlan.Do, (SetPlan.Planned p) => $"/import/{p.Id}");
        imports.Act("/import/{id:guid}/continuations", GoOn.Do, (SetPlan.Planned p) => $"/import/{p.Id}");
        imports.Act("/import/{id:guid}/stops", StopImport.Do, (SetPlan.Planned p) => $"/import/{p.Id}");
        imports.Act("/import/{id:guid}/undos", UndoImport.Do, (SetPlan.Planned p) => $"/import/{p.Id}");
        var manages = pages.Requires(Permission.ManageProcess);
        manages.Show<MastersPage>("/settings/masters", ShowMasters.Do);
        manages.Act("/settings/masters", SetMaster.Do, (SetMaster.Done _) => "/settings/masters").Redraws<MastersPage>(ShowMasters.Again);
        pages.Requires(Permission.ManageSettings).Act("/settings/watched-folder", WatchFolder.Do, (WatchedView _) => "/settings/masters");
        manages.Act("/settings/masters/conflicts/{id:guid}/settlements", SettleConflict.Do, (SetMaster.Done _) => "/settings/masters");
        imports.Inner.MapGet("/import/{id:guid}/rows-to-correct.csv", RemarksFile.AnswerAsync).WithMetadata(new Requirement(Permission.Import));
    }

    public static void MapMastersApi(Routes api)
    {
        var manages = api.Requires(Permission.ManageProcess);
        manages.Show("/source-masters", ShowMasters.Read);
        manages.Act("/source-masters", SetMaster.Do);
        manages.Show("/watched-folder", ShowWatched.Do);
        api.Requires(Permission.ManageSettings).Act("/watched-folder", WatchFolder.Do);
    }

    public static void AddImport(this IServiceCollection services)
    {
        services.AddSingleton<IImportTarget, AccountImport>();
        services.AddSingleton<IImportTarget, ContactImport>();
        services.AddSingleton<IImportTarget, LeadImport>();
        services.AddSingleton<IImportTarget, InteractionImport>();
        services.AddSingleton<IImportTarget, TaskImport>();
        services.AddSingleton<IImportTarget, CaseImport>();
        services.AddSingleton<ImportTargets>();
        services.AddScoped<ImportRunner>();
        services.AddSingleton<Platform.Checkups.ICheckup, FileCheckup>();
        services.AddScoped<IJobHandler, TakeInJob>();
        services.AddScoped<IJobHandler, TakeBackJob>();
        services.AddScoped<IJobHandler, WatchJob>();
        foreach (var kind in (string[])[Kinds.Contact, Kinds.Lead]) services.AddSingleton<Platform.Erasing.IErase>(s => new WatchedErasing(kind, s.GetRequiredService<Platform.Files.DataFolder>()));
        services.AddSingleton<IClockwork, WatchClock>();
        services.Configure<FormOptions>(form => form.MultipartBodyLengthLimit = LargestUpload);
        Export.CustomersExported.AddExported(services);
    }
}
