using Coxswain.Customers.Activities;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers;

/// <summary>A record of another module that a task or an interaction is about.</summary>
/// <param name="Kind">Its kind, e.g. <c>opportunity</c>.</param>
/// <param name="Id">Its id.</param>
/// <param name="AccountId">Its account, on whose timeline it also stands.</param>
public sealed record AboutRecord(string Kind, Guid Id, Guid? AccountId);

/// <summary>The step after a call.</summary>
/// <param name="Title">As the last was called where null.</param>
/// <param name="DueOn">By when.</param>
public sealed record NextCall(string? Title, DateOnly DueOn);

/// <summary>How long a talk was.</summary>
/// <param name="Minutes">All of it; null where nobody says.</param>
/// <param name="Listened">Minutes of listening before we spoke of ourselves; null where nobody says.</param>
/// <param name="ContactId">With whom.</param>
public sealed record TalkLength(int? Minutes, int? Listened, Guid? ContactId);

/// <summary>Tasks and interactions as other modules add them beside their own records; saved with the next save.</summary>
public static class AboutActs
{
    /// <summary>Adds a task for a person.</summary>
    public static void AddTask(this AppDb db, AboutRecord about, string title, DateOnly? dueOn, Guid ownerId, string? aimsAt = null, Guid? contactId = null, string? expected = null) =>
        db.Add(new Todo { AimsAt = aimsAt, Expected = expected, ContactId = contactId, Title = title, DueOn = dueOn, OwnerId = ownerId, AccountId = about.AccountId, AboutKind = about.Kind, AboutId = about.Id });

    /// <summary>Notes how the viewer was in touch.</summary>
    public static void LogInteraction(this AppDb db, AboutRecord about, InteractionKind kind, string? text, InteractionOutcome? outcome, DateTime at) =>
        db.Add(new Interaction { Kind = kind, Text = text, Outcome = outcome, OccurredAt = at, OwnerId = db.Viewer.PersonId, AccountId = about.AccountId, AboutKind = about.Kind, AboutId = about.Id });

    /// <summary>Notes a talk of the viewer's, how long it was and how much of it was listening.</summary>
    /// <returns>Its key.</returns>
    public static Guid LogTalk(this AppDb db, AboutRecord about, InteractionKind kind, TalkLength length, string? text, DateTime at)
    {
        var talk = new Interaction { Kind = kind, Text = text, Minutes = length.Minutes, ListenedMinutes = length.Listened, OccurredAt = at, OwnerId = db.Viewer.PersonId, AccountId = about.AccountId, ContactId = length.ContactId, AboutKind = about.Kind, AboutId = about.Id };
        db.Add(talk);
        return talk.Id;
    }

    /// <summary>A task of the viewer's was a call: notes what came of it, closes the task and adds the next. Saved by the caller.</summary>
    /// <returns>What it was called; null where there is no such task for the viewer.</returns>
    public static async Task<string?> NoteCallAsync(this AppDb db, Guid taskId, InteractionOutcome outcome, DateTime at, NextCall? next, CancellationToken ct)
    {
        if (await db.Todos.SingleOrDefaultAsync(t => t.Id == taskId, ct) is not { } task || !db.MayEdit(Kinds.Task, task)) return null;
        db.Add(new Interaction { Kind = InteractionKind.Call, Outcome = outcome, OccurredAt = at, OwnerId = db.Viewer.PersonId, AccountId = task.AccountId, ContactId = task.ContactId, AboutKind = task.AboutKind, AboutId = task.AboutId });
        // Somebody may have ticked it off meanwhile: the call was made all the same.
        task.DoneAt ??= at;
        if (next is not null) db.Add(new Todo { Title = next.Title ?? task.Title, DueOn = next.DueOn, OwnerId = task.OwnerId, AccountId = task.AccountId, ContactId = task.ContactId, AboutKind = task.AboutKind, AboutId = task.AboutId });
        return task.Title;
    }

    /// <summary>Marks a task the viewer may change as done, with what came of it, or open again; the change is saved by the caller.</summary>
    /// <returns>Its title; null where there is no such task for the viewer.</returns>
    public static async Task<string?> SetTaskDoneAsync(this AppDb db, Guid id, DateTime? doneAt, string? result, CancellationToken ct)
    {
        if (await db.Todos.SingleOrDefaultAsync(t => t.Id == id, ct) is not { } task || !db.MayEdit(Kinds.Task, task)) return null;
        (task.DoneAt, task.Result) = (doneAt, doneAt is null ? null : result ?? task.Result);
        return task.Title;
    }
}
