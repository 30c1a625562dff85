using Coxswain.Platform.Data;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.Tabular;

/// <summary>Tells which files of a folder are data. Subfolders and links are not followed, so nothing outside the folder is ever read.</summary>
public sealed record SafeFolder(IReadOnlyList<FolderFile> Files, TableProblem? Problem)
{
    private const int RowsOfDictionary = 2_000;
    private static readonly string[] Extensions = [".csv", ".tsv", ".tab", ".vcf"];

    /// <summary>The tables to be read.</summary>
    public IEnumerable<TableFile> Tables => Files.Select(f => f.Table).OfType<TableFile>();

    /// <summary>Looks at each file of a folder, by name.</summary>
    public static SafeFolder Look(string folder)
    {
        if (!Directory.Exists(folder)) return new([], new(TableFault.Missing, T("There is no folder at {0}. Check the path.", folder)));
        try
        {
            var files = new DirectoryInfo(folder).EnumerateFiles().OrderBy(f => f.Name, StringComparer.OrdinalIgnoreCase).Select(One).ToList();
            var sorted = files.Select(f => f.Table is { } table && IsDictionary(table, files) ? f with { Table = null, SetAside = T("It describes the columns of the other files.") } : f).ToList();
            return new(sorted, sorted.Exists(f => f.Table is not null) ? null : new(TableFault.Empty, T("There is no CSV file with data in {0}. Export the tables as CSV into it.", folder)));
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            return new([], new(TableFault.Unreadable, T("{0} cannot be read: {1}", folder, failure.Message)));
        }
    }

    private static FolderFile One(FileInfo file)
    {
        if (!Extensions.Contains(file.Extension, StringComparer.OrdinalIgnoreCase)) return Aside(file, T("It is not a CSV file."));
        if (file.LinkTarget is not null) return Aside(file, T("It is a link to another place."));
        if (file.Name.StartsWith('.') || file.Name.StartsWith('~')) return Aside(file, T("It is a hidden or temporary file."));
        var opening = TableFile.Open(file.FullName);
        return opening.Readable ? new(file.FullName, file.Name, opening.Table, null, null) : new(file.FullName, file.Name, null, opening.Problem.Message, opening.Problem);
    }

    private static FolderFile Aside(FileInfo file, string why) => new(file.FullName, file.Name, null, why, null);

    // A dictionary has a column that names the other files' columns row by row.
    private static bool IsDictionary(TableFile table, List<FolderFile> files)
    {
        var others = files.Select(f => f.Table).OfType<TableFile>().Where(t => t != table).ToList();
        if (others.Count == 0 || table.Headers.Count is < 2 or > 12) return false;
        var columns = others.SelectMany(t => t.Headers).Select(Folding.Fold).ToHashSet();
        var rows = table.Rows().Take(RowsOfDictionary + 1).ToList();
        if (rows.Count is < 2 or > RowsOfDictionary) return false;
        return Enumerable.Range(0, table.Headers.Count).Any(i => rows.Count(r => columns.Contains(Folding.Fold(r[i]))) >= 0.7 * rows.Count);
    }
}
