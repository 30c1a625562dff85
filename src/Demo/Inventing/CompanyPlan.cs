namespace Coxswain.Demo.Inventing;

/// <summary>What company to invent. The same plan gives the same company.</summary>
public sealed record CompanyPlan
{
    /// <summary>Decides all that is left to chance.</summary>
    public int Seed { get; init; } = 1;

    /// <summary>The last day anything happens on.</summary>
    public required DateOnly Until { get; init; }

    public int Years { get; init; } = 5;

    public int Sellers { get; init; } = 60;

    /// <summary>Deals a seller opens in a year.</summary>
    public double PerYear { get; init; } = 75;

    /// <summary>Exactly so many deals in all; null leaves it to chance.</summary>
    public int? Opportunities { get; init; }

    /// <summary>Sellers weak in each of the four things that can be told apart; 0 for a company of equals.</summary>
    public int WeakOfEach { get; init; } = 2;

    /// <summary>Sellers who look weak only because of what they are given to sell.</summary>
    public int Decoys { get; init; } = 4;

    public Planted Planted { get; init; } = new();

    /// <summary>Spread (standard deviation of the log) of the ordinary, harmless differences between people.</summary>
    public double HarmlessSpread { get; init; }

    /// <summary>Some come later, some leave and hand over; teams are rearranged.</summary>
    public bool HasTurnover { get; init; } = true;

    /// <summary>Since a day in the last two years deals are lost at one stage that were not before, whoever sells.</summary>
    public bool HasProcessFault { get; init; } = true;

    public DateOnly Began => Until.AddDays(1).AddYears(-Years);

    /// <summary>A company with so many deals: more people, not busier ones.</summary>
    public CompanyPlan With(int opportunities)
    {
        var sellers = Math.Max(6, (int)Math.Round(opportunities / (PerYear * Years)));
        return this with { Sellers = sellers, Opportunities = opportunities, PerYear = (double)opportunities / sellers / Years, WeakOfEach = Math.Max(1, sellers / 30), Decoys = sellers / 15 };
    }
}

/// <summary>How weak the weak are: the odds of winning, the size, length and number of their deals as multiples of what others have.</summary>
public sealed record Planted(double Odds = 0.5, double Value = 0.7, double Cycle = 1.5, double Volume = 0.6);

/// <summary>What a seller may be weak in.</summary>
public enum Weakness { Odds, Value, Cycle, Volume }
