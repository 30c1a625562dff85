using Coxswain.Funnel.Calls;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Processes;
using Coxswain.Funnel.Processes.Lessons;
using Coxswain.Funnel.Plans;
using Coxswain.Funnel.Products;
using Coxswain.Funnel.Products.PriceLists;
using Coxswain.Funnel.Selection;
using Coxswain.Funnel.Stages;
using Coxswain.Funnel.Targets;
using Coxswain.Platform.Exporting;
using Microsoft.Extensions.DependencyInjection;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Export;

/// <summary>The funnel in an export of everything.</summary>
internal static class FunnelExported
{
    public static IServiceCollection AddFunnelExported(this IServiceCollection services)
    {
        services.AddSingleton<IExported>(new Exported<Product>("product", "products", 20, () => T("Products")) { Money = new Dictionary<string, string?> { [nameof(Product.ListPrice)] = nameof(Product.Currency) } });
        services.AddSingleton<IExported>(new Exported<PriceList>("price-list", "price-lists", 21, () => T("Price lists")));
        services.AddSingleton<IExported>(new Exported<ListedPrice>("listed-price", "prices-of-lists", 22, () => T("Prices of lists")) { Money = new Dictionary<string, string?> { [nameof(ListedPrice.Price)] = null } });
        services.AddSingleton<IExported>(new Exported<Stage>("stage", "stages", 25, () => T("Stages")) { IsStarter = true, KnownBy = s => s.RetiredAt is null ? $"{s.End} {s.FoldedName}" : null });
        services.AddSingleton<IExported>(new Exported<SalesProcess>(Kinds.Process, "processes", 26, () => T("Processes")) { Money = new Dictionary<string, string?> { [nameof(SalesProcess.FromAmount)] = null } });
        services.AddSingleton<IExported>(new Exported<ProcessEdition>(Kinds.ProcessEdition, "editions-of-processes", 27, () => T("Editions of processes")));
        services.AddSingleton<IExported>(new Exported<ProcessStep>(Kinds.ProcessStep, "steps-of-processes", 28, () => T("Steps of processes")));
        services.AddSingleton<IExported>(new Exported<Rules.DealRule>(Kinds.Rule, "rules", 28, () => T("Rules")) { Stays = [nameof(Rules.DealRule.WebhookId)] });
        services.AddSingleton<IExported>(new Exported<LessonMeeting>(Kinds.LessonMeeting, "lesson-meetings", 29, () => T("Meetings on what was learned")));
        services.AddSingleton<IExported>(new Exported<Lesson>(Kinds.Lesson, "lessons", 30, () => T("Lessons")));
        services.AddSingleton<IExported>(new Exported<Opportunity>("opportunity", "deals", 50, () => T("Deals"))
        {
            Money = new Dictionary<string, string?> { [nameof(Opportunity.Amount)] = nameof(Opportunity.Currency) }, Extras = [new(DealPast.Name, DealPast.ReadAsync) { IsJson = true }], Completes = DealPast.RecallAsync,
        });
        services.AddSingleton<IExported>(new Exported<OpportunityLine>(Kinds.OpportunityLine, "products-of-deals", 52, () => T("Products of deals")) { Money = new Dictionary<string, string?> { [nameof(OpportunityLine.UnitPrice)] = null } });
        services.AddSingleton<IExported>(new Exported<StageEvidence>(Kinds.StageEvidence, "steps-of-customers", 53, () => T("What customers have done")));
        services.AddSingleton<IExported>(new Exported<MoveNote>(Kinds.MoveNote, "reasons-of-moves", 53, () => T("Why deals moved")));
        services.AddSingleton<IExported>(new Exported<WonTarget>("won-target", "targets", 54, () => T("Targets")) { Money = new Dictionary<string, string?> { [nameof(WonTarget.Amount)] = nameof(WonTarget.Currency) } });
        services.AddSingleton<IExported>(new Exported<SalesTarget>(Kinds.SalesTarget, "targets-of-people-and-teams", 55, () => T("Targets of people and teams")) { Money = new Dictionary<string, string?> { [nameof(SalesTarget.Amount)] = nameof(SalesTarget.Currency) }, Rows = db => db.SalesTargets });
        // A file tells nobody what a page would keep from them.
        services.AddSingleton<IExported>(own => new Exported<ForecastCall>(Kinds.ForecastCall, "forecast-calls", 56, () => T("Forecast calls"))
        {
            Money = new Dictionary<string, string?> { [nameof(ForecastCall.Commit)] = nameof(ForecastCall.Currency), [nameof(ForecastCall.BestCase)] = nameof(ForecastCall.Currency) }, Rows = db => db.SeenCalls(DateOnly.FromDateTime(own.GetRequiredService<TimeProvider>().GetUtcNow().UtcDateTime).AddDays(-1)),
        });
        services.AddSingleton<IExported>(new Exported<DealObjective>(Kinds.DealObjective, "objectives-of-deals", 80, () => T("What is to be won in deals")) { Money = new Dictionary<string, string?> { [nameof(DealObjective.Amount)] = nameof(DealObjective.Currency) } });
        services.AddSingleton<IExported>(new Exported<PlanJudgement>(Kinds.PlanJudgement, "judgements-of-plans", 81, () => T("Judgements in plans of deals")) { Needs = [nameof(PlanJudgement.MapPersonId)] });
        services.AddSingleton<IExported>(new Exported<PlanStrength>(Kinds.PlanStrength, "strengths-in-plans", 82, () => T("Strengths in plans of deals")) { Needs = [nameof(PlanStrength.MapPersonId)] });
        return services;
    }
}
