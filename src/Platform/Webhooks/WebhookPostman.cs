using System.Collections.Concurrent;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Coxswain.Platform.Access;
using Coxswain.Platform.Api;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Jobs;
using Coxswain.Platform.Outside;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
namespace Coxswain.Platform.Webhooks;

/// <summary>Sends what is due: one at a time to each address, many addresses at once, so that one that hangs holds up nobody else.</summary>
internal sealed class WebhookPostman(IServiceScopeFactory scopes, ApiDispatch api, IEnumerable<ApiRecord> records, SecretKeeper secrets, WebhookLine line, WebhookBell bell, TimeProvider clock, ILogger<WebhookPostman> log)
{
    private const int MostAtOnce = 32;
    private const int MostLooked = 500;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);
    private static readonly TimeSpan LongFailing = TimeSpan.FromDays(3);
    private static readonly TimeSpan[] Pauses = [TimeSpan.FromSeconds(5), TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(30), TimeSpan.FromHours(2), TimeSpan.FromHours(5), TimeSpan.FromHours(10), TimeSpan.FromHours(14), TimeSpan.FromHours(20), TimeSpan.FromHours(24)];
    private readonly ConcurrentDictionary<Guid, Task> _onTheWay = new();

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <summary>What is being sent just now.</summary>
    public IReadOnlyCollection<Task> OnTheWay => [.. _onTheWay.Values];

    /// <summary>Begins to send what is due, to each address that nothing is on the way to.</summary>
    /// <param name="tenantId">Only of this organisation; null for all.</param>
    /// <param name="ct">The process ends.</param>
    /// <returns>How many were begun.</returns>
    public async Task<int> BeginDueAsync(int? tenantId, CancellationToken ct)
    {
        var begun = 0;
        foreach (var due in await DueAsync(tenantId, ct))
        {
            if (_onTheWay.Count >= MostAtOnce || _onTheWay.ContainsKey(due.WebhookId) || !await ClaimAsync(due, ct)) continue;
            begun++;
            var sending = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
            _onTheWay[due.WebhookId] = sending.Task;
            _ = Task.Run(async () =>
            {
                try { await SendAsync(due, ct); }
                // The process ends: its lease runs out, and whoever looks next sends it.
                catch (Exception) when (ct.IsCancellationRequested) { }
                catch (Exception failure)
                {
                    log.LogError("Webhook {Webhook} could not be sent: {Fault}", due.WebhookId, SafeFault.Of(failure));
                    await PutOffAsync(due, ct);
                }
                finally
                {
                    _onTheWay.TryRemove(due.WebhookId, out _);
                    sending.SetResult();
                    bell.Ring();
                }
            }, CancellationToken.None);
        }
        return begun;
    }

    private async Task<IReadOnlyList<Due>> DueAsync(int? tenantId, CancellationToken ct)
    {
        await using var scope = scopes.CreateAsyncScope();
        var tenants = await scope.ServiceProvider.GetRequiredService<AppDb>().Rows<Tenant>().Where(t => t.WebhookKinds != null && (tenantId == null || t.Id == tenantId)).Select(t => t.Id).ToListAsync(ct);
        var (all, now) = (new List<Due>(), Now);
        // An address that hangs must not fill the look for all others.
        var busy = _onTheWay.Keys.ToList();
        foreach (var tenant in tenants)
            all.AddRange(await As(tenant, db => db.Rows<WebhookSending>().Where(s => s.State == SendingState.Waiting && !busy.Contains(s.WebhookId) && s.NextTryAt <= now && (s.LeaseUntil == null || s.LeaseUntil <= now))
                .OrderBy(s => s.NextTryAt).ThenBy(s => s.Id).Take(MostLooked).Select(s => new Due(s.TenantId, s.WebhookId, s.Id)).ToListAsync(ct)));
        return [.. all.DistinctBy(d => d.WebhookId)];
    }

    private Task<bool> ClaimAsync(Due due, CancellationToken ct) => As(due.TenantId, async db =>
    {
        var (now, until) = (Now, Now + Lease);
        return await db.InOneTransactionAsync(() => db.Rows<WebhookSending>().Where(s => s.Id == due.Id && s.State == SendingState.Waiting && (s.LeaseUntil == null || s.LeaseUntil <= now))
            .ExecuteUpdateAsync(s => s.SetProperty(r => r.LeaseUntil, until).SetProperty(r => r.Attempts, r => r.Attempts + 1), ct), ct) > 0;
    });

    private async Task SendAsync(Due due, CancellationToken ct)
    {
        var (hook, sending, owner) = await As(due.TenantId, async db =>
        {
            var hook = await db.Rows<Webhook>().AsNoTracking().SingleOrDefaultAsync(h => h.Id == due.WebhookId, ct);
            return (hook, await db.Rows<WebhookSending>().AsNoTracking().SingleAsync(s => s.Id == due.Id, ct), hook is null ? null : await People(due.TenantId, p => p.FindAsync(db, hook.OwnerId, ct)));
        });
        if (hook is not { IsOn: true }) await EndAsync(due, new WebhookAnswer(null, null, null, 0), SendingState.LeftOut, ct);
        else if (owner is null) await StopAsync(due, StopCause.OwnerLeft, ct);
        else if (secrets.Open(hook.ClosedUrl) is not { } url || secrets.Open(hook.ClosedSecret) is not { } secret) await EndAsync(due, new WebhookAnswer(null, OutsideFault.NotAnAddress, null, 0), SendingState.Failed, ct);
        else if (await BodyAsync(due, sending, owner, ct) is not { } body) await EndAsync(due, new WebhookAnswer(null, null, null, 0), SendingState.LeftOut, ct);
        else await EndAsync(due, await line.PostAsync(new Uri(url), hook.IsInner, secret, $"{sending.Id:N}", body, ct), SendingState.Done, ct);
    }

    // Null for what the owner may not see. A record that is there no more is told by its id alone.
    private async Task<byte[]?> BodyAsync(Due due, WebhookSending sending, Viewer owner, CancellationToken ct)
    {
        var data = new JsonObject { ["kind"] = sending.SubjectKind, ["id"] = sending.SubjectId };
        if (sending.EventId != Guid.Empty)
        {
            var happened = await As(due.TenantId, db => db.Rows<Event>().AsNoTracking().SingleOrDefaultAsync(e => e.Id == sending.EventId, ct));
            if (happened is null || records.FirstOrDefault(r => r.Kind == sending.SubjectKind) is not { } record) return null;
            var read = await api.AskAsync(owner, new ApiRequest("GET", record.PathOf(sending.SubjectId)), ct);
            var (saw, hidden) = await AsAsync(owner, async db =>
            {
                await db.KnowReachesAsync(ct);
                return (read.Status is 200 || read.Status is 404 && await WebhookSight.SawAsync(db, record, happened, ct), db.Reaches.Fields.Hidden(record.Kind));
            });
            if (!saw || read.Status is not 200 && (await api.AskAsync(Viewer.System(due.TenantId), new ApiRequest("GET", record.PathOf(sending.SubjectId)), ct)).Status is 200) return null;
            (data["version"], data["actorId"], data["record"]) = (happened.SubjectVersion, happened.ActorId, read.Status is 200 ? read.Body?.DeepClone() : null);
            using var fields = JsonDocument.Parse(happened.Data);
            data["fields"] = new JsonArray([.. fields.RootElement.EnumerateObject().Where(f => f.Value.ValueKind is (JsonValueKind.Array or JsonValueKind.Object) && !hidden.Contains(f.Name)).Select(f => (JsonNode)JsonNamingPolicy.CamelCase.ConvertName(f.Name))]);
        }
        return Encoding.UTF8.GetBytes(new JsonObject { ["type"] = sending.EventKind, ["timestamp"] = sending.QueuedAt, ["data"] = data }.ToJsonString(ApiJson.Out));
    }

    // A fault of ours is no answer of theirs: it is tried again after a pause, and not for ever.
    private async Task PutOffAsync(Due due, CancellationToken ct)
    {
        try { await EndAsync(due, new WebhookAnswer(null, null, null, 0), SendingState.Waiting, ct); }
        catch (Exception failure) when (!ct.IsCancellationRequested) { log.LogError("Webhook {Webhook} could not be put off: {Fault}", due.WebhookId, SafeFault.Of(failure)); }
    }

    private async Task EndAsync(Due due, WebhookAnswer answer, SendingState end, CancellationToken ct)
    {
        try { await WriteEndAsync(due, answer, end, ct); }
        // Somebody saved the webhook meanwhile: what became of the message must not be lost.
        catch (DbUpdateConcurrencyException) { await WriteEndAsync(due, answer, end, ct); }
    }

    private Task WriteEndAsync(Due due, WebhookAnswer answer, SendingState end, CancellationToken ct) => As(due.TenantId, async db =>
    {
        var (now, sending, hook) = (Now, await db.Rows<WebhookSending>().SingleAsync(s => s.Id == due.Id, ct), await db.Rows<Webhook>().SingleOrDefaultAsync(h => h.Id == due.WebhookId, ct));
        (sending.Status, sending.Fault, sending.Detail, sending.Milliseconds, sending.LeaseUntil) = (answer.Status, answer.Fault, answer.Detail, answer.Milliseconds, null);
        var isOpen = end is SendingState.Waiting || end is SendingState.Done && !answer.IsDone;
        sending.State = !isOpen ? end : sending.Attempts > Pauses.Length ? SendingState.Failed : SendingState.Waiting;
        if (sending.State is SendingState.Waiting) sending.NextTryAt = now + Pauses[sending.Attempts - 1];
        else sending.EndedAt = now;
        if (hook is not null && end is SendingState.Done) Judge(hook, answer, now, db);
        if (hook is { IsOn: false }) await WantedKinds.SaveAsync(db, ct);
        else await db.SaveChangesAsync(ct);
        return true;
    });

    private static void Judge(Webhook hook, WebhookAnswer answer, DateTime now, AppDb db)
    {
        if (answer.IsDone) (hook.LastDoneAt, hook.FailingSince) = (now, null);
        else
        {
            hook.FailingSince ??= now;
            if (answer.Status is 410) hook.Stop(StopCause.Gone, now, db);
            else if (now - hook.FailingSince >= LongFailing) hook.Stop(StopCause.Failing, now, db);
        }
    }

    private Task StopAsync(Due due, StopCause cause, CancellationToken ct) => As(due.TenantId, async db =>
    {
        (await db.Rows<Webhook>().SingleAsync(h => h.Id == due.WebhookId, ct)).Stop(cause, Now, db);
        var sending = await db.Rows<WebhookSending>().SingleAsync(s => s.Id == due.Id, ct);
        (sending.State, sending.EndedAt, sending.LeaseUntil) = (SendingState.LeftOut, Now, null);
        await WantedKinds.SaveAsync(db, ct);
        return true;
    });

    private Task<T> As<T>(int tenantId, Func<AppDb, Task<T>> work) => AsAsync(Viewer.System(tenantId), work);

    private async Task<T> AsAsync<T>(Viewer viewer, Func<AppDb, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentViewer>().Become(viewer);
        return await work(scope.ServiceProvider.GetRequiredService<AppDb>());
    }

    private async Task<T> People<T>(int tenantId, Func<IPeopleNow, Task<T>> work)
    {
        await using var scope = scopes.CreateAsyncScope();
        scope.ServiceProvider.GetRequiredService<CurrentViewer>().Become(Viewer.System(tenantId));
        return await work(scope.ServiceProvider.GetRequiredService<IPeopleNow>());
    }

    private sealed record Due(int TenantId, Guid WebhookId, Guid Id);
}
