using Coxswain.Customers.Activities;
using Coxswain.Platform.Http;
namespace Coxswain.Customers.Plans;

/// <summary>The addresses of account plans.</summary>
internal static class PlanRoutes
{
    public static void Map(Routes sees, Routes edits)
    {
        sees.Show<PlanPage>("/accounts/{id:guid}/plan", ShowPlan.Do);
        sees.Show<PlanSheetPage>("/accounts/{id:guid}/plan/one-page", ShowPlan.Do);
        sees.Show<PlanChangesPage>("/accounts/{id:guid}/plan/changes", ComparePlans.Do);
        edits.Show<PlanScopePage>("/accounts/{id:guid}/plan/scope", ShowPlan.Do);
        edits.Act("/accounts/{id:guid}/plan", ChangePlan.OnPage, (WentBack done) => done.Url).Redraws<PlanScopeForm>(ShowPlan.Do);
        edits.Show<PlanItemPage>("/accounts/{id:guid}/plan/items/new", NewPlanItem.Do);
        edits.Act("/accounts/{id:guid}/plan/items", ChangePlanItem.AddOnPage, (WentBack done) => done.Url).Redraws<PlanItemFields>(NewPlanItem.Do);
        edits.Show<PlanItemPage>("/plan-items/{id:guid}", NewPlanItem.Edit);
        edits.Act("/plan-items/{id:guid}", ChangePlanItem.OnPage, (WentBack done) => done.Url).Redraws<PlanItemFields>(NewPlanItem.Edit);
        edits.Act("/plan-items/{id:guid}/confirmations", ChangePlanItem.StillSo, (WentBack done) => done.Url);
        edits.Act("/plan-items/{id:guid}/removals", ChangePlanItem.Remove, (WentBack done) => done.Url);
        edits.Act("/plan-items/{id:guid}/restorations", ChangePlanItem.Restore, (WentBack done) => done.Url);
        edits.Show<PlanReviewPage>("/accounts/{id:guid}/plan/reviews/new", ShowPlan.Do);
        edits.Act("/accounts/{id:guid}/plan/reviews", HoldReview.OnPage, (WentBack done) => done.Url).Redraws<PlanReviewForm>(ShowPlan.Do);
    }

    public static void MapApi(Routes sees, Routes edits)
    {
        sees.Show("/accounts/{id:guid}/plan", ShowPlan.Do);
        sees.Show("/accounts/{id:guid}/plan/changes", ComparePlans.Do);
        edits.Act("/accounts/{id:guid}/plan", ChangePlan.Do);
        edits.Act("/accounts/{id:guid}/plan/items", ChangePlanItem.Add, status: 201);
        edits.Act("/plan-items/{id:guid}", ChangePlanItem.Do);
        edits.Delete("/plan-items/{id:guid}", ChangePlanItem.Remove);
        edits.Act("/plan-items/{id:guid}/restorations", ChangePlanItem.Restore);
        edits.Act("/accounts/{id:guid}/plan/reviews", HoldReview.Do, status: 201);
    }
}
