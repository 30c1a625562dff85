using Coxswain.Customers.Records;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Activities;

/// <summary>A task is done; one tap, and one more takes it back.</summary>
internal static class FinishTask
{
    public sealed record Input
    {
        public Guid Id { get; init; }
        public string? Back { get; init; }
        internal string BackPath => LocalPath.Or(Back, "/tasks");
    }

    public static async Task<Outcome<WentBack>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var (task, no) = await db.TaskForChangeAsync(input.Id, ct);
        if (no is not null) return no;
        task!.DoneAt ??= clock.GetUtcNow().UtcDateTime;
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new WentBack(input.BackPath)).Saying(T("Done: {0}", task.Title), $"/tasks/{task.Id}/reopenings".With("back", input.BackPath));
    }
}

/// <summary>A task is not done after all.</summary>
internal static class ReopenTask
{
    public static async Task<Outcome<WentBack>> Do(FinishTask.Input input, AppDb db, CancellationToken ct)
    {
        var (task, no) = await db.TaskForChangeAsync(input.Id, ct);
        if (no is not null) return no;
        task!.DoneAt = null;
        await db.SaveChangesAsync(ct);
        return Outcome.Done(new WentBack(input.BackPath)).Saying(T("Open again: {0}", task.Title));
    }
}

/// <summary>Takes a task away; for 30 days it can be brought back.</summary>
internal static class RemoveTask
{
    public static async Task<Outcome<WentBack>> Do(FinishTask.Input input, AppDb db, TimeProvider clock, CancellationToken ct) =>
        await Removing.RemoveAsync(db, await db.TaskForChangeAsync(input.Id, ct), clock, t => t.Title, _ => new WentBack(input.BackPath), t => $"/tasks/{t.Id}/restorations".With("back", input.BackPath), ct);
}

/// <summary>Brings a removed task back.</summary>
internal static class RestoreTask
{
    public static async Task<Outcome<WentBack>> Do(FinishTask.Input input, AppDb db, CancellationToken ct) =>
        await Removing.RestoreAsync(db, await db.TaskForChangeAsync(input.Id, ct, removed: true), t => t.Title, _ => new WentBack(input.BackPath), ct);
}
