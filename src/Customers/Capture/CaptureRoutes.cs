using Coxswain.Customers.Activities;
using Coxswain.Customers.Capture.Waiting;
using Coxswain.Platform.Access;
using Coxswain.Platform.Http;
using Microsoft.AspNetCore.Builder;
namespace Coxswain.Customers.Capture;

/// <summary>The addresses of what is captured. No program may ask for it: these have no twin in the API.</summary>
internal static class CaptureRoutes
{
    public static void Map(Routes pages, Routes sees, Routes edits)
    {
        edits.Show<CapturePage>("/me/capture", ShowCapture.Do);
        pages.Inner.MapGet("/me/capture/export", ExportCaptured.AnswerAsync).WithMetadata(new Requirement(Permission.EditCustomers));
        edits.Show<ConnectPage>("/feeds/new", ConnectFeed.Form);
        edits.Act("/feeds", ConnectFeed.Do, (WentBack done) => done.Url).Redraws<ConnectPage>(ConnectFeed.Form);
        edits.Show<FeedPage>("/feeds/{id:guid}", ShowFeed.Do);
        edits.Show<FeedPanel>("/feeds/{id:guid}/now", ShowFeed.Do);
        edits.Act("/feeds/{id:guid}/fetches", FetchNow.Do, (WentBack done) => done.Url);
        edits.Act("/feeds/{id:guid}/removals", DisconnectFeed.Do, (WentBack done) => done.Url);
        edits.Act("/me/capture/choices", ChangeChoice.Do, (WentBack done) => done.Url).Redraws<CapturePage>(ShowCapture.Do);
        edits.Act("/ignored-addresses/{id:guid}/removals", Unignore.Do, (WentBack done) => done.Url);
        edits.Show<WaitingPage>("/waiting", ListWaiting.Do);
        edits.Show<SenderPage>("/waiting/{id:guid}", ShowSender.Do);
        edits.Act("/waiting/{id:guid}/contacts", MakeContact.Do, (WentBack done) => done.Url).Redraws<SenderPage>(ShowSender.Do);
        edits.Act("/waiting/{id:guid}/filings", FileWith.Do, (WentBack done) => done.Url).Redraws<SenderPage>(ShowSender.Do);
        edits.Act("/waiting/{id:guid}/ignorings", IgnoreSender.Do, (WentBack done) => done.Url);
        sees.Show<CapturedPage>("/captured/{id:guid}", ShowCaptured.Do);
        sees.Act("/captured/{id:guid}/readers", ChooseReaders.Do, (WentBack done) => done.Url);

        var manages = pages.Requires(Permission.ManageSettings);
        manages.Show<CaptureRulesPage>("/settings/capture", ShowCaptureRules.Do);
        manages.Act("/settings/capture", ChangeCaptureRules.Do, (WentBack done) => done.Url).Redraws<CaptureRulesPage>(ShowCaptureRules.Do);
    }
}
