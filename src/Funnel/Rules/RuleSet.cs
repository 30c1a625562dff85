using System.Globalization;
using Coxswain.Funnel.Plans;
using Coxswain.Funnel.Pursuit;
using Coxswain.Platform.CustomFields;
using Coxswain.Platform.Data;
using Coxswain.Platform.Lists.Conditions;
using Coxswain.Platform.Periods;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Rules;

/// <summary>The rules of an organisation: those that came with the product as it changed them, and its own.</summary>
internal sealed class RuleSet
{
    private readonly IReadOnlyList<(Rule Rule, FactTest? Test)> _rules;

    private RuleSet(IReadOnlyList<Rule> rules, IReadOnlyList<Fact> facts, Periods calendar) => (Rules, Facts, _rules) = (rules, facts, [.. rules.Select(r => (r, TestOf(r, facts, calendar)))]);

    /// <summary>All of them, those that are off among them, the gravest first.</summary>
    public IReadOnlyList<Rule> Rules { get; }

    /// <summary>What plans are counted by.</summary>
    public required PlanSettings Counted { get; init; }

    /// <summary>What they may ask.</summary>
    public IReadOnlyList<Fact> Facts { get; }

    public static IReadOnlyList<Rule> BuiltIn { get; } = [.. BasicRules.All, .. PlanRules.All, .. BesideRules.All, .. AdviceRules.All, .. WorkRules.All];

    /// <summary>As they stood a moment ago at most.</summary>
    public static Task<RuleSet> ReadAsync(AppDb db, CancellationToken ct) => db.Kept.ReadAsync(db, "rules", () => FreshAsync(db, ct));

    /// <summary>As they stand.</summary>
    public static async Task<RuleSet> FreshAsync(AppDb db, CancellationToken ct)
    {
        var own = await db.DealRules.AsNoTracking().OrderBy(r => r.Id).ToListAsync(ct);
        // As it is stored: the viewer's own copy may be a moment older than the change that asks for it anew.
        var (fields, tenant) = (await db.CustomFieldsAsync(Kinds.Opportunity, ct), await db.Rows<Tenant>().AsNoTracking().SingleAsync(t => t.Id == db.Viewer.TenantId, ct));
        return Of(own, fields, Periods.Of(tenant), PlanSettings.Of(tenant));
    }

    internal static RuleSet Of(IReadOnlyList<DealRule> own, IReadOnlyList<CustomField> fields, Periods calendar, PlanSettings counted)
    {
        var said = own.Where(r => r.Code is not null).ToLookup(r => r.Code);
        var all = BuiltIn.Select(r => said[r.Code].FirstOrDefault() is { } changed ? With(r, changed) : r).Concat(own.Where(r => r.Code is null).Select(Own));
        return new([.. all.OrderByDescending(r => r.Weight)], Coxswain.Funnel.Rules.Facts.With(fields), calendar) { Counted = counted };
    }

    /// <summary>Those that are on and can be asked, with what each asks.</summary>
    public IEnumerable<(Rule Rule, FactTest Test)> Asked => _rules.Where(r => r.Rule.IsOn && r.Test is not null).Select(r => (r.Rule, r.Test!));

    /// <summary>What has to be read of deals for the warnings of a deal that are on.</summary>
    public Needed Needs => NeedsOf(isMeeting: false);

    /// <summary>What has to be read of a deal for the warnings of its meetings that are on.</summary>
    public Needed MeetingNeeds => Needed.Meeting | NeedsOf(isMeeting: true);

    /// <summary>What has to be read of a deal for one rule; nothing where it is off.</summary>
    public Needed NeedsOf(string code) => Asked.Where(a => a.Rule.Code == code).Aggregate(Needed.Nothing, (all, a) => all | a.Test.Needs);

    /// <summary>What one rule found of a deal as a whole and nobody muted; null where it found nothing.</summary>
    public static string? Of(string code, IEnumerable<PlanWarning> found) => found.FirstOrDefault(w => w.Code == code && w.Muted is null)?.Text;

    /// <summary>Rules that ask about the plan of a meeting.</summary>
    public bool IsOfMeeting(Rule rule) => _rules.Any(r => r.Rule == rule && r.Test?.IsOfMeeting is true);

    /// <summary>Rules that ask for what is not there any more, such as a field of the organisation's own: they find nothing.</summary>
    public IEnumerable<Rule> Broken => _rules.Where(r => r.Test is null).Select(r => r.Rule);

    /// <summary>What the rules find in an open deal, the gravest first; what is muted comes last, with who said so and why.</summary>
    public IReadOnlyList<PlanWarning> Find(RuleFacts facts) => Find(facts, isMeeting: false);

    /// <summary>What they find in the plan of a meeting of an open deal, in the same order.</summary>
    public IReadOnlyList<PlanWarning> FindOfMeeting(RuleFacts facts) => Find(facts, isMeeting: true);

    private Needed NeedsOf(bool isMeeting) => Warnings(isMeeting).Aggregate(Needed.Nothing, (all, a) => all | a.Test.Needs);

    private IEnumerable<(Rule Rule, FactTest Test)> Warnings(bool isMeeting) => Asked.Where(a => a.Rule.Advises is null && a.Test.IsOfMeeting == isMeeting);

    private IReadOnlyList<PlanWarning> Find(RuleFacts facts, bool isMeeting)
    {
        var plan = facts.Plan;
        if (!plan.IsOpen) return [];
        var muted = plan.Says.Where(s => s.Field is PlanField.Muted && s.Value == 1).GroupBy(s => s.Topic!).ToDictionary(g => g.Key, g => g.First());
        var found = from asked in Warnings(isMeeting)
                    from person in asked.Test.Of(facts)
                    let rule = asked.Rule
                    let code = CodeOf(rule.Code, person?.Id)
                    select new PlanWarning(code, rule.Text(facts, person), rule.Why(facts, person), rule.Act?.Invoke(facts, person), rule.Weight) { PersonId = person?.Id, Settles = rule.Settles, Muted = muted.GetValueOrDefault(code), Actions = plan.Actions.Count(a => a.AimsAt == code) };
        return [.. found.OrderBy(w => w.Muted is not null).ThenByDescending(w => w.Weight)];
    }

    /// <summary>A rule of the organisation's own advises: such a one may ask for anything that is known of a deal, not only for what is said of whether to go for it.</summary>
    public bool AdvisesOwn => Asked.Any(a => a.Rule is { Advises: not null, Own.Code: null });

    /// <summary>The weightiest rule of advice that is on and holds, with what it says; null where none does.</summary>
    public (Rule Rule, string Text, string Why, string? Act)? Advise(RuleFacts facts)
    {
        foreach (var (rule, test) in Asked)
            if (rule.Advises is not null && test.Of(facts).Take(1).ToList() is [var person]) return (rule, rule.Text(facts, person), rule.Why(facts, person), rule.Act?.Invoke(facts, person));
        return null;
    }

    public static string CodeOf(string rule, Guid? person) => person is null ? rule : string.Create(CultureInfo.InvariantCulture, $"{rule}:{person}");

    private static Rule With(Rule rule, DealRule own) => rule with
    {
        Own = own, Where = own.Where ?? rule.Where, Weight = own.Severity is { } severity && severity != rule.Severity ? Rule.WeightOf(severity) : rule.Weight,
        Text = own.Text is { } text ? (f, p) => Filled(text, f, p) : rule.Text, Why = own.Why is { } why ? (f, p) => Filled(why, f, p) : rule.Why,
        Act = own.Advice is { } advice ? (f, p) => Filled(advice, f, p) : rule.Act, Source = own.Source is { } source ? () => source : rule.Source, Name = own.Text is { } name ? () => Named(name) : rule.Name,
    };

    private static Rule Own(DealRule own) => new(own.Key, Rule.WeightOf(own.Severity ?? Severity.Watch), own.Where ?? "", (f, p) => Filled(own.Text ?? "", f, p), (f, p) => Filled(own.Why ?? "", f, p), own.Advice is { } advice ? (f, p) => Filled(advice, f, p) : null)
    {
        Own = own, Advises = own.Advises, Name = () => Named(own.Text ?? ""), Source = () => own.Source ?? "",
    };

    public static string Filled(string text, RuleFacts facts, PlanPerson? person) => text.Replace(Placeholder, person?.Name ?? facts.Plan.Account ?? facts.Plan.Deal, StringComparison.Ordinal);

    private static string Named(string text) => text.Replace(Placeholder, "…", StringComparison.Ordinal);

    /// <summary>Where the name of whom a rule holds of stands in its texts.</summary>
    public const string Placeholder = "{name}";

    private static FactTest? TestOf(Rule rule, IReadOnlyList<Fact> facts, Periods calendar)
    {
        try { return FactTest.Read(rule.Where, facts, calendar); }
        // A field of the organisation's own may be gone since: the page of rules says so.
        catch (WrongConditionException) { return null; }
    }
}
