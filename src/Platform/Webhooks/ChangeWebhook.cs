using System.ComponentModel.DataAnnotations;
using Coxswain.Platform.Api;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Http;
using Coxswain.Platform.Jobs;
using Coxswain.Platform.Outside;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.Webhooks;

/// <summary>Tells another program from now on what happens. Its secret is shown once.</summary>
internal static class AddWebhook
{
    public sealed record Input
    {
        [Required, StringLength(100)]
        public string? Name { get; init; }

        [Required, StringLength(2_000)]
        public string? Url { get; init; }

        /// <summary>Of those the description lists: <c>account.*</c>, <c>opportunity.moved</c>.</summary>
        [Required]
        public IReadOnlyList<string>? Kinds { get; init; }

        /// <summary>The host is on the internal network, and may be told, without encryption too.</summary>
        public bool IsInner { get; init; }

        /// <summary>Whose eyes it sees with; whoever makes it, unless said.</summary>
        public Guid? OwnerId { get; init; }
    }

    public static async Task<Outcome<WebhookSecret>> Do(Input input, AppDb db, IEnumerable<ApiRecord> records, IPeopleNow people, SecretKeeper secrets, TimeProvider clock, CancellationToken ct)
    {
        if (db.Viewer.Scopes is not null) return Outcome.Refused(T("A key that is limited adds no webhooks: they tell more than it may read."));
        var problems = new Problems();
        var known = WebhookKinds.All(records);
        if (input.Kinds!.FirstOrDefault(k => !known.Contains(k)) is { } unknown) problems.Add(nameof(input.Kinds), ApiFields.Said(unknown, known));
        if (Address(input.Url!, input.IsInner, problems) is not { } address) return Outcome.Invalid(problems);
        var owner = input.OwnerId ?? db.Viewer.PersonId;
        if (await people.FindAsync(db, owner, ct) is null) problems.Add(nameof(input.OwnerId), T("Choose someone who is here."));
        if (problems.Any) return Outcome.Invalid(problems);
        var secret = WebhookSignature.NewSecret();
        var hook = new Webhook { Name = input.Name!, ClosedUrl = secrets.Close(address.ToString()), Host = address.Host, IsInner = input.IsInner, ClosedSecret = secrets.Close(secret), Kinds = string.Join(',', input.Kinds!.Distinct().Order(StringComparer.Ordinal)), OwnerId = owner, AddedAt = clock.GetUtcNow().UtcDateTime };
        await db.InOneTransactionAsync(async () =>
        {
            db.Add(hook);
            db.Happened("webhook", hook.Id, new WebhookMade(hook.Name, hook.Host, hook.Kinds));
            await db.SaveChangesAsync(ct);
            await WantedKinds.RewriteAsync(db, ct);
        }, ct);
        return new WebhookSecret(hook.Id, hook.Name, secret);
    }

    internal static Uri? Address(string url, bool isInner, Problems problems)
    {
        if (!Uri.TryCreate(url.Trim(), UriKind.Absolute, out var address) || address.Scheme is not ("https" or "http") || address.Host.Length == 0 || address.UserInfo.Length > 0) problems.Add("Url", OutsideWords.Of(OutsideFault.NotAnAddress, null));
        else if (address.Scheme is "http" && !isInner) problems.Add("Url", T("A web address starts with https://. Only a host on the internal network may go without."));
        else if (System.Net.IPAddress.TryParse(address.Host.Trim('[', ']'), out var ip) && !InnerNetwork.Allows(ip, isInner)) problems.Add("Url", OutsideWords.Of(OutsideFault.Inner, address.Host));
        return problems.Any ? null : address;
    }
}

/// <summary>A webhook is told of from now on.</summary>
internal sealed record WebhookMade(string Name, string Host, string Wants) : News("webhook.made");

/// <summary>A webhook is gone, with its log.</summary>
internal sealed record WebhookRemoved(string Name, string Host) : News("webhook.removed");

/// <summary>What signs a webhook, to be shown once.</summary>
public sealed record WebhookSecret(Guid Id, string Name, string Secret);

/// <summary>Gives a webhook a new secret; the old one signs nothing any more.</summary>
internal static class RenewSecret
{
    public static async Task<Outcome<WebhookSecret>> Do(ShowWebhooks.Of input, AppDb db, SecretKeeper secrets, CancellationToken ct)
    {
        if (await db.Rows<Webhook>().SingleOrDefaultAsync(h => h.Id == input.Id, ct) is not { } hook) return Outcome.Missing;
        var secret = WebhookSignature.NewSecret();
        hook.ClosedSecret = secrets.Close(secret);
        await db.SaveChangesAsync(ct);
        return new WebhookSecret(hook.Id, hook.Name, secret);
    }
}

/// <summary>Stops a webhook by hand.</summary>
internal static class StopWebhook
{
    public static async Task<Outcome<WebhookView>> Do(ShowWebhooks.Of input, AppDb db, IPeopleNow people, TimeProvider clock, CancellationToken ct)
    {
        if (await db.Rows<Webhook>().SingleOrDefaultAsync(h => h.Id == input.Id && h.StoppedAt == null, ct) is not { } hook) return Outcome.Missing;
        hook.Stop(StopCause.ByHand, clock.GetUtcNow().UtcDateTime, db);
        await WantedKinds.SaveAsync(db, ct);
        return (await ShowWebhooks.One(input, db, people, ct)).Saying(T("{0} is told nothing any more.", hook.Name));
    }
}

/// <summary>Goes on with one that was stopped. What happened meanwhile is not told.</summary>
internal static class ResumeWebhook
{
    public static async Task<Outcome<WebhookView>> Do(ShowWebhooks.Of input, AppDb db, IPeopleNow people, CancellationToken ct)
    {
        if (await db.Rows<Webhook>().SingleOrDefaultAsync(h => h.Id == input.Id && h.StoppedAt != null, ct) is not { } hook) return Outcome.Missing;
        (hook.StoppedAt, hook.Stopped, hook.FailingSince) = (null, null, null);
        await WantedKinds.SaveAsync(db, ct);
        return (await ShowWebhooks.One(input, db, people, ct)).Saying(T("{0} is told again what happens from now on.", hook.Name));
    }
}

/// <summary>Takes a webhook away, with its log.</summary>
internal static class RemoveWebhook
{
    public static async Task<Outcome<WebhookGone>> Do(ShowWebhooks.Of input, AppDb db, CancellationToken ct)
    {
        if (await db.Rows<Webhook>().SingleOrDefaultAsync(h => h.Id == input.Id, ct) is not { } hook) return Outcome.Missing;
        await db.InOneTransactionAsync(async () =>
        {
            db.Remove(hook);
            db.Happened("webhook", hook.Id, new WebhookRemoved(hook.Name, hook.Host));
            await db.SaveChangesAsync(ct);
            await db.Rows<WebhookSending>().Where(s => s.WebhookId == hook.Id).ExecuteDeleteAsync(ct);
            await WantedKinds.RewriteAsync(db, ct);
        }, ct);
        return Outcome.Done(new WebhookGone(hook.Name)).Saying(T("{0} is told nothing any more.", hook.Name));
    }
}

public sealed record WebhookGone(string Name);

/// <summary>Sends a test, which tells of nothing.</summary>
internal static class TestWebhook
{
    public static async Task<Outcome<WebhookView>> Do(ShowWebhooks.Of input, AppDb db, IPeopleNow people, WebhookBell bell, CancellationToken ct)
    {
        if (await db.Rows<Webhook>().AsNoTracking().SingleOrDefaultAsync(h => h.Id == input.Id && h.StoppedAt == null, ct) is not { } hook) return Outcome.Missing;
        var now = db.Clock.GetUtcNow().UtcDateTime;
        db.Add(new WebhookSending { WebhookId = hook.Id, EventId = Guid.Empty, EventKind = "webhook.test", SubjectKind = "webhook", SubjectId = hook.Id, QueuedAt = now, NextTryAt = now });
        await db.SaveChangesAsync(ct);
        bell.Ring();
        return (await ShowWebhooks.One(input, db, people, ct)).Saying(T("A test is on its way to {0}.", hook.Host));
    }
}

/// <summary>Sends once more what was sent, done or not; the record goes as it is now.</summary>
internal static class ReplaySending
{
    public static async Task<Outcome<WebhookView>> Do(ShowWebhooks.Of input, AppDb db, IPeopleNow people, WebhookBell bell, CancellationToken ct)
    {
        if (await db.Rows<WebhookSending>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == input.Id && s.State != SendingState.Waiting, ct) is not { } was) return Outcome.Missing;
        var now = db.Clock.GetUtcNow().UtcDateTime;
        db.Add(new WebhookSending { WebhookId = was.WebhookId, EventId = was.EventId, EventKind = was.EventKind, SubjectKind = was.SubjectKind, SubjectId = was.SubjectId, QueuedAt = now, NextTryAt = now, IsReplay = true });
        await db.SaveChangesAsync(ct);
        bell.Ring();
        return (await ShowWebhooks.One(new() { Id = was.WebhookId }, db, people, ct)).Saying(T("It is sent once more."));
    }
}
