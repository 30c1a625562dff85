using Coxswain.Customers.Activities;
using Coxswain.Customers.Records;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Lists;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
namespace Coxswain.Customers.Signals;

/// <summary>The addresses of signals.</summary>
internal static class SignalRoutes
{
    public static void Map(Routes pages, Routes sees, Routes edits)
    {
        sees.Show<SignalsPage>("/signals", ListSignals.Do);
        pages.Inner.MapGet("/signals/export", (HttpContext http, AppDb db) => ListExport.WriteAsync(http, ListSignals.Of(db, ListLookups.None), db.Signals, "signals")).WithMetadata(new Requirement(Permission.Export));
        edits.Show<SignalPage>("/signals/new", NewSignal.Do);
        edits.Show<SignalPage>("/signals/{id:guid}", NewSignal.Do);
        edits.Act("/signals", CreateSignal.OnPage, (WentBack done) => done.Url).Redraws<SignalForm>(NewSignal.Do);
        edits.Act("/signals/{id:guid}", ChangeSignal.OnPage, (WentBack done) => done.Url).Redraws<SignalForm>(NewSignal.Do);
        edits.Act("/signals/{id:guid}/removals", RemoveSignal.Do, (WentBack done) => done.Url);
        edits.Act("/signals/{id:guid}/restorations", RestoreSignal.Do, (WentBack done) => done.Url);
    }

    public static void MapApi(Routes sees, Routes edits)
    {
        sees.Show("/signals", ListSignals.Read);
        sees.Show("/signals/{id:guid}", ListSignals.ReadOne);
        edits.Act("/signals", CreateSignal.Do, status: 201);
        edits.Patch("/signals/{id:guid}", ChangeSignal.Do);
        edits.Delete("/signals/{id:guid}", RemoveSignal.Do);
        edits.Act("/signals/{id:guid}/restorations", RestoreSignal.Do);
    }
}
