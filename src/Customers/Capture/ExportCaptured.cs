using System.Text.Json;
using Coxswain.Platform.Data;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Capture;

/// <summary>Gives a person all that was captured from them, as a file; of nobody else.</summary>
internal static class ExportCaptured
{
    public static async Task AnswerAsync(HttpContext http, AppDb db, CancellationToken ct)
    {
        var me = db.Viewer.PersonId;
        var people = db.Rows<CapturedAddress>();
        http.Response.ContentType = "application/json";
        http.Response.Headers.ContentDisposition = "attachment; filename=captured.json";
        http.Response.Headers.CacheControl = "no-store";
        var all = db.Rows<Captured>().AsNoTracking().Where(c => c.PersonId == me && c.State != CapturedState.Erased).OrderBy(c => c.OccurredAt).ThenBy(c => c.Id)
            .Select(c => new { Kind = c.Kind.ToString(), State = c.State.ToString(), c.OccurredAt, c.Minutes, c.Inbound, c.Subject, c.Text, Readers = c.Readers.ToString(), People = people.Where(a => a.CapturedId == c.Id).Select(a => new { a.Address, a.Name }).ToList() });
        await JsonSerializer.SerializeAsync(http.Response.Body, all.AsAsyncEnumerable(), cancellationToken: ct);
    }
}
