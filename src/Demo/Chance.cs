namespace Coxswain.Demo;

/// <summary>Chance that repeats for the same seed.</summary>
internal sealed class Chance(int seed)
{
#pragma warning disable CA5394 // nothing here is secret
    private readonly Random _random = new(seed);

    public bool Of(double probability) => _random.NextDouble() < probability;

    public int Between(int least, int most) => _random.Next(least, most + 1);

    public T One<T>(IReadOnlyList<T> of) => of[_random.Next(of.Count)];

    /// <summary>Most near the middle, a few much larger: as durations and amounts are.</summary>
    public double Around(double median, double spread) => median * Math.Exp(spread * Normal());

    private double Normal() => Math.Sqrt(-2 * Math.Log(1 - _random.NextDouble())) * Math.Cos(2 * Math.PI * _random.NextDouble());
#pragma warning restore CA5394
}
