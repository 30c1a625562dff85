using System.Globalization;

namespace Coxswain.Platform.Ui;

/// <summary>Stands in for the text resources until they are there: the same shape, English only.</summary>
internal static class UiTexts
{
    public static string T(string text, params object?[] args) =>
        args.Length == 0 ? text : string.Format(CultureInfo.CurrentCulture, text, args);

    public static string N(long count, string one, string many) =>
        count == 1 ? one : string.Format(CultureInfo.CurrentCulture, many, count);
}
