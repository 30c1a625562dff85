using Coxswain.Platform.Access;
using Coxswain.Platform.Http;
using Coxswain.Platform.Looks;
using Microsoft.Extensions.DependencyInjection;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Efforts;

/// <summary>Where effort goes and what comes back: places and addresses. It keeps nothing of its own.</summary>
internal static class EffortRoutes
{
    public static OwnedKind Owned => new(Kinds.EffortFigures, Permission.Enter, Permission.Enter, Scope.Line);

    public static NavigationPlace Place => new(95, () => T("Where effort goes"), "/effort", "gauge", Permission.SeeFunnel) { In = PlaceIn.Menu };

    public static IServiceCollection AddEfforts(this IServiceCollection services) => services.AddSingleton<IPanel, AccountEffort>()
        .AddSingleton(new LookName(ShowAllocation.Look, () => T("Where effort goes: what you put into which deal")));

    public static void Map(Routes sees)
    {
        sees.Show<EffortPage>("/accounts/{id:guid}/effort", ShowEffort.Do);
        sees.Show<AllocationPage>("/effort", ShowAllocation.Do);
    }

    public static void MapApi(Routes sees)
    {
        sees.Show("/accounts/{id:guid}/effort", ShowEffort.Do);
        sees.Show("/effort", ShowAllocation.Do);
    }
}
