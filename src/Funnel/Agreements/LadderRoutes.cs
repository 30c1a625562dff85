using Coxswain.Platform.Access;
using Coxswain.Platform.Erasing;
using Coxswain.Platform.Exporting;
using Coxswain.Platform.Http;
using Coxswain.Platform.Looks;
using Coxswain.Platform.Privacy;
using Microsoft.Extensions.DependencyInjection;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Agreements;

/// <summary>What the ladder of small agreements brings to the module: services, places and addresses.</summary>
internal static class LadderRoutes
{
    public static OwnedKind Owned => new(Kinds.ClosingFigures, Permission.Enter, Permission.Enter, Scope.Line);

    public static NavigationPlace Place => new(94, () => T("What works for whom"), "/closing-profile", "scale", Permission.SeeFunnel) { In = PlaceIn.Menu };

    public static IServiceCollection AddLadder(this IServiceCollection services) => services.AddSingleton<IErase, LadderErasing>().AddSingleton<IPersonData, LadderData>().AddSingleton<IPersonData, OwnLadderData>().AddSingleton<IPersonData, LeadLadderData>()
        .AddSingleton(new LookName(ShowClosingProfile.Look, () => T("What works for whom: how deals end in which you asked in one way or another")))
        .AddSingleton<IExported>(new Exported<ClosingNeed>(Kinds.ClosingNeed, "ways-roles-need", 27, () => T("Ways of asking that roles need")))
        .AddSingleton<IExported>(new Exported<DealAgreement>(Kinds.DealAgreement, "agreements-of-customers", 57, () => T("What customers agreed to")));

    public static void Map(Routes sees, Routes edits)
    {
        sees.Show<LadderPage>("/opportunities/{id:guid}/ladder", ShowLadder.Do);
        edits.Act("/opportunities/{id:guid}/agreements", NoteAgreement.OnPage, (LadderSaved done) => done.Url).Redraws<LadderPage>(ShowLadder.Do);
        edits.Act("/agreements/{id:guid}", NoteAgreement.ChangeOnPage, (LadderSaved done) => done.Url).Redraws<LadderPage>(ShowLadder.Again);
        edits.Act("/agreements/{id:guid}/removals", RemoveAgreement.Do, (LadderSaved done) => done.Url);
        edits.Act("/agreements/{id:guid}/restorations", RemoveAgreement.Restore, (LadderSaved done) => done.Url);
        sees.Show<ClosingProfilePage>("/closing-profile", ShowClosingProfile.Do);
    }

    public static void MapApi(Routes sees, Routes edits)
    {
        sees.Show("/opportunities/{id:guid}/ladder", ShowLadder.Do);
        edits.Act("/opportunities/{id:guid}/agreements", NoteAgreement.Do, status: 201);
        edits.Patch("/agreements/{id:guid}", NoteAgreement.Change);
        edits.Delete("/agreements/{id:guid}", RemoveAgreement.Do);
        edits.Act("/agreements/{id:guid}/restorations", RemoveAgreement.Restore);
        sees.Show("/closing-profile", ShowClosingProfile.Do);
    }
}
