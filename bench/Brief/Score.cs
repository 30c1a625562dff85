using Coxswain.Insight.Diagnosis;
using Coxswain.Insight.Tests.Diagnosis;
namespace Coxswain.Bench.Brief;

/// <summary>What the brief said of many companies beside what was planted in them.</summary>
internal sealed class Score
{
    private static readonly Component[] Components = [Component.WinRate, Component.Value, Component.Cycle, Component.Volume];
    private readonly Dictionary<Component, (int Planted, int Found, int False)> _counts = Components.ToDictionary(c => c, _ => (0, 0, 0));
    private int _named, _differ, _right, _wronged;

    public int Companies { get; private set; }

    /// <summary>Companies in which anyone is named.</summary>
    public double NamedShare => (double)_named / Companies;

    /// <summary>Companies whose first sentence says that people differ in more than volume.</summary>
    public double DifferShare => (double)_differ / Companies;

    /// <summary>Companies whose first sentence leads with a planted weakness and names nobody who has it not.</summary>
    public double FirstSentenceRight => (double)_right / Companies;

    /// <summary>Of all flags, those raised for someone who truly lies closer to the others than is worth a conversation.</summary>
    public double WrongedShare => (double)_wronged / Math.Max(1, _counts.Values.Sum(c => c.Found + c.False));

    public double FalsePerCompany => (double)FalseFlags / Companies;

    public double WrongedPerCompany => (double)_wronged / Companies;

    public double Recall => (double)_counts.Values.Sum(c => c.Found) / Math.Max(1, _counts.Values.Sum(c => c.Planted));

    /// <summary>Of all flags, those raised for someone who is not weak there; someone weak by product mix alone is not.</summary>
    public double FalseShare => (double)FalseFlags / Math.Max(1, _counts.Values.Sum(c => c.Found + c.False));

    private int FalseFlags => _counts.Values.Sum(c => c.False);

    public void Add(Company company, Verdict verdict)
    {
        Companies++;
        if (verdict.Flags.Count > 0) _named++;
        if (verdict.Answer is Answer.PeopleDiffer) _differ++;
        if (verdict.Lead is { } lead && lead.People.All(person => company.Weak.Contains((person, lead.Component)))) _right++;
        _wronged += verdict.Flags.Count(f => company.Truth[(f.Person, f.Component)] > -Minima.Gap(f.Component));
        foreach (var component in Components)
        {
            var (planted, found, wrong) = _counts[component];
            var flagged = verdict.Flags.Where(f => f.Component == component).ToList();
            var right = flagged.Count(f => company.Weak.Contains((f.Person, component)));
            _counts[component] = (planted + company.Weak.Count(w => w.Component == component), found + right, wrong + flagged.Count - right);
        }
    }

    public string Recalls() => string.Join(" | ", Components.Select(c => _counts[c].Planted == 0 ? "–" : $"{(double)_counts[c].Found / _counts[c].Planted:0.00}"));

    public string Falses() => string.Join(" / ", Components.Select(c => $"{(double)_counts[c].False / Companies:0.00}"));
}
