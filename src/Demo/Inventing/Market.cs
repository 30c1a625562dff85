namespace Coxswain.Demo.Inventing;

/// <summary>What is sold, to whom, and what difference it makes: on the log scale, beside the first of each kind having none.</summary>
internal static class Market
{
    public static readonly IReadOnlyList<Sort> Products =
    [
        new("Halma Start", 0.5, -0.9, -0.4), new("Halma Plus", 0.1, 0, 0), new("Halma Pro", -0.2, 0.5, 0.1), new("Halma Works", -0.7, 1.2, 0.4),
    ];

    public static readonly IReadOnlyList<Sort> Industries =
    [
        new("Food", 0.2, -0.5, -0.2), new("Logistics", 0, 0, 0), new("Machinery", 0.1, 0.3, 0), new("Health", -0.2, 0.2, 0.2), new("Energy", -0.4, 0.8, 0.3),
    ];

    public static readonly IReadOnlyList<Sort> Sources = [new("Website", -0.2, 0, 0), new("Trade fair", 0, 0, 0), new("Outbound", -0.1, 0, 0), new("Referral", 0.5, 0, 0)];

    /// <summary>How many deals come in each month, around 1.</summary>
    public static readonly IReadOnlyList<double> Months = [0.8, 0.9, 1.2, 1, 1, 1.1, 0.8, 0.6, 1.1, 1.1, 1.2, 1.2];

    /// <summary>Of a plain deal: log odds of winning, days to a win and to a loss, amount in whole units, share of losses that are no decision, of deals whose source nobody noted.</summary>
    public const double Odds = -0.3, DaysWon = 55, DaysLost = 70, Amount = 13_360, NoDecision = 0.3, UnknownSource = 0.1;

    /// <summary>Deals opened at the year's end are won more often: budgets want to be used.</summary>
    public static double Season(DateOnly opened) => opened.Month is 11 or 12 ? 0.3 : 0;

    /// <summary>A product, an industry or a source.</summary>
    /// <param name="Name">What it is called.</param>
    /// <param name="Odds">Added to the log odds of winning.</param>
    /// <param name="Size">Added to the log of the amount.</param>
    /// <param name="Length">Added to the log of the days.</param>
    public sealed record Sort(string Name, double Odds, double Size, double Length);
}
