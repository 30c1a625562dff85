using System.Globalization;
using System.Text;
using System.Xml;
namespace Coxswain.Platform.Tabular.Sheets;

/// <summary>A row of a sheet: what its filled cells hold, by their columns, the first being 0.</summary>
internal sealed record SheetRow(int Number, Dictionary<int, string> Cells);

/// <summary>Cells that were made one.</summary>
internal readonly record struct Merge(int Row, int Column, int LastRow);

/// <summary>The rows of a sheet one after another.</summary>
internal sealed class SheetRows(Stream part, SharedTexts texts, CellStyles styles) : IDisposable
{
    private const int MostColumns = 16_384, MostMerges = 10_000;

    private readonly XmlReader xml = SheetXml.Open(part);
    private readonly char[] buffer = new char[1024];
    private readonly StringBuilder text = new();

    /// <summary>Cells that hold an error in place of a value.</summary>
    public int Errors { get; private set; }

    /// <summary>Known once all rows are read: a sheet says it behind them.</summary>
    public List<Merge> Merges { get; } = [];

    public void Dispose() => xml.Dispose();

    /// <summary>Those that hold something.</summary>
    public IEnumerable<SheetRow> Read()
    {
        var (row, number, column) = (default(SheetRow), 0, -1);
        while (xml.Read())
        {
            if (xml.NodeType is XmlNodeType.Element && xml.LocalName == "row")
            {
                number = int.TryParse(xml.GetAttribute("r"), NumberStyles.None, CultureInfo.InvariantCulture, out var said) ? said : number + 1;
                (row, column) = (xml.IsEmptyElement ? null : new SheetRow(number, []), -1);
            }
            else if (xml.NodeType is XmlNodeType.Element && xml.LocalName == "c" && row is not null)
            {
                column = xml.GetAttribute("r") is { } place ? Column(place) : column + 1;
                if (Cell() is { Length: > 0 } cell) row.Cells[column] = cell;
            }
            else if (xml.NodeType is XmlNodeType.EndElement && xml.LocalName == "row" && row is { Cells.Count: > 0 }) yield return row;
            else if (xml.NodeType is XmlNodeType.Element && xml.LocalName == "mergeCell" && Merges.Count < MostMerges) Merged(xml.GetAttribute("ref") ?? "");
        }
    }

    private string Cell()
    {
        var (kind, style) = (xml.GetAttribute("t"), int.TryParse(xml.GetAttribute("s"), NumberStyles.None, CultureInfo.InvariantCulture, out var s) ? s : 0);
        if (xml.IsEmptyElement) return "";
        text.Clear();
        var depth = xml.Depth;
        for (var (wanted, spoken) = (false, 0); xml.Read() && xml.Depth > depth;)
            if (xml.NodeType is XmlNodeType.Element && !xml.IsEmptyElement) (wanted, spoken) = (xml.LocalName is "v" or "t" && spoken == 0, spoken + (xml.LocalName == "rPh" ? 1 : 0));
            else if (xml.NodeType is XmlNodeType.EndElement) (wanted, spoken) = (false, spoken - (xml.LocalName == "rPh" ? 1 : 0));
            else if (wanted && xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.Whitespace or XmlNodeType.SignificantWhitespace) SheetXml.Add(xml, text, buffer);
        return Meant(kind, style, text.ToString());
    }

    private string Meant(string? kind, int style, string said)
    {
        if (said.Length == 0) return "";
        switch (kind)
        {
            case "s": return texts[int.Parse(said, NumberStyles.None, CultureInfo.InvariantCulture)];
            case "str" or "inlineStr": return SheetXml.Plain(said);
            case "b": return said.Trim() is "1" or "true" ? "true" : "false";
            case "d": return DateTime.TryParse(said, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind, out var at) ? SerialDay.Write(at) : said;
            case "e": Errors++; return "";
            default: return styles.Write(said, style);
        }
    }

    private void Merged(string range)
    {
        if (range.Split(':') is not [var from, var to]) return;
        Merges.Add(new(Row(from), Column(from), Row(to)));
    }

    private static int Row(string place) => int.Parse(place.AsSpan().TrimStart("ABCDEFGHIJKLMNOPQRSTUVWXYZ"), NumberStyles.None, CultureInfo.InvariantCulture);

    // A is 0, Z 25, AA 26.
    private static int Column(string place)
    {
        var column = 0;
        foreach (var c in place)
        {
            if (!char.IsAsciiLetterUpper(c)) break;
            column = column * 26 + (c - 'A' + 1);
            if (column > MostColumns) throw new InvalidDataException();
        }
        return column > 0 ? column - 1 : throw new InvalidDataException();
    }
}
