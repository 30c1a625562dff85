using System.Globalization;
using Coxswain.Customers;
using Coxswain.Customers.Maps;
using Coxswain.Customers.Service.Guard;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Plans;

/// <summary>What the organisation's own closed deals with a plan say about what was known and what was not. Below a least number they say nothing.</summary>
internal sealed record PlanHistory(IReadOnlyList<PlanHistory.Ended> Deals, long? MedianWon)
{
    public const int LeastClosed = 30, LeastWon = 10, LeastNotWon = 10, LeastOfEach = 10;

    // The latest are enough, and cost the same at a million deals as at a thousand.
    private const int Looked = 2_000, Won = 600, LeastAmounts = 10;

    /// <summary>A closed deal with a plan, and what was known in it.</summary>
    public sealed record Ended(bool IsWon, bool Approver, bool Guide, bool Gain, bool Stance);

    public bool IsEnough => Deals.Count >= LeastClosed && Deals.Count(d => d.IsWon) >= LeastWon && Deals.Count(d => !d.IsWon) >= LeastNotWon;

    /// <summary>Kept for a while, so that a page does not count again what the one before has counted.</summary>
    public static Task<PlanHistory> ReadAsync(AppDb db, string currency, CancellationToken ct) => db.Kept.ReadAsync(db, $"plans that ended, and won in {currency}", () => CountAsync(db, currency, ct));

    private static async Task<PlanHistory> CountAsync(AppDb db, string currency, CancellationToken ct)
    {
        var said = db.PlanJudgements;
        var parts = db.KnownParts();
        var ended = await (from begun in said.Where(j => j.Field == PlanField.Begun)
                           join deal in db.Opportunities on begun.OpportunityId equals deal.Id
                           where deal.End != StageEnd.Open
                           orderby deal.ClosedOn descending, deal.Id
                           select new Ended(deal.End == StageEnd.Won, parts.Any(p => p.DealId == deal.Id && p.Part == DealPart.Approver && p.AsOf <= deal.ClosedOn), parts.Any(p => p.DealId == deal.Id && p.Part == DealPart.Guide && p.AsOf <= deal.ClosedOn), said.Any(j => j.OpportunityId == deal.Id && j.Field == PlanField.Gain && j.Text != null && j.On <= deal.ClosedOn), said.Any(j => j.OpportunityId == deal.Id && j.Field == PlanField.Stance && j.Value != null && j.On <= deal.ClosedOn))).Take(Looked).ToListAsync(ct);
        // A role that does not see amounts is told nothing by them either.
        var hidden = db.Reaches.Fields.Hidden(Kinds.Opportunity).Contains("Amount");
        var amounts = hidden ? [] : await db.Opportunities.Where(o => o.End == StageEnd.Won && o.Currency == currency && o.Amount != null).OrderByDescending(o => o.CloseOn).Take(Won).Select(o => o.Amount!.Value).ToListAsync(ct);
        amounts.Sort();
        return new PlanHistory(ended, amounts.Count < LeastAmounts ? null : amounts[amounts.Count / 2]);
    }

    /// <summary>What deals without something came to, with their number; where there are too few, that there are.</summary>
    /// <param name="known">What was known.</param>
    /// <param name="without">Says of those without: how many were won, of how many, and the range that holds the true share nine times in ten (Wilson).</param>
    public string Said(Func<Ended, bool> known, Func<int, int, string, string> without)
    {
        if (!IsEnough) return T("Too few deals with a plan have ended here to say it with a number.");
        var (missing, rest) = (Deals.Where(d => !known(d)).ToList(), Deals.Where(known).ToList());
        if (missing.Count == 0) return T("In all {0} deals with a plan that ended here it was known.", Deals.Count);
        if (missing.Count < LeastOfEach) return N(missing.Count, "In one of {1} deals with a plan that ended here it was not known: too few to say what came of it.", "In {0} of {1} deals with a plan that ended here it was not known: too few to say what came of it.", Deals.Count);
        return without(missing.Count(d => d.IsWon), missing.Count, Range(missing)) + (rest.Count < LeastOfEach ? "" : " " + T("With it, {0} of {1} were won ({2}).", rest.Count(d => d.IsWon), rest.Count, Range(rest)));
    }

    private static string Range(IReadOnlyList<Ended> deals)
    {
        var share = Ratio.Of(deals.Count(d => d.IsWon), deals.Count)!;
        return T("{0} to {1}", share.Low.ToString("P0", CultureInfo.CurrentCulture), share.High.ToString("P0", CultureInfo.CurrentCulture));
    }
}
