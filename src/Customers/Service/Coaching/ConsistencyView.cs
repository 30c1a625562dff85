using System.Text.Json.Serialization;
using Coxswain.Customers.Service.Guard;
namespace Coxswain.Customers.Service.Coaching;

/// <summary>Whether people in support differ beyond chance in how customers found their help.</summary>
public enum SpreadVerdict { NotEnough, NoDetectableDifference, Differs }

/// <summary>Whether one is asked for by name beyond what an even spread would bring.</summary>
public enum PreferenceVerdict { NotEnough, Even, Concentrated }

/// <summary>How one person's help is found, beside the others'.</summary>
/// <param name="Person">What the row is found by: a letter until the team was told.</param>
/// <param name="Name">As they are called.</param>
/// <param name="Satisfied">Of their rated cases; null below five.</param>
/// <param name="Rated">How many were rated.</param>
/// <param name="Knowledge">Mean of what coaches saw, 1 to 5; null below five.</param>
/// <param name="Skill">The same of skill in service.</param>
/// <param name="Seen">How often a coach saw them.</param>
/// <param name="AskedFor">How often customers asked for them by name.</param>
public sealed record ConsistencyRow(string Person, string Name, Ratio? Satisfied, int Rated, double? Knowledge, double? Skill, int Seen, int AskedFor)
{
    internal Guid PersonId { get; init; }
}

/// <summary>How alike the help of support is, whoever gives it.</summary>
public sealed record ConsistencyView
{
    public required DateOnly From { get; init; }
    public required DateOnly To { get; init; }

    [JsonConverter(typeof(JsonStringEnumConverter<SpreadVerdict>))]
    public required SpreadVerdict Spread { get; init; }

    /// <summary>Standard deviation of the true shares of satisfied customers between people, chance taken out; 0 to 1; null where there is too little.</summary>
    public double? Between { get; init; }
    public double? KnowledgeBetween { get; init; }
    public double? SkillBetween { get; init; }

    /// <summary>People with enough ratings to compare.</summary>
    public required int Compared { get; init; }
    public Ratio? Team { get; init; }

    [JsonConverter(typeof(JsonStringEnumConverter<PreferenceVerdict>))]
    public required PreferenceVerdict Preference { get; init; }

    /// <summary>Cases in which somebody was asked for by name.</summary>
    public required int Requests { get; init; }

    /// <summary>The share of them that falls on the one asked for most.</summary>
    public Ratio? Top { get; init; }

    /// <summary>Who that is, where the viewer may see it.</summary>
    public string? TopName { get; init; }

    /// <summary>As if so many people were asked for equally often.</summary>
    public double? Effective { get; init; }

    /// <summary>How many people could be asked for.</summary>
    public required int People { get; init; }

    /// <summary>Not satisfied where another than the one asked for saw to it.</summary>
    public Ratio? UnhappyWithAnother { get; init; }

    /// <summary>Not satisfied in all other cases.</summary>
    public Ratio? UnhappyElse { get; init; }
    public required IReadOnlyList<ConsistencyRow> Rows { get; init; }
    public bool HasUnnamed { get; init; }
}

/// <summary>Counted ratings of one person.</summary>
internal sealed record Ratings(Guid PersonId, int Rated, int Good);

/// <summary>The statistics of consistency: nothing of them names anybody.</summary>
internal static class Consistency
{
    private const double Upper90 = 1.2815515655446004;

    /// <summary>
    /// Variance between people by the method of moments (DerSimonian and Laird 1986) on their shares, and whether Cochran's Q is beyond the
    /// ninth tenth of chance (Wilson and Hilferty 1931 for the quantile).
    /// </summary>
    public static (SpreadVerdict Verdict, double? Between) Spread(IReadOnlyCollection<Ratings> people)
    {
        var all = people.Where(p => p.Rated >= Ratio.Floor).ToList();
        if (all.Count < 2) return (SpreadVerdict.NotEnough, null);
        var p = (double)all.Sum(r => r.Good) / all.Sum(r => r.Rated);
        if (p is 0 or 1) return (SpreadVerdict.NoDetectableDifference, 0);
        var weights = all.ConvertAll(r => r.Rated / (p * (1 - p)));
        var q = all.Zip(weights, (r, w) => w * Square((double)r.Good / r.Rated - p)).Sum();
        var (degrees, sum) = (all.Count - 1, weights.Sum());
        var between = Math.Max(0, (q - degrees) / (sum - weights.Sum(w => w * w) / sum));
        var critical = degrees * Math.Pow(1 - 2.0 / (9 * degrees) + Upper90 * Math.Sqrt(2.0 / (9 * degrees)), 3);
        return (q > critical ? SpreadVerdict.Differs : SpreadVerdict.NoDetectableDifference, Math.Sqrt(between));
    }

    /// <summary>
    /// Whether the one asked for most is asked for beyond an even spread over so many people: the exact upper tail of the binomial, times the
    /// number of people, since it is the greatest of so many, is below a twentieth.
    /// </summary>
    public static PreferenceVerdict Preference(IReadOnlyCollection<int> asked, int people)
    {
        var n = asked.Sum();
        if (n < Ratio.Floor || people < 2) return PreferenceVerdict.NotEnough;
        return people * Tail(asked.Max(), n, 1.0 / people) < 0.05 ? PreferenceVerdict.Concentrated : PreferenceVerdict.Even;
    }

    /// <summary>One over the sum of squared shares.</summary>
    public static double? Effective(IReadOnlyCollection<int> asked) => asked.Sum() is var n and >= Ratio.Floor ? 1 / asked.Sum(a => Square((double)a / n)) : null;

    /// <summary>Standard deviation between the means of people, each of at least five; null with fewer than two.</summary>
    public static double? Between(IEnumerable<double?> means)
    {
        var known = means.OfType<double>().ToList();
        if (known.Count < 2) return null;
        var mean = known.Average();
        return Math.Sqrt(known.Sum(m => Square(m - mean)) / (known.Count - 1));
    }

    private static double Tail(int least, int n, double p)
    {
        double sum = 0, log = n * Math.Log(1 - p);
        for (var k = 0; k <= n; k++)
        {
            if (k >= least) sum += Math.Exp(log);
            log += Math.Log((double)(n - k) / (k + 1)) + Math.Log(p / (1 - p));
        }
        return sum;
    }

    private static double Square(double value) => value * value;
}
