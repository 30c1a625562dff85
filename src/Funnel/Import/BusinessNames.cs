using Coxswain.Platform.Data;
namespace Coxswain.Funnel.Import;

/// <summary>What other systems call kinds of deals, in English and German.</summary>
internal static class BusinessNames
{
    private static readonly string[] Renewal = ["renew", "verlanger", "replacement"];
    private static readonly string[] Expansion = ["expan", "upsell", "up-sell", "upgrade", "cross", "add-on", "addon", "existing", "erweiter", "ausbau", "bestand"];
    private static readonly string[] New = ["new", "neu"];

    /// <summary>The kind a name stands for; null where it says none, so that nothing is guessed.</summary>
    public static BusinessKind? Of(string? name)
    {
        if (name is null) return null;
        var folded = Folding.Fold(name);
        if (Renewal.Any(folded.Contains)) return BusinessKind.Renewal;
        if (Expansion.Any(folded.Contains)) return BusinessKind.Expansion;
        return New.Any(folded.Contains) ? BusinessKind.NewBusiness : null;
    }
}
