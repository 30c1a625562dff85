using System.Globalization;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Tabular;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.Platform.Lists;

/// <summary>A list as a CSV file: all matching rows with the shown columns, written while they are read. What the viewer may not see is not in it.</summary>
public static class ListExport
{
    /// <param name="http">The request; its query is that of the list.</param>
    /// <param name="list">The list.</param>
    /// <param name="source">The rows the viewer may see.</param>
    /// <param name="name">The file's name, without its ending.</param>
    public static async Task WriteAsync<TEntity, TRow>(HttpContext http, ListOf<TEntity, TRow> list, IQueryable<TEntity> source, string name) where TEntity : Entity
    {
        var request = new ListRequest { Sort = http.Request.Query["sort"], Columns = http.Request.Query["columns"] is { Count: > 0 } columns ? columns.ToString() : null, Query = QueryValues.Of(http.Request.Query) };
        var db = http.RequestServices.GetRequiredService<AppDb>();
        // What cannot be asked is refused before anything is sent.
        await list.RefuseSlowAsync(db, source, request, http.RequestAborted);
        var rows = await list.AllAsync(db, source, request, http.RequestAborted);
        await LeaveTraceAsync(http, name);
        http.Response.ContentType = "text/csv; charset=utf-8";
        http.Response.Headers.ContentDisposition = $"attachment; filename=\"{name}.csv\"";
        var shown = list.Shown(request);
        await using var table = new TableWriter(http.Response.Body);
        await table.HeaderAsync(shown.Select(c => c.Label()), http.RequestAborted);
        await foreach (var row in rows.WithCancellation(http.RequestAborted))
        {
            foreach (var column in shown) Cell(table, column.Kind, column.Cell(row));
            await table.EndRowAsync(http.RequestAborted);
        }
    }

    /// <summary>Who took which list out is an event, saved before the first row leaves.</summary>
    public static async Task LeaveTraceAsync(HttpContext http, string name)
    {
        var db = http.RequestServices.GetRequiredService<AppDb>();
        db.Happened("export", Guid.Empty, new ListExported(name));
        await db.SaveChangesAsync(http.RequestAborted);
    }

    private static void Cell(TableWriter table, ColumnKind kind, string? text)
    {
        if (kind is ColumnKind.Number && decimal.TryParse(text, NumberStyles.Number, CultureInfo.CurrentCulture, out var number)) table.Number(number);
        else table.Text(text);
    }
}
