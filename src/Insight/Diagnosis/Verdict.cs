using Coxswain.Insight.Statistics;

namespace Coxswain.Insight.Diagnosis;

/// <summary>What the brief found: figures only, for page, command line and JSON to put into words. Intervals are 90 %.</summary>
/// <param name="Findings">What is worth most first; one per component. Empty unless people differ.</param>
/// <param name="Flags">Each person behind in a component, worth most first.</param>
public sealed record Verdict(
    Answer Answer, BriefWindow Window, int People, int Deals, Unknowns Unknowns, IReadOnlyList<ComponentReading> Components,
    IReadOnlyList<PersonReading> Rows, IReadOnlyList<Finding> Findings, IReadOnlyList<Flag> Flags, Spread Spread)
{
    /// <summary>The finding to lead with: what people can change comes before volume, which is allocation. Null without flags.</summary>
    public Finding? Lead => Findings.FirstOrDefault(f => f.Component != Component.Volume) ?? (Findings is [var first, ..] ? first : null);

    public ComponentReading this[Component component] => Components.Single(c => c.Component == component);
}

/// <summary>Deals left out of a figure because the date or amount it needs is unknown.</summary>
public sealed record Unknowns(int Opened, int Closed, int WonAmount);

/// <summary>Do people differ in this component beyond chance, mix taken out?</summary>
/// <param name="Enough">False with fewer than <see cref="Minima.People"/> measured; then nothing else here means anything.</param>
/// <param name="PValue">Chance that people who are all alike would differ as much.</param>
/// <param name="AdjustedPValue">The same with the false-discovery rate over the components held.</param>
/// <param name="Measured">People with enough deals.</param>
/// <param name="N">Deals (person-months for volume) behind it.</param>
/// <param name="OnlyWhatLiesOpen">For the cycle: people differ in how long deals stay open, but not in how long decided deals took; a question of closing what is dead.</param>
/// <param name="Typical">The middle person, in the component's unit: deals opened a quarter, share won, money, days.</param>
public sealed record ComponentReading(
    Component Component, bool Enough, bool Differs, double PValue, double AdjustedPValue, int Measured, int N,
    bool OnlyWhatLiesOpen, double? Typical, Spread Spread);

/// <summary>
/// Of the variance between people's results in one quarter (log scale): the share of lasting differences between people, of what was
/// assigned to them (product, segment, source; for the whole also volume), and of what all have in common: process, customers and chance.
/// The three add up to 1, or are all 0 where unknown.
/// </summary>
public readonly record struct Spread(double People, double Assigned, double Common);

/// <summary>
/// A person against peers as a sum of log ratios, better than peers above 0: Total = InHand + WinRate + Value + Cycle, the terms of
/// velocity N·p·A/L. Deals in hand follow from intake and cycle (N = intake × L, Little 1961), so that Total = Volume + WinRate + Value.
/// </summary>
public sealed record PersonReading(string Person, string? Peers, IReadOnlyList<Term> Terms, Estimate? InHand, Estimate? Total)
{
    public Term this[Component component] => Terms.Single(t => t.Component == component);
}

/// <summary>One component of one person. Estimates are null below the minima; raw figures are given wherever there is any deal.</summary>
/// <param name="N">Own deals behind it.</param>
/// <param name="Raw">The plain figure of the window, in the component's unit.</param>
/// <param name="Value">The same after mix is taken into account and pulled toward peers.</param>
/// <param name="Peers">What the peers' middle person would reach with this person's deals.</param>
/// <param name="Gap">ln(Value / Peers), turned round for the cycle: above 0 is better than peers.</param>
/// <param name="Assigned">The log advantage (above 0) or handicap that product, segment, source and season give this person.</param>
public sealed record Term(
    Component Component, Standing Standing, int N, double? Raw, Estimate? Value, double? Peers, Estimate? Gap, double? Assigned);

/// <summary>One person behind in one component.</summary>
/// <param name="Gap">As in <see cref="Term"/>: below 0.</param>
/// <param name="Worth">Money a quarter if the gap to the peer median were closed and all else stayed; null where amounts are not known well enough.</param>
/// <param name="Rank">Equal for flags whose worth cannot be told apart.</param>
/// <param name="Stage">For the win rate, the stage where this person loses most beyond peers, if one can be named.</param>
public sealed record Flag(string Person, Component Component, Estimate Gap, Estimate? Worth, int Rank, StageLoss? Stage);

/// <summary>Deals lost at a stage, as a multiple of what peers lose there; N deals left the stage.</summary>
public sealed record StageLoss(string Stage, Estimate Ratio);

/// <summary>Everyone behind in one component, worth most first, and what closing all their gaps is worth in money a quarter.</summary>
public sealed record Finding(Component Component, IReadOnlyList<string> People, Estimate? Worth, string? Stage);
