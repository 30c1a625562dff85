namespace Coxswain.Insight.Statistics;

/// <summary>A lower and an upper bound; unless said otherwise they hold the truth nine times in ten.</summary>
public readonly record struct Interval(double Low, double High)
{
    /// <summary>The share of truths an interval holds unless a caller asks for another.</summary>
    public const double Level = 0.90;

    public bool Contains(double value) => Low <= value && value <= High;

    public bool Overlaps(Interval other) => Low <= other.High && other.Low <= High;
}

/// <summary>A figure with its 90 % interval and the number of observations of its own (not its peers') behind it.</summary>
public readonly record struct Estimate(double Value, double Low, double High, int N)
{
    public Estimate(double value, Interval range, int n) : this(value, range.Low, range.High, n) { }

    public Interval Range => new(Low, High);

    /// <summary>The same estimate on another scale; <paramref name="scale"/> must be increasing.</summary>
    public Estimate To(Func<double, double> scale) => new(scale(Value), scale(Low), scale(High), N);
}
