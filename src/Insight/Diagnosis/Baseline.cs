namespace Coxswain.Insight.Diagnosis;

/// <summary>
/// Cumulative hazard of a decision by log age, from a life table of 400 narrow bins (actuarial estimate), read by straight lines
/// between them: no sorting, and each reading costs one look.
/// </summary>
internal sealed class Baseline
{
    private const int Bins = 400;

    /// <summary>Log age before which nothing happens: deals watched from the start enter here.</summary>
    public const double Start = -20;

    private readonly double[] _hazard = new double[Bins + 1];
    private readonly double _from, _width;
    private readonly double _tail;

    public Baseline(double[] logEntry, double[] logExit, bool[] decided)
    {
        _from = logExit.Length == 0 ? 0 : logExit.Min() - 0.05;
        _width = logExit.Length == 0 ? 1 : (logExit.Max() + 0.05 - _from) / Bins;
        double[] ended = new double[Bins], left = new double[Bins], entered = new double[Bins];
        double atRisk = 0;
        for (var i = 0; i < logExit.Length; i++)
        {
            if (logEntry[i] < _from) atRisk++; else entered[Bin(logEntry[i])]++;
            (decided[i] ? ended : left)[Bin(logExit[i])]++;
        }

        for (var b = 0; b < Bins; b++)
        {
            var watched = atRisk + (entered[b] - left[b] - ended[b]) / 2;
            _hazard[b + 1] = _hazard[b] + (watched >= 0.5 ? ended[b] / watched : 0);
            atRisk += entered[b] - left[b] - ended[b];
        }

        _tail = (_hazard[Bins] - _hazard[Bins * 3 / 4]) / (Bins / 4.0);
    }

    /// <summary>Cumulative hazard at a log age and its slope there.</summary>
    public (double Value, double Slope) At(double logAge)
    {
        var place = (logAge - _from) / _width;
        if (place <= 0) return (0, 0);
        if (place >= Bins) return (_hazard[Bins] + (place - Bins) * _tail, _tail / _width);
        var bin = (int)place;
        var rise = _hazard[bin + 1] - _hazard[bin];
        return (_hazard[bin] + (place - bin) * rise, Smooth(bin) / _width);
    }

    /// <summary>Mean days to decision of a deal without any effect, counted up to the greatest age seen.</summary>
    public double MeanDays()
    {
        double mean = Math.Exp(_from);
        for (var b = 0; b < Bins; b++)
            mean += Math.Exp(-_hazard[b]) * (Math.Exp(_from + (b + 1) * _width) - Math.Exp(_from + b * _width));
        return mean;
    }

    private int Bin(double logAge) => Math.Clamp((int)((logAge - _from) / _width), 0, Bins - 1);

    private double Smooth(int bin)
    {
        int low = Math.Max(0, bin - 5), high = Math.Min(Bins, bin + 6);
        return (_hazard[high] - _hazard[low]) / (high - low);
    }
}
