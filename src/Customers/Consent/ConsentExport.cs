using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Lists;
using Coxswain.Platform.Tabular;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Consent;

/// <summary>What contacts and leads said about being written to, every entry, of those the viewer sees, written while it is read.</summary>
internal static class ConsentExport
{
    public static async Task WriteAsync(HttpContext http, AppDb db)
    {
        var ct = http.RequestAborted;
        await ListExport.LeaveTraceAsync(http, "consents");
        http.Response.ContentType = "text/csv; charset=utf-8";
        http.Response.Headers.ContentDisposition = "attachment; filename=\"consents.csv\"";
        await using var table = new TableWriter(http.Response.Body);
        await table.HeaderAsync([T("Contact"), T("E-mail"), T("Which way?"), T("What for?"), T("Which newsletter?"), T("May be sent"), T("On what basis?"), T("When?"), T("How did they say it?"), T("What shows it?")], ct);
        var contacts = db.Rows<ConsentEntry>().Join(db.Contacts, e => e.ContactId, c => c.Id, (e, c) => new { Entry = e, c.Name, c.Email }).Seen(db);
        await foreach (var row in contacts.AsNoTracking().OrderBy(r => r.Entry.Id).AsAsyncEnumerable().WithCancellation(ct)) await WriteAsync(table, row.Entry, row.Name, row.Email, ct);
        var leads = db.Rows<ConsentEntry>().Where(e => e.ContactId == null).Join(db.Leads, e => e.LeadId, l => l.Id, (e, l) => new { Entry = e, l.Name, l.Email }).Seen(db);
        await foreach (var row in leads.AsNoTracking().OrderBy(r => r.Entry.Id).AsAsyncEnumerable().WithCancellation(ct)) await WriteAsync(table, row.Entry, row.Name, row.Email, ct);
    }

    private static ValueTask WriteAsync(TableWriter table, ConsentEntry e, string name, string? email, CancellationToken ct) =>
        table.Text(name).Text(email).Text(ConsentWords.Of(e.Channel)).Text(ConsentWords.Of(e.Purpose)).Text(e.Topic).YesNo(e.IsGiven).Text(e.Ground is { } ground ? ConsentWords.Of(ground) : null).Date(e.On).Text(ConsentWords.Of(e.Way)).Text(e.Evidence).EndRowAsync(ct);
}
