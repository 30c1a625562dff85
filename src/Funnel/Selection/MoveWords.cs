using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Selection;

/// <summary>Moves that the customer's steps do not explain, in words.</summary>
internal static class MoveWords
{
    /// <summary>What is asked where nothing shows these steps; at least one.</summary>
    public static string Asked(IReadOnlyList<Gate> unshown) => unshown is [var one] ? T("What shows it: {0}?", one.Act) : N(unshown.Count, "One step of theirs is not shown yet.", "{0} steps of theirs are not shown yet.");

    public static string Of(MoveKind kind, string? without) => kind switch
    {
        MoveKind.Back => T("Went back"),
        MoveKind.Skipped => T("Passed over: {0}", without),
        _ => T("Went on without: {0}", without),
    };
}
