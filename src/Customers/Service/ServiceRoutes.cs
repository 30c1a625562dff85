using Coxswain.Customers.Service.Cases;
using Coxswain.Customers.Service.Coaching;
using Coxswain.Customers.Service.Credit;
using Coxswain.Customers.Service.Rewards;
using Coxswain.Customers.Service.Surveys;
using Coxswain.Platform.Access;
using Coxswain.Platform.Http;
using Coxswain.Platform.Looks;
using Microsoft.Extensions.DependencyInjection;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Service;

/// <summary>What service into sales brings to the module: kinds, places and addresses.</summary>
internal static class ServiceRoutes
{
    public static IEnumerable<OwnedKind> OwnedKinds =>
    [
        new(Kinds.ServiceCase, Permission.SeeCustomers, Permission.EditCustomers),
        new(Kinds.ServiceFigures, Permission.Enter, Permission.Enter, Scope.Line),
    ];

    public static IEnumerable<NavigationPlace> Places =>
    [
        new(67, () => T("Service"), "/service", "headset", Permission.SeeCustomers),
        new(68, () => T("Tips"), "/tips", "messages-square", Permission.SeeCustomers) { In = PlaceIn.Menu },
        new(76, () => T("I heard something"), "/tips/new", "messages-square", Permission.EditCustomers) { In = PlaceIn.Add },
        new(45, () => T("Service into sales"), "/settings/service", "headset", Permission.ManageProcess) { In = PlaceIn.Process },
    ];

    public static void AddService(this IServiceCollection services) => services
        .AddSingleton(new LookName(ShowConsistency.Look, () => T("Consistency of service: how customers find your help")))
        .AddSingleton(new LookName(ShowBehaviours.Look, () => T("Behaviours that coaches in service saw")))
        .AddSingleton(new LookName(ShowRewards.Look, () => T("Rewards of service")));

    public static void Map(Routes pages, Routes sees, Routes edits)
    {
        TipRoutes.Map(sees, edits);
        CaseRoutes.Map(sees, edits);
        sees.Show<ServicePage>("/service", ShowService.Do);
        sees.Show<ServiceTeamPage>("/service/team", ShowServiceTeam.Do);
        sees.Show<BehavioursPage>("/service/behaviours", ShowBehaviours.Do);
        sees.Act("/service-observations", Observe.Do, (ObservationView _) => "/service/behaviours").Redraws<BehavioursPage>(ShowBehaviours.Do);
        sees.Act("/service-observations/{id:guid}/removals", TakeBackObservation.Do, (ObservationGone _) => "/service/behaviours");
        sees.Act("/service-observations/{id:guid}/restorations", TakeBackObservation.Back, (ObservationGone _) => "/service/behaviours");
        sees.Show<RewardsPage>("/service/rewards", ShowRewards.Do);
        pages.Requires(Permission.SeeTeamFigures).Act("/service/payouts", PayRewards.Do, (RewardsPaid paid) => $"/service/rewards?month={paid.Month:yyyy-MM-dd}").Redraws<RewardsPage>(ShowRewards.Do);
        sees.Show<CreditPage>("/service/credit", ShowCredit.Do);
        edits.Act("/tips/{id:guid}/disputes", DisputeTip.Do, (DisputeView _) => "/service/credit").Redraws<TipsPage>(ListTips.Again);
        MapSurveys(pages, sees);
        var manages = pages.Requires(Permission.ManageProcess);
        manages.Act("/tip-disputes/{id:guid}/settlements", SettleDispute.Do, (DisputeView _) => "/service/credit").Redraws<CreditPage>(ShowCredit.Again);
        manages.Show<TermsPage>("/settings/service", ShowTerms.Do);
        manages.Act("/settings/service", SetTerms.Do, (TermsView _) => "/settings/service").Redraws<TermsPage>(ShowTerms.Do);
        manages.Act("/settings/service/rules", SetRule.Do, (RuleView _) => "/settings/service").Redraws<TermsPage>(ShowTerms.Do);
    }

    private static void MapSurveys(Routes pages, Routes sees)
    {
        sees.Show<SurveysPage>("/service/surveys", ListSurveys.Do);
        sees.Show<SurveyPage>("/service/surveys/{id:guid}", ListSurveys.One);
        sees.Act("/service/surveys", BeginSurvey.Do, (SurveyView made) => $"/service/surveys/{made.Id}").Redraws<SurveysPage>(ListSurveys.Do);
        sees.Act<LinksPage>("/service/surveys/{id:guid}/links", MakeLinks.Do).Redraws<SurveyPage>(ListSurveys.One);
        sees.Act("/service/surveys/{id:guid}/closings", CloseSurvey.Do, (SurveyView closed) => $"/service/surveys/{closed.Id}");
        // A customer comes by a link that was passed on to them.
        pages.Show<AnswerPage>("/surveys/{code}", ShowAnswerForm.Do).ForAnyone();
        pages.Act("/surveys/{code}/answers", AnswerSurvey.Do, (Answered _) => "/surveys/thanks").Redraws<AnswerPage>(ShowAnswerForm.Do).ForAnyone();
        pages.Show<ThanksPage>("/surveys/thanks", ThankForAnswer.Do).ForAnyone();
    }

    public static void MapApi(Routes api, Routes sees, Routes edits)
    {
        TipRoutes.MapApi(sees, edits);
        CaseRoutes.MapApi(sees, edits);
        sees.Show("/service/consistency", ShowConsistency.Do);
        sees.Show("/service/behaviours", ShowBehaviours.Do);
        sees.Act("/service-observations", Observe.Do, status: 201);
        sees.Delete("/service-observations/{id:guid}", TakeBackObservation.Do);
        sees.Show("/service/rewards", ShowRewards.Do);
        api.Requires(Permission.SeeTeamFigures).Act("/service/payouts", PayRewards.Do, status: 201);
        sees.Show("/service/credit", ShowCredit.Do);
        edits.Act("/tips/{id:guid}/disputes", DisputeTip.Do, status: 201);
        sees.Show("/service/surveys", ListSurveys.Do);
        sees.Show("/service/surveys/{id:guid}", ListSurveys.One);
        sees.Act("/service/surveys", BeginSurvey.Do, status: 201);
        sees.Act("/service/surveys/{id:guid}/links", MakeLinks.Do, status: 201);
        sees.Act("/service/surveys/{id:guid}/closings", CloseSurvey.Do);
        var manages = api.Requires(Permission.ManageProcess);
        manages.Act("/tip-disputes/{id:guid}/settlements", SettleDispute.Do);
        sees.Show("/service/terms", ShowTerms.Do);
        manages.Act("/service/terms", SetTerms.Do, status: 201);
        manages.Act("/service/rules", SetRule.Do, status: 201);
    }
}
