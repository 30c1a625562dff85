using Coxswain.Platform.Access;
using Coxswain.Platform.Erasing;
using Coxswain.Platform.Exporting;
using Coxswain.Platform.Http;
using Coxswain.Platform.Privacy;
using Microsoft.Extensions.DependencyInjection;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Negotiation;

/// <summary>What negotiations bring to the module: services, places and addresses. Where we walk away goes out in no file.</summary>
internal static class NegotiationRoutes
{
    public static IServiceCollection AddNegotiations(this IServiceCollection services) => services.AddSingleton<IErase, NegotiationErasing>().AddSingleton<IPersonData, NegotiationData>().AddSingleton<IPersonData, LeadNegotiationData>()
        .AddSingleton<IExported>(new Exported<DealNegotiation>(Kinds.Negotiation, "negotiations", 83, () => T("Negotiations")) { Money = new Dictionary<string, string?> { [nameof(DealNegotiation.ListPrice)] = nameof(DealNegotiation.Currency) } })
        .AddSingleton<IExported>(new Exported<PriceAnchor>(Kinds.PriceAnchor, "figures-in-negotiations", 84, () => T("Figures in negotiations")) { Money = new Dictionary<string, string?> { [nameof(PriceAnchor.Amount)] = nameof(PriceAnchor.Currency) } })
        .AddSingleton<IExported>(new Exported<Concession>(Kinds.Concession, "concessions", 85, () => T("Concessions")) { Money = new Dictionary<string, string?> { [nameof(Concession.Amount)] = nameof(Concession.Currency) } })
        .AddSingleton<IExported>(new Exported<SeenSign>(Kinds.SeenSign, "signs-in-negotiations", 86, () => T("Signs that negotiations may fail")));

    public static NavigationPlace Place => new(94, () => T("Discounts"), "/discounts", "scale", Permission.SeeTeamFigures) { In = PlaceIn.Menu };

    public static void Map(Routes sees, Routes edits, Routes leads)
    {
        sees.Show<NegotiationPage>("/opportunities/{id:guid}/negotiation", ShowNegotiation.Do);
        edits.Act("/opportunities/{id:guid}/negotiation", SayNegotiation.OnPage, (NegotiationSaved done) => done.Url).Redraws<NegotiationPage>(ShowNegotiation.Do);
        edits.Act("/opportunities/{id:guid}/price-anchors", NoteAnchor.OnPage, (NegotiationSaved done) => done.Url + "#anchors").Redraws<NegotiationPage>(ShowNegotiation.Do);
        edits.Act("/price-anchors/{id:guid}/removals", RemoveAnchor.Do, (NegotiationSaved done) => done.Url + "#anchors");
        edits.Act("/price-anchors/{id:guid}/restorations", RemoveAnchor.Restore, (NegotiationSaved done) => done.Url + "#anchors");
        edits.Act("/opportunities/{id:guid}/concessions", NoteConcession.OnPage, (NegotiationSaved done) => done.Url + "#trades").Redraws<NegotiationPage>(ShowNegotiation.Do);
        edits.Act("/concessions/{id:guid}/grants", GrantConcession.Do, (NegotiationSaved done) => done.Url + "#ledger").Redraws<NegotiationPage>(ShowNegotiation.OfConcession);
        edits.Act("/concessions/{id:guid}/removals", RemoveConcession.Do, (NegotiationSaved done) => done.Url + "#trades");
        edits.Act("/concessions/{id:guid}/restorations", RemoveConcession.Restore, (NegotiationSaved done) => done.Url + "#trades").Redraws<NegotiationPage>(ShowNegotiation.OfConcession);
        edits.Act("/opportunities/{id:guid}/seen-signs", TickSign.OnPage, (NegotiationSaved done) => done.Url + "#signs").Redraws<NegotiationPage>(ShowNegotiation.Do);
        edits.Act("/seen-signs/{id:guid}/removals", UntickSign.Do, (NegotiationSaved done) => done.Url + "#signs");
        edits.Act("/opportunities/{id:guid}/walk-away", SetWalkAway.Do, (NegotiationSaved done) => done.Url + "#walk-away").Redraws<NegotiationPage>(ShowNegotiation.Do);
        edits.Act("/opportunities/{id:guid}/walk-away/readers", NameReader.Do, (NegotiationSaved done) => done.Url + "#walk-away").Redraws<NegotiationPage>(ShowNegotiation.Do);
        edits.Act("/opportunities/{id:guid}/walk-away/readers/{person:guid}/removals", NameReader.End, (NegotiationSaved done) => done.Url + "#walk-away");
        leads.Show<DiscountsPage>("/discounts", ShowDiscounts.Do);
    }

    public static void MapApi(Routes sees, Routes edits, Routes leads)
    {
        sees.Show("/opportunities/{id:guid}/negotiation", ShowNegotiation.Do);
        edits.Patch("/opportunities/{id:guid}/negotiation", SayNegotiation.Do);
        edits.Act("/opportunities/{id:guid}/price-anchors", NoteAnchor.Do, status: 201);
        edits.Delete("/price-anchors/{id:guid}", RemoveAnchor.Do);
        edits.Act("/price-anchors/{id:guid}/restorations", RemoveAnchor.Restore);
        edits.Act("/opportunities/{id:guid}/concessions", NoteConcession.Do, status: 201);
        edits.Act("/concessions/{id:guid}/grants", GrantConcession.Do);
        edits.Delete("/concessions/{id:guid}", RemoveConcession.Do);
        edits.Act("/concessions/{id:guid}/restorations", RemoveConcession.Restore);
        edits.Act("/opportunities/{id:guid}/seen-signs", TickSign.Do, status: 201);
        edits.Delete("/seen-signs/{id:guid}", UntickSign.Do);
        edits.Act("/opportunities/{id:guid}/walk-away", SetWalkAway.Do);
        edits.Act("/opportunities/{id:guid}/walk-away/readers", NameReader.Do);
        edits.Delete("/opportunities/{id:guid}/walk-away/readers/{person:guid}", NameReader.End);
        leads.Show("/discounts", ShowDiscounts.Do);
    }
}
