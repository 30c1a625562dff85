using System.Collections.Frozen;
namespace Coxswain.Platform.Tabular;

/// <summary>Yes and no as exports write them.</summary>
public static class YesNoText
{
    private static readonly FrozenDictionary<string, bool> Words = new Dictionary<string, bool>(StringComparer.OrdinalIgnoreCase)
    {
        ["yes"] = true, ["y"] = true, ["true"] = true, ["t"] = true, ["1"] = true, ["ja"] = true, ["j"] = true, ["oui"] = true, ["si"] = true, ["sí"] = true, ["sì"] = true, ["vrai"] = true, ["wahr"] = true, ["on"] = true, ["x"] = true, ["✓"] = true, ["checked"] = true, ["active"] = true, ["aktiv"] = true, ["enabled"] = true,
        ["no"] = false, ["n"] = false, ["false"] = false, ["f"] = false, ["0"] = false, ["nein"] = false, ["non"] = false, ["nee"] = false, ["faux"] = false, ["falsch"] = false, ["off"] = false, ["unchecked"] = false, ["inactive"] = false, ["inaktiv"] = false, ["disabled"] = false, ["deactivated"] = false,
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    /// <summary>What the text says, whatever its case; null for anything else.</summary>
    public static bool? Read(ReadOnlySpan<char> text) => Words.GetAlternateLookup<ReadOnlySpan<char>>().TryGetValue(ColumnText.Trimmed(text), out var value) ? value : null;
}
