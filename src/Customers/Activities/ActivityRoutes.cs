using Coxswain.Platform.Http;
namespace Coxswain.Customers.Activities;

/// <summary>The addresses of interactions and tasks for programs.</summary>
internal static class ActivityRoutes
{
    public static void MapApi(Routes sees, Routes edits)
    {
        sees.Show("/interactions", ListInteractions.Read);
        sees.Show("/interactions/{id:guid}", ListInteractions.ReadOne);
        edits.Act("/interactions", LogInteraction.Do, status: 201);
        edits.Patch("/interactions/{id:guid}", ChangeInteraction.Do);
        edits.Delete("/interactions/{id:guid}", RemoveInteraction.Do);
        sees.Show("/tasks", ListTasks.Read);
        sees.Show("/tasks/{id:guid}", ShowTask.Read);
        edits.Act("/tasks", CreateTask.Do, status: 201);
        edits.Patch("/tasks/{id:guid}", ChangeTask.Do);
        edits.Act("/tasks/{id:guid}/done", FinishTask.Do);
        edits.Act("/tasks/{id:guid}/reopenings", ReopenTask.Do);
        edits.Delete("/tasks/{id:guid}", RemoveTask.Do);
    }
}
