using Coxswain.Platform.Events;
using Coxswain.Platform.Http;
using Coxswain.Platform.Jobs;
using Microsoft.Extensions.DependencyInjection;
namespace Coxswain.Funnel.Rules;

/// <summary>The addresses of rules, as pages and at the API, and what runs them.</summary>
internal static class RuleRoutes
{
    public static IServiceCollection AddRules(this IServiceCollection services) => services.AddSingleton<IReaction, RuleReaction>().AddScoped<IJobHandler, LookAtDeals>().AddSingleton<IClockwork, RuleClock>().AddSingleton<IUpkeep, OldFirings>();

    public static void Map(Routes manages)
    {
        manages.Show<RulesPage>("/settings/rules", ShowRules.Do);
        manages.Show<RulePage>("/settings/rules/new", ShowRules.Form);
        manages.Act("/settings/rules", ChangeRule.Add, (DealRuleView made) => PageOf(made)).Redraws<RulePage>(ShowRules.Form);
        manages.Show<RuleLogPage>("/settings/rules/log", ShowRuleLog.Do);
        manages.Show<RuleTrialPage>("/settings/rules/trial", TryRule.Do);
        manages.Show<RulePage>("/settings/rules/{rule}", ShowRules.One);
        manages.Act("/settings/rules/{rule}", ChangeRule.Do, (DealRuleView saved) => PageOf(saved)).Redraws<RulePage>(ShowRules.One);
        manages.Act("/settings/rules/{rule}/switches", SwitchRule.Do, (DealRuleView saved) => PageOf(saved)).Redraws<RulePage>(ShowRules.One);
        manages.Act("/settings/rules/{rule}/removals", RemoveRule.Do, (RemoveRule.Removed _) => "/settings/rules");
    }

    public static void MapApi(Routes sees, Routes manages)
    {
        sees.Show("/rules", ShowRules.Do);
        sees.Show("/rules/{rule}", ShowRules.Read);
        manages.Act("/rules", ChangeRule.Add, status: 201);
        manages.Act("/rules/{rule}", ChangeRule.Do);
        manages.Act("/rules/{rule}/switches", SwitchRule.Do);
        manages.Delete("/rules/{rule}", RemoveRule.Do);
        manages.Show("/rules/log", ShowRuleLog.Do);
        manages.Show("/rules/trial", TryRule.Do);
    }

    private static string PageOf(DealRuleView rule) => $"/settings/rules/{rule.Key}";
}
