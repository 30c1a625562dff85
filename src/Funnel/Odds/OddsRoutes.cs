using Coxswain.Platform.Access;
using Coxswain.Platform.Http;
using Coxswain.Platform.Jobs;
using Microsoft.Extensions.DependencyInjection;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Odds;

/// <summary>What the chance from one's own plans brings to the module: services, a place and addresses.</summary>
internal static class OddsRoutes
{
    public const string Page = "/opportunities/chance";

    public static NavigationPlace Place => new(95, () => T("What tells wins from losses"), Page, "scale", Permission.SeeFunnel) { In = PlaceIn.Menu, Kind = Kinds.Opportunity };

    public static IServiceCollection AddOdds(this IServiceCollection services) => services.AddScoped<IJobHandler, FitPlanModel>().AddSingleton<IClockwork, FitClock>();

    public static void Map(Routes sees) => sees.Show<ChancePage>(Page, ShowChance.Do);

    public static void MapApi(Routes sees) => sees.Show(Page, ShowChance.Do);
}
