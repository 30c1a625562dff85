using Coxswain.Customers.Records;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Http;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Activities;

/// <summary>Changes fields of a task: those that were sent, the others stay.</summary>
internal static class ChangeTask
{
    public sealed record Input : TaskFields, IPartial
    {
        public IReadOnlySet<string> Sent { get; set; } = new HashSet<string>();
        public Guid Id { get; init; }
        public int Version { get; init; }
        internal bool Has(string field) => Sent.Contains(field);
    }

    public static async Task<Outcome<TaskView>> Do(Input input, AppDb db, CancellationToken ct)
    {
        var (found, no) = await db.TaskForChangeAsync(input.Id, ct);
        if (no is not null) return no;
        var task = found!;
        var problems = new Problems().AddIf(input.Has("Title") && string.IsNullOrWhiteSpace(input.Title), "Title", T("Please fill this in."));
        if (input.Has("OwnerId") && input.OwnerId != task.OwnerId && !(input.OwnerId is { } owner && await db.IsHereAsync(owner, ct))) problems.Add("OwnerId", T("Choose someone who is here."));
        if (problems.Any) return Outcome.Invalid(problems);
        var merge = await db.MergeAsync(task, task.Drawn(input.Version), ct);
        if (input.Has("Title")) task.Title = merge.Take(nameof(task.Title), task.Title, input.Title!);
        if (input.Has("DueOn")) task.DueOn = merge.Take(nameof(task.DueOn), task.DueOn, input.DueOn);
        if (input.Has("OwnerId")) task.OwnerId = merge.Take(nameof(task.OwnerId), task.OwnerId, input.OwnerId!.Value);
        if (input.Has("Expected")) task.Expected = merge.Take(nameof(task.Expected), task.Expected, input.Expected);
        if (input.Has("Result")) task.Result = merge.Take(nameof(task.Result), task.Result, input.Result);
        if (merge.Clashes is not []) return Outcome.Stale(merge.Clashes);
        await db.SaveChangesAsync(ct);
        return await CreateTask.ViewAsync(db, task.Id, ct);
    }

    public static async Task<Outcome<WentBack>> OnPage(Input input, AppDb db, CancellationToken ct)
    {
        var changed = await Do(input, db, ct);
        return changed.View is { } task ? Outcome.Done(new WentBack(LocalPath.Or(input.Back, "/tasks"))).Saying(T("Changed: {0}", task.Title)) : changed.No;
    }
}

/// <summary>Moves a task to another day, with the way back.</summary>
internal static class MoveTask
{
    public sealed record Input
    {
        public Guid Id { get; init; }
        public DateOnly? DueOn { get; init; }
        public string? Back { get; init; }
    }

    public static async Task<Outcome<WentBack>> Do(Input input, AppDb db, CancellationToken ct)
    {
        var (task, no) = await db.TaskForChangeAsync(input.Id, ct);
        if (no is not null) return no;
        var before = task!.DueOn;
        task.DueOn = input.DueOn;
        await db.SaveChangesAsync(ct);
        var undo = $"/tasks/{task.Id}/moves".With("dueOn", before?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)).With("back", LocalPath.Or(input.Back, "/tasks"));
        return Outcome.Done(new WentBack(LocalPath.Or(input.Back, "/tasks"))).Saying(T("Moved: {0}", task.Title), undo);
    }
}
