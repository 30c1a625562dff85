using Coxswain.Insight.Briefing;
using Coxswain.Insight.Metrics;
using Coxswain.Insight.Reports;
using Coxswain.Platform;
using Coxswain.Platform.Access;
using Coxswain.Platform.Http;
using Coxswain.Platform.Looks;
using Microsoft.Extensions.DependencyInjection;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Insight;

public sealed class InsightModule : IModule
{
    /// <summary>Figures about a person: seen by that person and their line, changed by nobody.</summary>
    public const string Figures = "figures";

    /// <summary>What the access log calls a report of a metric by person.</summary>
    internal static string LookAt(Metric metric) => $"report.{metric.Id}";

    public void Add(IServiceCollection services)
    {
        services.AddSingleton<BriefMemory>();
        services.AddSingleton(new LookName("brief", () => T("The brief: how people compare")));
        foreach (var metric in MetricRegistry.All) services.AddSingleton(new LookName(LookAt(metric), () => metric.Name));
    }

    public IReadOnlyList<OwnedKind> OwnedKinds => [new(Figures, Permission.Enter, Permission.Enter, Scope.Line)];

    public IReadOnlyList<NavigationPlace> Places =>
    [
        new(20, () => T("Team"), "/team", "users", Permission.SeeTeamFigures) { Key = 'm', OnPhone = true },
    ];

    public void Map(Routes pages)
    {
        var figures = pages.Requires(Permission.SeeFunnel);
        figures.Show<TeamPage>("/team", ShowTeam.Do);
        figures.Show<TeamPanel>("/team/now", ShowTeam.Do);
        pages.Requires(Permission.ManageProcess).Act("/team/target", SetTarget.Do, (SetTarget.Aimed _) => "/team#won").Redraws<TeamPage>(ShowTeam.Do);
        figures.Show<DefinitionsPage>("/metrics", ListMetrics.Do);
    }

    public void MapApi(Routes api)
    {
        var figures = api.Requires(Permission.SeeFunnel);
        figures.Show("/metrics", ListMetrics.Do);
        figures.Show("/metrics/{id}", ReadReport.Do);
        figures.Show("/brief", ReadBrief.Do);
        api.Requires(Permission.ManageProcess).Act("/target", SetTarget.Do);
    }
}
