using Coxswain.Customers.Activities;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.AspNetCore.Components;
namespace Coxswain.Customers.Attachments;

/// <summary>The files of a deal on its page.</summary>
internal sealed class DealFiles(TimeProvider clock) : IPanel
{
    public string Slot => Panels.Deal;

    public int Order => 10;

    public async Task<RenderFragment?> DrawAsync(AppDb db, Guid subjectId, CancellationToken ct)
    {
        if (!db.Viewer.May(Permission.SeeCustomers)) return null;
        var files = new FilesView(await AttachmentView.OfDealAsync(db, subjectId, ct), db.Viewer.May(Permission.EditCustomers) ? $"/opportunities/{subjectId}/files" : null);
        var today = await ListTasks.TodayAsync(db, clock, ct);
        return page =>
        {
            page.OpenComponent<FileSheet>(0);
            page.AddComponentParameter(1, nameof(FileSheet.Model), files);
            page.AddComponentParameter(2, nameof(FileSheet.Today), today);
            page.AddComponentParameter(3, nameof(FileSheet.Back), $"/opportunities/{subjectId}");
            page.CloseComponent();
        };
    }
}
