using Coxswain.Customers.Activities;
using Coxswain.Customers.Plans;
using Coxswain.Platform.Access;
using Coxswain.Platform.Http;
using Microsoft.AspNetCore.Builder;
namespace Coxswain.Customers.Maps;

/// <summary>The addresses of relationship maps, and of the account plans that go by them.</summary>
internal static class MapRoutes
{
    public static void Map(Routes pages, Routes sees, Routes edits)
    {
        sees.Show<MapPage>("/accounts/{id:guid}/map", ShowMap.OfAccount);
        sees.Show<MapPage>("/opportunities/{id:guid}/map", ShowMap.OfDeal);
        pages.Inner.MapGet("/accounts/{id:guid}/map.svg", ShowMap.FileOfAccount).WithMetadata(new Requirement(Permission.SeeCustomers));
        pages.Inner.MapGet("/opportunities/{id:guid}/map.svg", ShowMap.FileOfDeal).WithMetadata(new Requirement(Permission.SeeCustomers));
        edits.Show<PersonPage>("/accounts/{id:guid}/map/people/new", NewPlaced.Do);
        edits.Act("/accounts/{id:guid}/map/people", PlacePerson.OnPage, (WentBack done) => done.Url).Redraws<PersonForm>(NewPlaced.Do);
        edits.Act<MapFigure>("/accounts/{id:guid}/map/places", ArrangeMap.Do);
        edits.Act("/accounts/{id:guid}/map/tidyings", ArrangeMap.Tidy, (WentBack done) => done.Url);
        edits.Act("/accounts/{id:guid}/map/everybody", ArrangeMap.Everybody, (WentBack done) => done.Url);
        edits.Show<PersonPage>("/map-people/{id:guid}", NewPlaced.Edit);
        edits.Act("/map-people/{id:guid}", ChangePlaced.OnPage, (WentBack done) => done.Url).Redraws<PersonForm>(NewPlaced.Edit);
        edits.Act("/map-people/{id:guid}/removals", RemovePlaced.Do, (WentBack done) => done.Url);
        edits.Act("/map-people/{id:guid}/restorations", RestorePlaced.Do, (WentBack done) => done.Url);
        edits.Show<TiePage>("/map-people/{id:guid}/ties/new", DrawTie.Form);
        edits.Act("/map-people/{id:guid}/ties", DrawTie.OnPage, (WentBack done) => done.Url).Redraws<TieForm>(DrawTie.Form);
        edits.Act("/map-ties/{id:guid}/removals", RemoveTie.Do, (WentBack done) => done.Url);
        edits.Act("/map-ties/{id:guid}/restorations", RemoveTie.Restore, (WentBack done) => done.Url);
        edits.Act("/opportunities/{id:guid}/map-parts", SayPart.OnPage, (WentBack done) => done.Url).Redraws<MapPage>(ShowMap.OfDeal);
        edits.Act("/map-parts/{id:guid}/removals", SayPart.Remove, (WentBack done) => done.Url);
        PlanRoutes.Map(sees, edits);
    }

    public static void MapApi(Routes sees, Routes edits)
    {
        sees.Show("/accounts/{id:guid}/map", ShowMap.OfAccount);
        sees.Show("/opportunities/{id:guid}/map", ShowMap.OfDeal);
        edits.Act("/accounts/{id:guid}/map-people", PlacePerson.Do, status: 201);
        edits.Patch("/map-people/{id:guid}", ChangePlaced.Do);
        edits.Delete("/map-people/{id:guid}", RemovePlaced.Do);
        edits.Act("/map-people/{id:guid}/restorations", RestorePlaced.Do);
        edits.Act("/map-people/{id:guid}/ties", DrawTie.Do, status: 201);
        edits.Delete("/map-ties/{id:guid}", RemoveTie.Do);
        edits.Act("/opportunities/{id:guid}/map-parts", SayPart.Do, status: 201);
        edits.Delete("/map-parts/{id:guid}", SayPart.Remove);
        PlanRoutes.MapApi(sees, edits);
    }
}
