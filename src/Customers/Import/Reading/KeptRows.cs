using Coxswain.Platform.Tabular;
namespace Coxswain.Customers.Import.Reading;

/// <summary>The rows of a kept file, whose bytes do not change, so that it is found written the same way each time.</summary>
internal static class KeptRows
{
    private static readonly TableFault[] Unreadable = [TableFault.TooManyFields, TableFault.OpenQuote, TableFault.RowTooLong, TableFault.BrokenCard];

    /// <exception cref="FileNotFoundException">Its time is over and it is gone.</exception>
    public static IEnumerable<TableRow> Of(string path) => (TableFile.Open(path).Table ?? throw new FileNotFoundException("The file of this import is gone.", path)).Rows();

    /// <summary>Why no cell of the row can be trusted to stand in its column; null where they can.</summary>
    public static string? Problem(TableRow row) => row.Problems.FirstOrDefault(p => Unreadable.Contains(p.Fault))?.Message;
}
