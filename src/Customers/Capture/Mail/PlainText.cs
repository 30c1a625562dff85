using System.Text;
using MimeKit.Text;
namespace Coxswain.Customers.Capture.Mail;

/// <summary>The words of a mail that was written as a page: no markup is kept, so there is none to be made safe.</summary>
internal static class PlainText
{
    private const int Longest = 40_000;

    public static string Of(string html)
    {
        var (text, unseen) = (new StringBuilder(), 0);
        using var reader = new StringReader(html);
        var tokens = new HtmlTokenizer(reader) { DecodeCharacterReferences = true };
        while (text.Length < Longest && tokens.ReadNextToken(out var token))
        {
            if (token is HtmlTagToken tag)
            {
                if (IsUnseen(tag.Id)) unseen = tag.IsEndTag ? Math.Max(0, unseen - 1) : tag.IsEmptyElement ? unseen : unseen + 1;
                else if (Breaks(tag.Id) && (text.Length == 0 || text[^1] != '\n')) text.Append('\n');
            }
            else if (token is HtmlDataToken data && token.Kind is HtmlTokenKind.Data && unseen == 0) Add(text, data.Data);
        }
        return string.Join('\n', text.ToString().Split('\n').Select(l => l.Trim()).Where((l, i) => l.Length > 0 || i > 0)).Trim();
    }

    private static void Add(StringBuilder text, string words)
    {
        foreach (var c in words)
        {
            if (!char.IsWhiteSpace(c) && c != '\u00A0') text.Append(c);
            else if (text.Length > 0 && text[^1] is not (' ' or '\n')) text.Append(' ');
        }
    }

    private static bool IsUnseen(HtmlTagId tag) => tag is HtmlTagId.Script or HtmlTagId.Style or HtmlTagId.Head or HtmlTagId.Title or HtmlTagId.NoScript;

    private static bool Breaks(HtmlTagId tag) => tag is HtmlTagId.Br or HtmlTagId.P or HtmlTagId.Div or HtmlTagId.TR or HtmlTagId.LI or HtmlTagId.H1 or HtmlTagId.H2 or HtmlTagId.H3 or HtmlTagId.H4 or HtmlTagId.BlockQuote or HtmlTagId.Table or HtmlTagId.HR;
}
