using Coxswain.Customers.Leads;
using Coxswain.Platform.Access;
using Coxswain.Platform.Erasing;
using Coxswain.Platform.Exporting;
using Coxswain.Platform.Http;
using Coxswain.Platform.Privacy;
using Microsoft.Extensions.DependencyInjection;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Pursuit;

/// <summary>What the choice of customers and deals brings to the module: services, places and addresses.</summary>
internal static class PursuitRoutes
{
    public static IServiceCollection AddPursuit(this IServiceCollection services) => services.AddSingleton<IPanel>(new FitPanels(ofLeads: false)).AddSingleton<IPanel>(new FitPanels(ofLeads: true)).AddSingleton<IGoesAlong, FitGoesAlong>().AddSingleton<IErase, FitErasing>().AddSingleton<IErase, LeadFitErasing>().AddSingleton<IPersonData, ContactFitData>().AddSingleton<IPersonData, LeadFitData>()
        .AddSingleton<IExported>(new Exported<FitProfile>(Kinds.FitProfile, "customer-profiles", 31, () => T("Editions of whom we want")))
        .AddSingleton<IExported>(new Exported<FitCriterion>(Kinds.FitCriterion, "criteria-of-profiles", 32, () => T("Criteria of whom we want")))
        .AddSingleton<IExported>(new Exported<FitAnswer>(Kinds.FitAnswer, "fit-of-accounts", 58, () => T("How far accounts, leads and deals fit")))
        .AddSingleton<IExported>(new Exported<PursuitSaying>(Kinds.PursuitSaying, "chances-of-deals", 59, () => T("What was said before going for deals")))
        .AddSingleton<IExported>(new Exported<PursuitDecision>(Kinds.PursuitDecision, "decisions-on-deals", 60, () => T("Deals gone for, watched and left")));

    public static NavigationPlace Place => new(18, () => T("Whom we want"), "/settings/ideal-customer", "target", Permission.ManageProcess) { In = PlaceIn.Process };

    public static void Map(Routes sees, Routes edits, Routes manages)
    {
        manages.Show<ProfilePage>("/settings/ideal-customer", ShowProfile.Do);
        manages.Act("/settings/ideal-customer", ChangeProfile.OnPage, (ProfileSaved _) => "/settings/ideal-customer").Redraws<ProfilePage>(ShowProfile.Do);
        sees.Show<FitPage>("/accounts/{id:guid}/fit", ShowFit.Do);
        edits.Act("/accounts/{id:guid}/fit/answers", AnswerFit.OnPage, (FitNoted done) => done.Url).Redraws<FitPage>(ShowFit.Do);
        sees.Show<FitPage>("/leads/{id:guid}/fit", ShowFit.OfLead);
        edits.Act("/leads/{id:guid}/fit/answers", AnswerFit.OnLeadPage, (FitNoted done) => done.Url).Redraws<FitPage>(ShowFit.OfLead);
        sees.Show<FitPage>("/opportunities/{id:guid}/fit", ShowFit.OfDeal);
        edits.Act("/opportunities/{id:guid}/fit/answers", AnswerFit.OnDealPage, (FitNoted done) => done.Url).Redraws<FitPage>(ShowFit.OfDeal);
        sees.Show<PursuitPage>("/opportunities/{id:guid}/pursuit", ShowPursuit.Do);
        edits.Act("/opportunities/{id:guid}/pursuit/sayings", SayPursuit.OnPage, (PursuitNoted done) => done.Url).Redraws<PursuitPage>(ShowPursuit.Do);
        edits.Act("/opportunities/{id:guid}/pursuit/decisions", DecidePursuit.OnPage, (PursuitNoted done) => done.Url).Redraws<PursuitPage>(ShowPursuit.Do);
    }

    public static void MapApi(Routes sees, Routes edits, Routes manages)
    {
        sees.Show("/customer-profile", ShowProfile.Do);
        manages.Act("/customer-profile", ChangeProfile.Do, status: 201);
        sees.Show("/accounts/{id:guid}/fit", ShowFit.Do);
        edits.Act("/accounts/{id:guid}/fit/answers", AnswerFit.Do, status: 201);
        sees.Show("/leads/{id:guid}/fit", ShowFit.OfLead);
        edits.Act("/leads/{id:guid}/fit/answers", AnswerFit.OfLead, status: 201);
        sees.Show("/opportunities/{id:guid}/fit", ShowFit.OfDeal);
        edits.Act("/opportunities/{id:guid}/fit/answers", AnswerFit.OfDeal, status: 201);
        sees.Show("/opportunities/{id:guid}/pursuit", ShowPursuit.Do);
        edits.Act("/opportunities/{id:guid}/pursuit/sayings", SayPursuit.Do, status: 201);
        edits.Act("/opportunities/{id:guid}/pursuit/decisions", DecidePursuit.Do, status: 201);
    }
}
