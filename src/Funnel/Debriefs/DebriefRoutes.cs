using Coxswain.Platform.Erasing;
using Coxswain.Platform.Exporting;
using Coxswain.Platform.Http;
using Coxswain.Platform.Privacy;
using Microsoft.Extensions.DependencyInjection;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Debriefs;

/// <summary>What debriefs bring to the module: services and addresses.</summary>
internal static class DebriefRoutes
{
    public static IServiceCollection AddDebriefs(this IServiceCollection services) => services.AddSingleton<IErase, DebriefErasing>().AddSingleton<IPersonData, DebriefData>().AddSingleton<IPersonData, LeadDebriefData>()
        .AddSingleton<IExported>(new Exported<Debrief>(Kinds.Debrief, "debriefs", 87, () => T("Debriefs of meetings")))
        .AddSingleton<IExported>(new Exported<DebriefChange>(Kinds.DebriefChange, "changes-by-debriefs", 88, () => T("Changes that debriefs propose")));

    public static void Map(Routes sees, Routes edits)
    {
        sees.Show<DebriefPage>("/opportunities/{id:guid}/debriefs", ShowDebriefs.Do);
        edits.Act("/opportunities/{id:guid}/debriefs", TellDebrief.OnPage, (DebriefSaved done) => done.Url).Redraws<DebriefPage>(ShowDebriefs.Again);
        edits.Act("/debriefs/{id:guid}/removals", RemoveDebrief.Do, (DebriefSaved done) => done.Url);
        edits.Act("/debriefs/{id:guid}/restorations", RemoveDebrief.Restore, (DebriefSaved done) => done.Url);
        edits.Act("/debrief-changes/{id:guid}/acceptances", AnswerChange.TakeOnPage, (DebriefSaved done) => done.Url);
        edits.Act("/debrief-changes/{id:guid}/refusals", AnswerChange.LeaveOnPage, (DebriefSaved done) => done.Url);
        edits.Act("/debrief-changes/{id:guid}/restorations", AnswerChange.AskOnPage, (DebriefSaved done) => done.Url);
    }

    public static void MapApi(Routes sees, Routes edits)
    {
        sees.Show("/opportunities/{id:guid}/debriefs", ShowDebriefs.Read);
        edits.Act("/opportunities/{id:guid}/debriefs", TellDebrief.Do, status: 201);
        edits.Delete("/debriefs/{id:guid}", RemoveDebrief.Do);
        edits.Act("/debriefs/{id:guid}/restorations", RemoveDebrief.Restore);
        edits.Act("/debrief-changes/{id:guid}/acceptances", AnswerChange.Take);
        edits.Act("/debrief-changes/{id:guid}/refusals", AnswerChange.Leave);
        edits.Act("/debrief-changes/{id:guid}/restorations", AnswerChange.Ask);
    }
}
