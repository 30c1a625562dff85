using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel;

/// <summary>The module's values in words.</summary>
internal static class Words
{
    public static string End(StageEnd end) => end switch
    {
        StageEnd.Won => T("Won"),
        StageEnd.Lost => T("Lost"),
        StageEnd.NoDecision => T("No decision"),
        _ => T("Open"),
    };

    public static IReadOnlyList<(string Value, string Label)> Ends => [.. Enum.GetValues<StageEnd>().Select(e => (e.ToString(), End(e)))];

    public static string Business(BusinessKind kind) => kind switch
    {
        BusinessKind.Expansion => T("expansion"),
        BusinessKind.Renewal => T("renewal"),
        _ => T("new business"),
    };

    public static IReadOnlyList<(string Value, string Label)> Businesses => [.. Enum.GetValues<BusinessKind>().Select(k => (k.ToString(), Business(k)))];

    public static string Category(ForecastCategory category) => category switch
    {
        ForecastCategory.Omitted => T("omitted"),
        ForecastCategory.Pipeline => T("pipeline"),
        ForecastCategory.BestCase => T("best case"),
        ForecastCategory.Commit => T("commit"),
        _ => T("closed"),
    };
}
