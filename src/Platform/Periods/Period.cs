namespace Coxswain.Platform.Periods;

/// <summary>The kinds of periods things are counted by.</summary>
public enum PeriodKind { Week, Month, Quarter, Year }

/// <summary>A week, month, quarter or year as the organisation counts them.</summary>
/// <param name="Kind">Which.</param>
/// <param name="Year">The fiscal year it is in; of a week, the year that holds most of it.</param>
/// <param name="Number">Which of the year: week 1 to 53, month 1 to 12, quarter 1 to 4; 1 for the year itself.</param>
/// <param name="From">Its first day.</param>
/// <param name="To">Its last day.</param>
public sealed record Period(PeriodKind Kind, int Year, int Number, DateOnly From, DateOnly To)
{
    public int Days => To.DayNumber - From.DayNumber + 1;

    public bool Includes(DateOnly day) => From <= day && day <= To;

    /// <summary>Days after this one until it ends; 0 on its last day.</summary>
    public int DaysLeft(DateOnly day) => To.DayNumber - day.DayNumber;
}
