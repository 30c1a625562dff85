using System.Globalization;
using System.Text;
using Coxswain.Platform.Data;
using Coxswain.Platform.Lists;
using Coxswain.Platform.Money;
using Coxswain.Platform.Tenants;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Opportunities;

/// <summary>The shown list as a file: all matching rows, streamed, safe to open in a spreadsheet.</summary>
internal static class ExportOpportunities
{
    public static async Task Do(HttpContext http, AppDb db, TimeProvider clock)
    {
        var request = ListOpportunities.Asked(new ListRequest { Query = QueryValues.Of(http.Request.Query) }, db);
        var tenant = await db.Rows<Tenant>().AsNoTracking().SingleAsync(t => t.Id == db.Viewer.TenantId, http.RequestAborted);
        var list = OpportunityList.Of(db, Standing.Of(tenant, clock.GetUtcNow().UtcDateTime), tenant.Currency, await OpportunityChoices.OfFieldsAsync(db, http.RequestAborted));
        await list.RefuseSlowAsync(db, ListOpportunities.Source(db, request), request, http.RequestAborted);
        var rows = (await list.MatchingAsync(db, ListOpportunities.Source(db, request), request, http.RequestAborted)).AsNoTracking().OrderBy(o => o.Id);
        await ListExport.LeaveTraceAsync(http, "deals");
        http.Response.ContentType = "text/csv; charset=utf-8";
        http.Response.Headers.ContentDisposition = "attachment; filename=\"deals.csv\"";
        await using var file = new StreamWriter(http.Response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        await file.WriteAsync("Id,Name,Account,Owner,Stage,Outcome,Amount,Currency,Decision by,Begun on,Closed on,Source,Reason,Next step,Next step by,Kind of deal\r\n");
        await foreach (var o in db.Views(rows).AsAsyncEnumerable().WithCancellation(http.RequestAborted))
            await file.WriteAsync(string.Join(',', Cells(o).Select(Safe)) + "\r\n");
    }

    private static IEnumerable<string?> Cells(OpportunityView o) =>
    [
        o.Id.ToString(), o.Name, o.AccountName, o.OwnerName, o.StageName, o.End.ToString(), o.Minor is { } minor ? Minor.ToMajor(minor, o.Currency).ToString(CultureInfo.InvariantCulture) : null, o.Currency,
        Day(o.CloseOn), Day(o.OpenedOn), Day(o.ClosedOn), o.Source, o.ClosedBecause, o.NextStep, Day(o.NextStepOn), o.Business?.ToString(),
    ];

    private static string? Day(DateOnly? day) => day?.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    // A text that a spreadsheet would run as a formula is shown as the text it is.
    private static string Safe(string? text)
    {
        if (text is null) return "";
        if (text.Length > 0 && text[0] is '=' or '+' or '-' or '@' or '\t' or '\r' && !decimal.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out _)) text = "'" + text;
        return text.AsSpan().IndexOfAny("\",\r\n") < 0 ? text : $"\"{text.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }
}
