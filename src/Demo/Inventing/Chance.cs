namespace Coxswain.Demo.Inventing;

/// <summary>Chance that repeats for the same seed.</summary>
/// <param name="seed">Decides all that follows.</param>
/// <param name="of">Whose chance: each seller draws from a stream of their own, so that one more deal of one changes nothing of another.</param>
internal sealed class Chance(int seed, int of = 0)
{
#pragma warning disable CA5394 // nothing here is secret
    private readonly Random _random = new(unchecked(seed * 1_000_003 + of));

    public double Share() => _random.NextDouble();

    public bool Of(double probability) => Share() < probability;

    public int Between(int least, int most) => _random.Next(least, most + 1);

    public T One<T>(IReadOnlyList<T> of) => of[_random.Next(of.Count)];

    public void Bytes(Span<byte> into) => _random.NextBytes(into);
#pragma warning restore CA5394

    /// <summary>One of several by their weights.</summary>
    public int Weighted(IReadOnlyList<double> weights)
    {
        var at = Share() * weights.Sum();
        for (var i = 0; i < weights.Count - 1; i++)
            if ((at -= weights[i]) < 0) return i;
        return weights.Count - 1;
    }

    /// <summary>In an order of its own.</summary>
    public IReadOnlyList<T> Shuffled<T>(IEnumerable<T> of)
    {
        T[] all = [.. of];
        for (var i = all.Length - 1; i > 0; i--)
        {
            var other = Between(0, i);
            (all[i], all[other]) = (all[other], all[i]);
        }
        return all;
    }

    /// <summary>From the standard normal distribution (Box and Muller).</summary>
    public double Normal() => Math.Sqrt(-2 * Math.Log(1 - Share())) * Math.Cos(2 * Math.PI * Share());

    /// <summary>Most near the median, a few much larger: as durations and amounts are.</summary>
    public double Around(double median, double spread) => median * Math.Exp(spread * Normal());

    /// <summary>How many come in a time in which so many are to be expected.</summary>
    public int Poisson(double expected)
    {
        var (limit, product, count) = (Math.Exp(-expected), Share(), 0);
        for (; product > limit; count++) product *= Share();
        return count;
    }
}
