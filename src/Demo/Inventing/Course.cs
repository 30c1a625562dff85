using Coxswain.Funnel;
namespace Coxswain.Demo.Inventing;

/// <summary>The course a deal takes: won or not, how far it gets, and when it gets there.</summary>
internal sealed class Course(CompanyPlan plan, ProcessFault? fault)
{
    /// <summary>Stages a deal can be in while open; the first is left on the way in, so that losses happen in the others.</summary>
    public const int Stages = 5;

    private static readonly double[] LossesByStage = [0.25, 0.3, 0.25, 0.2];

    public InventedDeal Of(Seller seller, DateOnly opened)
    {
        var chance = seller.Chance;
        var (product, industry, source) = (chance.Weighted(seller.Products), chance.Weighted(seller.Industries), chance.Weighted(seller.Sources));
        var (p, i, s) = (Market.Products[product], Market.Industries[industry], Market.Sources[source]);
        var ordinary = Market.Odds + p.Odds + i.Odds + s.Odds + Market.Season(opened);
        var own = ordinary + seller.Effect(Weakness.Odds);
        var now = own + (fault is not null && opened >= fault.Since ? Math.Log(ProcessFault.Odds) : 0);
        var draw = chance.Share();
        var won = draw < Probability(now);
        var days = chance.Around(won ? Market.DaysWon : Market.DaysLost, 0.6) * Math.Exp(p.Length + i.Length + seller.Effect(Weakness.Cycle));
        var amount = chance.Around(Market.Amount, 0.5) * Math.Exp(p.Size + i.Size + seller.Effect(Weakness.Value));
        var at = won ? Stages - 1 : LostAt(seller, draw, ordinary, own);
        var closed = opened.AddDays(Math.Max(1, (int)days));
        var noDecision = chance.Of(Market.NoDecision);
        return new()
        {
            Seller = seller, Opened = opened, Product = product, Industry = industry, Source = chance.Of(Market.UnknownSource) ? null : source, Amount = Math.Max(100, (long)amount),
            Ending = closed > plan.Until ? StageEnd.Open : won ? StageEnd.Won : noDecision ? StageEnd.NoDecision : StageEnd.Lost,
            Closed = closed > plan.Until ? null : closed, Reached = Steps(opened, closed, at, chance),
        };
    }

    // One draw decides: below the own odds a deal is won, between them and those of others it is lost by what is wrong, above as everybody loses.
    private int LostAt(Seller seller, double draw, double ordinary, double own)
    {
        if (draw < Probability(own)) return fault!.Stage;
        if (seller.WeakStage is { } weak && draw < Probability(ordinary)) return weak;
        return seller.Chance.Weighted(LossesByStage) + 1;
    }

    private IReadOnlyList<DateOnly> Steps(DateOnly opened, DateOnly closed, int last, Chance chance)
    {
        var days = closed.DayNumber - opened.DayNumber;
        double[] shares = [.. Enumerable.Range(0, last + 1).Select(_ => 0.4 - Math.Log(1 - chance.Share()))];
        var (sum, so) = (shares.Sum(), 0.0);
        var reached = new List<DateOnly>(last);
        foreach (var share in shares[..last])
            if (opened.AddDays((int)((so += share) / sum * days)) is var day && day <= plan.Until) reached.Add(day);
        return reached;
    }

    private static double Probability(double odds) => 1 / (1 + Math.Exp(-odds));
}

/// <summary>Something wrong with the process, not with a person.</summary>
/// <param name="Stage">Where the deals are lost that would have been won before, as a stage's place among the open ones.</param>
/// <param name="Since">Deals opened from this day on.</param>
public sealed record ProcessFault(int Stage, DateOnly Since)
{
    /// <summary>The odds of winning as a multiple of what they were.</summary>
    public const double Odds = 0.75;
}
