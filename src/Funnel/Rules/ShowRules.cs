using System.Text.Json.Serialization;
using Coxswain.Funnel.Pursuit;
using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.CustomFields;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Lists;
using Coxswain.Platform.Lists.Conditions;
using Coxswain.Platform.Ui;
using Coxswain.Platform.Webhooks;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Rules;

/// <summary>Shows the rules of an organisation: all, one, or a form for a new one.</summary>
internal static class ShowRules
{
    private const int MostPeople = 500, MostLog = 10;

    public sealed record Of
    {
        /// <summary>Its name in addresses.</summary>
        public string Rule { get; init; } = "";

        /// <summary>Conditions other than those that are kept, as their form says them.</summary>
        public string? Where { get; init; }

        /// <summary>The form of conditions, while somebody fills it in.</summary>
        public string? Edit { get; init; }
    }

    public sealed record New
    {
        public string? Where { get; init; }
        public string? Edit { get; init; }
    }

    public static async Task<Outcome<RulesView>> Do(AppDb db, CancellationToken ct)
    {
        var (set, context) = (await RuleSet.ReadAsync(db, ct), await ContextAsync(db, ct));
        return new RulesView([.. set.Rules.Select(r => View(r, set, context))]);
    }

    public static async Task<Outcome<RulePageView>> One(Of input, AppDb db, CancellationToken ct)
    {
        var (set, context) = (await RuleSet.FreshAsync(db, ct), await ContextAsync(db, ct));
        if (set.Rules.FirstOrDefault(r => r.Code == input.Rule) is not { } rule) return Outcome.Missing;
        var view = View(rule, set, context);
        return Page(view with { Log = rule.Own is { } own ? await ShowRuleLog.OfRuleAsync(db, own.Id, MostLog, ct) : [] }, input.Where, input.Edit, rule.Where, context, db);
    }

    public static async Task<Outcome<DealRuleView>> Read(Of input, AppDb db, CancellationToken ct) => (await One(input, db, ct)) is { View: { } page } ? page.Rule : Outcome.Missing;

    public static async Task<Outcome<RulePageView>> Form(New input, AppDb db, CancellationToken ct)
    {
        var context = await ContextAsync(db, ct);
        var blank = new DealRuleView { Key = "", Name = "", Where = "", WhereSaid = "", Severity = Severity.Watch, Source = "", IsBuiltIn = false };
        return Page(blank, input.Where, input.Edit ?? (input.Where is null ? "where" : null), null, context, db);
    }

    private static RulePageView Page(DealRuleView rule, string? where, string? edit, string? kept, RuleContext context, AppDb db)
    {
        var asked = where ?? kept;
        var condition = Readable(asked);
        return new RulePageView
        {
            Rule = rule, Where = asked ?? "", WhereSaid = asked is null ? null : RuleWords.Where(asked, context.Asks), Asks = context.Asks,
            Editing = edit is null ? null : edit == "where" ? ConditionForm.Begun(condition, context.Asks) : ConditionForm.Read(edit), People = context.People, Names = context.Names, MayCall = db.Viewer.May(Permission.ManageSettings),
        };
    }

    private static Condition? Readable(string? where)
    {
        try { return string.IsNullOrEmpty(where) ? null : ConditionReader.Read(where); }
        catch (WrongConditionException) { return null; }
    }

    internal static DealRuleView View(Rule rule, RuleSet set, RuleContext context) => new()
    {
        Key = rule.Code, Id = rule.Own?.Id, Version = rule.Own?.Version ?? 0, Name = rule.Title, Where = rule.Where, WhereSaid = RuleWords.Where(rule.Where, context.Asks), Severity = rule.Severity, Advises = rule.Advises, Source = rule.Source(),
        IsBuiltIn = rule.Own is null or { Code: not null }, IsOn = rule.IsOn, OffBecause = rule.Own?.OffBecause, Text = rule.Own?.Text, Why = rule.Own?.Why, Advice = rule.Own?.Advice,
        OwnSource = rule.Own?.Source, TaskTitle = rule.Own?.TaskTitle, TaskDays = rule.Own?.TaskDays, OwnerToId = rule.Own?.OwnerToId, SetField = rule.Own?.SetField, SetTo = rule.Own?.SetTo, Tells = rule.Own?.Tells, TellsId = rule.Own?.TellsId, WebhookId = rule.Own?.WebhookId,
        Does = rule.Own is { } own ? [.. RuleWords.Does(own, context.Names)] : [], IsChanged = rule.Own is not null, IsStarting = rule is { IsOn: true, Own: { Acts: true, ReadyAt: null } }, IsBroken = set.Broken.Contains(rule), IsOfMeeting = set.IsOfMeeting(rule),
    };

    internal static async Task<RuleContext> ContextAsync(AppDb db, CancellationToken ct)
    {
        var people = await db.PersonRows().Where(p => p.IsHere).OrderBy(p => p.FoldedName).Take(MostPeople).Select(p => new { p.Id, p.Name, p.Role }).ToListAsync(ct);
        var stages = await db.Stages.AsNoTracking().Where(s => s.End == StageEnd.Open && s.RetiredAt == null).OrderBy(s => s.Position).Select(s => new { s.Id, s.Name }).ToListAsync(ct);
        var fields = await db.CustomFieldsAsync(Kinds.Opportunity, ct);
        var sellers = people.Where(p => p.Role is not (Role.Staff or Role.Recruiter or Role.Trainer)).Select(p => new Choice(p.Id.ToString(), p.Name)).ToList();
        var choices = new FactChoices([.. stages.Select(s => new Choice(s.Id.ToString(), s.Name))], sellers);
        return new([.. Facts.With(fields).Select(f => f.Filter(choices))], sellers, new(people.ToDictionary(p => p.Id, p => p.Name), fields, await db.WebhookChoicesAsync(ct)));
    }
}

/// <summary>What the words of rules need.</summary>
internal sealed record RuleContext(IReadOnlyList<ListFilter> Asks, IReadOnlyList<Choice> People, RuleNames Names);

/// <summary>All rules, the gravest first.</summary>
public sealed record RulesView(IReadOnlyList<DealRuleView> Rules);

/// <summary>A rule: when it holds, how grave that is, what it says and does.</summary>
public sealed record DealRuleView
{
    /// <summary>Its name in addresses.</summary>
    public required string Key { get; init; }

    /// <summary>Of the row that says what is other; null where it stands as it came.</summary>
    public Guid? Id { get; init; }
    public int Version { get; init; }
    public required string Name { get; init; }

    /// <summary>When it holds, as conditions are written.</summary>
    public required string Where { get; init; }

    /// <summary>The same as people read it.</summary>
    public required string WhereSaid { get; init; }

    [JsonConverter(typeof(JsonStringEnumConverter<Severity>))]
    public required Severity Severity { get; init; }

    /// <summary>What it advises to do with a deal; null where it warns.</summary>
    [JsonConverter(typeof(JsonStringEnumConverter<PursuitChoice>))]
    public PursuitChoice? Advises { get; init; }

    /// <summary>It looks at the plan of a meeting, and is said on its page.</summary>
    public bool IsOfMeeting { get; init; }

    /// <summary>Where it comes from.</summary>
    public required string Source { get; init; }

    /// <summary>It came with the product.</summary>
    public required bool IsBuiltIn { get; init; }

    /// <summary>The organisation says something else than what came.</summary>
    public bool IsChanged { get; init; }
    public bool IsOn { get; init; } = true;
    public string? OffBecause { get; init; }

    /// <summary>Deals are being looked through before it acts.</summary>
    public bool IsStarting { get; init; }

    /// <summary>It asks for what is not there any more, and finds nothing.</summary>
    public bool IsBroken { get; init; }

    /// <summary>The organisation's own words; null where they are as they came.</summary>
    public string? Text { get; init; }
    public string? Why { get; init; }
    public string? Advice { get; init; }
    public string? OwnSource { get; init; }
    public string? TaskTitle { get; init; }
    public int? TaskDays { get; init; }
    public Guid? OwnerToId { get; init; }
    public string? SetField { get; init; }
    public string? SetTo { get; init; }

    [JsonConverter(typeof(JsonStringEnumConverter<RuleTells>))]
    public RuleTells? Tells { get; init; }
    public Guid? TellsId { get; init; }
    public Guid? WebhookId { get; init; }

    /// <summary>What it does, in words.</summary>
    public IReadOnlyList<string> Does { get; init; } = [];

    /// <summary>The latest times it began to hold.</summary>
    public IReadOnlyList<RuleLogLine> Log { get; init; } = [];
}

/// <summary>A rule, or the form of a new one.</summary>
public sealed record RulePageView
{
    public required DealRuleView Rule { get; init; }

    /// <summary>The conditions in hand: what is kept, or what was just said.</summary>
    public required string Where { get; init; }
    public required string? WhereSaid { get; init; }
    public required IReadOnlyList<ListFilter> Asks { get; init; }
    public required ConditionForm? Editing { get; init; }
    public required IReadOnlyList<Choice> People { get; init; }
    internal RuleNames Names { get; init; } = null!;

    /// <summary>Whoever may arrange webhooks may have rules call them.</summary>
    public bool MayCall { get; init; }

    public bool IsNew => Rule.Key.Length == 0;

    public string Url => IsNew ? "/settings/rules/new" : $"/settings/rules/{Rule.Key}";

    /// <summary>The conditions differ from what is kept.</summary>
    public bool IsOther => !IsNew && Where != Rule.Where;
}
