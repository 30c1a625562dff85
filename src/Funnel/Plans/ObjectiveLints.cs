using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Plans;

/// <summary>Five tests of an objective. They are shown and stop nobody; only one without a day is refused, where it is said.</summary>
internal static class ObjectiveLints
{
    private const int FewWords = 4;
    private static readonly string[] Joins = [" and ", " und ", " et ", " y ", " e ", " & ", " + "];

    public static IReadOnlyList<string> Of(ObjectiveView objective)
    {
        var missing = new List<string>();
        if (objective.Quantity is null && objective.Amount is null) missing.Add(T("how much is not said, in pieces or in money"));
        if (objective.Place is null) missing.Add(T("where is not said"));
        if ((objective.Statement ?? objective.What).Split(' ', StringSplitOptions.RemoveEmptyEntries).Length < FewWords) missing.Add(T("somebody new to it would not understand it"));
        if (Joins.Any(j => objective.What.Contains(j, StringComparison.OrdinalIgnoreCase))) missing.Add(T("it is more than one thing: plan each by itself"));
        return missing;
    }
}
