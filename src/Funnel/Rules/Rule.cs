using Coxswain.Funnel.Plans;
using Coxswain.Funnel.Pursuit;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Rules;

/// <summary>How grave what a rule finds is.</summary>
public enum Severity { Note, Watch, Grave }

/// <summary>A rule: when it holds, how grave that is, and what it says then. Those that come with the product say it in every language; an organisation's own as it wrote them.</summary>
/// <param name="Code">Stable name.</param>
/// <param name="Weight">The higher the graver.</param>
/// <param name="Where">When it holds, as conditions are written.</param>
/// <param name="Text">What it says.</param>
/// <param name="Why">Why it matters.</param>
/// <param name="Act">The best thing to do about it; null where saying something settles it.</param>
internal sealed record Rule(string Code, int Weight, string Where, Func<RuleFacts, PlanPerson?, string> Text, Func<RuleFacts, PlanPerson?, string> Why, Func<RuleFacts, PlanPerson?, string>? Act = null)
{
    private const int GraveFrom = 65, WatchFrom = 35;

    /// <summary>What it advises to do with a deal; null where it warns.</summary>
    public PursuitChoice? Advises { get; init; }

    /// <summary>The field of the deal that settles it.</summary>
    public string? Settles { get; init; }

    /// <summary>What an organisation said of it; null where it stands as it came.</summary>
    public DealRule? Own { get; init; }

    /// <summary>Where it comes from.</summary>
    public Func<string> Source { get; init; } = () => T("what sellers of large deals have found");

    public bool IsOn => Own?.OffBecause is null;

    public Severity Severity => SeverityOf(Weight);

    /// <summary>What it is called in a list of rules: as it reads of nobody in particular.</summary>
    public Func<string>? Name { get; init; }

    /// <summary>The same; rules that say the same of every deal are called by what they say.</summary>
    public string Title => Name?.Invoke() ?? Text(null!, null);

    public static Severity SeverityOf(int weight) => weight >= GraveFrom ? Severity.Grave : weight >= WatchFrom ? Severity.Watch : Severity.Note;

    /// <summary>Where among the others a severity stands that a person chose.</summary>
    public static int WeightOf(Severity severity) => severity switch { Severity.Grave => 87, Severity.Watch => 47, _ => 17 };
}
