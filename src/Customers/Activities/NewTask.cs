using Coxswain.Customers.Records;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Ui;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Activities;

/// <summary>Shows the form that adds a task, or changes one.</summary>
internal static class NewTask
{
    public sealed record Input : AboutFields { public Guid? Id { get; init; } }

    public static async Task<Outcome<TaskFormView>> Do(Input input, AppDb db, CancellationToken ct)
    {
        var form = new TaskFormView { Back = input.BackPath, AccountId = input.AccountId, ContactId = input.ContactId, AboutKind = input.AboutKind, AboutId = input.AboutId, Owners = await Owners.ChoicesAsync(db, ct), OwnerId = db.Viewer.PersonId };
        if (input.Id is not { } id) return form;
        if (await db.Todos.AsNoTracking().Where(t => t.Id == id).Select(TaskReading.Reading(db)).SingleOrDefaultAsync(ct) is not { } task) return Outcome.Missing;
        return form with { Task = task, OwnerId = task.OwnerId, Back = LocalPath.Or(input.Back, "/tasks") };
    }
}
