using Coxswain.Platform.Data;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.CommonGround;

/// <summary>
/// Tells what is not kept about a person: health, belief, politics, sexuality, family. It reads words, so it finds what is said plainly and
/// not what is hinted at; the form says what is not wanted as well. A star at the end stands for any ending.
/// </summary>
internal static class Sensitive
{
    private static readonly (Func<string> Name, string[] Words)[] Matters =
    [
        (() => T("health"),
        [
            "health*", "ill", "illness*", "sick*", "disease*", "cancer*", "diabet*", "depress*", "burnout", "pregnan*", "disab*", "surgery", "hospital*", "therap*", "medic*", "allerg*", "vegan*", "alcohol*", "addict*", "wheelchair*", "asthma*", "stroke",
            "gesund*", "krank*", "krebs*", "schwanger*", "behinder*", "operation*", "depressi*", "rollstuhl*", "sucht*", "schlaganfall*", "sante", "malad*", "enfermedad*",
        ]),
        (() => T("belief"),
        [
            "church*", "christian*", "catholic*", "protestant*", "muslim*", "islam*", "jew", "jews", "jewish", "hindu*", "buddh*", "relig*", "pray*", "bible", "mosque*", "synagog*", "atheis*", "ramadan", "kosher", "halal",
            "kirche*", "glaub*", "christ", "katholi*", "evangeli*", "moslem*", "jude", "juden", "judisch*", "gebet*", "moschee*", "eglise*", "iglesia*",
        ]),
        (() => T("politics"),
        [
            "politic*", "vote*", "voting", "election*", "democrat*", "republican*", "conservative*", "labour", "socialis*", "communis*", "liberal*", "union", "unions", "activis*", "parliament*",
            "politik*", "wahl", "wahlen", "wahlt", "partei*", "gewerkschaft*", "cdu", "spd", "afd", "fdp", "grune", "linke", "betriebsrat*", "syndicat*", "sindicat*",
        ]),
        (() => T("sexuality"), ["sexual*", "sex", "gay", "lesbian*", "bisexual*", "homosexual*", "heterosexual*", "transgender*", "queer*", "lgbt*", "affair", "schwul*", "lesbisch*", "affare"]),
        (() => T("family"),
        [
            "wife", "wives", "husband*", "spouse*", "married", "marriage*", "divorc*", "son", "sons", "daughter*", "child", "children*", "kid", "kids", "baby", "mother*", "father*", "parent*", "brother*", "sister*", "family", "families", "grand*", "girlfriend*", "boyfriend*", "fiance*", "engaged",
            "frau", "ehefrau*", "mann", "ehemann*", "verheirat*", "geschieden*", "scheidung*", "sohn*", "tochter*", "kind", "kinder*", "mutter*", "vater*", "eltern*", "bruder*", "schwester*", "familie*", "enkel*", "freundin", "verlobt*",
        ]),
    ];

    /// <summary>What it tells of that is not kept; null where nothing of that is found.</summary>
    public static string? In(string? text)
    {
        var words = Folding.Words(text);
        foreach (var (name, listed) in Matters)
            if (listed.Any(l => l[^1] == '*' ? words.Any(w => w.StartsWith(l[..^1], StringComparison.Ordinal)) : words.Contains(l))) return name();
        return null;
    }
}
