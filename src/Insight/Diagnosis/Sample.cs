namespace Coxswain.Insight.Diagnosis;

/// <summary>The observations of one component: whose each is, how its figure depends on effects, and how to read a figure in the component's unit.</summary>
/// <param name="Factors">Mix first, then season, peers and, last, the person.</param>
/// <param name="Unit">From the sum of effects on one observation to its expected figure.</param>
/// <param name="Weight">Weight of each observation in a person's mean figure.</param>
/// <param name="N">Deals per person that count toward the minimum.</param>
/// <param name="Raw">The plain figure per person, null without deals.</param>
internal sealed record Sample(
    Component Component, ILikelihood Likelihood, Factor[] Factors, Func<double, double> Unit, double[] Weight, int[] N, double?[] Raw)
{
    public int Observations => Weight.Length;

    public int[] Person => Factors[^1].Level;

    /// <summary>+1 where more is better, −1 for the cycle.</summary>
    public int Better => Component == Component.Cycle ? -1 : 1;
}
