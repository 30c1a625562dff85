using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Reviews;

/// <summary>When an open deal is stalled: nothing is agreed, or it is open longer than nine in ten of the organisation's own won deals took.</summary>
/// <param name="Days">So many days; null with fewer than ten won deals of which both days are known.</param>
/// <param name="N">Won deals it rests on.</param>
public sealed record StallRule(int? Days, int N)
{
    internal const int Looked = 600;
    private const int Least = Stays.Least;

    internal static Task<StallRule> ReadAsync(AppDb db, CancellationToken ct) => db.Kept.ReadAsync(db, "days to a win", async () =>
        Of([.. (await db.Rows<Opportunity>().Where(o => o.End == StageEnd.Won && o.OpenedOn != null && o.ClosedOn != null).OrderByDescending(o => o.ClosedOn).ThenByDescending(o => o.Id).Take(Looked).Select(o => new { o.OpenedOn, o.ClosedOn }).ToListAsync(ct)).Select(o => o.ClosedOn!.Value.DayNumber - o.OpenedOn!.Value.DayNumber)]));

    /// <summary>Half of them took no longer; null with fewer than ten.</summary>
    public int? Half { get; init; }

    internal static StallRule Of(IReadOnlyList<int> took) => new(took.Count < Least ? null : took.Order().ElementAt((int)Math.Ceiling(took.Count * 0.9) - 1), took.Count) { Half = took.Count < Least ? null : HalfOf(took) };

    internal static int HalfOf(IReadOnlyList<int> took) => took.Order().ElementAt((int)Math.Ceiling(took.Count * 0.5) - 1);

    /// <summary>Why an open deal takes long beside own won ones; null where it does not, or too little is known.</summary>
    internal string? Slow(DateOnly opened, DateOnly today) => today.DayNumber - opened.DayNumber is var open && open > Days ? T("It is open for {0} days; nine in ten of the last {1} won deals took {2} at most.", open, N, Days)
        : open > Half ? T("Open for {0} days; half of the last {1} won deals took {2} at most.", open, N, Half) : null;

    /// <summary>Why a deal is stalled; null where it is not.</summary>
    public string? Why(OpportunityView deal, DateOnly today)
    {
        if (deal.End is not StageEnd.Open) return null;
        if (Days is { } most && deal.OpenedOn is { } opened && today.DayNumber - opened.DayNumber is var open && open > most) return T("It is open for {0} days; nine in ten of the last {1} won deals took {2} at most.", open, N, most);
        return deal.NextStep is null ? T("No next step is agreed.") : null;
    }

    /// <summary>The rule itself.</summary>
    public string Says => Days is { } most ? T("An open deal counts as stalled when no next step is agreed, or when it is open for more than {0} days: nine in ten of the last {1} won deals took no longer.", most, N)
        : T("An open deal counts as stalled when no next step is agreed. With ten won deals it will also count as stalled when it is open longer than nine in ten of them took.");
}
