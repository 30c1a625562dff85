using Coxswain.Customers.Activities;
using Coxswain.Platform.Exporting;
using Coxswain.Platform.Http;
using Microsoft.Extensions.DependencyInjection;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Plans.Looks;

/// <summary>What looking through plans brings to the module: services and addresses.</summary>
internal static class LookRoutes
{
    public static IServiceCollection AddLooks(this IServiceCollection services) => services.AddSingleton<IExported>(new Exported<PlanLook>(Kinds.PlanLook, "looks-through-plans", 83, () => T("Looks through plans of deals")));

    public static void Map(Routes sees, Routes edits)
    {
        sees.Show<LookPage>("/opportunities/{id:guid}/plan/review", ShowLook.Do);
        edits.Act("/opportunities/{id:guid}/plan/looks", LookThrough.OnPage, (WentBack done) => done.Url).Redraws<LookPage>(ShowLook.Do);
        edits.Act("/opportunities/{id:guid}/plan/looks/{look:guid}/removals", TakeOffLook.Do, (WentBack done) => done.Url);
        edits.Act("/opportunities/{id:guid}/plan/looks/{look:guid}/restorations", TakeOffLook.Restore, (WentBack done) => done.Url);
    }

    public static void MapApi(Routes edits)
    {
        edits.Act("/opportunities/{id:guid}/plan/looks", LookThrough.Do, status: 201);
        edits.Delete("/opportunities/{id:guid}/plan/looks/{look:guid}", TakeOffLook.Do);
        edits.Act("/opportunities/{id:guid}/plan/looks/{look:guid}/restorations", TakeOffLook.Restore);
    }
}
