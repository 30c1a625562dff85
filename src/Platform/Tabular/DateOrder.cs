namespace Coxswain.Platform.Tabular;

/// <summary>How 03/04/2026 is read. Dates with the year first, a month's name or dots do not need it.</summary>
public enum DateOrder { DayFirst, MonthFirst }
