using Coxswain.Funnel;
using Coxswain.Insight.Diagnosis;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Insight.Briefing;

/// <summary>The stages each deal left, where their order was recorded. Deals take few different ways: each way is kept once.</summary>
internal sealed class BriefExits
{
    private readonly Dictionary<Guid, IReadOnlyList<StageExit>> _byDeal = [];
    private readonly Dictionary<Way, IReadOnlyList<StageExit>> _ways = [];
    private readonly List<StageExit> _now = [];

    public IReadOnlyList<StageExit> Of(Guid deal) => _byDeal.GetValueOrDefault(deal, []);

    public static async Task<BriefExits> ReadAsync(AppDb db, CancellationToken ct)
    {
        var names = await db.StageRows().ToDictionaryAsync(s => s.Id, s => s.Name, ct);
        var exits = new BriefExits();
        StageMove? last = null;
        await foreach (var move in db.StageMoves().AsAsyncEnumerable().WithCancellation(ct))
        {
            if (last is not null && last.OpportunityId != move.OpportunityId) exits.End(last.OpportunityId);
            else if (last is { StageId: { } stage, End: StageEnd.Open } && move.StageId != stage && names.TryGetValue(stage, out var name)) exits._now.Add(new StageExit(name, move.End is StageEnd.Open or StageEnd.Won));
            last = move;
        }
        if (last is not null) exits.End(last.OpportunityId);
        return exits;
    }

    private void End(Guid deal)
    {
        if (_now.Count == 0) return;
        var way = new Way([.. _now]);
        if (!_ways.TryGetValue(way, out var known)) _ways[way] = known = way.Exits;
        _byDeal[deal] = known;
        _now.Clear();
    }

    private readonly record struct Way(StageExit[] Exits)
    {
        public bool Equals(Way other) => Exits.AsSpan().SequenceEqual(other.Exits);

        public override int GetHashCode()
        {
            var hash = new HashCode();
            foreach (var exit in Exits) hash.Add(exit);
            return hash.ToHashCode();
        }
    }
}
