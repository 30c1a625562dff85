using System.Net;
using System.Text.RegularExpressions;
namespace Coxswain.Platform.Text;

/// <summary>Text without marks: other systems keep notes as HTML.</summary>
public static partial class PlainText
{
    /// <summary>The text of HTML, one line a paragraph; text that is none stays as it is.</summary>
    public static string Of(string text)
    {
        if (!Looks().IsMatch(text)) return text;
        var lines = Breaks().Replace(Hidden().Replace(text, ""), "\n");
        return Blank().Replace(WebUtility.HtmlDecode(Tags().Replace(lines, "")).Replace('\u00a0', ' '), "\n\n").Trim();
    }

    [GeneratedRegex(@"</?(p|br|div|span|a|b|i|u|strong|em|ul|ol|li|html|body|table|h[1-6])\b[^>]*>", RegexOptions.IgnoreCase)]
    private static partial Regex Looks();

    [GeneratedRegex(@"<(style|script|head)\b[^>]*>.*?</\1\s*>|<!--.*?-->", RegexOptions.IgnoreCase | RegexOptions.Singleline)]
    private static partial Regex Hidden();

    [GeneratedRegex(@"<br\b[^>]*>|</(p|div|li|tr|h[1-6])\s*>", RegexOptions.IgnoreCase)]
    private static partial Regex Breaks();

    [GeneratedRegex("<[^>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"[ \t]*\n[ \t]*\n([ \t]*\n)*")]
    private static partial Regex Blank();
}
