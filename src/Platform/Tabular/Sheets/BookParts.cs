using System.Xml;
using DocumentFormat.OpenXml.Packaging;
namespace Coxswain.Platform.Tabular.Sheets;

/// <summary>What the first part of a workbook says of the others.</summary>
internal static class BookParts
{
    /// <summary>Its sheets by name and relationship, in the order of their tabs, and whether days are counted from 1904.</summary>
    public static (IReadOnlyList<(string Name, string Id)> Sheets, bool Since1904) Of(WorkbookPart book)
    {
        var sheets = new List<(string, string)>();
        var since1904 = false;
        using var xml = SheetXml.Open(book.GetStream());
        while (xml.Read())
        {
            if (xml.NodeType is not XmlNodeType.Element) continue;
            if (xml.LocalName == "workbookPr") since1904 = xml.GetAttribute("date1904") is "1" or "true" or "on";
            if (xml.LocalName == "sheet" && SheetXml.Attribute(xml, "name") is { } name && SheetXml.Attribute(xml, "id") is { } id) sheets.Add((name, id));
        }
        return (sheets, since1904);
    }
}
