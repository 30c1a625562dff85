using Coxswain.Customers.Activities;
using Coxswain.Customers.Records;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Lists;
using Coxswain.Platform.Lists.Grouping;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
namespace Coxswain.Customers.Leads;

/// <summary>The addresses of leads.</summary>
internal static class LeadRoutes
{
    public static void Map(Routes pages, Routes sees, Routes edits)
    {
        sees.Show<LeadsPage>("/leads", ListLeads.Do);
        edits.Act<ListBoard<LeadView>>("/leads/moves", MoveLeadCard.Do);
        edits.Act("/leads/moves-back", MoveLeadCard.Back, (MoveCard.TakenBack back) => back.Url);
        pages.Inner.MapGet("/leads/export", async (HttpContext http, AppDb db) => await ListExport.WriteAsync(http, ListLeads.Of(db, await ListLookups.OfFieldsAsync(db, Kinds.Lead, http.RequestAborted)), db.Leads, "leads")).WithMetadata(new Requirement(Permission.Export));
        edits.Show<NewLeadPage>("/leads/new", CreateLead.Form);
        edits.Act("/leads", CreateLead.Do, (LeadView made) => $"/leads/{made.Id}").Redraws<NewLeadForm>(CreateLead.Form);
        sees.Show<LeadPage>("/leads/{id:guid}", ShowLead.Do);
        sees.Show<FactSheet>("/leads/{id:guid}/facts", ShowLead.Facts);
        sees.Show<TimelinePage>("/leads/{id:guid}/timeline", ShowTimeline.OnLead);
        edits.Act<FactSheet>("/leads/{id:guid}", ChangeLead.OnPage).Redraws<FactSheet>(ShowLead.Facts);
        edits.Show<ConversionPage>("/leads/{id:guid}/conversion", ShowConversion.Do);
        edits.Act("/leads/{id:guid}/conversions", ConvertLead.OnPage, (WentBack done) => done.Url).Redraws<ConversionForm>(ShowConversion.Do);
        edits.Act("/leads/{id:guid}/closures", CloseLead.Do, (WentBack done) => done.Url).Redraws<LeadPage>(ShowLead.Do);
        edits.Act("/leads/{id:guid}/reopenings", ReopenLead.Do, (WentBack done) => done.Url);
        edits.Act("/leads/{id:guid}/removals", RemoveLead.Do, (Removed gone) => gone.Url);
        edits.Act("/leads/{id:guid}/restorations", RestoreLead.Do, (Removed back) => back.Url);
    }

    public static void MapApi(Routes sees, Routes edits)
    {
        sees.Show("/leads", ListLeads.Read);
        sees.Show("/leads/{id:guid}", ShowLead.Read);
        sees.Show("/leads/{id:guid}/timeline", ShowTimeline.OnLead);
        edits.Act("/leads", CreateLead.Do, status: 201);
        edits.Patch("/leads/{id:guid}", ChangeLead.Do);
        edits.Act("/leads/{id:guid}/conversions", ConvertLead.Do);
        edits.Act("/leads/{id:guid}/closures", CloseLead.Do);
        edits.Act("/leads/{id:guid}/reopenings", ReopenLead.Do);
        edits.Delete("/leads/{id:guid}", RemoveLead.Do);
        edits.Act("/leads/{id:guid}/restorations", RestoreLead.Do);
    }
}
