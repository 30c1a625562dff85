using System.Globalization;
using Coxswain.Platform.Ui;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Strategy;

/// <summary>The formation of a team in words.</summary>
internal static class FormationWords
{
    /// <summary>An answer in between is common.</summary>
    public static string Forward(int value) => value switch
    {
        <= 1 => T("guard what we have"),
        2 => T("rather guard"),
        3 => T("in between"),
        4 => T("rather forward"),
        _ => T("all forward"),
    };

    public static string Label(string field) => field switch
    {
        nameof(FormationView.Condition) => T("Condition"),
        nameof(FormationView.Climate) => T("Climate"),
        nameof(FormationView.WellBeing) => T("Well-being"),
        nameof(FormationView.TeamSpirit) => T("Team spirit"),
        _ => T("Working together"),
    };

    public static string Strength(int value) => value switch { <= 1 => T("poor"), 2 => T("weak"), 3 => T("fair"), 4 => T("good"), _ => T("strong") };

    public static IReadOnlyList<Choice> Forwards => Of(Forward);

    public static IReadOnlyList<Choice> Strengths => Of(Strength);

    private static IReadOnlyList<Choice> Of(Func<int, string> say) => [.. Enumerable.Range(1, 5).Select(v => new Choice(v.ToString(CultureInfo.InvariantCulture), say(v)))];
}
