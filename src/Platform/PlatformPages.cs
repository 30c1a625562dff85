using Coxswain.Platform.Access;
using Coxswain.Platform.Api;
using Coxswain.Platform.Copies;
using Coxswain.Platform.Exporting;
using Coxswain.Platform.CustomFields;
using Coxswain.Platform.CustomObjects;
using Coxswain.Platform.Http;
using Coxswain.Platform.Jobs;
using Coxswain.Platform.Lists;
using Coxswain.Platform.Lists.Conditions;
using Coxswain.Platform.Privacy;
using Coxswain.Platform.Search;
using Coxswain.Platform.Ui;
using Coxswain.Platform.Webhooks;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform;

/// <summary>The few pages that belong to no module.</summary>
public static class PlatformPages
{
    /// <summary>Their places in the navigation.</summary>
    public static IReadOnlyList<NavigationPlace> Places => [new(95, () => T("Background work"), "/jobs", "refresh-cw", Permission.SeeJobs) { In = PlaceIn.Menu }, new(35, () => T("Fields"), "/settings/fields", "pencil", Permission.ManageProcess) { In = PlaceIn.Process }, new(36, () => T("Objects"), "/settings/objects", "table", Permission.ManageProcess) { In = PlaceIn.Process }];

    public static void Map(Routes pages)
    {
        var entered = pages.Requires(Permission.Enter);
        entered.Show<FindList>("/find", Find.Do);
        entered.Show<FindPage>("/search", Find.Do);
        entered.Show<QuickAddPage>("/add", QuickAdd.Do);
        entered.Show<DesignPage>("/design", ShowDesign.Do);
        entered.Act("/views", SaveView.Do, (SavedView view) => view.Href).Redraws<SaveViewForm>(SaveView.Again);
        pages.Inner.MapGet("/views/conditions", SetConditions.Do).WithMetadata(new Requirement(Permission.Enter));
        entered.Act("/views/{id:guid}", RenameView.Do, (SavedView view) => view.Href).Redraws<RenameViewForm>(RenameView.Again);
        entered.Act("/views/{id:guid}/removals", RemoveView.Do, (SavedView view) => view.Path);
        entered.Act("/views/{id:guid}/restorations", RestoreView.Do, (SavedView view) => view.Href);

        var jobs = pages.Requires(Permission.SeeJobs);
        jobs.Show<JobsPage>("/jobs", ListJobs.Do);
        jobs.Show<JobsPanel>("/jobs/now", ListJobs.Do);
        jobs.Act("/jobs/{id:guid}/retries", RetryJob.Do, (JobTold _) => "/jobs");
        jobs.Act("/jobs/{id:guid}/cancellations", CancelJob.Do, (JobTold _) => "/jobs");
        jobs.Act("/deliveries/{id:guid}/retries", RetryDelivery.Do, (JobTold _) => "/jobs");
        jobs.Act("/deliveries/{id:guid}/omissions", LeaveOutDelivery.Do, (JobTold _) => "/jobs");

        var manages = pages.Requires(Permission.ManageProcess);
        manages.Show<ObjectsPage>("/settings/objects", ShowObjects.Do);
        manages.Act("/settings/objects", ChangeObject.Add, (CustomObjectView _) => "/settings/objects").Redraws<ObjectsPage>(ShowObjects.Do);
        manages.Act("/settings/objects/{id:guid}", ChangeObject.Do, (CustomObjectView _) => "/settings/objects").Redraws<ObjectsPage>(ShowObjects.Again);
        manages.Act("/settings/objects/{id:guid}/arrangements", ArrangeObject.Do, (CustomObjectView _) => "/settings/objects");
        manages.Act("/settings/objects/{id:guid}/retirements", RetireObject.Do, (CustomObjectView _) => "/settings/objects");
        manages.Show<FieldsPage>("/settings/fields", ShowFields.Do);
        manages.Act("/settings/fields", ChangeField.Add, (ChangeField.Changed added) => $"/settings/fields?kind={added.Kind}").Redraws<FieldsPage>(ShowFields.Do);
        manages.Act("/settings/fields/{id:guid}", ChangeField.Do, (ChangeField.Changed saved) => $"/settings/fields?kind={saved.Kind}").Redraws<FieldsPage>(ShowFields.Again);
        manages.Act("/settings/fields/{id:guid}/arrangements", ArrangeField.Do, (ChangeField.Changed saved) => $"/settings/fields?kind={saved.Kind}");
        manages.Act("/settings/fields/{id:guid}/retirements", RetireField.Do, (ChangeField.Changed saved) => $"/settings/fields?kind={saved.Kind}");
        manages.Act("/settings/fields/{id:guid}/indexes", IndexField.Do, (ChangeField.Changed saved) => $"/settings/fields?kind={saved.Kind}");

        var copies = pages.Requires(Permission.ManageSettings);
        copies.Show<CopiesPage>("/settings/copies", ShowCopies.Do);
        copies.Show<CopiesPanel>("/settings/copies/now", ShowCopies.Do);
        copies.Act("/settings/copies", AskCopy.Do, (CopyAsked _) => "/settings/copies");
        copies.Show<ExportsPage>("/settings/exports", ShowExports.Do);
        copies.Show<ExportsPanel>("/settings/exports/now", ShowExports.Do);
        copies.Act("/settings/exports", AskExport.Do, (ExportAsked _) => "/settings/exports");
        pages.Inner.MapGet("/settings/exports/{id:guid}/file", TakeExport.AnswerAsync).WithMetadata(new Requirement(Permission.ManageSettings), new Requirement(Permission.Export));
        copies.Show<PrivacyPage>("/settings/privacy", ShowPrivacy.Do);
        copies.Act("/settings/privacy/limits", ChangeRetention.Do, (ChangeRetention.Changed _) => "/settings/privacy").Redraws<PrivacyPage>(ShowPrivacy.Do);
        pages.Inner.MapGet("/settings/privacy/register.csv", async (HttpContext http, Data.AppDb db, IEnumerable<IProcessing> register) => await ShowPrivacy.WriteAsync(http, db, register)).WithMetadata(new Requirement(Permission.ManageSettings));
        pages.Inner.MapGet("/person-exports/{id:guid}", PersonDataAct.AnswerAsync).WithMetadata(new Requirement(Permission.Enter));
        pages.Requires(Permission.UseApi).Show<DocsPage>(ApiAddress.Docs, ShowDocs.Do);
        WebhookRoutes.Map(pages);
        pages.Inner.MapFallback("{*path}", Nowhere).WithMetadata(new Requirement(Permission.Enter), new HttpMethodMetadata(["GET"]));
    }

    private static IResult Nowhere() => new Refused(StatusCodes.Status404NotFound, T("There is no page at this address."));

    public static void MapApi(Routes api)
    {
        var jobs = api.Requires(Permission.SeeJobs);
        jobs.Show("/jobs", ListJobs.Do);
        jobs.Act("/jobs/{id:guid}/retries", RetryJob.Do);
        jobs.Act("/jobs/{id:guid}/cancellations", CancelJob.Do);
        jobs.Act("/deliveries/{id:guid}/retries", RetryDelivery.Do);
        jobs.Act("/deliveries/{id:guid}/omissions", LeaveOutDelivery.Do);
        var entered = api.Requires(Permission.Enter);
        api.Requires(Permission.UseApi).Act("/batch", RunBatch.Do);
        entered.Show("/search", Find.Read);
        entered.Act("/views", SaveView.Do, status: 201);
        entered.Act("/views/{id:guid}", RenameView.Do);
        entered.Delete("/views/{id:guid}", RemoveView.Do);
        entered.Act("/views/{id:guid}/restorations", RestoreView.Do);
        entered.Show("/custom-fields", ShowFields.Read);
        entered.Show("/custom-objects", ShowObjects.Read);
        var copies = api.Requires(Permission.ManageSettings);
        copies.Show("/copies", ShowCopies.Do);
        copies.Act("/copies", AskCopy.Do);
        copies.Show("/exports", ShowExports.Do);
        copies.Act("/exports", AskExport.Do);
        copies.Inner.MapGet("/exports/{id:guid}/file", TakeExport.AnswerAsync).WithMetadata(new Requirement(Permission.ManageSettings), new Requirement(Permission.Export));
        WebhookRoutes.MapApi(api);
        var manages = api.Requires(Permission.ManageProcess);
        manages.Act("/custom-objects", ChangeObject.Add, status: 201);
        manages.Act("/custom-objects/{id:guid}", ChangeObject.Do);
        manages.Act("/custom-objects/{id:guid}/arrangements", ArrangeObject.Do);
        manages.Act("/custom-objects/{id:guid}/retirements", RetireObject.Do);
        api.Requires(Permission.ManageSettings).Show("/privacy", ShowPrivacy.Do);
        api.Requires(Permission.ManageSettings).Act("/privacy/limits", ChangeRetention.Do);
        manages.Act("/custom-fields", ChangeField.Add, status: 201);
        manages.Act("/custom-fields/{id:guid}", ChangeField.Do);
        manages.Act("/custom-fields/{id:guid}/arrangements", ArrangeField.Do);
        manages.Act("/custom-fields/{id:guid}/indexes", IndexField.Do);
        manages.Act("/custom-fields/{id:guid}/retirements", RetireField.Do);
    }
}
