using Coxswain.Customers.Records;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Activities;

/// <summary>Adds a task; on an opportunity it is the next step.</summary>
internal static class CreateTask
{
    public sealed record Input : TaskFields;

    public static async Task<Outcome<TaskView>> Do(Input input, AppDb db, CancellationToken ct)
    {
        var (account, problems) = await input.FindAsync(db, ct);
        problems.AddIf(string.IsNullOrWhiteSpace(input.Title), "Title", T("Please fill this in."));
        if (input.OwnerId is { } owner && owner != db.Viewer.PersonId && !await db.IsHereAsync(owner, ct)) problems.Add("OwnerId", T("Choose someone who is here."));
        if (problems.Any) return Outcome.Invalid(problems);
        var task = new Todo { Title = input.Title!, OwnerId = input.OwnerId ?? db.Viewer.PersonId, DueOn = input.DueOn, AccountId = account, ContactId = input.ContactId, AboutKind = input.AboutKind, AboutId = input.AboutId, Expected = input.Expected, Result = input.Result };
        db.Add(task);
        await db.SaveChangesAsync(ct);
        return await ViewAsync(db, task.Id, ct);
    }

    /// <summary>The same, answered with where to go.</summary>
    public static async Task<Outcome<WentBack>> OnPage(Input input, AppDb db, CancellationToken ct)
    {
        var made = await Do(input, db, ct);
        return made.View is { } task ? Outcome.Done(new WentBack(input.BackPath)).Saying(T("Agreed: {0}", task.Title), $"/tasks/{task.Id}/removals".With("back", input.BackPath)) : made.No;
    }

    internal static async Task<TaskView> ViewAsync(AppDb db, Guid id, CancellationToken ct) =>
        TaskReading.Editable(db, [await db.Rows<Todo>().AsNoTracking().Where(t => t.Id == id).Select(TaskReading.Reading(db)).SingleAsync(ct)])[0];
}

/// <summary>Where a done act leads.</summary>
public sealed record WentBack(string Url);
