using Coxswain.Customers.Activities;
using Coxswain.Funnel.Agreements;
using Coxswain.Funnel.Boards;
using Coxswain.Funnel.Calls;
using Coxswain.Funnel.Charter;
using Coxswain.Funnel.Contracts;
using Coxswain.Funnel.Debriefs;
using Coxswain.Funnel.Disagreement;
using Coxswain.Funnel.Efforts;
using Coxswain.Funnel.Export;
using Coxswain.Funnel.Help;
using Coxswain.Funnel.Import;
using Coxswain.Funnel.Issues;
using Coxswain.Funnel.Meetings;
using Coxswain.Funnel.Negotiation;
using Coxswain.Funnel.Odds;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Plans;
using Coxswain.Funnel.Processes;
using Coxswain.Funnel.Products;
using Coxswain.Funnel.Products.PriceLists;
using Coxswain.Funnel.Pursuit;
using Coxswain.Funnel.Reviews;
using Coxswain.Funnel.Rules;
using Coxswain.Funnel.Selection;
using Coxswain.Funnel.Shared;
using Coxswain.Funnel.Stages;
using Coxswain.Funnel.Strategy;
using Coxswain.Funnel.Today;
using Coxswain.Funnel.Value;
using Coxswain.Platform;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Search;
using Coxswain.Platform.Tenants;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel;

public sealed class FunnelModule : IModule
{
    public IReadOnlyList<OwnedKind> OwnedKinds => 
    [
        new(Kinds.Opportunity, Permission.SeeFunnel, Permission.EditFunnel)
        {
            Label = () => T("Deals"),
            Fields = [new("Amount", () => T("Amount")) { With = [(Kinds.OpportunityLine, "UnitPrice"), (Kinds.Proposal, "Amount"), (Kinds.Concession, "Amount"), (Kinds.PriceAnchor, "Amount"), (Kinds.Negotiation, "ListPrice"), (Kinds.Contract, "Recurring"), (Kinds.Contract, "PerYear"), (Kinds.Contract, "OneOff")] }, new("Category", () => T("Forecast category")), new("Source", () => T("Source")), new("ClosedBecause", () => T("Why it was lost"))],
        },
        CallRoutes.Owned,
        ContractRoutes.Owned,
        new(Kinds.IssueFigures, Permission.Enter, Permission.Enter, Scope.Line),
        LadderRoutes.Owned,
        EffortRoutes.Owned,
        .. HelpRoutes.OwnedKinds,
        DisagreementRoutes.OwnedKind,
    ];

    public IReadOnlyList<Platform.CustomFields.CustomKind> CustomKinds => [new(Kinds.Opportunity, () => T("Deals"), ["Amount"])];

    public IReadOnlyList<SearchKind> SearchKinds => [new(Kinds.Opportunity, 0, () => T("Deals"), "target")];

    public IReadOnlyList<NavigationPlace> Places =>
    [
        new(10, () => T("Today"), "/today", "calendar", Permission.Enter) { Key = 't', OnPhone = true },
        new(30, () => T("Deals"), "/opportunities", "target", Permission.SeeFunnel) { Kind = Kinds.Opportunity, Key = 'd', OnPhone = true },
        ContractRoutes.Place,
        CallRoutes.Place,
        new(91, () => T("Process"), "/settings/stages", "flag", Permission.ManageProcess) { In = PlaceIn.Menu },
        new(10, () => T("Stages"), "/settings/stages", "flag", Permission.ManageProcess) { In = PlaceIn.Process },
        new(15, () => T("Processes"), "/settings/processes", "flag", Permission.ManageProcess) { In = PlaceIn.Process },
        new(17, () => T("Rules"), "/settings/rules", "flag", Permission.ManageProcess) { In = PlaceIn.Process },
        new(20, () => T("Products"), "/settings/products", "library", Permission.ManageProcess) { In = PlaceIn.Process },
        new(25, () => T("Price lists"), "/settings/price-lists", "library", Permission.ManageProcess) { In = PlaceIn.Process },
        IssueRoutes.Place,
        LadderRoutes.Place,
        OddsRoutes.Place,
        EffortRoutes.Place,
        .. HelpRoutes.Places,
        CharterRoutes.Place,
        DisagreementRoutes.Place,
        .. ReviewRoutes.Places,
        PursuitRoutes.Place,
        PlanRoutes.Place,
        NegotiationRoutes.Place,
        ValueRoutes.Place,
        new(72, () => T("Add a deal"), "/opportunities/new", "plus", Permission.EditFunnel) { In = PlaceIn.Add },
    ];

    public void Add(IServiceCollection services) => services.AddSingleton(FunnelApi.Deal).AddSingleton<IFollower, OpportunityStates>().AddSingleton<INewTenant, NewTenantStages>().AddSingleton<ITakeOver, TakeOver>()
        .AddSingleton<Platform.Events.IEventWords, DealEventWords>().AddSingleton<IFoundNotes, FoundDeals>().AddSingleton<IPlaceCounts, RailCounts>().AddSingleton<IPanel, AccountDeals>().AddSingleton<IPanel, ContactDeals>().AddSingleton<Customers.Connection.IFirstStages, FirstStages>().AddSingleton<Customers.Attachments.IFilesOn, FilesOnDeals>().AddSingleton<Platform.CustomFields.ILinkKind, DealLinks>().AddSingleton<Customers.Maps.IDealsOnMap, DealsOnMap>().AddSingleton<Customers.Leads.IDealOpening, DealOpening>().AddSingleton<Customers.Service.IDealOutcomes, DealOutcomes>().AddSingleton<Platform.Checkups.ICheckup, StatesCheckup>().AddSingleton<Platform.Privacy.IProcessing, FunnelProcessing>().AddSingleton<Platform.Privacy.IPersonData, DealData>().AddCalls().AddFunnelImport().AddFunnelExported().AddPlans().AddOdds().AddRules().AddIssues().AddLadder().AddReviews().AddMeetings().AddDebriefs().AddPursuit().AddEfforts().AddNegotiations().AddHelp().AddStrategy().AddCharter().AddValue().AddDisagreements().AddContracts().AddShared();

    public void Map(Routes pages)
    {
        var sees = pages.Requires(Permission.SeeFunnel);
        var edits = pages.Requires(Permission.EditFunnel);
        var enters = pages.Requires(Permission.Enter);
        enters.Show<TodayPage>("/today", ShowToday.Do);
        enters.Act("/today/done/{task:guid}", FinishTask.Do, (FinishTask.Finished done) => done.Url);
        enters.Act("/today/told/{firing:guid}", ReadTold.Do, (ReadTold.Read _) => "/today");
        enters.Act("/today/calls/{task:guid}", NoteCall.Do, (NoteCall.Noted _) => "/today").Redraws<TodayPage>(ShowToday.Do);
        pages.Inner.MapGet("/", () => Results.Redirect("/today")).WithMetadata(new Requirement(Permission.Enter));
        sees.Show<OpportunitiesPage>("/opportunities", ListOpportunities.Do);
        pages.Inner.MapGet("/opportunities/export", ExportOpportunities.Do).WithMetadata(new Requirement(Permission.SeeFunnel), new Requirement(Permission.Export));
        edits.Show<NewOpportunityPage>("/opportunities/new", NewOpportunity.Do);
        edits.Act("/opportunities", CreateOpportunity.Do, (OpportunityView made) => PageOf(made)).Redraws<NewOpportunityForm>(NewOpportunity.Do);
        sees.Show<BoardPage>("/opportunities/board", ShowBoard.Do);
        edits.Act<DealBoard>("/opportunities/board/moves", MoveOnBoard.Do);
        edits.Act<Platform.Lists.ListBoard<OpportunityView>>("/opportunities/moves", MoveDealCard.Do);
        edits.Act("/opportunities/moves-back", MoveDealCard.Back, (Platform.Lists.Grouping.MoveCard.TakenBack back) => back.Url);
        sees.Show<OpportunityPage>("/opportunities/{id:guid}", ShowOpportunity.Do);
        sees.Show<DealFacts>("/opportunities/{id:guid}/facts", ShowFacts.Do);
        sees.Show<TimelinePage>("/opportunities/{id:guid}/timeline", ShowDealTimeline.Do);
        edits.Act<DealSaved>("/opportunities/{id:guid}", ChangeOpportunity.OnPage).Redraws<DealFacts>(ShowFacts.Do);
        edits.Show<MovingPage>("/opportunities/{id:guid}/moving", ShowMoving.Do);
        sees.Show<GuidePage>("/opportunities/{id:guid}/guide", ShowGuide.Do);
        edits.Act("/opportunities/{id:guid}/moves", MoveOpportunity.OnPage, (MoveOpportunity.Moved moved) => moved.Url).Redraws<MovingPage>(ShowMoving.Do);
        edits.Act("/opportunities/{id:guid}/moves-back", TakeBackMove.OnPage, (TakeBackMove.TakenBack back) => back.Url);
        edits.Show<ClosingPage>("/opportunities/{id:guid}/closing", ShowClosing.Do);
        edits.Act("/opportunities/{id:guid}/closures", CloseOpportunity.Do, (OpportunityView closed) => PageOf(closed)).Redraws<ClosingPage>(ShowClosing.Do);
        edits.Act("/opportunities/{id:guid}/removals", RemoveOpportunity.Do, (RemoveOpportunity.Removed _) => "/opportunities");
        edits.Act("/opportunities/{id:guid}/restorations", RestoreOpportunity.Do, (OpportunityView back) => PageOf(back));
        edits.Act("/opportunities/{id:guid}/lines", AddLine.Do, (OpportunityView deal) => PageOf(deal) + "#lines").Redraws<OpportunityPage>(ShowOpportunity.Do);
        edits.Act("/opportunities/{id:guid}/evidence", NoteEvidence.Do, (OpportunityView deal) => PageOf(deal) + "#customer").Redraws<OpportunityPage>(ShowOpportunity.Do);
        edits.Act("/opportunities/{id:guid}/evidence/{evidence:guid}/removals", RemoveEvidence.Do, (OpportunityView deal) => PageOf(deal) + "#customer");
        edits.Show<LookAtProcessPage>("/opportunities/{id:guid}/process", LookAtProcess.Do);
        edits.Act("/opportunities/{id:guid}/process", FollowProcess.Do, (OpportunityView deal) => PageOf(deal) + "#customer").Redraws<OpportunityPage>(ShowOpportunity.Do);
        edits.Act("/opportunities/{id:guid}/next-steps", AddNextStep.Do, (OpportunityView deal) => PageOf(deal)).Redraws<OpportunityPage>(ShowOpportunity.Do);
        edits.Act("/opportunities/{id:guid}/interactions", LogInteraction.Do, (OpportunityView deal) => PageOf(deal)).Redraws<OpportunityPage>(ShowOpportunity.Do);
        edits.Act("/opportunities/{id:guid}/lines/{line:guid}", ChangeLine.Do, (OpportunityView deal) => PageOf(deal) + "#lines");
        edits.Act("/opportunities/{id:guid}/lines/{line:guid}/removals", RemoveLine.Do, (OpportunityView deal) => PageOf(deal) + "#lines");
        edits.Act("/opportunities/{id:guid}/price-list", TakePriceList.Do, (OpportunityView deal) => PageOf(deal) + "#lines").Redraws<OpportunityPage>(ShowOpportunity.Do);
        edits.Act("/opportunities/{id:guid}/amount-from-lines", TakeAmountFromLines.Do, (OpportunityView deal) => PageOf(deal));
        CallRoutes.Map(sees, edits);
        PlanRoutes.Map(sees, edits, pages.Requires(Permission.ManageProcess));
        OddsRoutes.Map(sees);
        HelpRoutes.Map(enters);
        StrategyRoutes.Map(sees, edits);
        CharterRoutes.Map(enters, sees, pages.Requires(Permission.ManageProcess));
        DisagreementRoutes.Map(enters, pages.Requires(Permission.SeeAllFigures));
        IssueRoutes.Map(sees, edits);
        LadderRoutes.Map(sees, edits);
        MeetingRoutes.Map(sees, edits);
        DebriefRoutes.Map(sees, edits);
        NegotiationRoutes.Map(sees, edits, pages.Requires(Permission.SeeTeamFigures));
        ValueRoutes.Map(sees, edits);
        ContractRoutes.Map(pages, sees, edits);
        SharedRoutes.Map(pages, sees, edits, pages.Requires(Permission.ManageSettings));
        ReviewRoutes.Map(sees, edits, pages.Requires(Permission.ManageProcess));
        EffortRoutes.Map(sees);
        PursuitRoutes.Map(sees, edits, pages.Requires(Permission.ManageProcess));
        MapProcess(pages.Requires(Permission.ManageProcess));
        ProcessRoutes.Map(pages.Requires(Permission.ManageProcess));
        RuleRoutes.Map(pages.Requires(Permission.ManageProcess));
        ProcessRoutes.MapLessons(pages.Requires(Permission.ManageProcess));
    }

    private static void MapProcess(Routes manages)
    {
        manages.Show<StagesPage>("/settings/stages", ShowStages.Do);
        manages.Act("/settings/stages", ChangeStage.Add, (StageChanged _) => "/settings/stages").Redraws<StagesPage>(ShowStages.Do);
        manages.Act("/settings/stages/{id:guid}", ChangeStage.Do, (StageChanged _) => "/settings/stages").Redraws<StagesPage>(ShowStages.Again);
        manages.Act("/settings/stages/{id:guid}/arrangements", ArrangeStage.Do, (StageChanged _) => "/settings/stages");
        manages.Act("/settings/stages/{id:guid}/retirements", RetireStage.Do, (StageChanged _) => "/settings/stages");
        manages.Show<ProductsPage>("/settings/products", ShowProducts.Do);
        manages.Act("/settings/products", ChangeProduct.Add, (ChangeProduct.Changed _) => "/settings/products").Redraws<ProductsPage>(ShowProducts.Do);
        manages.Act("/settings/products/{id:guid}", ChangeProduct.Do, (ChangeProduct.Changed _) => "/settings/products").Redraws<ProductsPage>(ShowProducts.Again);
        manages.Act("/settings/products/{id:guid}/retirements", RetireProduct.Do, (ChangeProduct.Changed _) => "/settings/products");
        manages.Show<PriceListsPage>("/settings/price-lists", ShowPriceLists.Do);
        manages.Act("/settings/price-lists", ChangePriceList.Add, (ChangePriceList.Changed made) => $"/settings/price-lists/{made.Id}").Redraws<PriceListsPage>(ShowPriceLists.Do);
        manages.Act("/settings/price-lists/{id:guid}", ChangePriceList.Do, (ChangePriceList.Changed _) => "/settings/price-lists").Redraws<PriceListsPage>(ShowPriceLists.Again);
        manages.Act("/settings/price-lists/{id:guid}/retirements", RetirePriceList.Do, (ChangePriceList.Changed _) => "/settings/price-lists");
        manages.Show<PriceListPage>("/settings/price-lists/{id:guid}", ShowPriceList.Do);
        manages.Act("/settings/price-lists/{id:guid}/prices", SetPrice.Do, (SetPrice.Priced priced) => $"/settings/price-lists/{priced.List}").Redraws<PriceListPage>(ShowPriceList.Again);
    }

    public void MapApi(Routes api)
    {
        FunnelApi.Map(api);
        PlanRoutes.MapApi(api.Requires(Permission.SeeFunnel), api.Requires(Permission.EditFunnel), api.Requires(Permission.ManageProcess));
        OddsRoutes.MapApi(api.Requires(Permission.SeeFunnel));
        var sees = api.Requires(Permission.SeeFunnel);
        var edits = api.Requires(Permission.EditFunnel);
        sees.Show("/opportunities", ListOpportunities.Read);
        edits.Act("/opportunities", CreateOpportunity.Stated, status: 201);
        sees.Show("/opportunities/{id:guid}", ShowOpportunity.Read);
        sees.Show("/opportunities/{id:guid}/timeline", ShowDealTimeline.Do);
        edits.Patch("/opportunities/{id:guid}", ChangeOpportunity.Do);
        edits.Delete("/opportunities/{id:guid}", RemoveOpportunity.Do);
        edits.Act("/opportunities/{id:guid}/moves", MoveOpportunity.Stated);
        edits.Act("/opportunities/{id:guid}/closures", CloseOpportunity.Stated);
        edits.Act("/opportunities/{id:guid}/reopenings", TakeBackMove.Do);
        edits.Act("/opportunities/{id:guid}/restorations", RestoreOpportunity.Do);
        edits.Act("/opportunities/{id:guid}/next-steps", AddNextStep.Do, status: 201);
        edits.Act("/opportunities/{id:guid}/interactions", LogInteraction.Do, status: 201);
        edits.Act("/opportunities/{id:guid}/price-list", TakePriceList.Do);
        edits.Act("/opportunities/{id:guid}/lines", AddLine.Do, status: 201);
        edits.Patch("/opportunities/{id:guid}/lines/{line:guid}", ChangeLine.Do);
        edits.Delete("/opportunities/{id:guid}/lines/{line:guid}", RemoveLine.Do);
        sees.Show("/price-lists", ShowPriceLists.Read);
        sees.Show("/price-lists/{id:guid}/prices", ShowPriceList.Read);
        CallRoutes.MapApi(sees, edits);
        var manages = api.Requires(Permission.ManageProcess);
        manages.Act("/price-lists", ChangePriceList.Add, status: 201);
        manages.Act("/price-lists/{id:guid}/prices", SetPrice.Do);
    }

    private static string PageOf(OpportunityView deal) => $"/opportunities/{deal.Id}";
}
