using System.Globalization;
using Coxswain.Funnel.Pursuit;
using Coxswain.Platform.CustomFields;
using Coxswain.Platform.Lists;
using Coxswain.Platform.Lists.Conditions;
using Coxswain.Platform.Ui;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Rules;

/// <summary>The words of rules.</summary>
internal static class RuleWords
{
    public static string Of(Severity severity) => severity switch { Severity.Grave => T("grave"), Severity.Watch => T("to watch"), _ => T("to note") };

    public static Tone ToneOf(Severity severity) => severity switch { Severity.Grave => Tone.Bad, Severity.Watch => Tone.Warn, _ => Tone.Plain };

    public static IReadOnlyList<Choice> Severities => [.. Enum.GetValues<Severity>().Reverse().Select(s => new Choice(s.ToString(), Of(s)))];

    /// <summary>What a rule of one's own may advise.</summary>
    public static IReadOnlyList<Choice> Choices => [.. Enum.GetValues<PursuitChoice>().Select(c => new Choice(c.ToString(), PursuitWords.Choice(c)))];

    public static IReadOnlyList<Choice> Tells => [new(nameof(RuleTells.Owner), T("the owner of the deal")), new(nameof(RuleTells.Leader), T("whoever leads the owner")), new(nameof(RuleTells.Person), T("somebody else"))];

    /// <summary>When a rule holds, as people read it.</summary>
    public static string Where(string where, IReadOnlyList<ListFilter> asks)
    {
        try { return Said(ConditionReader.Read(where), asks); }
        // Kept by an older version that knew more: it is shown as it was written.
        catch (WrongConditionException) { return where; }
    }

    // What is so or not is said by its name alone.
    private static string Said(Condition condition, IReadOnlyList<ListFilter> asks) => condition switch
    {
        Condition.Several several => string.Join(several.IsAny ? $" {T("or")} " : $" {T("and")} ", several.Parts.Select(p => p is Condition.Several ? $"({Said(p, asks)})" : Said(p, asks))),
        Condition.Test { How: Comparison.Is, Value: "yes" or "no" } test when asks.FirstOrDefault(a => a.Id == test.Column) is { Choices: [{ Value: "yes" }, _] } ask => test.Value == "yes" ? ask.Label : T("not: {0}", ask.Label),
        _ => ConditionWords.Said(condition, asks),
    };

    /// <summary>What a rule does, one line for each.</summary>
    public static IEnumerable<string> Does(DealRule own, RuleNames names)
    {
        if (own.TaskTitle is { } task) yield return own.TaskDays is { } days ? T("a task for the owner: {0}, due in {1}", task, N(days, "one day", "{0} days")) : T("a task for the owner: {0}", task);
        if (own.OwnerToId is { } to) yield return T("the deal goes to {0}", names.Person(to));
        if (own.SetField is { } field) yield return own.SetTo is { } value ? T("{0} becomes {1}", names.Field(field), RuleNames.Value(field, value)) : T("{0} becomes unknown", names.Field(field));
        if (own.Tells is { } tells) yield return tells switch { RuleTells.Owner => T("tells the owner"), RuleTells.Leader => T("tells whoever leads the owner"), _ => T("tells {0}", names.Person(own.TellsId)) };
        if (own.WebhookId is { } hook) yield return T("calls the webhook {0}", names.Webhook(hook));
    }

    /// <summary>What came of it when a rule began to hold.</summary>
    public static string Did(RuleDid did) => did switch
    {
        RuleDid.Nothing => T("nothing was to be done"),
        RuleDid.Present => T("it held already when the rule was switched on"),
        RuleDid.Rested => T("left alone: the rule had acted on this deal within the day"),
        _ => string.Join(", ", Each(did)),
    };

    private static IEnumerable<string> Each(RuleDid did)
    {
        if (did.HasFlag(RuleDid.Task)) yield return T("a task was made");
        if (did.HasFlag(RuleDid.Owner)) yield return T("it has another owner");
        if (did.HasFlag(RuleDid.Field)) yield return T("a field was set");
        if (did.HasFlag(RuleDid.Told)) yield return T("somebody was told");
        if (did.HasFlag(RuleDid.Webhook)) yield return T("a webhook was called");
    }

    /// <summary>What could not be done; null where all could.</summary>
    public static string? Failed(RuleDid failed) => failed is RuleDid.Nothing ? null : string.Join(", ", Failures(failed));

    private static IEnumerable<string> Failures(RuleDid failed)
    {
        if (failed.HasFlag(RuleDid.Owner)) yield return T("whoever should own it is not here any more");
        if (failed.HasFlag(RuleDid.Field)) yield return T("the field does not take this value any more");
        if (failed.HasFlag(RuleDid.Told)) yield return T("whoever should be told is not here");
        if (failed.HasFlag(RuleDid.Webhook)) yield return T("the webhook is stopped or gone");
    }
}

/// <summary>What is named in what rules do.</summary>
internal sealed record RuleNames(IReadOnlyDictionary<Guid, string> People, IReadOnlyList<CustomField> Fields, IReadOnlyList<Choice> Webhooks)
{
    public string Person(Guid? id) => id is { } known && People.TryGetValue(known, out var name) ? name : T("somebody who left");

    public string Field(string field) => field switch { RuleFields.Category => T("Forecast category"), RuleFields.Source => T("Source"), _ => Fields.FirstOrDefault(f => f.Name == field)?.Label ?? field };

    public static string Value(string field, string value) => field is RuleFields.Category && Enum.TryParse<ForecastCategory>(value, out var category) ? Words.Category(category) : value;

    public string Webhook(Guid id) => Webhooks.FirstOrDefault(w => w.Value == id.ToString())?.Label ?? T("which is gone");

    /// <summary>The fields a rule may set.</summary>
    public IReadOnlyList<Choice> Settable => [new(RuleFields.Category, T("Forecast category")), new(RuleFields.Source, T("Source")), .. Fields.Where(f => f.Type is CustomFieldType.Text or CustomFieldType.Number or CustomFieldType.Choice or CustomFieldType.Date).Select(f => new Choice(f.Name, f.Label))];
}
