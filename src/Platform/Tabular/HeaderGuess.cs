using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform.Tabular;

/// <summary>Finds the header row behind title lines, or sees that there is none, and makes its names usable.</summary>
internal static class HeaderGuess
{
    /// <summary>Index of the header among the first records; -1 when the first record is data.</summary>
    public static int Row(IReadOnlyList<string[]> records, bool? told)
    {
        if (told == false) return -1;
        var width = Width(records);
        for (var i = 0; i < records.Count; i++)
            if (Filled(records[i]) >= Math.Max(1, width * 0.6)) return told is null && LooksLikeData(records[i]) ? -1 : i;
        return 0;
    }

    private static int Width(IReadOnlyList<string[]> records) => records.GroupBy(r => r.Length).OrderByDescending(g => g.Count()).ThenByDescending(g => g.Key).First().Key;
    private static int Filled(string[] record) => record.Count(f => !string.IsNullOrWhiteSpace(f));

    private static bool LooksLikeData(string[] record) => record.All(f => f.Length > 0 && f.All(char.IsAsciiDigit)) && !record.All(f => f.Length == 4) || record.Any(f => Plain.IsEmail(f) || Plain.IsNumberWithFraction(f) || Plain.IsDate(f));

    /// <summary>The header row without what stands after its last name and holds nothing below either.</summary>
    public static string[] Cut(string[] row, IEnumerable<string[]> below)
    {
        var width = row.Length;
        var used = below.Select(r => Array.FindLastIndex(r, f => !string.IsNullOrWhiteSpace(f)) + 1).DefaultIfEmpty().Max();
        while (width > 1 && width > used && string.IsNullOrWhiteSpace(row[width - 1])) width--;
        return row[..width];
    }

    /// <summary>One name for each column: blank ones numbered, repeated ones counted, each change reported.</summary>
    public static (string[] Names, List<TableProblem> Problems) Names(string[] row, long? line)
    {
        var taken = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var problems = new List<TableProblem>();
        var wanted = row.Select(f => ColumnText.Trim(f)).ToArray();
        var all = wanted.ToHashSet(StringComparer.OrdinalIgnoreCase);
        var names = new string[row.Length];
        for (var i = 0; i < row.Length; i++)
        {
            var name = wanted[i].Length > 0 ? wanted[i] : T("Column {0}", i + 1);
            names[i] = taken.Add(name) ? name : Next(name, taken, all);
            if (names[i] != name) problems.Add(new(TableFault.DuplicateHeader, T("The header \"{0}\" occurs more than once; column {1} is called \"{2}\" here.", name, i + 1, names[i]), line));
            else if (wanted[i].Length == 0) problems.Add(new(TableFault.EmptyHeader, T("Column {0} has no header; it is called \"{1}\" here.", i + 1, name), line));
        }
        return (names, problems);
    }

    private static string Next(string name, HashSet<string> taken, HashSet<string> all)
    {
        for (var n = 2; ; n++)
            if ($"{name} ({n})" is var next && !all.Contains(next) && taken.Add(next)) return next;
    }
}
