using System.Text;
using Coxswain.Platform.Data;
using Coxswain.Platform.Files;
using Coxswain.Platform.Tabular;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Import.Pages;

/// <summary>Refused rows as they stood in their file, with the reason behind: to be put right and imported again.</summary>
internal static class RemarksFile
{
    public static async Task AnswerAsync(HttpContext http, Guid id, int? file, AppDb db, DataFolder folder, CancellationToken ct)
    {
        var run = await db.Rows<ImportRun>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct);
        if (run is null || Json.Read<ImportPlan>(run.Plan).Files.ElementAtOrDefault(file ?? 0) is not { } planned || TableFile.Open(folder.FileOf(planned.Hash)).Table is not { } table)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        var reasons = (await db.Rows<ImportRemark>().Where(r => r.RunId == id && r.File == (file ?? 0) && r.Refused).ToListAsync(ct)).ToDictionary(r => r.Row, r => r.Reason);
        await Platform.Lists.ListExport.LeaveTraceAsync(http, "rows-to-correct");
        http.Response.ContentType = "text/csv; charset=utf-8";
        http.Response.Headers.ContentDisposition = "attachment; filename=\"rows-to-correct.csv\"";
        await using var to = new StreamWriter(http.Response.Body, new UTF8Encoding(true));
        await to.WriteAsync(Line([.. table.Headers, T("Reason")]));
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
