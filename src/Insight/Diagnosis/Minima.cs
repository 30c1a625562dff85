namespace Coxswain.Insight.Diagnosis;

/// <summary>
/// Below these the brief says "not enough data". They were set on invented companies with known truth (bench/Brief; docs/brief.md), so that
/// at most one alarm in ten is false and nine in ten of those truly behind are found.
/// </summary>
public static class Minima
{
    /// <summary>People measured, for a component to be compared at all and for a peer median to be shown.</summary>
    public const int People = 5;

    /// <summary>Own deals behind a person's figure: closed for the win rate, won with an amount for value, decided for the cycle, opened for volume.</summary>
    public static int Deals(Component component) => component switch
    {
        Component.WinRate => 20,
        Component.Value => 8,
        Component.Cycle => 15,
        _ => 10,
    };

    /// <summary>Days a person has been at work in the window, for volume.</summary>
    public const int DaysAtWork = 90;

    /// <summary>
    /// The smallest gap to the peer median worth a conversation, as a log ratio on the scale of the fit (odds for the win rate):
    /// odds a fifth lower, deals an eighth smaller, a sixth slower, a sixth fewer. Smaller gaps are never flagged however certain.
    /// </summary>
    public static double Gap(Component component) => component switch
    {
        Component.WinRate => 0.24,
        Component.Value => 0.14,
        Component.Cycle => 0.16,
        _ => 0.18,
    };

    /// <summary>Rate of false discoveries allowed among components, which decides the first sentence.</summary>
    public const double ComponentFalseDiscoveryRate = 0.03;

    /// <summary>Rate of false discoveries allowed among people, chance and ordinary spread allowed for.</summary>
    public const double FalseDiscoveryRate = 0.08;
}
