using Coxswain.Customers.Activities;
using Coxswain.Funnel.Plans.Looks;
using Coxswain.Platform.Access;
using Coxswain.Platform.Http;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Plans;

/// <summary>The addresses of the plans of deals.</summary>
internal static class PlanRoutes
{
    public static NavigationPlace Place => new(19, () => T("Plans"), "/settings/plans", "flag", Permission.ManageProcess) { In = PlaceIn.Process };

    public static void Map(Routes sees, Routes edits, Routes manages)
    {
        manages.Show<PlanDefaultsPage>("/settings/plans", ShowPlanDefaults.Do);
        manages.Act("/settings/plans", ChangePlanDefaults.Do, (PlanSettings _) => "/settings/plans").Redraws<PlanDefaultsPage>(ShowPlanDefaults.Do);
        sees.Show<PlanPage>("/opportunities/{id:guid}/plan", ShowPlan.Do);
        sees.Show<ComparePlanPage>("/opportunities/{id:guid}/plan/changes", ComparePlan.Do);
        edits.Show<BeginPlanPage>("/opportunities/{id:guid}/plan/start", BeginPlan.Form);
        edits.Act("/opportunities/{id:guid}/plan", BeginPlan.OnPage, (WentBack done) => done.Url).Redraws<BeginPlanForm>(BeginPlan.Form);
        edits.Act("/opportunities/{id:guid}/plan/judgements", Judge.OnPage, (WentBack done) => done.Url).Redraws<PlanPage>(ShowPlan.Do);
        edits.Act("/opportunities/{id:guid}/plan/judgements/{judgement:guid}/removals", TakeOffJudgement.Do, (WentBack done) => done.Url);
        edits.Act("/opportunities/{id:guid}/plan/judgements/{judgement:guid}/restorations", TakeOffJudgement.Restore, (WentBack done) => done.Url);
        edits.Show<NamePersonPage>("/opportunities/{id:guid}/plan/people/new", NamePerson.Form);
        edits.Act("/opportunities/{id:guid}/plan/people", NamePerson.OnPage, (WentBack done) => done.Url).Redraws<NamePersonForm>(NamePerson.Form);
        edits.Act("/opportunities/{id:guid}/plan/seats", SeatPerson.OnPage, (WentBack done) => done.Url).Redraws<PlanPage>(ShowPlan.Do);
        edits.Act("/opportunities/{id:guid}/plan/seats/{place:guid}/removals", SeatPerson.Remove, (WentBack done) => done.Url);
        edits.Act("/opportunities/{id:guid}/plan/rivals", NameRival.OnPage, (WentBack done) => done.Url).Redraws<PlanPage>(ShowPlan.Do);
        edits.Show<ObjectivePage>("/opportunities/{id:guid}/plan/objective", ShowPlan.Form);
        edits.Act("/opportunities/{id:guid}/plan/objective", SayObjective.OnPage, (WentBack done) => done.Url).Redraws<ObjectiveForm>(ShowPlan.Form);
        edits.Show<StrengthPage>("/opportunities/{id:guid}/plan/strengths/new", ShowPlan.Form);
        edits.Act("/opportunities/{id:guid}/plan/strengths", NoteStrength.OnPage, (WentBack done) => done.Url).Redraws<StrengthForm>(ShowPlan.Form);
        edits.Act("/opportunities/{id:guid}/plan/strengths/{strength:guid}/removals", TakeOffStrength.Do, (WentBack done) => done.Url);
        edits.Act("/opportunities/{id:guid}/plan/strengths/{strength:guid}/restorations", TakeOffStrength.Restore, (WentBack done) => done.Url);
        edits.Act("/opportunities/{id:guid}/plan/actions", AgreeAction.OnPage, (WentBack done) => done.Url).Redraws<PlanPage>(ShowPlan.Do);
        edits.Show<ActionPage>("/opportunities/{id:guid}/plan/actions/new", AgreeAction.Form);
        edits.Act("/opportunities/{id:guid}/plan/actions/new", AgreeAction.OnPage, (WentBack done) => done.Url).Redraws<ActionForm>(AgreeAction.Form);
        LookRoutes.Map(sees, edits);
    }

    public static void MapApi(Routes sees, Routes edits, Routes manages)
    {
        manages.Show("/plan-settings", ShowPlanDefaults.Do);
        manages.Act("/plan-settings", ChangePlanDefaults.Do);
        sees.Show("/opportunities/{id:guid}/plan", ShowPlan.Read);
        sees.Show("/opportunities/{id:guid}/plan/changes", ComparePlan.Do);
        edits.Act("/opportunities/{id:guid}/plan", BeginPlan.Do);
        edits.Act("/opportunities/{id:guid}/plan/judgements", Judge.Do, status: 201);
        edits.Delete("/opportunities/{id:guid}/plan/judgements/{judgement:guid}", TakeOffJudgement.Do);
        edits.Act("/opportunities/{id:guid}/plan/judgements/{judgement:guid}/restorations", TakeOffJudgement.Restore);
        edits.Act("/opportunities/{id:guid}/plan/people", NamePerson.Do, status: 201);
        edits.Act("/opportunities/{id:guid}/plan/seats", SeatPerson.Do, status: 201);
        edits.Delete("/opportunities/{id:guid}/plan/seats/{place:guid}", SeatPerson.Remove);
        edits.Act("/opportunities/{id:guid}/plan/objective", SayObjective.Do, status: 201);
        edits.Act("/opportunities/{id:guid}/plan/strengths", NoteStrength.Do, status: 201);
        edits.Delete("/opportunities/{id:guid}/plan/strengths/{strength:guid}", TakeOffStrength.Do);
        edits.Act("/opportunities/{id:guid}/plan/strengths/{strength:guid}/restorations", TakeOffStrength.Restore);
        edits.Act("/opportunities/{id:guid}/plan/actions", AgreeAction.Do, status: 201);
        LookRoutes.MapApi(edits);
    }
}
