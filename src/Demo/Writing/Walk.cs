using Coxswain.Demo.Inventing;
using Coxswain.Funnel;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Stages;
namespace Coxswain.Demo.Writing;

/// <summary>One deal on its way through the stages, day by day by the same rules that real ones follow.</summary>
internal sealed class Walk(Opportunity deal, InventedDeal invented, IReadOnlyList<Stage> stages, (DateTime Morning, Guid Heir)? handOver, CompanyPlan plan)
{
    private static readonly string[] Because = ["Price", "Chose another supplier", "Features missing", "Lost touch"];

    private readonly List<OpportunityState> _states = [];
    private readonly Chance _chance = invented.Seller.Chance;
    private int _stage;
    private bool _isHandedOver;

    public void Take()
    {
        Remember(deal.StageSince!.Value);
        // One in five is more with a customer we have, one in six goes on with them; read from the key, so that it takes no draw.
        deal.Business = deal.Id.ToByteArray()[13] switch { < 51 => BusinessKind.Expansion, < 92 => BusinessKind.Renewal, _ => deal.Business };
        foreach (var day in invented.Reached) Step(plan.Morning(day));
        if (invented.Closed is { } closed) End(plan.Morning(closed));
        else Wait(plan.Morning(plan.Until));
        OpportunityHistory.Remember(deal, _states, stages);
    }

    /// <summary>What one thinks it is worth before it is known.</summary>
    public static long Estimate(InventedDeal invented, double spread) => ((long)(invented.Seller.Chance.Around(invented.Amount, spread) / 100) + 1) * 100_00;

    private long Guessed() => Abroad.In(deal.Currency, Estimate(invented, 0.15));

    private void Step(DateTime at)
    {
        Wait(at);
        deal.Stand(stages[++_stage], at);
        var isOffered = _stage >= Course.Stages - 2;
        deal.Amount = isOffered ? Abroad.In(deal.Currency, invented.Amount * 100) : deal.Amount ?? Guessed();
        // What the customer signs next is counted on by some sellers; read from the key, so that it takes no draw.
        if (_stage == Course.Stages - 1 && deal.Id.ToByteArray()[14] < 110) deal.Category = ForecastCategory.Commit;
        if (deal.CloseOn <= DateOnly.FromDateTime(at).AddDays(14)) deal.CloseOn = DateOnly.FromDateTime(at).AddDays(_chance.Between(20, 60));
        Remember(at);
    }

    private void End(DateTime at)
    {
        Wait(at);
        var end = invented.Ending;
        deal.Stand(stages.First(s => s.End == end), at);
        deal.Amount ??= Guessed();
        if (end is not StageEnd.Won) deal.ClosedBecause = end is StageEnd.Lost ? _chance.One(Because) : "Stayed as they were";
        Remember(at);
    }

    // A day that has gone by is mostly put off the morning after; some sellers leave it, and Today has something true to say.
    private void Wait(DateTime until)
    {
        HandOverBefore(until);
        while (deal.CloseOn is { } day && plan.Morning(day.AddDays(1)) is var morning && morning < until && morning > _states[^1].From && _chance.Of(0.85))
        {
            deal.CloseOn = day.AddDays(_chance.Between(14, 60));
            Remember(morning);
        }
    }

    // What is open when its seller leaves is the heir's from the next morning on.
    private void HandOverBefore(DateTime at)
    {
        if (_isHandedOver || handOver is not { } over || over.Morning >= at || over.Morning <= _states[^1].From) return;
        _isHandedOver = true;
        deal.OwnerId = over.Heir;
        Remember(over.Morning);
    }

    // Recorded on the day it happened, so that any past day can be looked at as it was known then. Of two steps on one day the later stays.
    private void Remember(DateTime at)
    {
        if (_states.Count > 0 && _states[^1].From >= at) _states.RemoveAt(_states.Count - 1);
        _states.Add(OpportunityHistory.StateOf(deal, at, at));
    }
}
