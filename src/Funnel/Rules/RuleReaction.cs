using System.Text.Json;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Jobs;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Rules;

/// <summary>Looks at a deal again once something was saved of it, or about it. Asked for by organisations that have a rule that acts.</summary>
internal sealed class RuleReaction(TimeProvider clock) : IReaction
{
    public const string Known = "funnel.rules";

    /// <summary>What a rule may ask for changes with these. What only time changes is looked at once a day.</summary>
    public const string Wanted = "opportunity.*,plan-judgement.*,deal-objective.*,stage-evidence.*,map-part.*,task.*,interaction.*,pursuit-decision.*,pursuit-saying.*,deal-formation.*,fit-answer.*,negotiation.*,price-anchor.*,concession.*,seen-sign.*,deal-agreement.*,shared-step.*,deal-issue.*,proposal.*,meeting-plan.*,debrief.*,signal.*,help-request.*";

    public string Name => Known;

    public IReadOnlyList<string> Kinds => [];

    // What is said of an account, or done with it, says something of its open deals; of more than these, and of what is days old, the look once a day says it.
    private const int MostOfAccount = 50, Recent = 2;

    public async Task ReactAsync(AppDb db, Event happened, CancellationToken ct)
    {
        if (await DealsOfAsync(db, happened, ct) is { Count: > 0 } deals) await RunRules.OnAsync(db, deals, clock.GetUtcNow().UtcDateTime, ct);
    }

    private async Task<IReadOnlyCollection<Guid>> DealsOfAsync(AppDb db, Event happened, CancellationToken ct)
    {
        if (happened.SubjectKind == Funnel.Kinds.Opportunity) return [happened.SubjectId];
        if (OfDeal(happened) is { } named) return [named];
        // A row that was removed or changed says no more than its key: the deal or the account is the one it was made for.
        var made = await db.Rows<Event>().AsNoTracking().Where(e => e.SubjectId == happened.SubjectId && e.Kind == happened.SubjectKind + ".created").OrderBy(e => e.SubjectVersion).FirstOrDefaultAsync(ct) ?? happened;
        if (OfDeal(made) is { } deal) return [deal];
        if ((Named(happened, "AccountId") ?? Named(made, "AccountId")) is not { } account || IsOld(made)) return [];
        return await db.Opportunities.Where(o => o.AccountId == account && o.End == StageEnd.Open).OrderByDescending(o => o.Id).Take(MostOfAccount).Select(o => o.Id).ToListAsync(ct);
    }

    // Mail of years comes in at once.
    private bool IsOld(Event happened)
    {
        using var data = JsonDocument.Parse(happened.Data);
        return Said(data, "OccurredAt") is { ValueKind: JsonValueKind.String } said && said.TryGetDateTime(out var at) && at < clock.GetUtcNow().UtcDateTime.AddDays(-Recent);
    }

    private static Guid? OfDeal(Event happened) => Named(happened, "OpportunityId") ?? (IsAboutDeal(happened) ? Named(happened, "AboutId") : null);

    private static Guid? Named(Event happened, string field)
    {
        using var data = JsonDocument.Parse(happened.Data);
        return Said(data, field) is { ValueKind: JsonValueKind.String } value && value.TryGetGuid(out var id) ? id : null;
    }

    private static bool IsAboutDeal(Event happened)
    {
        using var data = JsonDocument.Parse(happened.Data);
        return Said(data, "AboutKind") is not { ValueKind: JsonValueKind.String } kind || kind.GetString() == Funnel.Kinds.Opportunity;
    }

    // What a field became, or what it was where it became nothing.
    private static JsonElement? Said(JsonDocument data, string field) => data.RootElement.TryGetProperty(field, out var pair) && pair.ValueKind is JsonValueKind.Array ? pair.EnumerateArray().LastOrDefault(v => v.ValueKind is JsonValueKind.String) : null;
}

/// <summary>Looks at every open deal: once a day, for what only time changes, and when a rule is switched on.</summary>
internal sealed class LookAtDeals(AppDb db, IServiceScopeFactory scopes, TimeProvider clock) : IJobHandler
{
    public const string JobKind = "rules.look";

    public string Kind => JobKind;

    public string Label => T("Looking at deals by the rules");

    public string? HrefOf(Job job) => "/settings/rules";

    public async Task RunAsync(JobAtWork job, CancellationToken ct)
    {
        // What a rule does, it does for the organisation, whoever asked.
        await using var system = scopes.AsSystem(db.Viewer.TenantId);
        await LookAsync(system.ServiceProvider.GetRequiredService<AppDb>(), clock.GetUtcNow().UtcDateTime, job, ct);
    }

    internal static async Task LookAsync(AppDb all, DateTime now, JobAtWork? job, CancellationToken ct)
    {
        var starting = await all.DealRules.AsNoTracking().Where(r => r.ReadyAt == null && r.OffBecause == null).Select(r => new { r.Id, r.Version }).ToListAsync(ct);
        var (last, looked) = (Guid.Empty, 0);
        // What one batch has read of the customers around it the next ones read again.
        await using var room = await WideConnection.OpenAsync(all, ct);
        while (true)
        {
            var ids = await all.Opportunities.Where(o => o.End == StageEnd.Open && o.Id > last).OrderBy(o => o.Id).Take(KnownDeals.AtOnce).Select(o => o.Id).ToListAsync(ct);
            if (ids.Count == 0) break;
            await RunRules.OnAsync(all, ids, now, ct, withNew: true);
            all.ChangeTracker.Clear();
            (last, looked) = (ids[^1], looked + ids.Count);
            job?.Report(looked, null);
            if (ids.Count < KnownDeals.AtOnce) break;
        }
        foreach (var rule in starting)
            // Changed while they were looked through: it is looked through again for what it says now.
            if (await all.DealRules.SingleOrDefaultAsync(r => r.Id == rule.Id && r.Version == rule.Version, ct) is { } row) row.ReadyAt = now;
        await all.SaveChangesAsync(ct);
        // Rules that came with a file are asked for from here on.
        await RuleStart.AskAsync(all, ct);
    }
}

/// <summary>Asks for it once a day, where a rule acts.</summary>
internal sealed class RuleClock : IClockwork
{
    public async Task AskAsync(AppDb db, DateTime now, CancellationToken ct)
    {
        var key = JobKey.Of($"{LookAtDeals.JobKind} {DateOnly.FromDateTime(now):O}");
        if (await db.Rows<Job>().AnyAsync(j => j.Id == key, ct) || !(await RuleSet.ReadAsync(db, ct)).Asked.Any(a => a.Rule.Own is { Acts: true })) return;
        db.Add(new Job { Id = key, Kind = LookAtDeals.JobKind, AskedById = Guid.Empty, AskedAt = now, NextTryAt = now });
        await db.SaveChangesAsync(ct);
    }
}
