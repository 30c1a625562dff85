using Coxswain.Funnel.Processes;
using Coxswain.Funnel.Stages;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Selection;

/// <summary>What is to be uncovered in a stage: as the organisation says it, and until it does by how far the stage is along the customer's way.</summary>
internal static class StageGuides
{
    /// <summary>A guide of more lines nobody reads in a deal.</summary>
    public const int MostLines = 12, Longest = 1_500;

    private static IReadOnlyList<IReadOnlyList<string>> Given =>
    [
        [T("What do they want to change, and what does it cost them to leave it?"), T("Who noticed it, and who else feels it?"), T("What made them look now?")],
        [T("Who loses most while it stays, and do they say so themselves?"), T("What would they have to see to act on it this year?"), T("Which other plans want the same money?")],
        [T("Which matters does the decision turn on, all of them?"), T("Who has a part in it, and which?"), T("How much does each one's word weigh, whatever their title says?"), T("Whom do the others ask before they say anything?")],
        [T("How do they see us beside everything else they could do?"), T("What does each who decides gain, and what could they lose?"), T("Which of what they want solved does our offer answer, and who confirmed it?")],
        [T("What has still to happen until they sign, by whom and by when?"), T("Who could still say no, and what would make them?"), T("What would they tell their own people about it?")],
    ];

    /// <summary>The lines of a stage's guide, and whether they are the organisation's own.</summary>
    public static (IReadOnlyList<string> Lines, bool IsOwn) Of(Stage stage, Way way)
    {
        if (Lines(stage.Guide) is { Count: > 0 } own) return (own, true);
        var open = way.Open(stage.Id).Select(s => s.Stage.Id).ToList();
        var at = Math.Max(0, open.IndexOf(stage.Id));
        var given = Given;
        return (given[open.Count < 2 ? given.Count / 2 : (int)Math.Round(at * (given.Count - 1) / (double)(open.Count - 1))], false);
    }

    public static IReadOnlyList<string> Lines(string? guide) => [.. (guide ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Take(MostLines)];
}
