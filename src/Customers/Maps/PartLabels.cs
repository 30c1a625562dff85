using Coxswain.Platform.Data;
namespace Coxswain.Customers.Maps;

/// <summary>What somebody does in a deal, by what another system calls their tie to it.</summary>
internal static class PartLabels
{
    private static readonly (DealPart Part, string[] Begins)[] Known =
    [
        (DealPart.Approver, ["decision", "decid", "approv", "budget", "economic", "signator", "signer", "entscheid", "genehmig"]),
        (DealPart.Guide, ["champion", "coach", "guide", "advocate", "furspre"]),
        (DealPart.Evaluator, ["evaluat", "technical", "procurement", "legal", "prufer", "einkauf"]),
        (DealPart.User, ["user", "anwender", "nutzer"]),
    ];

    /// <summary>Null where it says none of them.</summary>
    public static DealPart? Of(string label)
    {
        var words = Folding.Words(label);
        return Known.Where(k => words.Any(w => k.Begins.Any(b => w.StartsWith(b, StringComparison.Ordinal)))).Select(k => (DealPart?)k.Part).FirstOrDefault();
    }
}
