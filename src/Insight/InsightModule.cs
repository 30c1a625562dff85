using Coxswain.Insight.Briefing;
using Coxswain.Insight.Reports;
using Coxswain.Platform;
using Coxswain.Platform.Access;
using Coxswain.Platform.Http;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Insight;

public sealed class InsightModule : IModule
{
    /// <summary>Figures about a person: seen by that person and their line, changed by nobody.</summary>
    public const string Figures = "figures";

    public IReadOnlyList<OwnedKind> OwnedKinds => [new(Figures, Permission.Enter, Permission.Enter, Scope.Line)];

    public IReadOnlyList<NavigationPlace> Places =>
    [
        new(20, () => T("Team"), "/team", "users", Permission.SeeTeamFigures) { Key = 'm', OnPhone = true },
    ];

    public void Map(Routes pages)
    {
        var figures = pages.Requires(Permission.SeeFunnel);
        figures.Show<TeamPage>("/team", ReadBrief.Do);
        figures.Show<DefinitionsPage>("/metrics", ListMetrics.Do);
    }

    public void MapApi(Routes api)
    {
        var figures = api.Requires(Permission.SeeFunnel);
        figures.Show("/metrics", ListMetrics.Do);
        figures.Show("/metrics/{id}", ReadReport.Do);
        figures.Show("/brief", ReadBrief.Do);
    }
}
