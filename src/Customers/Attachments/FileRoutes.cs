using Coxswain.Customers.Activities;
using Coxswain.Platform.Access;
using Coxswain.Platform.Http;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Mvc;
namespace Coxswain.Customers.Attachments;

/// <summary>The addresses of files on records.</summary>
internal static class FileRoutes
{
    public static void Map(Routes pages, Routes edits)
    {
        edits.Show<FilePage>("/accounts/{id:guid}/files", AttachFile.OnAccount);
        edits.Show<FilePage>("/contacts/{id:guid}/files", AttachFile.OnContact);
        edits.Show<FilePage>("/leads/{id:guid}/files", AttachFile.OnLead);
        edits.Show<FilePage>("/opportunities/{id:guid}/files", AttachFile.OnDeal);
        edits.Act("/attachments", AttachFile.Do, (WentBack done) => done.Url).Redraws<FilePage>(AttachFile.Form).With(e => e.WithMetadata(new RequestSizeLimitAttribute(AttachFile.LargestUpload)));
        pages.Inner.MapGet("/attachments/{id:guid}", ReadFile.AnswerAsync).WithMetadata(new Requirement(Permission.SeeCustomers));
        edits.Act("/attachments/{id:guid}/removals", RemoveFile.Do, (WentBack done) => done.Url);
        edits.Act("/attachments/{id:guid}/restorations", RestoreFile.Do, (WentBack done) => done.Url);
    }
}
