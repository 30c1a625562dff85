using Coxswain.Platform.Exporting;
using Coxswain.Platform.Http;
using Coxswain.Platform.Privacy;
using Microsoft.Extensions.DependencyInjection;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Strategy;

/// <summary>What the team of a deal brings to the module: services and addresses.</summary>
internal static class StrategyRoutes
{
    public static IServiceCollection AddStrategy(this IServiceCollection services) => services.AddSingleton<IPersonData, StrategyData>()
        .AddSingleton<IExported>(new Exported<StrategyRead>(Kinds.StrategyRead, "strategies-read", 83, () => T("Who has read what is to be won")))
        .AddSingleton<IExported>(new Exported<DealFormation>(Kinds.DealFormation, "formations", 84, () => T("How teams go into deals")));

    public static void Map(Routes sees, Routes edits)
    {
        sees.Show<TeamOfDealPage>("/opportunities/{id:guid}/team", ShowTeam.Do);
        sees.Act("/opportunities/{id:guid}/strategy-reads", ReadStrategy.Do, (DealTeamView team) => team.Url).Redraws<TeamOfDealPage>(ShowTeam.Do);
        sees.Act("/strategy-reads/{id:guid}/removals", UnreadStrategy.Do, (DealTeamView team) => team.Url);
        edits.Act("/opportunities/{id:guid}/formation", SayFormation.Do, (DealTeamView team) => team.Url + "#formation").Redraws<TeamOfDealPage>(ShowTeam.AgainFormation);
    }

    public static void MapApi(Routes sees, Routes edits)
    {
        sees.Show("/opportunities/{id:guid}/team", ShowTeam.Do);
        sees.Act("/opportunities/{id:guid}/strategy-reads", ReadStrategy.Do, status: 201);
        sees.Delete("/strategy-reads/{id:guid}", UnreadStrategy.Do);
        edits.Patch("/opportunities/{id:guid}/formation", SayFormation.Do);
    }
}

/// <summary>What somebody who works here has read.</summary>
internal sealed class StrategyData : IPersonData
{
    public string Kind => "person";

    public IReadOnlyList<PersonRows> Rows { get; } = [PersonRows.Simply(() => T("Who has read what is to be won"), (db, id) => db.StrategyReads.Where(r => r.PersonId == id))];
}
