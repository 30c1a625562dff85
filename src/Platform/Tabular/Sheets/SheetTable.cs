using System.Text;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.Tabular.Sheets;

/// <summary>Writes a sheet as a table. Its first rows wait for what stands at its end: which of their cells were made one.</summary>
internal static class SheetTable
{
    private const int First = 40;

    /// <summary>Null where the sheet holds nothing.</summary>
    public static WrittenSheet? Write(string name, SheetRows sheet, string folder)
    {
        var (first, width, outside) = (new List<SheetRow>(), 0, 0);
        var (path, rest) = (Scratch(folder), Scratch(folder));
        try
        {
            using (var to = new StreamWriter(rest, append: false, new UTF8Encoding(false)))
                foreach (var row in sheet.Read())
                    if (first.Count < First)
                    {
                        first.Add(row);
                        width = Math.Max(width, row.Cells.Keys.Max() + 1);
                    }
                    else outside += Line(row, width, to);
            if (first.Count == 0) return null;
            HeaderMerges.Settle(first, sheet.Merges);
            Join(path, first, width, rest);
            return new(name, path, Remark(sheet.Errors, outside));
        }
        catch
        {
            File.Delete(path);
            throw;
        }
        finally { File.Delete(rest); }
    }

    private static void Join(string path, IReadOnlyList<SheetRow> first, int width, string rest)
    {
        using var file = File.Create(path);
        // Encoding and separator are said, so that nothing in the cells can make anyone guess another.
        using (var to = new StreamWriter(file, new UTF8Encoding(true), leaveOpen: true))
        {
            to.Write("sep=,\n");
            foreach (var row in first) Line(row, width, to);
        }
        using var more = File.OpenRead(rest);
        more.CopyTo(file);
    }

    // Cells further right than any of the first rows reaches belong to no column; how many they are is told.
    private static int Line(SheetRow row, int width, StreamWriter to)
    {
        for (var column = 0; column < width; column++)
        {
            if (column > 0) to.Write(',');
            if (row.Cells.TryGetValue(column, out var cell)) Field(cell, to);
        }
        to.Write('\n');
        return row.Cells.Keys.Count(c => c >= width);
    }

    private static void Field(string cell, StreamWriter to)
    {
        var bare = cell.AsSpan().IndexOfAny(",\"\r\n") < 0;
        if (!bare) to.Write('"');
        to.Write(bare ? cell : cell.Replace("\"", "\"\"", StringComparison.Ordinal));
        if (!bare) to.Write('"');
    }

    private static string? Remark(int errors, int outside)
    {
        var said = new List<string>();
        if (errors > 0) said.Add(N(errors, "One cell holds an error such as #REF!; it is taken as empty.", "{0} cells hold an error such as #REF!; they are taken as empty."));
        if (outside > 0) said.Add(N(outside, "One cell to the right of the table is left out.", "{0} cells to the right of the table are left out."));
        return said.Count == 0 ? null : string.Join(" ", said);
    }

    private static string Scratch(string folder) => Path.Combine(folder, $"{Guid.NewGuid():N}.part");
}
