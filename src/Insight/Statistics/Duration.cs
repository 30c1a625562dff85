namespace Coxswain.Insight.Statistics;

/// <summary>
/// One deal's time on the way to a decision, in days since it was opened.
/// </summary>
/// <param name="Time">Age at the decision, or age when last seen open. A decision on the day of opening counts as half a day.</param>
/// <param name="Cause">0 while open (censored); otherwise the number of the outcome.</param>
/// <param name="Entry">Age at which we began to watch (left truncation, as for imported open deals); 0 when watched from the start.</param>
internal readonly record struct Duration(double Time, int Cause, double Entry = 0)
{
    public const int Open = 0;

    public bool Decided => Cause != Open;

    /// <summary>The time of a deal between two dates; `until` is its decision or, while open, the last day we know of.</summary>
    public static Duration Between(DateOnly opened, DateOnly until, int cause, DateOnly? watchedFrom = null) => new(
        Math.Max(0.5, until.DayNumber - opened.DayNumber), cause, Math.Max(0, (watchedFrom ?? opened).DayNumber - opened.DayNumber));
}
