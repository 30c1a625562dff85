namespace Coxswain.Platform.Ui.Charts;

/// <summary>What a series looks like: a colour, a dash and a shape of its own, so that colour is never the only difference.</summary>
internal static class Shapes
{
    /// <summary>More than these are not told apart; show small multiples instead.</summary>
    public const int Most = 6;

    private static readonly string[] Marks =
    [
        "M-4 0a4 4 0 1 0 8 0a4 4 0 1 0-8 0z", "M-3.5-3.5h7v7h-7z", "M0-5l5 5l-5 5l-5-5z", "M0-4.5l4.5 8h-9z", "M0 4.5l4.5-8h-9z", "M-1.5-4.5h3v3h3v3h-3v3h-3v-3h-3v-3h3z",
    ];

    /// <summary>The outline of a series' mark around 0,0.</summary>
    public static string Mark(int series) => Marks[series % Most];

    /// <summary>The class that colours and dashes a series.</summary>
    public static string Css(int series) => $"c-{series % Most + 1}";
}
