using Coxswain.Customers.Import.Reading;
using Coxswain.Platform.Importing;
using Coxswain.Platform.Tabular;
namespace Coxswain.Customers;

/// <summary>A few rows of a file, for whoever is asked about them.</summary>
/// <param name="Headers">The columns: the one in question, and some of the others, in their order.</param>
/// <param name="Rows">Their cells.</param>
public sealed record SampleRows(IReadOnlyList<string> Headers, IReadOnlyList<IReadOnlyList<string>> Rows)
{
    private const int Most = 3, Widest = 4, Longest = 40;

    /// <summary>The first rows whose cell in this column is one of those in question.</summary>
    internal static SampleRows Of(IEnumerable<TableRow> rows, IReadOnlyList<PlanColumn> columns, int column, Func<string, bool> inQuestion)
    {
        var shown = columns.OrderBy(c => c.Index != column).Take(Widest).OrderBy(c => c.Index).ToList();
        return new([.. shown.Select(c => c.Header)], [.. rows.Where(r => inQuestion(ColumnText.Trim(r[column]))).Take(Most).Select(r => shown.Select(c => Short(r[c.Index].Trim())).ToList())]);
    }

    private static string Short(string cell) => cell.Length > Longest ? cell[..Longest] + "…" : cell;
}
