using Coxswain.Funnel.Calls.Changes;
using Coxswain.Platform.Access;
using Coxswain.Platform.Http;
using Coxswain.Platform.Looks;
using Microsoft.Extensions.DependencyInjection;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Calls;

/// <summary>What calls on the number bring to the module: whose they are, their place and their addresses.</summary>
internal static class CallRoutes
{
    /// <summary>A number is seen by whom it is of and their line, and called by them.</summary>
    public static OwnedKind Owned { get; } = new(Kinds.ForecastCall, Permission.SeeFunnel, Permission.EditFunnel, Scope.Line);

    public static NavigationPlace Place { get; } = new(50, () => T("Forecast"), "/forecast", "trending-up", Permission.EditFunnel) { Key = 'f', OnPhone = true };

    public static IServiceCollection AddCalls(this IServiceCollection services) => services.AddSingleton(new LookName(ShowForecast.Look, () => T("The forecast: what stands, what was called and the target")));

    public static void Map(Routes sees, Routes edits)
    {
        sees.Show<ForecastPage>("/forecast", ShowForecast.Do);
        sees.Show<ForecastPage>("/forecast/{id:guid}", ShowForecast.Do);
        sees.Show<ChangesPage>("/forecast/{id:guid}/changes", ShowChanges.Do);
        edits.Act("/forecast/{id:guid}/calls", GiveCall.Do, (GiveCall.Given given) => given.Url).Redraws<ForecastPage>(ShowForecast.Do);
        edits.Act("/forecast/{id:guid}/targets", SetSalesTarget.Do, (SetSalesTarget.Aimed aimed) => aimed.Url).Redraws<ForecastPage>(ShowForecast.Do);
    }

    public static void MapApi(Routes sees, Routes edits)
    {
        sees.Show("/forecast", ShowForecast.Read);
        sees.Show("/forecast/{id:guid}", ShowForecast.Read);
        sees.Show("/forecast/{id:guid}/changes", ShowChanges.Do);
        edits.Act("/forecast/{id:guid}/calls", GiveCall.Do, status: 201);
        edits.Act("/forecast/{id:guid}/targets", SetSalesTarget.Do, status: 201);
    }
}
