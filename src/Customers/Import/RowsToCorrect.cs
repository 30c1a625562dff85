using Coxswain.Platform.Data;
using Coxswain.Platform.Files;
using Coxswain.Platform.Tabular;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Import;

/// <summary>The rows of one file that an import refused, as a file that the same import takes again once they are put right.</summary>
internal static class RowsToCorrect
{
    /// <summary>The file as it was imported; null once its time is over.</summary>
    public static TableFile? Open(DataFolder folder, PlanFile file) => File.Exists(folder.FileOf(file.Hash)) ? TableFile.Open(folder.FileOf(file.Hash)).Table : null;

    /// <summary>Why rows were refused, by their numbers.</summary>
    public static async Task<IReadOnlyDictionary<int, string>> ReasonsAsync(AppDb db, Guid run, int file, CancellationToken ct) =>
        (await db.Rows<ImportRemark>().Where(r => r.RunId == run && r.File == file && r.Refused).ToListAsync(ct)).GroupBy(r => r.Row).ToDictionary(r => r.Key, r => r.First().Reason);

    public static async Task WriteAsync(TableFile table, IReadOnlyDictionary<int, string> reasons, TextWriter to)
    {
        // Named so that the next import takes it for none of its fields: "Reason" would be why a deal was lost.
        await to.WriteAsync(Line([.. table.Headers, T("Why it was refused")]));
        var number = 0;
        foreach (var row in table.Rows())
            if (reasons.TryGetValue(++number, out var reason)) await to.WriteAsync(Line([.. row.Fields, reason]));
    }

    private static string Line(IReadOnlyList<string> cells) => string.Join(',', cells.Select(Cell)) + "\r\n";

    // A cell that a spreadsheet would run as a formula is marked as text.
    private static string Cell(string text)
    {
        var safe = text is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] && !decimal.TryParse(text, System.Globalization.CultureInfo.InvariantCulture, out _) ? "'" + text : text;
        return safe.AsSpan().IndexOfAny(",\"\r\n") < 0 ? safe : $"\"{safe.Replace("\"", "\"\"")}\"";
    }
}
