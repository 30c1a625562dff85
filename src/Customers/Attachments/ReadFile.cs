using Coxswain.Platform.Data;
using Coxswain.Platform.Files;
using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Customers.Attachments;

/// <summary>Gives a file out, streamed and in parts where asked for parts, always to be saved and never to be shown by the browser as a page of ours.</summary>
internal static class ReadFile
{
    public static async Task<IResult> AnswerAsync(HttpContext http, Guid id, AppDb db, DataFolder folder, CancellationToken ct)
    {
        var contents = db.Rows<AttachedContent>();
        var file = await db.Attachments.Where(a => a.Id == id).Select(a => new { a.Name, Content = contents.First(c => c.Id == a.ContentId) }).SingleOrDefaultAsync(ct);
        if (file is null || !File.Exists(folder.FileOf(file.Content.Hash))) return Results.NotFound();
        http.Response.Headers.XContentTypeOptions = "nosniff";
        http.Response.Headers.ContentSecurityPolicy = "default-src 'none'; sandbox";
        return Results.File(Path.GetFullPath(folder.FileOf(file.Content.Hash)), file.Content.MediaType, file.Name, enableRangeProcessing: true);
    }
}
