using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Stages;

/// <summary>The process a new organisation starts with: each step ends with an act of the customer.</summary>
internal static class DefaultStages
{
    public static IReadOnlyList<Stage> Make() =>
    [
        Step(1, T("New"), T("Noticed a problem"), ForecastCategory.Omitted),
        Step(2, T("Qualify"), T("Agreed it matters"), ForecastCategory.Pipeline),
        Step(3, T("Discover"), T("Is comparing ways"), ForecastCategory.Pipeline),
        Step(4, T("Propose"), T("Weighs our offer"), ForecastCategory.BestCase),
        Step(5, T("Decide"), T("Signs"), ForecastCategory.BestCase),
        Finish(6, T("Won"), StageEnd.Won),
        Finish(7, T("Lost"), StageEnd.Lost),
        Finish(8, T("No decision"), StageEnd.NoDecision),
    ];

    private static Stage Step(int position, string name, string act, ForecastCategory category) =>
        new() { Position = position, Name = name, CustomerAct = act, End = StageEnd.Open, Category = category };

    private static Stage Finish(int position, string name, StageEnd end) =>
        new() { Position = position, Name = name, End = end, Category = end is StageEnd.Won ? ForecastCategory.Closed : ForecastCategory.Omitted };
}
