using System.ComponentModel.DataAnnotations;
using Coxswain.Customers;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Today;

/// <summary>Marks a task as done with one tap, or open again by undo.</summary>
internal static class FinishTask
{
    public sealed record Input
    {
        public Guid Task { get; init; }

        /// <summary>Takes it back.</summary>
        public bool Undo { get; init; }

        /// <summary>The deal whose page it was done on; null for the home screen.</summary>
        public Guid? Deal { get; init; }

        /// <summary>What came of it.</summary>
        [StringLength(300)]
        public string? Result { get; init; }
        public string? Back { get; init; }
    }

    public sealed record Finished(string Title, string Url);

    public static async Task<Outcome<Finished>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await db.SetTaskDoneAsync(input.Task, input.Undo ? null : clock.GetUtcNow().UtcDateTime, string.IsNullOrWhiteSpace(input.Result) ? null : input.Result.Trim(), ct) is not { } title) return Outcome.Missing;
        await Shared.SharedTask.NoteAsync(db, input.Task, input.Undo ? null : (await Standing.ReadAsync(db, clock, ct)).Today, ct);
        await db.SaveChangesAsync(ct);
        var at = (input.Deal is { } deal ? $"&deal={deal}" : "") + (input.Back is { } back ? $"&back={Uri.EscapeDataString(back)}" : "");
        var done = Outcome.Done(new Finished(title, LocalPath.Or(input.Back, input.Deal is { } id ? $"/opportunities/{id}" : "/today")));
        return input.Undo ? done.Saying(T("{0}: open again.", title)) : done.Saying(T("{0}: done.", title), $"/today/done/{input.Task}?undo=true{at}");
    }
}
