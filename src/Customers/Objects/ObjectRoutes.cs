using Coxswain.Customers.Activities;
using Coxswain.Customers.Records;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Lists;
using Coxswain.Platform.Lists.Grouping;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
namespace Coxswain.Customers.Objects;

/// <summary>The addresses of own objects and their records.</summary>
internal static class ObjectRoutes
{
    public static void Map(Routes pages, Routes sees, Routes edits)
    {
        sees.Show<ObjectRecordsPage>("/objects/{key}", ListObjectRecords.Do);
        pages.Inner.MapGet("/objects/{key}/export", ExportAsync).WithMetadata(new Requirement(Permission.Export));
        edits.Act<ListBoard<ObjectRecordView>>("/objects/{key}/moves", MoveObjectCard.Do);
        edits.Act("/objects/{key}/moves-back", MoveObjectCard.Back, (MoveCard.TakenBack back) => back.Url);
        edits.Show<NewObjectRecordPage>("/objects/{key}/new", CreateObjectRecord.Form);
        edits.Act("/objects/{key}", CreateObjectRecord.Do, (ObjectRecordView made) => $"/records/{made.Id}").Redraws<NewObjectRecordForm>(CreateObjectRecord.Form);
        sees.Show<ObjectRecordPage>("/records/{id:guid}", ShowObjectRecord.Do);
        sees.Show<FactSheet>("/records/{id:guid}/facts", ShowObjectRecord.Facts);
        sees.Show<TimelinePage>("/records/{id:guid}/timeline", ShowTimeline.OnRecord);
        edits.Act<FactSheet>("/records/{id:guid}", ChangeObjectRecord.OnPage).Redraws<FactSheet>(ShowObjectRecord.Facts);
        edits.Act("/records/{id:guid}/removals", RemoveObjectRecord.Do, (Removed gone) => gone.Url);
        edits.Act("/records/{id:guid}/restorations", RestoreObjectRecord.Do, (Removed back) => back.Url);
    }

    public static void MapApi(Routes sees, Routes edits)
    {
        sees.Show("/objects/{key}", ListObjectRecords.Read);
        edits.Act("/objects/{key}", CreateObjectRecord.Do, status: 201);
        sees.Show("/records/{id:guid}", ShowObjectRecord.Read);
        sees.Show("/records/{id:guid}/timeline", ShowTimeline.OnRecord);
        edits.Patch("/records/{id:guid}", ChangeObjectRecord.Do);
        edits.Delete("/records/{id:guid}", RemoveObjectRecord.Do);
        edits.Act("/records/{id:guid}/restorations", RestoreObjectRecord.Do);
    }

    private static async Task ExportAsync(string key, HttpContext http, AppDb db)
    {
        if (await db.OwnObjectAsync(key, http.RequestAborted) is not { } own) await Refused.Missing.ExecuteAsync(http);
        else await ListExport.WriteAsync(http, ListObjectRecords.Of(db, own, await ListLookups.OfFieldsAsync(db, own.Kind, http.RequestAborted)), ListObjectRecords.Source(db, own), own.Key);
    }
}
