using System.Text.Json;
using System.Text.Json.Serialization;
using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Data;
using Coxswain.Platform.Exporting;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Export;

/// <summary>What a deal was from when to when goes along with it, as we believe it now: without that, no figure of a past day would be the same.</summary>
internal static class DealPast
{
    public const string Name = "Past";
    private static readonly JsonSerializerOptions Short = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() }, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    // What is as it is to be expected is left out: that a state ends where the next begins and was known when it began, and that whose it is and the currency are those of the deal.
    private sealed record State(DateTime From, DateTime? To, DateTime? RecordedAt, Guid? StageId, StageEnd? End, Guid? OwnerId, long? Amount, string? Currency, DateOnly? CloseOn, ForecastCategory? Category);

    public static async Task<IReadOnlyDictionary<Guid, string>> ReadAsync(AppDb db, IReadOnlyList<Opportunity> deals, CancellationToken ct)
    {
        var ids = deals.Select(d => d.Id).ToList();
        var states = await db.OpportunityStates.Where(s => s.SupersededAt == null && ids.Contains(s.OpportunityId))
            .Select(s => new Believed(s.OpportunityId, s.From, s.To, s.RecordedAt, s.StageId, s.End, s.OwnerId, s.Amount, s.Currency, s.CloseOn, s.Category)).ToListAsync(ct);
        var of = states.ToLookup(s => s.OpportunityId);
        return deals.Where(d => of.Contains(d.Id)).ToDictionary(d => d.Id, d => JsonSerializer.Serialize(Written(d, [.. of[d.Id].OrderBy(s => s.From).ThenBy(s => s.To ?? DateTime.MaxValue)]), Short));
    }

    private readonly record struct Believed(Guid OpportunityId, DateTime From, DateTime? To, DateTime RecordedAt, Guid? StageId, StageEnd End, Guid OwnerId, long? Amount, string Currency, DateOnly? CloseOn, ForecastCategory? Category);

    private static List<State> Written(Opportunity deal, List<Believed> states)
    {
        var written = new List<State>(states.Count);
        for (var i = 0; i < states.Count; i++)
        {
            var s = states[i];
            written.Add(new State(s.From, i + 1 < states.Count && s.To == states[i + 1].From ? null : s.To, s.RecordedAt == s.From ? null : s.RecordedAt, s.StageId, s.End is StageEnd.Open ? null : s.End,
                s.OwnerId == deal.OwnerId ? null : s.OwnerId, s.Amount, s.Currency == deal.Currency ? null : s.Currency, s.CloseOn, s.Category));
        }
        return written;
    }

    /// <summary>Gives new deals the past that stands in their rows.</summary>
    public static async Task RecallAsync(OwnRows<Opportunity> rows, CancellationToken ct)
    {
        var stages = await rows.Batch.Db.Stages.AsNoTracking().ToListAsync(ct);
        foreach (var row in rows.Rows.Where(r => r.IsNew && r.Row.Has(Name)))
        {
            try
            {
                var states = JsonSerializer.Deserialize<List<State>>(row.Row.Text(Name)!, Short)!.ConvertAll(s => Of(row.Record, s, rows.Here));
                for (var i = 0; i + 1 < states.Count; i++) states[i].To ??= states[i + 1].From;
                if (states is not [.., { To: null }]) { row.Problem = T("Its past has no end that is now."); continue; }
                var ends = states.ConvertAll(s => s.To);
                // Who told of a move tells where it led, and a stage that is gone has no name to tell.
                if (states.TrueForAll(s => s.StageId is null || stages.Exists(k => k.Id == s.StageId))) OpportunityHistory.Remember(row.Record, states, stages);
                else row.Record.KnownHistory = states;
                for (var i = 0; i < states.Count; i++) states[i].To = ends[i];
            }
            catch (JsonException) { row.Problem = T("Its past cannot be read."); }
        }
    }

    private static OpportunityState Of(Opportunity deal, State s, Func<Guid, Guid> here) => new()
    {
        OpportunityId = deal.Id, From = s.From, To = s.To, RecordedAt = s.RecordedAt ?? s.From, StageId = s.StageId is { } stage ? here(stage) : null, End = s.End ?? StageEnd.Open, OwnerId = s.OwnerId is { } owner ? here(owner) : deal.OwnerId, Amount = s.Amount, Currency = s.Currency ?? deal.Currency, CloseOn = s.CloseOn, Category = s.Category,
    };
}
