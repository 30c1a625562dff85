using Coxswain.Funnel.Processes.Lessons;
using Coxswain.Platform.Access;
using Coxswain.Platform.Http;
namespace Coxswain.Funnel.Processes;

/// <summary>The addresses of processes, as pages and at the API.</summary>
internal static class ProcessRoutes
{
    public static void Map(Routes manages)
    {
        manages.Show<ProcessesPage>("/settings/processes", ShowProcesses.Do);
        manages.Act("/settings/processes", ChangeProcess.Add, (ChangeProcess.Changed made) => PageOf(made)).Redraws<ProcessesPage>(ShowProcesses.Do);
        manages.Act("/settings/processes/{id:guid}", ChangeProcess.Do, (ChangeProcess.Changed _) => "/settings/processes").Redraws<ProcessesPage>(ShowProcesses.Again);
        manages.Act("/settings/processes/{id:guid}/retirements", RetireProcess.Do, (ChangeProcess.Changed _) => "/settings/processes");
        manages.Show<ProcessPage>("/settings/processes/{id:guid}", ShowProcess.Do);
        manages.Act("/settings/processes/{id:guid}/steps", ChangeSteps.Add, (ChangeProcess.Changed of) => PageOf(of)).Redraws<ProcessPage>(ShowProcess.Do);
        manages.Act("/settings/processes/{id:guid}/steps/{step:guid}", ChangeSteps.Do, (ChangeProcess.Changed of) => PageOf(of)).Redraws<ProcessPage>(ShowProcess.Again);
        manages.Act("/settings/processes/{id:guid}/steps/{step:guid}/removals", ChangeSteps.Remove, (ChangeProcess.Changed of) => PageOf(of));
        manages.Act("/settings/processes/{id:guid}/steps/{step:guid}/arrangements", ChangeSteps.Arrange, (ChangeProcess.Changed of) => PageOf(of));
        manages.Act("/settings/processes/{id:guid}/stages/{stage:guid}/passing", ChangeSteps.PassOver, (ChangeProcess.Changed of) => PageOf(of));
        manages.Act("/settings/processes/{id:guid}/editions", PutIntoForce.Do, (ChangeProcess.Changed of) => PageOf(of)).Redraws<ProcessPage>(ShowProcess.Do);
    }

    public static void MapLessons(Routes manages)
    {
        manages.Show<LessonsPage>("/settings/processes/lessons", ShowLessons.Do);
        manages.Act("/settings/processes/lessons", HoldLesson.Do, (HoldLesson.Held _) => "/settings/processes/lessons").Redraws<LessonsPage>(ShowLessons.Do);
        manages.Act("/settings/processes/lessons/due", HoldLesson.Again, (HoldLesson.Held _) => "/settings/processes/lessons#meetings");
    }

    public static void MapApi(Routes api)
    {
        api.Requires(Permission.EditFunnel).Show("/opportunities/{id:guid}/process", LookAtProcess.Do);
        api.Requires(Permission.EditFunnel).Act("/opportunities/{id:guid}/process", FollowProcess.Do);
        api.Requires(Permission.SeeFunnel).Show("/processes", ShowProcesses.Do);
        api.Requires(Permission.SeeFunnel).Show("/processes/{id:guid}", ShowProcess.Do);
        var manages = api.Requires(Permission.ManageProcess);
        manages.Act("/processes", ChangeProcess.Add, status: 201);
        manages.Act("/processes/{id:guid}", ChangeProcess.Do);
        manages.Act("/processes/{id:guid}/retirements", RetireProcess.Do);
        manages.Act("/processes/{id:guid}/steps", ChangeSteps.Add, status: 201);
        manages.Act("/processes/{id:guid}/steps/{step:guid}", ChangeSteps.Do);
        manages.Delete("/processes/{id:guid}/steps/{step:guid}", ChangeSteps.Remove);
        manages.Act("/processes/{id:guid}/steps/{step:guid}/arrangements", ChangeSteps.Arrange);
        manages.Act("/processes/{id:guid}/stages/{stage:guid}/passing", ChangeSteps.PassOver);
        manages.Act("/processes/{id:guid}/editions", PutIntoForce.Do, status: 201);
        manages.Show("/processes/lessons", ShowLessons.Do);
        manages.Act("/processes/lessons", HoldLesson.Do, status: 201);
        manages.Act("/processes/lessons/due", HoldLesson.Again);
    }

    private static string PageOf(ChangeProcess.Changed process) => $"/settings/processes/{process.Id}";
}
