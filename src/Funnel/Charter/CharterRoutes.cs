using Coxswain.Platform.Access;
using Coxswain.Platform.Exporting;
using Coxswain.Platform.Http;
using Coxswain.Platform.Privacy;
using Microsoft.Extensions.DependencyInjection;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Charter;

/// <summary>What the charter brings to the module: services, place and addresses.</summary>
internal static class CharterRoutes
{
    public static NavigationPlace Place => new(96, () => T("Working together"), "/charter", "handshake", Permission.Enter) { In = PlaceIn.Menu };

    public static IServiceCollection AddCharter(this IServiceCollection services) => services.AddSingleton<IPersonData, CharterData>()
        .AddSingleton<IExported>(new Exported<CharterEdition>(Kinds.CharterEdition, "charter", 32, () => T("Charter of working together")))
        .AddSingleton<IExported>(new Exported<JourneyEdition>(Kinds.JourneyEdition, "journeys", 34, () => T("The customer's way, agreed")) { Money = new Dictionary<string, string?> { [nameof(JourneyEdition.Goal)] = nameof(JourneyEdition.Currency) } })
        .AddSingleton<IExported>(new Exported<CharterAgreement>(Kinds.CharterAgreement, "charter-agreements", 33, () => T("Who agreed to the charter")));

    public static void Map(Routes enters, Routes sees, Routes manages)
    {
        sees.Show<PurposePage>("/charter/purpose", ShowPurpose.Do);
        enters.Show<JourneyPage>("/charter/journey", ShowJourney.Do);
        manages.Act("/charter/journey", WriteJourney.Do, (JourneyView _) => "/charter/journey").Redraws<JourneyPage>(ShowJourney.Again);
        enters.Act("/journey-editions/{id:guid}/signatures", SignJourney.Do, (JourneyView _) => "/charter/journey");
        enters.Show<CharterPage>("/charter", ShowCharter.Do);
        manages.Act("/charter", WriteCharter.Do, (CharterView _) => "/charter").Redraws<CharterPage>(ShowCharter.Again);
        enters.Act("/charter-editions/{id:guid}/agreements", AgreeToCharter.Do, (CharterView _) => "/charter");
        enters.Act("/charter-agreements/{id:guid}/removals", TakeBackAgreement.Do, (CharterView _) => "/charter");
    }

    public static void MapApi(Routes enters, Routes sees, Routes manages)
    {
        sees.Show("/charter/purpose", ShowPurpose.Do);
        enters.Show("/charter/journey", ShowJourney.Do);
        manages.Act("/charter/journey", WriteJourney.Do, status: 201);
        enters.Act("/journey-editions/{id:guid}/signatures", SignJourney.Do);
        enters.Show("/charter", ShowCharter.Do);
        manages.Act("/charter", WriteCharter.Do, status: 201);
        enters.Act("/charter-editions/{id:guid}/agreements", AgreeToCharter.Do, status: 201);
        enters.Delete("/charter-agreements/{id:guid}", TakeBackAgreement.Do);
    }
}

/// <summary>What somebody who works here wrote in the charter and agreed to.</summary>
internal sealed class CharterData : IPersonData
{
    public string Kind => "person";

    public IReadOnlyList<PersonRows> Rows { get; } =
    [
        PersonRows.Simply(() => T("Editions of the charter they wrote"), (db, id) => db.CharterEditions.Where(e => e.LeaderId == id)),
        PersonRows.Simply(() => T("Editions of the customer's way they wrote or sign"), (db, id) => db.JourneyEditions.Where(j => j.LeaderId == id || j.SalesId == id || j.MarketingId == id)),
        PersonRows.Simply(() => T("What of the charter they agreed to"), (db, id) => db.CharterAgreements.Where(a => a.PersonId == id)),
    ];
}
