using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using System.Xml;
namespace Coxswain.Platform.Tabular.Sheets;

/// <summary>
/// Reads the parts of a workbook node by node. Names are taken without their namespace: the strict kind of file has others for the same things.
/// </summary>
internal static partial class SheetXml
{
    private static readonly XmlReaderSettings Settings = new() { DtdProcessing = DtdProcessing.Prohibit, XmlResolver = null, IgnoreComments = true, IgnoreProcessingInstructions = true, CloseInput = true };

    public static XmlReader Open(Stream part) => XmlReader.Create(part, Settings);

    /// <summary>By its name alone, whatever its prefix.</summary>
    public static string? Attribute(XmlReader xml, string name)
    {
        string? found = null;
        for (var more = xml.MoveToFirstAttribute(); more; more = xml.MoveToNextAttribute())
            if (xml.LocalName == name) found = xml.Value;
        xml.MoveToElement();
        return found;
    }

    /// <summary>Adds the text at hand, at most as much as a field may hold and one more, so that too much is seen to be too much.</summary>
    public static void Add(XmlReader xml, StringBuilder to, char[] buffer)
    {
        for (int read; to.Length <= TableLimits.FieldCharacters && (read = xml.ReadValueChunk(buffer, 0, buffer.Length)) > 0;) to.Append(buffer, 0, read);
    }

    /// <summary>Characters that XML cannot hold are written as <c>_x000D_</c>.</summary>
    public static string Plain(string text) =>
        text.Contains("_x", StringComparison.Ordinal) ? Escaped().Replace(text, m => ((char)int.Parse(m.Groups[1].ValueSpan, NumberStyles.HexNumber, CultureInfo.InvariantCulture)).ToString()) : text;

    [GeneratedRegex("_x([0-9A-Fa-f]{4})_")]
    private static partial Regex Escaped();
}
