using CsvHelper;
namespace Coxswain.Platform.Tabular;

/// <summary>Finds what separates fields: the sign that cuts most lines into the same number, at least two, of fields.</summary>
internal static class SeparatorGuess
{
    private const int Lines = 300;

    public static char Of(byte[] start)
    {
        if (Said(start) is { } said) return said;
        var best = (Sign: ',', Score: 0d);
        foreach (var sign in ",;\t|")
            if (Score(start, sign) is var score && score > best.Score + 1e-9) best = (sign, score);
        return OneColumn(start, best.Sign) ? '\t' : best.Sign;
    }

    // Names with a comma now and then are one column, not two.
    private static bool OneColumn(byte[] start, char sign) => !start.AsSpan().Contains((byte)'\t') && Counts(start, sign) is [1, ..] counts && counts.Count(c => c == 1) * 2 > counts.Count;

    /// <summary>The line "sep=;" that spreadsheets write and read.</summary>
    public static char? Said(ReadOnlySpan<byte> start) =>
        start.Length > 5 && start.StartsWith("sep="u8) && start[5] is (byte)'\r' or (byte)'\n' && start[4] < 128 ? (char)start[4] : null;

    private static double Score(byte[] start, char sign)
    {
        var counts = Counts(start, sign);
        if (counts.Count > 3) counts.RemoveAt(counts.Count - 1);
        var usual = counts.GroupBy(c => c).Select(g => (Fields: g.Key, Share: (double)g.Count() / counts.Count)).Where(g => g.Fields > 1)
            .OrderByDescending(g => g.Share).ThenByDescending(g => g.Fields).FirstOrDefault();
        if (usual.Fields == 0) return 0;
        var header = counts.Take(5).Contains(usual.Fields) && counts[0] == usual.Fields ? 0.5 : 0;
        return usual.Share * 2 + header + Math.Min(usual.Fields, 50) * 0.004;
    }

    private static List<int> Counts(byte[] start, char sign)
    {
        var counts = new List<int>();
        using var reader = CsvReader.Create(start, new CsvReaderOptions { Separator = sign, HasHeader = false });
        while (counts.Count < Lines && reader.Read()) counts.Add(reader.FieldCount);
        return counts;
    }
}
