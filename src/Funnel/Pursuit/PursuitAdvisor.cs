using Coxswain.Funnel.Plans;
using Coxswain.Funnel.Rules;
using Coxswain.Platform.Data;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Pursuit;

/// <summary>What is advised, with the rule that gave it.</summary>
public sealed record PursuitAdvice(string Rule, [property: System.Text.Json.Serialization.JsonConverter(typeof(System.Text.Json.Serialization.JsonStringEnumConverter<PursuitChoice>))] PursuitChoice Choice, string Text, string Why, string Act);

/// <summary>What speaks for going for a deal, watching it or leaving it. Rules advise it and somebody decides; what is to be minded of it is found by the rules of deals.</summary>
internal static class PursuitAdvisor
{
    /// <summary>So many of four roles have to be known.</summary>
    public const int EnoughRoles = 3;

    /// <summary>Where every rule of advice is off that would hold.</summary>
    public const string Silent = "none";

    public static PursuitAdvice Advise(RuleSet rules, PursuitFacts facts) => Advise(rules, RuleFacts.Of(facts));

    /// <summary>What is advised of several deals, by their keys. What only rules of the organisation's own may ask is read where there is one.</summary>
    public static async Task<IReadOnlyDictionary<Guid, PursuitAdvice>> AdviseAsync(AppDb db, RuleSet rules, IReadOnlyCollection<PursuitFacts> facts, CancellationToken ct)
    {
        if (!rules.AdvisesOwn) return facts.ToDictionary(f => f.Deal.Id, f => Advise(rules, f));
        var day = facts.Select(f => f.Today).FirstOrDefault();
        var known = (await KnownDeals.NowAsync(db, [.. facts.Select(f => f.Deal.Id)], day, Needed.Effort, ct)).ToDictionary(k => k.Deal.Id, k => k.At(day));
        return facts.ToDictionary(f => f.Deal.Id, f => known.TryGetValue(f.Deal.Id, out var all) ? Advise(rules, all with { Pursuit = f }) : Advise(rules, f));
    }

    /// <param name="rules">The organisation's rules.</param>
    /// <param name="facts">With what was said of whether to go for it.</param>
    public static PursuitAdvice Advise(RuleSet rules, RuleFacts facts) => rules.Advise(facts) is var (rule, text, why, act) ? new(rule.Code, rule.Advises!.Value, text, why, act ?? "") : new(Silent, PursuitChoice.Watch, T("No rule advises anything here."), T("Rules of advice are switched off in the settings"), "");

    /// <summary>What has to be known or come true before one goes for it.</summary>
    public static IReadOnlyList<string> Missing(PursuitFacts f)
    {
        var missing = new List<string>();
        if (f.FitHolds is null) missing.Add(f.Fit is null ? f.Deal.AccountId is null ? T("name the account") : T("say whom we want as customers") : T("find out whether they fit: {0}", f.Unasked[0]));
        if (f.StatusHolds is null) missing.Add(T("find out where they are in buying"));
        if (f.StatusHolds == false) missing.Add(T("they are not looking yet"));
        if (!f.RolesHold) missing.Add(T("find out who it is: {0}", string.Join(", ", f.RolesMissing.Select(PlanWords.Role))));
        return missing is [] ? [T("nothing")] : missing;
    }
}
