using Coxswain.Platform.Access;
using Coxswain.Platform.Copies;
using Coxswain.Platform.CustomFields;
using Coxswain.Platform.Http;
using Coxswain.Platform.Jobs;
using Coxswain.Platform.Lists;
using Coxswain.Platform.Search;
using Coxswain.Platform.Ui;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Platform;

/// <summary>The few pages that belong to no module.</summary>
public static class PlatformPages
{
    /// <summary>Their places in the navigation.</summary>
    public static IReadOnlyList<NavigationPlace> Places => [new(95, () => T("Background work"), "/jobs", "refresh-cw", Permission.SeeJobs) { In = PlaceIn.Menu }, new(35, () => T("Fields"), "/settings/fields", "pencil", Permission.ManageProcess) { In = PlaceIn.Process }];

    public static void Map(Routes pages)
    {
        var entered = pages.Requires(Permission.Enter);
        entered.Show<FindList>("/find", Find.Do);
        entered.Show<FindPage>("/search", Find.Do);
        entered.Show<QuickAddPage>("/add", QuickAdd.Do);
        entered.Show<DesignPage>("/design", ShowDesign.Do);
        entered.Act("/views", SaveView.Do, (SavedView view) => view.Href).Redraws<SaveViewForm>(SaveView.Again);
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
        pages.Inner.MapFallback("{*path}", Nowhere).WithMetadata(new Requirement(Permission.Enter), new HttpMethodMetadata(["GET"]));
    }

    private static IResult Nowhere() => new Refused(StatusCodes.Status404NotFound, T("There is no page at this address."));

    public static void MapApi(Routes api)
    {
        api.Requires(Permission.SeeJobs).Show("/jobs", ListJobs.Do);
        api.Requires(Permission.Enter).Show("/custom-fields", ShowFields.Read);
        var manages = api.Requires(Permission.ManageProcess);
        manages.Act("/custom-fields", ChangeField.Add, status: 201);
        manages.Act("/custom-fields/{id:guid}/retirements", RetireField.Do);
    }
}
