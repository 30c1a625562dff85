using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.Ui.Charts;

/// <summary>What is read aloud of a picture: its items in words, as many as one can listen to.</summary>
internal static class Aloud
{
    private const int Most = 12;

    public static string Of(IReadOnlyList<string> items) => items.Count <= Most
        ? string.Join("; ", items)
        : N(items.Count - Most, "{1}; and one more in the table", "{1}; and {0} more in the table", string.Join("; ", items.Take(Most)));

    /// <summary>A range in words, unknown included.</summary>
    public static string Range(Spread spread, Func<double, string> format) => spread switch
    {
        { Value: null } => T("unknown"),
        { Value: { } value, Low: { } low, High: { } high } => T("{0} ({1} to {2})", format(value), format(low), format(high)),
        { Value: { } value } => format(value),
    };
}
