using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Plans;

/// <summary>Of what there is one line in a plan: we stand on one step, and one weak spot is the critical one.</summary>
internal static class PlanOnly
{
    public sealed record Line(Guid Id, PlanKind Kind, string? Text);

    /// <summary>Why a line cannot stand beside those that are there; null where it can.</summary>
    /// <param name="lines">What is in the plan.</param>
    /// <param name="own">The line itself, where it is among them.</param>
    /// <param name="kind">What it is.</param>
    /// <param name="text">What it says.</param>
    public static string? Twice(IEnumerable<Line> lines, Guid? own, PlanKind kind, string? text)
    {
        var others = lines.Where(l => l.Id != own && l.Kind == kind);
        if (kind is PlanKind.Rung && string.IsNullOrWhiteSpace(text) && others.Any(l => l.Text is null)) return T("We stand on the ladder already: change that line.");
        return kind is PlanKind.Vulnerability && others.Any() ? T("One weak spot is the critical one: change that line.") : null;
    }
}
