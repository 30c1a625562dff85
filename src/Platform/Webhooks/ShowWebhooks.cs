using Coxswain.Platform.Api;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Jobs;
using Coxswain.Platform.Outside;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Platform.Webhooks;

/// <summary>Shows who is told of what, and the log of what was sent.</summary>
internal static class ShowWebhooks
{
    private const int Most = 100;

    public sealed record Of { public Guid Id { get; init; } }

    public static async Task<Outcome<WebhooksView>> Do(AppDb db, IEnumerable<ApiRecord> records, IPeopleNow people, CancellationToken ct) =>
        new WebhooksView(await AllAsync(db, people, ct), WebhookKinds.All(records), [.. records.Select(r => new KindName(r.Kind, r.Label()))]);

    /// <summary>One with its log.</summary>
    public static async Task<Outcome<WebhookView>> One(Of input, AppDb db, IPeopleNow people, CancellationToken ct)
    {
        if ((await AllAsync(db, people, ct)).FirstOrDefault(h => h.Id == input.Id) is not { } hook) return Outcome.Missing;
        var log = await db.Rows<WebhookSending>().AsNoTracking().Where(s => s.WebhookId == input.Id).OrderByDescending(s => s.QueuedAt).ThenByDescending(s => s.Id).Take(Most)
            .Select(s => new SendingLine(s.Id, s.EventKind, s.SubjectKind, s.SubjectId, s.QueuedAt, s.State, s.Attempts, s.NextTryAt, s.Status, s.Fault, s.Detail, s.Milliseconds, s.IsReplay)).ToListAsync(ct);
        return hook with { Log = log };
    }

    internal static async Task<IReadOnlyList<WebhookView>> AllAsync(AppDb db, IPeopleNow people, CancellationToken ct)
    {
        var hooks = await db.Rows<Webhook>().AsNoTracking().OrderBy(h => h.AddedAt).ToListAsync(ct);
        var names = await people.NamesAsync(db, [.. hooks.Select(h => h.OwnerId).Distinct()], ct);
        return [.. hooks.Select(h => new WebhookView(h.Id, h.Version, h.Name, h.Host, h.IsInner, h.Kinds.Split(','), h.OwnerId, names.GetValueOrDefault(h.OwnerId), h.LastDoneAt, h.FailingSince, h.StoppedAt, h.Stopped))];
    }
}

/// <param name="Webhooks">All there are.</param>
/// <param name="Kinds">What there is to be told of.</param>
/// <param name="Names">What kinds of records are called.</param>
public sealed record WebhooksView(IReadOnlyList<WebhookView> Webhooks, IReadOnlyList<string> Kinds, IReadOnlyList<KindName> Names);

public sealed record KindName(string Kind, string Name);

/// <summary>A webhook as pages and the API show it: never with its address or secret.</summary>
public sealed record WebhookView(Guid Id, int Version, string Name, string Host, bool IsInner, IReadOnlyList<string> Kinds, Guid OwnerId, string? OwnerName, DateTime? LastDoneAt, DateTime? FailingSince, DateTime? StoppedAt, StopCause? Stopped)
{
    /// <summary>The latest hundred; where the log was asked for.</summary>
    public IReadOnlyList<SendingLine> Log { get; init; } = [];
}

/// <summary>One line of the log.</summary>
public sealed record SendingLine(Guid Id, string EventKind, string SubjectKind, Guid SubjectId, DateTime QueuedAt, SendingState State, int Attempts, DateTime NextTryAt, int? Status, OutsideFault? Fault, string? Detail, int? Milliseconds, bool IsReplay);
