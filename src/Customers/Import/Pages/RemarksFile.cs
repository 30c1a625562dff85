using System.Text;
using Coxswain.Platform.Data;
using Coxswain.Platform.Files;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Import.Pages;

/// <summary>Refused rows as they stood in their file, with the reason behind: to be put right and imported again.</summary>
internal static class RemarksFile
{
    public static async Task AnswerAsync(HttpContext http, Guid id, int? file, AppDb db, DataFolder folder, CancellationToken ct)
    {
        var run = await db.Rows<ImportRun>().AsNoTracking().SingleOrDefaultAsync(r => r.Id == id, ct);
        if (run is null || Json.Read<ImportPlan>(run.Plan).Files.ElementAtOrDefault(file ?? 0) is not { } planned || RowsToCorrect.Open(folder, planned) is not { } table)
        {
            http.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }
        await Platform.Lists.ListExport.LeaveTraceAsync(http, "rows-to-correct");
        http.Response.ContentType = "text/csv; charset=utf-8";
        http.Response.Headers.ContentDisposition = "attachment; filename=\"rows-to-correct.csv\"";
        await using var to = new StreamWriter(http.Response.Body, new UTF8Encoding(true));
        await RowsToCorrect.WriteAsync(table, await RowsToCorrect.ReasonsAsync(db, id, file ?? 0, ct), to);
    }
}
