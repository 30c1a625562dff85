using Coxswain.Funnel.Agreements;
using Coxswain.Funnel.Charter;
using Coxswain.Funnel.Debriefs;
using Coxswain.Funnel.Disagreement;
using Coxswain.Funnel.Help;
using Coxswain.Funnel.Issues;
using Coxswain.Funnel.Meetings;
using Coxswain.Funnel.Negotiation;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Products;
using Coxswain.Funnel.Products.PriceLists;
using Coxswain.Funnel.Pursuit;
using Coxswain.Funnel.Reviews;
using Coxswain.Funnel.Selection;
using Coxswain.Funnel.Shared;
using Coxswain.Funnel.Stages;
using Coxswain.Funnel.Strategy;
using Coxswain.Funnel.Value;
using Coxswain.Platform.Access;
using Coxswain.Platform.Api;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel;

/// <summary>Stages, products and price lists at the API.</summary>
internal static class FunnelApi
{
    public static ApiRecord Deal { get; } = new(Kinds.Opportunity, "/opportunities/{0}", () => T("Deals"), "moved", "rule-fired") { Removed = db => db.RowsWithRemoved<Opportunity>().Reached(db, Kinds.Opportunity).Select(r => r.Id) };

    public static void Map(Routes api)
    {
        api.Requires(Permission.EditFunnel).Act("/opportunities/{id:guid}/amount-from-lines", TakeAmountFromLines.Do);
        Processes.ProcessRoutes.MapApi(api);
        var sees = api.Requires(Permission.SeeFunnel);
        sees.Show("/opportunities/{id:guid}/evidence", ShowEvidence.Read);
        sees.Show("/opportunities/{id:guid}/guide", ShowGuide.Do);
        api.Requires(Permission.EditFunnel).Act("/opportunities/{id:guid}/evidence", NoteEvidence.Do, status: 201);
        api.Requires(Permission.EditFunnel).Delete("/opportunities/{id:guid}/evidence/{evidence:guid}", RemoveEvidence.Do);
        HelpRoutes.MapApi(api.Requires(Permission.Enter));
        StrategyRoutes.MapApi(sees, api.Requires(Permission.EditFunnel));
        CharterRoutes.MapApi(api.Requires(Permission.Enter), sees, api.Requires(Permission.ManageProcess));
        DisagreementRoutes.MapApi(api.Requires(Permission.Enter), api.Requires(Permission.SeeAllFigures));
        IssueRoutes.MapApi(sees, api.Requires(Permission.EditFunnel));
        LadderRoutes.MapApi(sees, api.Requires(Permission.EditFunnel));
        NegotiationRoutes.MapApi(sees, api.Requires(Permission.EditFunnel), api.Requires(Permission.SeeTeamFigures));
        SharedRoutes.MapApi(sees, api.Requires(Permission.EditFunnel), api.Requires(Permission.ManageSettings));
        ValueRoutes.MapApi(sees, api.Requires(Permission.EditFunnel));
        Contracts.ContractRoutes.MapApi(sees, api.Requires(Permission.EditFunnel));
        MeetingRoutes.MapApi(sees, api.Requires(Permission.EditFunnel));
        DebriefRoutes.MapApi(sees, api.Requires(Permission.EditFunnel));
        ReviewRoutes.MapApi(sees, api.Requires(Permission.EditFunnel), api.Requires(Permission.ManageProcess));
        Rules.RuleRoutes.MapApi(sees, api.Requires(Permission.ManageProcess));
        Efforts.EffortRoutes.MapApi(sees);
        PursuitRoutes.MapApi(sees, api.Requires(Permission.EditFunnel), api.Requires(Permission.ManageProcess));
        sees.Show("/stages", ShowStages.Do);
        sees.Show("/products", ShowProducts.Do);
        var manages = api.Requires(Permission.ManageProcess);
        manages.Act("/stages", ChangeStage.Add, status: 201);
        manages.Patch("/stages/{id:guid}", ChangeStage.Do);
        manages.Act("/stages/{id:guid}/arrangements", ArrangeStage.Do);
        manages.Act("/stages/{id:guid}/retirements", RetireStage.Do);
        manages.Act("/products", ChangeProduct.Add, status: 201);
        manages.Act("/products/{id:guid}", ChangeProduct.Do);
        manages.Act("/products/{id:guid}/retirements", RetireProduct.Do);
        manages.Act("/price-lists/{id:guid}", ChangePriceList.Do);
        manages.Act("/price-lists/{id:guid}/retirements", RetirePriceList.Do);
    }
}
