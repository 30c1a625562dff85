using System.IO.Compression;
using System.Security;
using System.Text;
namespace Coxswain.Testing;

/// <summary>A workbook written part by part, so that a test says exactly what stands in it.</summary>
public sealed class WrittenBook
{
    private const string Main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main", Office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships", Package = "http://schemas.openxmlformats.org/package/2006";
    private readonly List<(string Name, string Xml)> _sheets = [];
    private readonly List<string> _shared = [];

    public bool Since1904 { get; init; }

    /// <summary>Codes of number formats; a cell takes the first by <c>s="1"</c>. <c>s="0"</c> has none.</summary>
    public IReadOnlyList<string> Formats { get; init; } = [];

    /// <summary>Adds a sheet from the inside of its <c>sheetData</c>, and what stands behind it.</summary>
    public WrittenBook Sheet(string name, string rows, string behind = "")
    {
        _sheets.Add((name, $"<sheetData>{rows}</sheetData>{behind}"));
        return this;
    }

    /// <summary>Adds a sheet of texts, which its cells share.</summary>
    public WrittenBook Table(string name, params string[][] rows) =>
        Sheet(name, string.Concat(rows.Select(r => $"<row>{string.Concat(r.Select(c => c.Length == 0 ? "<c/>" : $"<c t=\"s\"><v>{Shared(c)}</v></c>"))}</row>")));

    public int Shared(string text)
    {
        _shared.Add($"<si><t xml:space=\"preserve\">{SecurityElement.Escape(text)}</t></si>");
        return _shared.Count - 1;
    }

    public byte[] Bytes()
    {
        using var bytes = new MemoryStream();
        using (var archive = new ZipArchive(bytes, ZipArchiveMode.Create, leaveOpen: true))
        {
            Part(archive, "[Content_Types].xml", $"<Types xmlns=\"{Package}/content-types\"><Default Extension=\"rels\" ContentType=\"application/vnd.openxmlformats-package.relationships+xml\"/><Default Extension=\"xml\" ContentType=\"application/xml\"/>{Kind("/xl/workbook.xml", "sheet.main")}{Kind("/xl/styles.xml", "styles")}{Kind("/xl/sharedStrings.xml", "sharedStrings")}{string.Concat(_sheets.Select((_, i) => Kind($"/xl/worksheets/sheet{i + 1}.xml", "worksheet")))}</Types>");
            Part(archive, "_rels/.rels", $"<Relationships xmlns=\"{Package}/relationships\"><Relationship Id=\"b\" Type=\"{Office}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            Part(archive, "xl/workbook.xml", $"<workbook xmlns=\"{Main}\" xmlns:r=\"{Office}\"><workbookPr date1904=\"{(Since1904 ? 1 : 0)}\"/><sheets>{string.Concat(_sheets.Select((s, i) => $"<sheet name=\"{SecurityElement.Escape(s.Name)}\" sheetId=\"{i + 1}\" r:id=\"s{i + 1}\"/>"))}</sheets></workbook>");
            Part(archive, "xl/_rels/workbook.xml.rels", $"<Relationships xmlns=\"{Package}/relationships\">{string.Concat(_sheets.Select((_, i) => $"<Relationship Id=\"s{i + 1}\" Type=\"{Office}/worksheet\" Target=\"worksheets/sheet{i + 1}.xml\"/>"))}<Relationship Id=\"st\" Type=\"{Office}/styles\" Target=\"styles.xml\"/><Relationship Id=\"sh\" Type=\"{Office}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>");
            Part(archive, "xl/styles.xml", $"<styleSheet xmlns=\"{Main}\"><numFmts>{string.Concat(Formats.Select((f, i) => $"<numFmt numFmtId=\"{164 + i}\" formatCode=\"{SecurityElement.Escape(f)}\"/>"))}</numFmts><cellXfs><xf numFmtId=\"0\"/>{string.Concat(Formats.Select((_, i) => $"<xf numFmtId=\"{164 + i}\"/>"))}</cellXfs></styleSheet>");
            Part(archive, "xl/sharedStrings.xml", $"<sst xmlns=\"{Main}\">{string.Concat(_shared)}</sst>");
            for (var i = 0; i < _sheets.Count; i++) Part(archive, $"xl/worksheets/sheet{i + 1}.xml", $"<worksheet xmlns=\"{Main}\">{_sheets[i].Xml}</worksheet>");
        }
        return bytes.ToArray();
    }

    private static string Kind(string part, string kind) => $"<Override PartName=\"{part}\" ContentType=\"application/vnd.openxmlformats-officedocument.spreadsheetml.{kind}+xml\"/>";

    private static void Part(ZipArchive archive, string name, string xml)
    {
        using var to = archive.CreateEntry(name, CompressionLevel.Fastest).Open();
        to.Write(Encoding.UTF8.GetBytes(xml));
    }
}
