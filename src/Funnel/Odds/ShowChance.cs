using System.Text.Json.Serialization;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Odds;

/// <summary>Shows what plans of ended deals tell of winning here, with what it rests on and how well it tells.</summary>
internal static class ShowChance
{
    public static async Task<Outcome<ChanceModel>> Do(AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (db.Reaches.For(Kinds.Opportunity, AccessLevel.Read) is { Everyone: false, Owners.Count: 0, Shared.Count: 0 }) return Outcome.Missing;
        return await ReadAsync(db, (await Standing.ReadAsync(db, clock, ct)).Day, ct);
    }

    /// <summary>As it was worked out last, up to a day.</summary>
    public static async Task<ChanceModel> ReadAsync(AppDb db, DateOnly day, CancellationToken ct) =>
        await db.PlanModels.AsNoTracking().Where(m => m.Day <= day).OrderByDescending(m => m.Day).FirstOrDefaultAsync(ct) is { } row ? Of(row) : new ChanceModel { State = ChanceState.NotYet };

    private static ChanceModel Of(PlanModel row)
    {
        var read = row.Read();
        return new ChanceModel
        {
            State = read is null ? ChanceState.TooFew : read.Check.IsBetter ? ChanceState.Tells : ChanceState.TellsNothing, WorkedOutOn = row.Day, Ended = row.Ended, Deals = row.Deals, Won = row.Won,
            Intercept = read?.Fit.Fit.Weights[0], Check = read?.Check, Scores = read is null ? [] : [.. read.Fit.Usual.Select((u, i) => Weighed(u, read.Fit.Fit, i + 1))], Fit = read?.Fit,
        };
    }

    private static ScoreWeight Weighed(UsualScore usual, LogisticFit fit, int at)
    {
        var (weight, error) = (fit.Weights[at], Math.Sqrt(fit.Covariance[at][at]));
        var (low, high) = (weight - PlanFit.Ninety * error, weight + PlanFit.Ninety * error);
        return new(usual.Score, usual.Mean, usual.Spread, usual.Known) { Weight = usual.Spread > 0 ? weight : null, Error = usual.Spread > 0 ? error : null, MoreWon = More(weight), MoreWonLow = More(low), MoreWonHigh = More(high) };

        // From where all four are usual, what ten points more of this one go with.
        double? More(double of) => usual.Spread > 0 ? Logistic.Share(fit.Weights[0] + of * ScoreWeight.Step / usual.Spread) - Logistic.Share(fit.Weights[0]) : null;
    }
}

/// <summary>How far it can be told what goes with winning.</summary>
[JsonConverter(typeof(JsonStringEnumConverter<ChanceState>))]
public enum ChanceState
{
    /// <summary>No night has worked it out yet.</summary>
    NotYet,

    /// <summary>Too few deals with a plan have ended.</summary>
    TooFew,

    /// <summary>It tells deals it has not seen no better than the plain share of wins does: no deal is given a chance.</summary>
    TellsNothing,

    /// <summary>It tells them better.</summary>
    Tells,
}

/// <summary>What plans of ended deals tell of winning here.</summary>
public sealed record ChanceModel
{
    public required ChanceState State { get; init; }

    /// <summary>The day; null before the first.</summary>
    public DateOnly? WorkedOutOn { get; init; }

    /// <summary>Deals with a plan that ended.</summary>
    public int Ended { get; init; }

    /// <summary>Those that had it at half of their life: it rests on these.</summary>
    public int Deals { get; init; }
    public int Won { get; init; }
    public int NotWon => Deals - Won;

    /// <summary>So many more are needed.</summary>
    public int MissingDeals => Math.Max(0, PlanFit.LeastEnded - Deals);
    public int MissingWon => Math.Max(0, PlanFit.LeastWon - Won);
    public int MissingNotWon => Math.Max(0, PlanFit.LeastNotWon - NotWon);

    /// <summary>The logit of the chance where all four are usual.</summary>
    public double? Intercept { get; init; }
    public IReadOnlyList<ScoreWeight> Scores { get; init; } = [];

    /// <summary>How well it tells what it has not seen.</summary>
    public PlanCheck? Check { get; init; }

    [JsonIgnore]
    internal PlanFit? Fit { get; init; }
}

/// <summary>What a score weighs.</summary>
/// <param name="Score">Which.</param>
/// <param name="Usual">Its mean.</param>
/// <param name="Spread">Its standard deviation.</param>
/// <param name="Known">Of so many deals it was known.</param>
public sealed record ScoreWeight(PlanScore Score, double Usual, double Spread, int Known)
{
    /// <summary>Ten points of a hundred.</summary>
    internal const double Step = .1;

    /// <summary>What one spread more adds to the logit; null where it was the same in all.</summary>
    public double? Weight { get; init; }
    public double? Error { get; init; }

    /// <summary>By so much the share of wins was greater with ten points more of it, the others being usual.</summary>
    public double? MoreWon { get; init; }
    public double? MoreWonLow { get; init; }
    public double? MoreWonHigh { get; init; }

    /// <summary>Its range leaves no doubt which way it goes.</summary>
    internal bool IsClear => MoreWonLow > 0 || MoreWonHigh < 0;
}
