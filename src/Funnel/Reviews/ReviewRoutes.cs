using Coxswain.Funnel.Agreements;
using Coxswain.Platform.Access;
using Coxswain.Platform.Erasing;
using Coxswain.Platform.Exporting;
using Coxswain.Platform.Http;
using Coxswain.Platform.Privacy;
using Microsoft.Extensions.DependencyInjection;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Reviews;

/// <summary>What looking back on deals brings to the module: services, places and addresses.</summary>
internal static class ReviewRoutes
{
    public static IServiceCollection AddReviews(this IServiceCollection services) => services.AddSingleton<IErase, CriterionErasing>().AddSingleton<IPersonData, LeadCriterionData>().AddSingleton<IPersonData, ContactCriterionData>()
        .AddSingleton<IExported>(new Exported<ReviewCode>(Kinds.ReviewCode, "codes-of-reviews", 26, () => T("Codes of reviews")))
        .AddSingleton<IExported>(new Exported<DealReview>(Kinds.DealReview, "reviews-of-deals", 57, () => T("Reviews of deals")))
        .AddSingleton<IExported>(new Exported<ReviewCriterion>(Kinds.ReviewCriterion, "criteria-of-reviews", 58, () => T("What counted in reviewed deals")));

    public static IEnumerable<NavigationPlace> Places =>
    [
        new(94, () => T("Looking back"), "/reviews", "history", Permission.SeeFunnel) { In = PlaceIn.Menu },
        new(15, () => T("Codes of reviews"), "/settings/review-codes", "history", Permission.ManageProcess) { In = PlaceIn.Process },
    ];

    public static void Map(Routes sees, Routes edits, Routes manages)
    {
        sees.Show<ReviewsPage>("/reviews", ShowReviews.Do);
        sees.Show<ReviewPage>("/opportunities/{id:guid}/review", ShowReview.Do);
        edits.Act("/opportunities/{id:guid}/reviews", KeepReview.OnPage, (ReviewSaved done) => done.Url).Redraws<ReviewPage>(ShowReview.Do);
        edits.Act("/deal-reviews/{id:guid}/lessons", SettleLesson.Do, (LessonSettled done) => done.Url);
        edits.Act("/deal-reviews/{id:guid}/criteria", WeighCriterion.OnPage, (ReviewSaved done) => done.Url).Redraws<ReviewPage>(ShowReview.OfReview);
        edits.Act("/deal-reviews/{id:guid}/removals", RemoveReview.Do, (ReviewSaved done) => done.Url);
        edits.Act("/deal-reviews/{id:guid}/restorations", RemoveReview.Restore, (ReviewSaved done) => done.Url);
        manages.Show<CodesPage>("/settings/review-codes", ShowCodes.Do);
        manages.Act("/settings/review-codes", ChangeCode.Add, (ChangeCode.Changed _) => "/settings/review-codes").Redraws<CodesPage>(ShowCodes.Do);
        manages.Act("/settings/review-codes/{id:guid}", ChangeCode.Do, (ChangeCode.Changed _) => "/settings/review-codes").Redraws<CodesPage>(ShowCodes.Again);
        manages.Act("/settings/review-codes/{id:guid}/retirements", RetireCode.Do, (ChangeCode.Changed _) => "/settings/review-codes");
        manages.Act("/settings/closing-needs", SayClosingNeeds.Do, (RoleNeeds _) => "/settings/review-codes#needs");
    }

    public static void MapApi(Routes sees, Routes edits, Routes manages)
    {
        sees.Show("/reviews", ShowReviews.Do);
        sees.Show("/opportunities/{id:guid}/reviews", ShowReview.Read);
        edits.Act("/opportunities/{id:guid}/reviews", KeepReview.Do, status: 201);
        edits.Act("/deal-reviews/{id:guid}/lessons", SettleLesson.Do);
        edits.Act("/deal-reviews/{id:guid}/criteria", WeighCriterion.Do);
        edits.Delete("/deal-reviews/{id:guid}", RemoveReview.Do);
        edits.Act("/deal-reviews/{id:guid}/restorations", RemoveReview.Restore);
        sees.Show("/review-codes", ShowCodes.Do);
        manages.Act("/review-codes", ChangeCode.Add, status: 201);
        manages.Patch("/review-codes/{id:guid}", ChangeCode.Do);
        manages.Act("/review-codes/{id:guid}/retirements", RetireCode.Do);
        manages.Act("/closing-needs", SayClosingNeeds.Do);
    }
}
