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
    int Seed, DateOnly Until, int Deals, IReadOnlyList<PlantedWeakness> Weak, IReadOnlyList<PlantedDecoy> Decoys, PlantedFault? Fault, IReadOnlyList<PlantedDate> Gone, IReadOnlyList<PlantedDate> Late)
{
    /// <summary>Records that are one, and others that only look so.</summary>
    public IReadOnlyList<PlantedPair> Pairs { get; init; } = [];

    /// <summary>Accounts into which much goes and from which little comes back, as the rows' keys.</summary>
    public IReadOnlyList<Guid> Draining { get; init; } = [];

    /// <summary>What is true of its support.</summary>
    public PlantedService? Service { get; init; }

    /// <summary>Who may be written to; null in what was planted before this was.</summary>
    public PlantedConsents? Consents { get; init; }
}

/// <summary>Two records.</summary>
/// <param name="Kind">account or contact.</param>
/// <param name="First">One, as the row's key.</param>
/// <param name="Second">The other.</param>
/// <param name="AreOne">They are the same company or person.</param>
/// <param name="How">How the second came about.</param>
public sealed record PlantedPair(string Kind, Guid First, Guid Second, bool AreOne, string How);

/// <summary>What was planted in support.</summary>
/// <param name="Preferred">Whom customers ask for by name far more often than others.</param>
/// <param name="PreferredName">Their name.</param>
/// <param name="Weak">Whose help they find worse.</param>
/// <param name="WeakName">Their name.</param>
/// <param name="SatisfactionFell">Since tips are heard.</param>
/// <param name="BetterSkill">What became better by training; the other skill did not.</param>
public sealed record PlantedService(Guid Preferred, string PreferredName, Guid Weak, string WeakName, bool SatisfactionFell, string BetterSkill);

/// <summary>Of all contacts with an address.</summary>
/// <param name="Newsletter">So many may be sent the newsletter.</param>
/// <param name="Refused">So many agreed to it first and refused it later.</param>
/// <param name="Suppressed">So many are sent nothing, whatever they said.</param>
public sealed record PlantedConsents(int Newsletter, int Refused, int Suppressed);

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
