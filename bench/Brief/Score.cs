using Coxswain.Insight.Diagnosis;
using Coxswain.Insight.Tests.Diagnosis;
namespace Coxswain.Bench.Brief;

/// <summary>What the brief said of many companies beside what was planted in them.</summary>
internal sealed class Score
{
    private static readonly Component[] Components = [Component.WinRate, Component.Value, Component.Cycle, Component.Volume];
    private readonly Dictionary<Component, (int Planted, int Found, int False)> _counts = Components.ToDictionary(c => c, _ => (0, 0, 0));

    public int Companies { get; private set; }

    /// <summary>Companies whose first sentence says that people differ in what they can change, or names anyone.</summary>
    public int Named { get; private set; }

    public double Recall => (double)_counts.Values.Sum(c => c.Found) / Math.Max(1, _counts.Values.Sum(c => c.Planted));

    /// <summary>Of all flags, those raised for someone who is not weak there; someone weak by product mix alone is not.</summary>
    public double FalseShare => (double)FalseFlags / Math.Max(1, _counts.Values.Sum(c => c.Found + c.False));

    public int FalseFlags => _counts.Values.Sum(c => c.False);

    public void Add(Company company, Verdict verdict)
    {
        Companies++;
        if (verdict.Flags.Count > 0 || verdict.Answer is Answer.PeopleDiffer) Named++;
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
