using System.Collections.Concurrent;
using Coxswain.Customers;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Reviews;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Efforts;

/// <summary>How much both sides did in the 90 days before the organisation's own deals were won: a quarter of them lies below the first of each two figures and a quarter above the second.</summary>
/// <param name="OursLow">A quarter of the won deals took no more of us.</param>
/// <param name="OursHigh">Three quarters took no more.</param>
/// <param name="TheirsLow">In a quarter of them the customer did no more.</param>
/// <param name="TheirsHigh">In three quarters the customer did no more.</param>
/// <param name="Won">Won deals it rests on.</param>
public sealed record EffortQuarters(int OursLow, int OursHigh, int TheirsLow, int TheirsHigh, int Won);

/// <summary>What went before the organisation's own wins, as it was known on any day.</summary>
internal sealed class EffortNorm(IReadOnlyList<EffortBeforeWin> wins)
{
    /// <summary>Fewer won deals than these say nothing.</summary>
    public const int Least = Stays.Least;

    // The latest say how customers act now, and are read again after every save.
    private const int Looked = 100;

    private readonly ConcurrentDictionary<DateOnly, EffortQuarters?> _known = new();

    /// <summary>Won deals with an account, of those looked at.</summary>
    public int Won => wins.Count;

    public static Task<EffortNorm> ReadAsync(AppDb db, CancellationToken ct) => db.Kept.ReadAsync(db, "effort before wins", async () =>
    {
        var deals = db.Rows<Opportunity>();
        var won = await deals.Where(o => o.End == StageEnd.Won && o.AccountId != null && o.ClosedOn != null).OrderByDescending(o => o.ClosedOn).ThenByDescending(o => o.Id).Take(Looked).Select(o => new { Account = o.AccountId!.Value, ClosedOn = o.ClosedOn!.Value }).ToListAsync(ct);
        var (from, to) = won is [] ? (DateOnly.MinValue, DateOnly.MinValue) : (won[^1].ClosedOn.AddDays(1 - EffortLines.Days), won[0].ClosedOn);
        var days = (await EffortLines.ByDay(EffortLines.Done(db, db.Touches(), deals, [.. won.Select(w => w.Account).Distinct()], from, to)).ToListAsync(ct)).ToLookup(d => d.Account);
        // The win itself is what the customer did on that day.
        return new EffortNorm([.. won.Select(w => new EffortBeforeWin(w.ClosedOn, EffortFact.Sum(days[w.Account], w.ClosedOn, isTheirs: false), EffortFact.Sum(days[w.Account], w.ClosedOn, isTheirs: true) - 1))]);
    });

    /// <summary>As it was known on a day; null while fewer than ten were won.</summary>
    public EffortQuarters? At(DateOnly day) => _known.GetOrAdd(day, on =>
    {
        var before = wins.Where(w => w.ClosedOn <= on).ToList();
        if (before.Count < Least) return null;
        var (ours, theirs) = (before.Select(w => w.Ours).Order().ToList(), before.Select(w => w.Theirs).Order().ToList());
        return new(At(ours, 0.25), At(ours, 0.75), At(theirs, 0.25), At(theirs, 0.75), before.Count);
    });

    private static int At(List<int> sorted, double share) => sorted[(int)Math.Ceiling(sorted.Count * share) - 1];
}

/// <summary>What both sides did before a win.</summary>
internal sealed record EffortBeforeWin(DateOnly ClosedOn, int Ours, int Theirs);

/// <summary>What both sides did in the 90 days up to a day, beside own won deals.</summary>
/// <param name="Ours">Things we did for the customer.</param>
/// <param name="Theirs">Things the customer did.</param>
/// <param name="Won">How it was before own wins; null with fewer than ten.</param>
public sealed record EffortFact(int Ours, int Theirs, EffortQuarters? Won)
{
    /// <summary>More than into three in four that were won; null where too few were.</summary>
    public bool? IsMuch => Won is null ? null : Ours > Won.OursHigh;

    /// <summary>Less than three in four of those did; null where too few were won.</summary>
    public bool? IsLittle => Won is null ? null : Theirs < Won.TheirsLow;

    /// <summary>Much goes in, and little comes back.</summary>
    public bool Drains => IsMuch is true && IsLittle is true;

    internal static EffortFact Of(IReadOnlyCollection<EffortDay> days, DateOnly day, EffortNorm norm) => new(Sum(days, day, isTheirs: false), Sum(days, day, isTheirs: true), norm.At(day));

    internal static int Sum(IEnumerable<EffortDay> days, DateOnly day, bool isTheirs) => days.Where(d => d.IsTheirs == isTheirs && d.On <= day && d.On > day.AddDays(-EffortLines.Days)).Sum(d => d.Count);
}

/// <summary>Reads how much was done for many customers and by them, in as many statements for a thousand as for one.</summary>
internal static class EffortReading
{
    /// <summary>Of the 90 days up to a day.</summary>
    public static Task<KnownEffort> NowAsync(AppDb db, IReadOnlyCollection<Guid> accounts, DateOnly day, CancellationToken ct) => ReadAsync(db, accounts, day.AddDays(1 - EffortLines.Days), day, ct);

    /// <summary>Of one customer, for pages that show much else: kept until somebody saves something.</summary>
    public static Task<EffortFact> OneAsync(AppDb db, Guid account, DateOnly day, CancellationToken ct) => db.Kept.ReadAsync(db, $"effort of {account} on {day:O}", async () => (await NowAsync(db, [account], day, ct)).Of(account, day));

    /// <summary>Of all days there are.</summary>
    public static Task<KnownEffort> PastAsync(AppDb db, IReadOnlyCollection<Guid> accounts, CancellationToken ct) => ReadAsync(db, accounts, Begin, End, ct);

    // As far back, and on, as anybody records anything.
    private static readonly DateOnly Begin = new(1990, 1, 1), End = new(2200, 1, 1);

    private static async Task<KnownEffort> ReadAsync(AppDb db, IReadOnlyCollection<Guid> accounts, DateOnly from, DateOnly to, CancellationToken ct)
    {
        var norm = await EffortNorm.ReadAsync(db, ct);
        return new((await EffortLines.ByDay(EffortLines.Done(db, db.AccountTalks(), db.Opportunities, accounts, from, to)).ToListAsync(ct)).ToLookup(d => d.Account), norm);
    }
}

/// <summary>What was done for customers and by them, as far as it was read.</summary>
internal sealed record KnownEffort(ILookup<Guid, EffortDay> Days, EffortNorm Norm)
{
    public EffortFact Of(Guid account, DateOnly day) => EffortFact.Of([.. Days[account]], day, Norm);
}
