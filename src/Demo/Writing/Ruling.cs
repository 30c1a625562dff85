using Coxswain.Demo.Inventing;
using Coxswain.Funnel;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Rules;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
namespace Coxswain.Demo.Writing;

/// <summary>The rules the invented company added or changed, and what one of them did before it was looked at here.</summary>
internal static class Ruling
{
    private const long Large = 60_000_00;

    private static Guid LargeId(CompanyPlan plan) => new Chance(plan.Seed, -62).Key(plan.Morning(plan.Began));

    public static IEnumerable<Entity> Rows(CompanyPlan plan) =>
    [
        new DealRule
        {
            Id = LargeId(plan), Where = "amount >= 60000 and met <= 1 and age >= 45", Severity = Severity.Grave, Text = "{name} is large, and we know one person there at most", Why = "Of our large deals, most were lost where one person spoke for all",
            Advice = "Meet somebody who signs or somebody who works with it", Source = "our own lost deals, spring review", TaskTitle = "Ask {name} who else decides", TaskDays = 5, Tells = RuleTells.Owner,
        },
        new DealRule { Code = BasicRules.AmountUnknown, OffBecause = "We price late, by survey of the yard" },
        new DealRule { Code = BasicRules.GoneQuiet, Severity = Severity.Grave },
    ];

    /// <summary>What the rule told the owner of some open deals. All is read from the key, so that nothing else is drawn differently.</summary>
    public static IEnumerable<Entity> Of(Opportunity deal, CompanyPlan plan)
    {
        var chance = deal.Id.ToByteArray();
        if (deal.End is not StageEnd.Open || deal.Amount < Large || deal.Amount is null || chance[12] > 180) yield break;
        var day = plan.Until.AddDays(-1 - chance[9] % 12);
        if (deal.OpenedOn > day.AddDays(-14)) yield break;
        yield return new RuleFiring { Id = Ledger.Beside(deal.Id, 9), RuleId = LargeId(plan), OpportunityId = deal.Id, OfId = Guid.Empty, At = plan.Morning(day), Did = RuleDid.Told, Failed = RuleDid.Nothing, ToldId = deal.OwnerId };
    }

    /// <summary>From the first day on, changes of deals are looked at by the rules.</summary>
    public static Task StartAsync(AppDb db, CancellationToken ct) => db.AskForAsync(RuleReaction.Known, RuleReaction.Wanted, ct);
}
