using Coxswain.Platform.Access;
using Coxswain.Platform.Erasing;
using Coxswain.Platform.Exporting;
using Coxswain.Platform.Http;
using Coxswain.Platform.Privacy;
using Microsoft.Extensions.DependencyInjection;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Shared;

/// <summary>What plans shared with customers bring to the module: services and addresses.</summary>
internal static class SharedRoutes
{
    public static IServiceCollection AddShared(this IServiceCollection services) => services.AddSingleton<SharedDoor>().AddSingleton<IErase, SharedErasing>().AddSingleton<IPersonData, SharedData>().AddSingleton<IPersonData, LeadSharedData>()
        .AddSingleton<IExported>(new Exported<SharedPlan>(Kinds.SharedPlan, "shared-plans", 51, () => T("Plans shared with customers")))
        .AddSingleton<IExported>(new Exported<SharedStep>(Kinds.SharedStep, "steps-of-shared-plans", 52, () => T("Steps of shared plans")))
        .AddSingleton<IExported>(new Exported<SharedSaying>(Kinds.SharedSaying, "sayings-on-shared-plans", 54, () => T("What customers did on shared plans")));

    public static void Map(Routes pages, Routes sees, Routes edits, Routes settings)
    {
        sees.Show<SharedPage>("/opportunities/{id:guid}/shared", ShowShared.Do);
        edits.Act("/opportunities/{id:guid}/shared", SayShared.Do, (SharedView plan) => plan.Url).Redraws<SharedPage>(ShowShared.Do);
        edits.Act("/opportunities/{id:guid}/shared-steps", NoteSharedStep.OnPage, (SharedSaved done) => done.Url).Redraws<SharedPage>(ShowShared.Do);
        edits.Act("/shared-steps/{id:guid}", NoteSharedStep.ChangeOnPage, (SharedSaved done) => done.Url).Redraws<SharedPage>(ShowShared.Again);
        edits.Act("/shared-steps/{id:guid}/removals", RemoveSharedStep.Do, (SharedSaved done) => done.Url);
        edits.Act("/shared-steps/{id:guid}/restorations", RemoveSharedStep.Restore, (SharedSaved done) => done.Url);
        edits.Act<SharedLinkPage>("/opportunities/{id:guid}/shared-links", MakeSharedLink.Do).Redraws<SharedPage>(ShowShared.Do);
        edits.Act("/shared-links/{id:guid}/ends", EndSharedLink.Do, (SharedSaved done) => done.Url + "#link");
        edits.Act("/opportunities/{id:guid}/shared-readings", ReadShared.Do, (SharedRead read) => read.Url);
        settings.Show<SharingPage>("/settings/sharing", ShowSharing.Do);
        settings.Act("/settings/sharing", ChangeSharing.Do, (SharingView _) => "/settings/sharing").Redraws<SharingPage>(ShowSharing.Do);
        // A customer comes by a link that was passed on to them.
        pages.Show<BuyerPage>("/shared/{token}", ShowBuyerPlan.Do).ForAnyone();
        pages.Act("/shared/{token}/ticks", TickSteps.Do, (BuyerDone done) => done.Url).Redraws<BuyerPage>(ShowBuyerPlan.Again).ForAnyone();
        pages.Act("/shared/{token}/unticks", UntickStep.Do, (BuyerDone done) => done.Url).ForAnyone();
        pages.Act("/shared/{token}/words", SayOnStep.Do, (BuyerDone done) => done.Url).Redraws<BuyerPage>(ShowBuyerPlan.Again).ForAnyone();
    }

    public static void MapApi(Routes sees, Routes edits, Routes settings)
    {
        sees.Show("/opportunities/{id:guid}/shared", ShowShared.Do);
        edits.Patch("/opportunities/{id:guid}/shared", SayShared.Do);
        edits.Act("/opportunities/{id:guid}/shared-steps", NoteSharedStep.Do, status: 201);
        edits.Patch("/shared-steps/{id:guid}", NoteSharedStep.Change);
        edits.Delete("/shared-steps/{id:guid}", RemoveSharedStep.Do);
        edits.Act("/shared-steps/{id:guid}/restorations", RemoveSharedStep.Restore);
        edits.Act("/opportunities/{id:guid}/shared-links", MakeSharedLink.Do, status: 201);
        edits.Delete("/shared-links/{id:guid}", EndSharedLink.Do);
        edits.Act("/opportunities/{id:guid}/shared-readings", ReadShared.Do);
        settings.Show("/sharing-settings", ShowSharing.Do);
        settings.Act("/sharing-settings", ChangeSharing.Do);
    }
}
