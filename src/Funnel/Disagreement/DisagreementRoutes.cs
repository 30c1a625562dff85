using Coxswain.Platform.Access;
using Coxswain.Platform.Erasing;
using Coxswain.Platform.Exporting;
using Coxswain.Platform.Http;
using Coxswain.Platform.Privacy;
using Microsoft.Extensions.DependencyInjection;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Disagreement;

/// <summary>What disagreements bring to the module: services, a place and addresses. A worksheet goes out in no file.</summary>
internal static class DisagreementRoutes
{
    public static NavigationPlace Place => new(97, () => T("Disagreements"), "/disagreements", "messages-square", Permission.Enter) { In = PlaceIn.Menu };

    public static OwnedKind OwnedKind => new(Kinds.TurfCase, Permission.SeeAllFigures, Permission.SeeAllFigures);

    public static IServiceCollection AddDisagreements(this IServiceCollection services) => services.AddSingleton<IErase, WorksheetErasing>().AddSingleton<IPersonData, WorksheetData>().AddSingleton<ITakeOver, WorksheetTakeOver>()
        .AddSingleton<IErase, TurfErasing>().AddSingleton<IPersonData, TurfData>().AddSingleton<ITakeOver, TurfTakeOver>().AddSingleton<IExported>(new Exported<TurfCase>(Kinds.TurfCase, "between-departments", 35, () => T("Matters between departments")) { Rows = db => db.TurfCases });

    public static void Map(Routes enters, Routes leads)
    {
        enters.Show<DisagreementsPage>("/disagreements", ShowWorksheets.Do);
        enters.Show<NewWorksheetPage>("/disagreements/new", KeepWorksheet.Form);
        enters.Act("/disagreements", KeepWorksheet.Do, (WorksheetSaved kept) => kept.Url).Redraws<NewWorksheetPage>(KeepWorksheet.Form);
        enters.Show<WorksheetPage>("/disagreements/{id:guid}", ShowWorksheet.Do);
        enters.Act("/disagreements/{id:guid}", KeepWorksheet.Change, (WorksheetSaved kept) => kept.Url).Redraws<WorksheetPage>(ShowWorksheet.Do);
        enters.Act("/disagreements/{id:guid}/gestures", MakeGesture.Do, (WorksheetSaved kept) => kept.Url).Redraws<WorksheetPage>(ShowWorksheet.Do);
        enters.Act("/disagreements/{id:guid}/gestures/{gesture:guid}/responses", NoteResponse.Do, (WorksheetSaved kept) => kept.Url).Redraws<WorksheetPage>(ShowWorksheet.Do);
        enters.Act("/disagreements/{id:guid}/gestures/{gesture:guid}/removals", RemoveGesture.Do, (WorksheetSaved kept) => kept.Url + "#gestures");
        enters.Act("/disagreements/{id:guid}/rungs", AddRung.Do, (WorksheetSaved kept) => kept.Url + "#ladder").Redraws<WorksheetPage>(ShowWorksheet.Do);
        enters.Act("/disagreements/{id:guid}/rungs/{rung:guid}/removals", AddRung.Remove, (WorksheetSaved kept) => kept.Url + "#ladder");
        enters.Act("/disagreements/{id:guid}/mediator", NameMediator.Do, (WorksheetSaved kept) => kept.Url + "#readers").Redraws<WorksheetPage>(ShowWorksheet.Do);
        enters.Act("/disagreements/{id:guid}/mediator/removals", NameMediator.End, (WorksheetSaved kept) => kept.Url + "#readers");
        enters.Act("/disagreements/{id:guid}/closings", EndWorksheet.Do, (WorksheetSaved kept) => kept.Url).Redraws<WorksheetPage>(ShowWorksheet.Do);
        enters.Act("/disagreements/{id:guid}/reopenings", EndWorksheet.Reopen, (WorksheetSaved kept) => kept.Url);
        enters.Act("/disagreements/{id:guid}/removals", RemoveWorksheet.Do, (WorksheetSaved _) => "/disagreements");
        enters.Act("/disagreements/{id:guid}/restorations", RemoveWorksheet.Restore, (WorksheetSaved kept) => kept.Url);
        leads.Show<TurfPage>("/disagreements/turf", ShowTurf.Do);
        leads.Act("/turf-cases", KeepTurf.Do, (TurfSaved _) => "/disagreements/turf").Redraws<TurfPage>(ShowTurf.Do);
        leads.Act("/turf-cases/{id:guid}", KeepTurf.Change, (TurfSaved _) => "/disagreements/turf").Redraws<TurfPage>(ShowTurf.Again);
        leads.Act("/turf-cases/{id:guid}/removals", RemoveTurf.Do, (TurfSaved _) => "/disagreements/turf");
        leads.Act("/turf-cases/{id:guid}/restorations", RemoveTurf.Restore, (TurfSaved _) => "/disagreements/turf");
    }

    public static void MapApi(Routes enters, Routes leads)
    {
        enters.Show("/disagreements", ShowWorksheets.Do);
        enters.Act("/disagreements", KeepWorksheet.Do, status: 201);
        enters.Show("/disagreements/{id:guid}", ShowWorksheet.Do);
        enters.Act("/disagreements/{id:guid}", KeepWorksheet.Change);
        enters.Act("/disagreements/{id:guid}/gestures", MakeGesture.Do, status: 201);
        enters.Act("/disagreements/{id:guid}/gestures/{gesture:guid}/responses", NoteResponse.Do);
        enters.Delete("/disagreements/{id:guid}/gestures/{gesture:guid}", RemoveGesture.Do);
        enters.Act("/disagreements/{id:guid}/rungs", AddRung.Do, status: 201);
        enters.Delete("/disagreements/{id:guid}/rungs/{rung:guid}", AddRung.Remove);
        enters.Act("/disagreements/{id:guid}/mediator", NameMediator.Do);
        enters.Delete("/disagreements/{id:guid}/mediator", NameMediator.End);
        enters.Act("/disagreements/{id:guid}/closings", EndWorksheet.Do);
        enters.Act("/disagreements/{id:guid}/reopenings", EndWorksheet.Reopen);
        enters.Delete("/disagreements/{id:guid}", RemoveWorksheet.Do);
        enters.Act("/disagreements/{id:guid}/restorations", RemoveWorksheet.Restore);
        leads.Show("/turf-cases", ShowTurf.Do);
        leads.Act("/turf-cases", KeepTurf.Do, status: 201);
        leads.Patch("/turf-cases/{id:guid}", KeepTurf.Change);
        leads.Delete("/turf-cases/{id:guid}", RemoveTurf.Do);
        leads.Act("/turf-cases/{id:guid}/restorations", RemoveTurf.Restore);
    }
}
