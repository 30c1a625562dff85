namespace Coxswain.Customers.Maps;

/// <summary>
/// How each part of the picture looks: on a page by the classes of the style sheet, light or dark; in a file, which has no style sheet beside it,
/// by the colours themselves, those of the light page.
/// </summary>
internal static class MapLook
{
    private const string Sheet = "#ffffff", Ink = "#182230", Quiet = "#566070", Line = "#c9c4ba", Accent = "#12664f", Wash = "#e5f1ec", Warn = "#8f5400", Bad = "#a5312b", Sunk = "#f3f1ec";

    private static readonly Dictionary<string, (string Name, object Value)[]> Colours = new()
    {
        ["ground"] = [("fill", "#fbfaf7")],
        ["node"] = [("fill", Sheet), ("stroke", Line), ("stroke-width", "1")],
        ["node open"] = [("fill", Sheet), ("stroke", Quiet), ("stroke-width", "1"), ("stroke-dasharray", "4 4")],
        ["name"] = [("fill", Ink), ("font-size", "13"), ("font-weight", "600")],
        ["title"] = [("fill", Quiet), ("font-size", "11"), ("font-weight", "500")],
        ["bar"] = [("fill", Ink)],
        ["bar off"] = [("fill", Line)],
        ["said good"] = [("fill", Accent), ("font-size", "12"), ("font-weight", "600")],
        ["said plain"] = [("fill", Quiet), ("font-size", "12"), ("font-weight", "600")],
        ["said warn"] = [("fill", Warn), ("font-size", "12"), ("font-weight", "600")],
        ["said bad"] = [("fill", Bad), ("font-size", "12"), ("font-weight", "600")],
        ["said old"] = [("fill", Quiet), ("font-size", "12"), ("font-weight", "500"), ("text-decoration", "underline")],
        ["who"] = [("fill", Quiet), ("font-size", "11"), ("font-weight", "500")],
        ["part"] = [("fill", Wash), ("stroke", Sheet), ("stroke-width", "2")],
        ["part-said"] = [("fill", Accent), ("font-size", "11"), ("font-weight", "600")],
        ["reports"] = [("fill", "none"), ("stroke", "#8b8f96"), ("stroke-width", "1.5")],
        ["tie Influences"] = [("fill", "none"), ("stroke", Accent), ("stroke-width", "1.5")],
        ["tie InConflict"] = [("fill", "none"), ("stroke", Bad), ("stroke-width", "1.5"), ("stroke-dasharray", "6 4")],
        ["tie Allied"] = [("fill", "none"), ("stroke", Accent), ("stroke-width", "1.5"), ("stroke-dasharray", "2 4")],
        ["tip"] = [("fill", Accent)],
        ["tie-said Influences"] = Halo(Accent),
        ["tie-said InConflict"] = Halo(Bad),
        ["tie-said Allied"] = Halo(Accent),
    };

    /// <summary>What an element of the picture carries.</summary>
    /// <param name="look">Its class.</param>
    /// <param name="alone">The picture is a file of its own.</param>
    public static IEnumerable<KeyValuePair<string, object>> Of(string look, bool alone) => alone ? Colours[look].Select(c => KeyValuePair.Create(c.Name, c.Value)) : [KeyValuePair.Create("class", (object)look)];

    /// <summary>As much of a text as fits: letters of the east are as wide as they are high, others about half.</summary>
    public static string Fit(string text, double width, double size)
    {
        var used = 0.0;
        for (var i = 0; i < text.Length; i++)
        {
            used += size * (text[i] >= 0x2E80 ? 1 : char.IsUpper(text[i]) || text[i] is 'm' or 'w' or '–' or '…' ? 0.72 : text[i] is 'i' or 'l' or 'j' or 't' or 'f' or 'r' or ' ' or '.' or ',' ? 0.34 : 0.57);
            if (used > width) return text[..Math.Max(1, i - 1)].TrimEnd() + "…";
        }
        return text;
    }

    private static (string, object)[] Halo(string fill) => [("fill", fill), ("font-size", "11"), ("font-weight", "600"), ("paint-order", "stroke"), ("stroke", "#fbfaf7"), ("stroke-width", "4"), ("text-anchor", "middle")];
}
