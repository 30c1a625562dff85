using Coxswain.Platform.Access;
using Coxswain.Platform.Erasing;
using Coxswain.Platform.Exporting;
using Coxswain.Platform.Http;
using Coxswain.Platform.Privacy;
using Microsoft.Extensions.DependencyInjection;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Help;

/// <summary>What requests for help bring to the module: kinds, services, places and addresses.</summary>
internal static class HelpRoutes
{
    public static IEnumerable<OwnedKind> OwnedKinds =>
    [
        new(Kinds.HelpRequest, Permission.Enter, Permission.Enter, Scope.Line),
        new(Kinds.Expertise, Permission.Enter, Permission.Enter),
    ];

    public static IEnumerable<NavigationPlace> Places =>
    [
        new(69, () => T("Requests"), "/requests", "heart-handshake", Permission.Enter) { Key = 'r' },
        new(77, () => T("Ask for help"), "/requests/new", "heart-handshake", Permission.Enter) { In = PlaceIn.Add },
    ];

    public static IServiceCollection AddHelp(this IServiceCollection services) => services.AddSingleton<IErase, HelpErasing>().AddSingleton<IPersonData, HelpData>().AddSingleton<ITakeOver, HelpTakeOver>()
        .AddSingleton<IExported>(new Exported<Expertise>(Kinds.Expertise, "experts", 31, () => T("Who helps with what")))
        .AddSingleton<IExported>(new Exported<HelpRequest>(Kinds.HelpRequest, "help-requests", 58, () => T("Requests for help")) { Rows = db => db.HelpRequests, Money = new Dictionary<string, string?> { [nameof(HelpRequest.Cost)] = nameof(HelpRequest.Currency) } });

    public static void Map(Routes enters)
    {
        enters.Show<RequestsPage>("/requests", ShowRequests.Do);
        enters.Show<NewHelpPage>("/requests/new", AskHelp.Form);
        enters.Show<HelpFiguresPage>("/requests/figures", ShowHelpFigures.Do);
        enters.Act("/requests", AskHelp.OnPage, (HelpView asked) => asked.Url).Redraws<NewHelpPage>(AskHelp.Form);
        enters.Show<RequestPage>("/requests/{id:guid}", ShowRequest.Do);
        enters.Act("/requests/{id:guid}/acceptances", AcceptHelp.Do, (HelpView taken) => taken.Url).Redraws<RequestPage>(ShowRequest.Do);
        enters.Act("/requests/{id:guid}/refusals", RefuseHelp.Do, (HelpView refused) => refused.Url).Redraws<RequestPage>(ShowRequest.Do);
        enters.Act("/requests/{id:guid}/releases", ReleaseHelp.Do, (HelpView over) => over.Url).Redraws<RequestPage>(ShowRequest.Do);
        enters.Act("/requests/{id:guid}/removals", RemoveHelp.Do, (HelpGone _) => "/requests");
        enters.Act("/requests/{id:guid}/restorations", RemoveHelp.Restore, (HelpGone back) => $"/requests/{back.Id}");
        enters.Act("/experts", SayExpertise.Do, (ExpertView _) => "/requests#experts").Redraws<RequestsPage>(ShowRequests.Do);
        enters.Act("/experts/{id:guid}", SayExpertise.Change, (ExpertView _) => "/requests#experts").Redraws<RequestsPage>(ShowRequests.Again);
        enters.Act("/experts/{id:guid}/removals", RemoveExpertise.Do, (HelpGone _) => "/requests#experts");
        enters.Act("/experts/{id:guid}/restorations", RemoveExpertise.Restore, (HelpGone _) => "/requests#experts");
    }

    public static void MapApi(Routes enters)
    {
        enters.Show("/requests", ShowRequests.Read);
        enters.Show("/requests/figures", ShowHelpFigures.Do);
        enters.Act("/requests", AskHelp.Do, status: 201);
        enters.Show("/requests/{id:guid}", ShowRequest.Read);
        enters.Act("/requests/{id:guid}/acceptances", AcceptHelp.Do);
        enters.Act("/requests/{id:guid}/refusals", RefuseHelp.Do);
        enters.Act("/requests/{id:guid}/releases", ReleaseHelp.Do);
        enters.Delete("/requests/{id:guid}", RemoveHelp.Do);
        enters.Act("/requests/{id:guid}/restorations", RemoveHelp.Restore);
        enters.Show("/experts", ShowExperts.Do);
        enters.Act("/experts", SayExpertise.Do, status: 201);
        enters.Patch("/experts/{id:guid}", SayExpertise.Change);
        enters.Delete("/experts/{id:guid}", RemoveExpertise.Do);
        enters.Act("/experts/{id:guid}/restorations", RemoveExpertise.Restore);
    }
}
