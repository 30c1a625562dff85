using System.Globalization;
using System.Text.RegularExpressions;
using System.Xml;
namespace Coxswain.Platform.Tabular.Sheets;

/// <summary>What the numbers of a cell stand for.</summary>
internal enum NumberKind { Number, Day, Clock, Span, Padded }

/// <summary>How a cell shows its number. A day is a number too: only its format tells.</summary>
internal readonly record struct CellStyle(NumberKind Kind, int Width = 0)
{
    private static readonly CellStyle Number = new(NumberKind.Number);

    /// <summary>By the number of a format that every workbook has.</summary>
    public static CellStyle Of(int format) => format switch
    {
        >= 14 and <= 17 or 22 or >= 27 and <= 31 or 34 or 35 or 36 or >= 50 and <= 54 or 57 or 58 => new(NumberKind.Day),
        18 or 19 or 20 or 21 or 32 or 33 or 45 or 47 or 55 or 56 => new(NumberKind.Clock),
        46 => new(NumberKind.Span),
        _ => Number,
    };

    /// <summary>By a format's code, such as <c>dd.mm.yyyy</c>.</summary>
    public static CellStyle Of(string code)
    {
        var first = CellStyles.Said().Replace(code, "").Split(';')[0].ToLowerInvariant();
        if (first.Contains("[h", StringComparison.Ordinal) || first.Contains("[m", StringComparison.Ordinal) || first.Contains("[s", StringComparison.Ordinal)) return new(NumberKind.Span);
        first = CellStyles.Bracketed().Replace(first, "");
        if (first.Length > 1 && first.All(c => c == '0')) return new(NumberKind.Padded, first.Length);
        if (first.AsSpan().IndexOfAny("ydhms") < 0 || first.Contains("general", StringComparison.Ordinal)) return Number;
        // An m beside hours or seconds is a minute.
        return new(first.AsSpan().IndexOfAny("yd") >= 0 || first.AsSpan().IndexOfAny("hs") < 0 ? NumberKind.Day : NumberKind.Clock);
    }
}

/// <summary>The styles of a workbook by their numbers.</summary>
internal sealed partial class CellStyles(IReadOnlyList<CellStyle> styles, bool since1904)
{
    public static CellStyles Of(Stream? part, bool since1904)
    {
        if (part is null) return new([], since1904);
        using var xml = SheetXml.Open(part);
        var (codes, styles, inCells) = (new Dictionary<int, string>(), new List<CellStyle>(), false);
        while (xml.Read())
            switch (xml.NodeType, xml.LocalName)
            {
                case (XmlNodeType.Element, "numFmt") when Whole(xml.GetAttribute("numFmtId")) is { } id: codes[id] = xml.GetAttribute("formatCode") ?? ""; break;
                case (XmlNodeType.Element, "cellXfs"): inCells = !xml.IsEmptyElement; break;
                case (XmlNodeType.EndElement, "cellXfs"): inCells = false; break;
                case (XmlNodeType.Element, "xf") when inCells: styles.Add(Whole(xml.GetAttribute("numFmtId")) is not { } format ? default : codes.TryGetValue(format, out var code) ? CellStyle.Of(code) : CellStyle.Of(format)); break;
            }
        return new(styles, since1904);
    }

    /// <summary>A number as its cell means it: days and times by ISO 8601, all else with a point and without groups.</summary>
    public string Write(string number, int style)
    {
        if (!double.TryParse(number, NumberStyles.Float, CultureInfo.InvariantCulture, out var value)) return number;
        var shown = style >= 0 && style < styles.Count ? styles[style] : default;
        return shown.Kind switch
        {
            NumberKind.Day => SerialDay.Write(value, since1904) ?? SheetNumber.Write(value),
            NumberKind.Clock => value is >= 0 and < 1 ? SerialDay.Clock(value) : SerialDay.Write(value, since1904) ?? SheetNumber.Write(value),
            NumberKind.Span => SerialDay.Span(value),
            NumberKind.Padded when value >= 0 && value == Math.Truncate(value) => SheetNumber.Write(value).PadLeft(shown.Width, '0'),
            _ => SheetNumber.Write(value),
        };
    }

    private static int? Whole(string? text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    // Words in a format, and signs that are shown or stand for a width.
    [GeneratedRegex("""
        "[^"]*"|\\.|_.|\*.
        """, RegexOptions.IgnorePatternWhitespace)]
    internal static partial Regex Said();

    [GeneratedRegex(@"\[[^\]]*\]")]
    internal static partial Regex Bracketed();
}
