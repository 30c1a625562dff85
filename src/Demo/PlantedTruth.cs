namespace Coxswain.Demo;

/// <summary>What was planted in an invented company, so that figures can be checked against it.</summary>
/// <param name="Seed">Made the company; with <paramref name="Until"/> and <paramref name="Deals"/> it makes the same again.</param>
/// <param name="Until">The last day anything happens on.</param>
/// <param name="Deals">How many deals there are.</param>
/// <param name="Weak">Who is truly weak, and in what.</param>
/// <param name="Decoys">Who looks weak only by what they were given to sell.</param>
/// <param name="Fault">What is wrong with the process; null for nothing.</param>
/// <param name="Gone">Who left, and when; open deals went to a colleague.</param>
/// <param name="Late">Who came later, and when.</param>
public sealed record PlantedTruth(
    int Seed, DateOnly Until, int Deals, IReadOnlyList<PlantedWeakness> Weak, IReadOnlyList<PlantedDecoy> Decoys, PlantedFault? Fault, IReadOnlyList<PlantedDate> Gone, IReadOnlyList<PlantedDate> Late);

/// <summary>A weakness of a seller.</summary>
/// <param name="Person">Who, as the row's key.</param>
/// <param name="Name">Their name.</param>
/// <param name="Measure">win_rate, won_value_average, cycle_days or volume.</param>
/// <param name="Multiple">Of what others have: odds of winning, amount, days, or deals opened.</param>
/// <param name="Stage">Where the extra deals are lost; null but for win_rate.</param>
public sealed record PlantedWeakness(Guid Person, string Name, string Measure, double Multiple, string? Stage);

/// <summary>Someone whose figures are low by product mix alone.</summary>
public sealed record PlantedDecoy(Guid Person, string Name, string GivenMostly);

/// <summary>Deals opened since that day are lost at this stage, whoever sells, that would have been won before.</summary>
/// <param name="Stage">Where.</param>
/// <param name="Since">Opened on this day or later.</param>
/// <param name="Odds">Odds of winning as a multiple of those before.</param>
public sealed record PlantedFault(string Stage, DateOnly Since, double Odds);

/// <summary>Someone who came or left on a day.</summary>
public sealed record PlantedDate(Guid Person, string Name, DateOnly On);
