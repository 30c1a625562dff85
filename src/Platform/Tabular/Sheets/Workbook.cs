using System.IO.Compression;
using System.Xml;
using DocumentFormat.OpenXml.Packaging;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.Tabular.Sheets;

/// <summary>A sheet of a workbook, written as a table.</summary>
/// <param name="Name">As its tab says.</param>
/// <param name="Path">A CSV file that whoever asked for it deletes.</param>
/// <param name="Remark">What was left out of it; null where nothing was.</param>
public sealed record WrittenSheet(string Name, string Path, string? Remark);

/// <summary>
/// Writes the sheets of an XLSX workbook as CSV files, so that all that reads tables reads them too. Rows stream from the archive to the
/// file: memory does not grow with them. Of the texts that cells share 16 million characters stay in memory, the rest waits on disk.
/// </summary>
public static class Workbook
{
    /// <summary>Whether it is a workbook, be it one that can be read or not.</summary>
    /// <param name="content">Can be sought; stands at its start again afterwards.</param>
    public static bool Is(Stream content)
    {
        var first = new byte[4096];
        var length = content.ReadAtLeast(first, first.Length, throwOnEndOfStream: false);
        content.Position = 0;
        var start = first.AsSpan(0, length);
        return FileKind.Refusal(start)?.Fault is TableFault.Spreadsheet || start.StartsWith("PK\u0003\u0004"u8) && WorkbookCheck.HoldsSheets(content);
    }

    /// <summary>Writes each sheet that holds something.</summary>
    /// <param name="content">The workbook; can be sought.</param>
    /// <param name="folder">Where to write, and where what does not fit in memory waits.</param>
    /// <exception cref="WorkbookException">It is protected, damaged or unfolds beyond all measure; nothing written stays.</exception>
    public static IReadOnlyList<WrittenSheet> Write(Stream content, string folder)
    {
        if (WorkbookCheck.Refusal(content) is { } refusal) throw new WorkbookException(refusal);
        Directory.CreateDirectory(folder);
        var written = new List<WrittenSheet>();
        try
        {
            WriteAll(content, folder, written);
            return written;
        }
        catch (Exception failure)
        {
            foreach (var sheet in written) File.Delete(sheet.Path);
            if (failure is InvalidDataException or XmlException or OpenXmlPackageException or FileFormatException or FormatException or ArgumentException or KeyNotFoundException) throw new WorkbookException(WorkbookCheck.Damaged);
            throw;
        }
    }

    private static void WriteAll(Stream content, string folder, List<WrittenSheet> written)
    {
        using var document = SpreadsheetDocument.Open(content, isEditable: false);
        var book = document.WorkbookPart ?? throw new WorkbookException(WorkbookCheck.OtherKind);
        var (sheets, since1904) = BookParts.Of(book);
        using var texts = new SharedTexts(folder);
        if (book.SharedStringTablePart is { } shared) texts.Read(shared.GetStream());
        var styles = CellStyles.Of(book.WorkbookStylesPart?.GetStream(), since1904);
        foreach (var (name, id) in sheets)
        {
            // A sheet that is one chart has no cells.
            if (book.GetPartById(id) is not WorksheetPart part) continue;
            using var rows = new SheetRows(part.GetStream(), texts, styles);
            if (SheetTable.Write(name, rows, folder) is { } sheet) written.Add(sheet);
        }
        if (written.Count == 0) throw new WorkbookException(T("None of its sheets holds anything."));
    }
}
