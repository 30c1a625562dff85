using System.ComponentModel.DataAnnotations;
using System.Globalization;
using Coxswain.Funnel.Pursuit;
using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.CustomFields;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Http;
using Coxswain.Platform.Jobs;
using Coxswain.Platform.Lists.Conditions;
using Coxswain.Platform.Periods;
using Coxswain.Platform.Tenants;
using Coxswain.Platform.Webhooks;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Rules;

/// <summary>Adds a rule of the organisation's own, or changes a rule: one that came with the product keeps what nobody said otherwise.</summary>
internal static class ChangeRule
{
    private const int MostOwn = 100, MostDays = 365;

    public sealed record Input
    {
        /// <summary>Its name in addresses; none for a new one.</summary>
        public string? Rule { get; init; }
        public int Version { get; init; }

        /// <summary>When it holds: conditions as lists take them, over what rules may ask.</summary>
        [StringLength(2_000)]
        public string? Where { get; init; }
        public Severity? Severity { get; init; }

        /// <summary>What it advises to do with a deal, of a rule of one's own: of those that hold, the gravest gives the advice. None where it warns.</summary>
        public PursuitChoice? Advises { get; init; }

        /// <summary>What it says; <c>{name}</c> is who it holds of, or the account.</summary>
        [StringLength(200)]
        public string? Text { get; init; }

        [StringLength(300)]
        public string? Why { get; init; }

        [StringLength(200)]
        public string? Advice { get; init; }

        [StringLength(200)]
        public string? Source { get; init; }

        [StringLength(300)]
        public string? TaskTitle { get; init; }
        public int? TaskDays { get; init; }
        public Guid? OwnerToId { get; init; }

        [StringLength(100)]
        public string? SetField { get; init; }

        [StringLength(1_000)]
        public string? SetTo { get; init; }
        public RuleTells? Tells { get; init; }
        public Guid? TellsId { get; init; }
        public Guid? WebhookId { get; init; }
    }

    public static async Task<Outcome<DealRuleView>> Add(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var problems = await CheckAsync(input, null, db, ct);
        problems.AddIf(await db.DealRules.CountAsync(r => r.Code == null, ct) >= MostOwn, "", T("There are {0} own rules already; nobody would know them all.", MostOwn));
        if (problems.Any) return Outcome.Invalid(problems);
        var rule = new DealRule { Where = input.Where };
        Take(input, rule, null);
        db.Add(rule);
        await RuleStart.SaveAsync(db, rule, clock.GetUtcNow().UtcDateTime, ct);
        return (await Shown(rule.Key, db, ct)).Saying(T("The rule is added."));
    }

    public static async Task<Outcome<DealRuleView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await FindAsync(input.Rule, db, ct) is not var (row, builtIn)) return Outcome.Missing;
        var problems = await CheckAsync(input, builtIn, db, ct);
        if (problems.Any) return Outcome.Invalid(problems);
        if (row is null) db.Add(row = new DealRule { Code = builtIn!.Code });
        else if (input.Version != 0 && input.Version != row.Version) return Outcome.Refused(T("Somebody else changed this rule meanwhile: look at it again, then say what is to change."));
        Take(input, row, builtIn);
        await RuleStart.SaveAsync(db, row, clock.GetUtcNow().UtcDateTime, ct);
        return (await Shown(row.Key, db, ct)).Saying(T("The rule is saved."));
    }

    /// <summary>The row of a rule, and what it came as; nulls where it has none, or is the organisation's own. Null where there is no such rule.</summary>
    internal static async Task<(DealRule? Row, Rule? BuiltIn)?> FindAsync(string? key, AppDb db, CancellationToken ct)
    {
        var builtIn = RuleSet.BuiltIn.FirstOrDefault(r => r.Code == key);
        var row = builtIn is not null ? await db.DealRules.SingleOrDefaultAsync(r => r.Code == key, ct) : key is not null && key.StartsWith("own-", StringComparison.Ordinal) && Guid.TryParseExact(key["own-".Length..], "N", out var id) ? await db.DealRules.SingleOrDefaultAsync(r => r.Id == id && r.Code == null, ct) : null;
        return row is null && builtIn is null ? null : (row, builtIn);
    }

    internal static Task<Outcome<DealRuleView>> Shown(string key, AppDb db, CancellationToken ct) => ShowRules.Read(new() { Rule = key }, db, ct);

    private static void Take(Input input, DealRule rule, Rule? builtIn)
    {
        rule.Where = input.Where is { Length: > 0 } where && where != builtIn?.Where ? where : null;
        rule.Severity = input.Severity is { } severity && severity != builtIn?.Severity ? severity : null;
        rule.Advises = builtIn is null ? input.Advises : null;
        (rule.Text, rule.Why, rule.Advice, rule.Source) = (Said(input.Text), Said(input.Why), Said(input.Advice), Said(input.Source));
        (rule.TaskTitle, rule.TaskDays) = Said(input.TaskTitle) is { } title ? (title, input.TaskDays) : (null, null);
        rule.OwnerToId = input.OwnerToId;
        (rule.SetField, rule.SetTo) = Said(input.SetField) is { } field ? (field, field is RuleFields.Category && Said(input.SetTo) is { } to ? RuleFields.CategoryOf(to)?.ToString() : Said(input.SetTo)) : (null, null);
        (rule.Tells, rule.TellsId) = input.Tells is RuleTells.Person ? (input.Tells, input.TellsId) : (input.Tells, null);
        rule.WebhookId = input.WebhookId;
    }

    private static string? Said(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();

    private static async Task<Problems> CheckAsync(Input input, Rule? builtIn, AppDb db, CancellationToken ct)
    {
        var isBuiltIn = builtIn is not null;
        var fields = await db.CustomFieldsAsync(Kinds.Opportunity, ct);
        var problems = new Problems().AddIf(!isBuiltIn && Said(input.Where) is null, "Where", T("Say when it holds."));
        if (Said(input.Where) is { } where)
        {
            try { problems.AddIf(FactTest.Read(where, Facts.With(fields), Periods.Of(await db.TenantAsync(ct))).IsOfMeeting && input.Advises is not null, "Advises", T("What is planned for a meeting gives no advice on the deal: let it warn.")); }
            catch (WrongConditionException wrong) { problems.Add("Where", wrong.Message); }
        }
        problems.AddIf(!isBuiltIn && Said(input.Text) is null, "Text", T("What does it say?"));
        problems.AddIf(!isBuiltIn && Said(input.Why) is null, "Why", T("Say why it matters: a warning without a reason is not heard."));
        problems.AddIf(isBuiltIn && input.Advises is not null && input.Advises != builtIn!.Advises, "Advises", T("What comes with Coxswain advises what it does: switch it off, and add a rule of your own."));
        problems.AddIf(input.TaskDays is < 0 or > MostDays, "TaskDays", T("Between {0} and {1}.", 0, MostDays));
        problems.AddIf(input.TaskDays is not null && Said(input.TaskTitle) is null, "TaskTitle", T("What is to be done?"));
        problems.AddIf(input.OwnerToId is { } owner && !await IsHereAsync(owner, db, ct), "OwnerToId", T("Choose someone who is here."));
        problems.AddIf(input.Tells is RuleTells.Person && !(input.TellsId is { } person && await IsHereAsync(person, db, ct)), "TellsId", T("Choose someone who is here."));
        if (Said(input.SetField) is { } field && Wrong(field, Said(input.SetTo), fields) is var (at, message)) problems.Add(at, message);
        if (input.WebhookId is { } hook)
        {
            problems.AddIf(!db.Viewer.May(Permission.ManageSettings), "WebhookId", T("Only whoever arranges webhooks may have a rule call one."));
            problems.AddIf((await db.WebhookChoicesAsync(ct)).All(w => w.Value != hook.ToString()), "WebhookId", T("This webhook is stopped or gone."));
        }
        return problems;
    }

    private static Task<bool> IsHereAsync(Guid person, AppDb db, CancellationToken ct) => db.PersonRows().AnyAsync(p => p.Id == person && p.IsHere, ct);

    private static (string, string)? Wrong(string field, string? to, IReadOnlyList<CustomField> fields)
    {
        if (field is RuleFields.Source) return null;
        if (field is RuleFields.Category) return to is null || RuleFields.CategoryOf(to) is not null ? null : ("SetTo", T("Choose one of: {0}.", string.Join(", ", RuleFields.Categories.Select(Words.Category))));
        if (fields.FirstOrDefault(f => f.Name == field) is not { } own) return ("SetField", T("There is no field {0} here.", field));
        return own.Type switch
        {
            _ when to is null => null,
            CustomFieldType.Text => null,
            CustomFieldType.Number => decimal.TryParse(to, NumberStyles.Float, CultureInfo.InvariantCulture, out _) ? null : ("SetTo", T("This is no number.")),
            CustomFieldType.Date => DateOnly.TryParseExact(to, "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out _) ? null : ("SetTo", T("A day is written like 2026-03-31.")),
            CustomFieldType.Choice => own.Answers.Contains(to) ? null : ("SetTo", T("Choose one of: {0}.", string.Join(", ", own.Answers))),
            _ => ("SetField", T("Rules do not set fields of this sort.")),
        };
    }
}

/// <summary>Switches a rule off, with the reason, or on again.</summary>
internal static class SwitchRule
{
    public sealed record Input
    {
        public string Rule { get; init; } = "";

        /// <summary>Why it finds nothing any more.</summary>
        [StringLength(300)]
        public string? Because { get; init; }

        /// <summary>On again.</summary>
        public bool Back { get; init; }
    }

    public static async Task<Outcome<DealRuleView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await ChangeRule.FindAsync(input.Rule, db, ct) is not var (row, builtIn)) return Outcome.Missing;
        if (!input.Back && string.IsNullOrWhiteSpace(input.Because)) return Outcome.Invalid("Because", T("Say why: others will miss what it found."));
        if (row is null) db.Add(row = new DealRule { Code = builtIn!.Code });
        row.OffBecause = input.Back ? null : input.Because!.Trim();
        await RuleStart.SaveAsync(db, row, clock.GetUtcNow().UtcDateTime, ct);
        var shown = await ChangeRule.Shown(row.Key, db, ct);
        return input.Back ? shown.Saying(T("The rule is on.")) : shown.Saying(T("The rule is off."), $"/settings/rules/{row.Key}/switches?back=true");
    }
}

/// <summary>Removes a rule of the organisation's own with its log, or takes back what it changed of one that came with the product.</summary>
internal static class RemoveRule
{
    public sealed record Removed(string Key);

    public static async Task<Outcome<Removed>> Do(ShowRules.Of input, AppDb db, CancellationToken ct)
    {
        if (await ChangeRule.FindAsync(input.Rule, db, ct) is not var (row, builtIn)) return Outcome.Missing;
        if (row is null) return Outcome.Done(new Removed(input.Rule)).Saying(T("The rule is as it came."));
        await db.ClearAsync(db.RuleFirings.Where(f => f.RuleId == row.Id), ct);
        db.Remove(row);
        await db.SaveChangesAsync(ct);
        await RuleStart.AskAsync(db, ct);
        return Outcome.Done(new Removed(input.Rule)).Saying(builtIn is null ? T("The rule is removed.") : T("The rule is as it came."));
    }
}

/// <summary>What follows when a rule is saved.</summary>
internal static class RuleStart
{
    /// <summary>Saves it. Where it acts, deals are looked through first: what holds already is no news, and nothing is done about it.</summary>
    public static async Task SaveAsync(AppDb db, DealRule rule, DateTime now, CancellationToken ct)
    {
        rule.ReadyAt = null;
        await db.InOneTransactionAsync(async () =>
        {
            if (rule is { Acts: true, OffBecause: null }) db.Ask(LookAtDeals.JobKind);
            await db.SaveChangesAsync(ct);
            await db.RuleFirings.Where(f => f.RuleId == rule.Id && f.EndedAt == null).ExecuteUpdateAsync(s => s.SetProperty(f => f.EndedAt, now), ct);
            await AskAsync(db, ct);
        }, ct);
    }

    /// <summary>Has changes of deals told to the rules, where one acts, or no longer.</summary>
    public static async Task AskAsync(AppDb db, CancellationToken ct)
    {
        var acts = (await db.DealRules.AsNoTracking().Where(r => r.OffBecause == null).ToListAsync(ct)).Any(r => r.Acts);
        await db.AskForAsync(RuleReaction.Known, acts ? RuleReaction.Wanted : null, ct);
    }
}
