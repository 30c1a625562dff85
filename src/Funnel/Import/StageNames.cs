using Coxswain.Platform.Data;
namespace Coxswain.Funnel.Import;

/// <summary>What the stage names of other systems usually mean, in English and German: their end, and their place among the others.</summary>
internal static class StageNames
{
    private static readonly string[] Won = ["won", "closed won", "gewonnen", "abgeschlossen gewonnen", "auftrag", "order", "signed", "success"];
    private static readonly string[] Lost = ["lost", "closed lost", "verloren", "abgeschlossen verloren", "absage", "rejected"];
    private static readonly string[] NoDecision = ["no decision", "keine entscheidung", "abandoned", "stalled", "disqualified", "cancelled", "canceled", "kein bedarf", "aufgegeben"];

    // Earlier words stand for earlier steps.
    private static readonly string[] Steps =
        ["new", "neu", "lead", "prospect", "suspect", "inquiry", "anfrage", "contact", "kontakt", "qualif", "engag", "discover", "bedarf", "analys", "needs", "demo", "meeting", "present", "evaluat", "trial", "solution", "propos", "angebot", "quote", "offer", "negotiat", "verhandl", "decision", "entscheid", "commit", "verbal", "contract", "vertrag", "legal"];

    /// <summary>The end a name stands for; open where it names none.</summary>
    public static StageEnd EndOf(string name)
    {
        var folded = Words(name);
        if (NoDecision.Any(folded.Contains)) return StageEnd.NoDecision;
        if (Lost.Contains(folded) || folded.Split(' ').Any(w => w is "lost" or "verloren")) return StageEnd.Lost;
        if (Won.Contains(folded) || folded.Split(' ').Any(w => w is "won" or "gewonnen")) return StageEnd.Won;
        return StageEnd.Open;
    }

    /// <summary>A number to order open stages by: usual names first, others after them as they come.</summary>
    public static int StepOf(string name)
    {
        var folded = Words(name);
        var step = Array.FindIndex(Steps, s => folded.Contains(s, StringComparison.Ordinal));
        return step < 0 ? Steps.Length : step;
    }

    private static string Words(string name) => string.Join(' ', Folding.Fold(name).Split([' ', '-', '_', '/', '.'], StringSplitOptions.RemoveEmptyEntries));
}
