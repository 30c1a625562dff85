using System.ComponentModel.DataAnnotations;
using Coxswain.Customers.Records;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Activities;

/// <summary>Changes what was logged: what was said, what came of it, when it was.</summary>
internal static class ChangeInteraction
{
    public sealed record Input : IPartial
    {
        public IReadOnlySet<string> Sent { get; set; } = new HashSet<string>();
        public Guid Id { get; init; }
        public int Version { get; init; }

        [StringLength(200)]
        public string? Subject { get; init; }

        [StringLength(20_000)]
        public string? Text { get; init; }
        public InteractionOutcome? Outcome { get; init; }
        public DateTime? OccurredAt { get; init; }

        [Range(1, LogInteraction.MostMinutes)]
        public int? Minutes { get; init; }
        public bool? Inbound { get; init; }
        public string? Back { get; init; }
    }

    public static async Task<Outcome<InteractionView>> Do(Input input, AppDb db, CancellationToken ct)
    {
        var (found, no) = await db.InteractionForChangeAsync(input.Id, ct);
        if (no is not null) return no;
        var row = found!;
        var merge = await db.MergeAsync(row, row.Drawn(input.Version), ct);
        if (input.Sent.Contains("Subject")) row.Subject = merge.Take(nameof(row.Subject), row.Subject, input.Subject);
        if (input.Sent.Contains("Text")) row.Text = merge.Take(nameof(row.Text), row.Text, input.Text);
        if (input.Sent.Contains("Outcome")) row.Outcome = merge.Take(nameof(row.Outcome), row.Outcome, input.Outcome);
        if (input.Sent.Contains("OccurredAt") && input.OccurredAt is { } at) row.OccurredAt = merge.Take(nameof(row.OccurredAt), row.OccurredAt, at);
        if (input.Sent.Contains("Minutes")) row.Minutes = merge.Take(nameof(row.Minutes), row.Minutes, input.Minutes);
        if (input.Sent.Contains("Inbound")) row.Inbound = merge.Take(nameof(row.Inbound), row.Inbound, input.Inbound);
        if (merge.Clashes is not []) return Outcome.Stale(merge.Clashes);
        await db.SaveChangesAsync(ct);
        return await db.Rows<Interaction>().AsNoTracking().Where(i => i.Id == row.Id).Select(InteractionView.Reading(db)).SingleAsync(ct);
    }

    /// <summary>What came of it, by one tap; then the next step is asked for where there may be one.</summary>
    public static async Task<Outcome<WentBack>> OnPage(Input input, AppDb db, CancellationToken ct)
    {
        var changed = await Do(input, db, ct);
        if (changed.View is not { } view) return changed.No;
        var back = LocalPath.Or(input.Back, "/tasks");
        return new WentBack(view.Outcome is InteractionOutcome.NotInterested ? back : back.With("next", "1"));
    }
}

/// <summary>Takes a logged entry away; for 30 days it can be brought back.</summary>
internal static class RemoveInteraction
{
    public static async Task<Outcome<WentBack>> Do(FinishTask.Input input, AppDb db, TimeProvider clock, CancellationToken ct) =>
        await Removing.RemoveAsync(db, await db.InteractionForChangeAsync(input.Id, ct), clock, _ => T("The entry"), _ => new WentBack(input.BackPath), i => $"/interactions/{i.Id}/restorations".With("back", input.BackPath), ct);
}

/// <summary>Brings a removed entry back.</summary>
internal static class RestoreInteraction
{
    public static async Task<Outcome<WentBack>> Do(FinishTask.Input input, AppDb db, CancellationToken ct) =>
        await Removing.RestoreAsync(db, await db.InteractionForChangeAsync(input.Id, ct, removed: true), _ => T("The entry"), _ => new WentBack(input.BackPath), ct);
}
