using Coxswain.Insight.Diagnosis;
using MathNet.Numerics.Distributions;

namespace Coxswain.Insight.Tests.Diagnosis;

/// <summary>
/// An invented company in which it is known who is weak in what. Sellers in teams of ten; four products, three segments and sources
/// that differ in win rate, size and length; seasons; wins faster than losses; deals still open at the end.
/// </summary>
internal sealed class Company
{
    private static readonly string[] Products = ["Basic", "Plus", "Pro", "Max"], Segments = ["Small", "Middle", "Large"], Sources = ["Web", "Fair", "Partner"];
    private static readonly double[] ProductOdds = [0.5, 0.1, -0.2, -0.7], ProductSize = [-0.9, 0, 0.5, 1.2], ProductLength = [-0.4, 0, 0.1, 0.4];
    private static readonly double[] SegmentOdds = [0.2, 0, -0.4], SegmentSize = [-0.5, 0, 0.8], SegmentLength = [-0.2, 0, 0.3];
    private static readonly double[] SourceOdds = [-0.2, 0, 0.5];
    private static readonly double[] Months = [0.8, 0.9, 1.2, 1, 1, 1.1, 0.8, 0.6, 1.1, 1.1, 1.2, 1.2];
    private readonly Random _random;
    private readonly int _years;
    private readonly double _perYear, _ordinary;
    private readonly Planted _planted;
    private readonly List<BriefDeal> _deals = [];

    /// <param name="weak">False for a company without any difference between people.</param>
    /// <param name="ordinary">Spread (standard deviation of the log) of ordinary, harmless differences between people.</param>
    public Company(int seed, bool weak, int years = 5, double perYear = 75, double ordinary = 0, int people = 60, Planted? planted = null)
    {
        (_random, _years, _perYear, _ordinary, _planted) = (new Random(seed), years, perYear, ordinary, planted ?? new());
        End = new DateOnly(2025, 12, 31);
        Start = End.AddDays(1).AddYears(-years);
        for (var i = 0; i < people; i++) Person($"P{i:00}", $"Team {i % Math.Max(1, people / 10)}", weak && i % 15 < 4 ? (Component?)(i % 15) : null, weak && i % 15 is 7 or 8);
    }

    public DateOnly Start { get; }

    public DateOnly End { get; }

    public IReadOnlyList<BriefDeal> Deals => _deals;

    public HashSet<(string Person, Component Component)> Weak { get; } = [];

    /// <summary>How far each person truly lies from an ordinary one, as a log ratio, better above 0: planted or harmless.</summary>
    public Dictionary<(string Person, Component Component), double> Truth { get; } = [];

    private void Person(string name, string team, Component? weak, bool decoy)
    {
        if (weak is { } component) Weak.Add((name, component));
        double Own(Component c, double planted)
        {
            var own = (weak == c ? planted : 0) + Normal.Sample(_random, 0, 1) * _ordinary;
            Truth[(name, c)] = c is Component.Cycle ? -own : own;
            return own;
        }

        double odds = Own(Component.WinRate, Math.Log(_planted.Odds)), size = Own(Component.Value, Math.Log(_planted.Value));
        double length = Own(Component.Cycle, Math.Log(_planted.Cycle)), volume = Own(Component.Volume, Math.Log(_planted.Volume));
        double[] mix = decoy ? [0.05, 0.1, 0.25, 0.6] : [.. Draw(4).Select(x => x + 0.5)];
        double[] segments = [.. Draw(3).Select(x => x + 0.5)], sources = [.. Draw(3).Select(x => x + 0.5)];
        for (var month = Start; month < End; month = month.AddMonths(1))
        {
            var count = Poisson.Sample(_random, _perYear / 12 * Months[month.Month - 1] * Math.Exp(volume));
            for (var i = 0; i < count; i++) Deal(name, team, month.AddDays(_random.Next(28)), Pick(mix), Pick(segments), Pick(sources), odds, size, length);
        }
    }

    private void Deal(string name, string team, DateOnly opened, int product, int segment, int source, double odds, double size, double length)
    {
        var season = opened.Month is 11 or 12 ? 0.3 : 0;
        var won = _random.NextDouble() < 1 / (1 + Math.Exp(-(-0.3 + ProductOdds[product] + SegmentOdds[segment] + SourceOdds[source] + season + odds)));
        var days = LogNormal.Sample(_random, Math.Log(won ? 55 : 70) + ProductLength[product] + SegmentLength[segment] + length, 0.6);
        var amount = LogNormal.Sample(_random, 9.5 + ProductSize[product] + SegmentSize[segment] + size, 0.5);
        var closed = opened.AddDays((int)days);
        var ending = closed > End ? Ending.Open : won ? Ending.Won : _random.NextDouble() < 0.3 ? Ending.NoDecision : Ending.Lost;
        _deals.Add(new(name, team, Products[product], Segments[segment], _random.NextDouble() < 0.1 ? null : Sources[source],
            ending, Math.Round(amount), opened, ending == Ending.Open ? null : closed) { Exits = Path(won, odds) });
    }

    // Those weak in winning lose their extra deals at Discover.
    private StageExit[] Path(bool won, double odds)
    {
        if (won) return [new("Qualify", true), new("Discover", true), new("Propose", true)];
        var at = _random.NextDouble() < (odds < -0.5 ? 0.6 : 0.33) ? 1 : _random.Next(2) * 2;
        return [.. new[] { "Qualify", "Discover", "Propose" }.Take(at + 1).Select((stage, i) => new StageExit(stage, i < at))];
    }

    private double[] Draw(int n) => [.. Enumerable.Range(0, n).Select(_ => _random.NextDouble())];

    private int Pick(double[] weights)
    {
        var at = _random.NextDouble() * weights.Sum();
        for (var i = 0; i < weights.Length - 1; i++)
            if ((at -= weights[i]) < 0) return i;
        return weights.Length - 1;
    }
}

/// <summary>How weak the weak are: the odds of winning, the size, length and number of deals as multiples of what others have.</summary>
internal sealed record Planted(double Odds = 0.5, double Value = 0.7, double Cycle = 1.5, double Volume = 0.6);
