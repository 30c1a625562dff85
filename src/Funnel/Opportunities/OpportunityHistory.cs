using Coxswain.Funnel.Stages;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Opportunities;

/// <summary>Writes the past of an opportunity where it is more than "since now": imports and changes with an earlier date.</summary>
internal static class OpportunityHistory
{
    /// <summary>
    /// The history the known dates allow, and no more: occurred then, recorded now. Between opening and the last known day nobody
    /// recorded stage, amount or close date, so they are unknown there.
    /// </summary>
    /// <param name="opportunity">With its dates, stage and owner set.</param>
    /// <param name="knownOn">The day its present stage is known for: the newest date of its file.</param>
    /// <param name="now">When we learned it.</param>
    public static void Reconstruct(Opportunity opportunity, DateOnly knownOn, DateTime now)
    {
        var since = opportunity.End is StageEnd.Open ? knownOn : opportunity.ClosedOn ?? knownOn;
        var states = new List<OpportunityState>();
        if (opportunity.OpenedOn is { } opened && opened < since) states.Add(Unrecorded(opportunity, Start(opened), Start(since), now));
        states.Add(StateOf(opportunity, Start(since), now));
        opportunity.KnownHistory = states;
        opportunity.StageSince = opportunity.End is StageEnd.Open || opportunity.ClosedOn is null ? null : Start(since);
    }

    /// <summary>The history where it is known when it came into which stage: those days, and nobody's amounts and close dates of that time.</summary>
    /// <param name="opportunity">With its dates, stage and owner set.</param>
    /// <param name="stays">The open stages it came into, with the days, the oldest first.</param>
    /// <param name="knownOn">The day its present stage is known for.</param>
    /// <param name="now">When we learned it.</param>
    /// <param name="stages">All it was in.</param>
    public static void Recall(Opportunity opportunity, IReadOnlyList<(Guid Stage, DateOnly On)> stays, DateOnly knownOn, DateTime now, IReadOnlyList<Stage> stages)
    {
        var end = opportunity.End is StageEnd.Open ? (DateOnly?)null : opportunity.ClosedOn ?? knownOn;
        var states = new List<OpportunityState>();
        var known = stays.Where(s => end is null || s.On <= end).ToList();
        if (known.Count == 0) { Reconstruct(opportunity, knownOn, now); return; }
        if (opportunity.OpenedOn is { } opened && opened < known[0].On) states.Add(Unrecorded(opportunity, Start(opened), Start(known[0].On), now));
        // It is where it is since it came there, or since the newest day we know of, where the file does not say so.
        var last = end is null && known[^1].Stage == opportunity.StageId ? known[^1].On : end ?? (known[^1].On > knownOn ? known[^1].On : knownOn);
        foreach (var (stage, on) in known.Where(s => s.On < last || end is not null)) states.Add(InStage(opportunity, stage, Start(on), now));
        states.Add(StateOf(opportunity, Start(last), now));
        Remember(opportunity, [.. states.GroupBy(s => s.From).Select(g => g.Last())], stages);
        opportunity.StageSince = Start(last);
    }

    /// <summary>A history fully known, oldest first: each row ends where the next begins.</summary>
    /// <param name="opportunity">As it is now.</param>
    /// <param name="states">What it was, and is last.</param>
    /// <param name="stages">All it was in.</param>
    public static void Remember(Opportunity opportunity, IReadOnlyList<OpportunityState> states, IReadOnlyList<Stage> stages)
    {
        for (var i = 0; i + 1 < states.Count; i++) states[i].To = states[i + 1].From;
        opportunity.KnownHistory = states;
        opportunity.Past = [.. states.Zip(states.Skip(1), (before, after) => new PastChange(after.From, [.. Changes(opportunity, before, after)], Moved(before, after, stages)))];
    }

    private static OpportunityMoved? Moved(OpportunityState before, OpportunityState after, IReadOnlyList<Stage> stages) =>
        before.StageId is { } from && after.StageId is { } to && from != to ? OpportunityMoved.Of(stages.First(s => s.Id == from).Name, stages.First(s => s.Id == to)) : null;

    private static IEnumerable<FieldChange> Changes(Opportunity opportunity, OpportunityState before, OpportunityState after)
    {
        if (before.StageId != after.StageId) yield return new(nameof(Opportunity.StageId), before.StageId, after.StageId);
        if (before.OwnerId != after.OwnerId) yield return new(nameof(Opportunity.OwnerId), before.OwnerId, after.OwnerId);
        if (before.Amount != after.Amount) yield return new(nameof(Opportunity.Amount), before.Amount, after.Amount);
        if (before.CloseOn != after.CloseOn) yield return new(nameof(Opportunity.CloseOn), before.CloseOn, after.CloseOn);
        if (before.Category != after.Category) yield return new(nameof(Opportunity.Category), before.Category, after.Category);
        if (before.End == after.End || opportunity.ClosedOn is null) yield break;
        yield return new(nameof(Opportunity.ClosedOn), null, opportunity.ClosedOn);
        if (opportunity.ClosedBecause is { } reason) yield return new(nameof(Opportunity.ClosedBecause), null, reason);
    }

    /// <summary>Takes what the opportunity is now as true since an earlier moment: what we believed of the time after it is superseded, not erased.</summary>
    public static async Task BackdateAsync(AppDb db, Opportunity opportunity, DateTime since, DateTime now, CancellationToken ct)
    {
        var believed = await db.OpportunityStates.Where(s => s.OpportunityId == opportunity.Id && s.SupersededAt == null && (s.To == null || s.To > since)).ToListAsync(ct);
        foreach (var state in believed)
        {
            state.SupersededAt = now;
            if (state.From < since) db.Add(Copy(state, since, now));
        }
        var next = StateOf(opportunity, since, now);
        opportunity.IsNow(next);
        opportunity.IsHistoryWritten = true;
        db.Add(next);
    }

    /// <summary>What the opportunity is now, true from a moment on.</summary>
    public static OpportunityState StateOf(Opportunity o, DateTime from, DateTime now) => new()
    {
        OpportunityId = o.Id, From = from, RecordedAt = now, StageId = o.StageId, End = o.End, OwnerId = o.OwnerId,
        Amount = o.Amount, Currency = o.Currency, CloseOn = o.CloseOn, Category = o.Category,
    };

    internal static OpportunityState Stub(Guid stateId, DateTime since, Opportunity o) => new()
    {
        Id = stateId, OpportunityId = o.Id, From = since, RecordedAt = default, StageId = null, End = o.End, OwnerId = o.OwnerId,
        Amount = null, Currency = o.Currency, CloseOn = null, Category = null,
    };

    private static OpportunityState Unrecorded(Opportunity o, DateTime from, DateTime to, DateTime now) => new()
    {
        OpportunityId = o.Id, From = from, To = to, RecordedAt = now, StageId = null, End = StageEnd.Open, OwnerId = o.OwnerId,
        Amount = null, Currency = o.Currency, CloseOn = null, Category = null,
    };

    private static OpportunityState InStage(Opportunity o, Guid stage, DateTime from, DateTime now) => new()
    {
        OpportunityId = o.Id, From = from, RecordedAt = now, StageId = stage, End = StageEnd.Open, OwnerId = o.OwnerId, Amount = null, Currency = o.Currency, CloseOn = null, Category = null,
    };

    private static OpportunityState Copy(OpportunityState s, DateTime to, DateTime now) => new()
    {
        OpportunityId = s.OpportunityId, From = s.From, To = to, RecordedAt = now, StageId = s.StageId, End = s.End, OwnerId = s.OwnerId,
        Amount = s.Amount, Currency = s.Currency, CloseOn = s.CloseOn, Category = s.Category,
    };

    internal static DateTime Start(DateOnly day) => day.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);
}
