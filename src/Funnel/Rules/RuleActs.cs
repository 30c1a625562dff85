using System.Globalization;
using System.Text.Json;
using Coxswain.Customers;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Plans;
using Coxswain.People;
using Coxswain.Platform.CustomFields;
using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
using Coxswain.Platform.Http;
using Coxswain.Platform.Webhooks;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Rules;

/// <summary>What came of what a rule does.</summary>
/// <param name="Did">What was done.</param>
/// <param name="Failed">What could not be done any more.</param>
/// <param name="ToldId">Who was told.</param>
internal sealed record RuleResult(RuleDid Did, RuleDid Failed, Guid? ToldId);

/// <summary>Does what a rule does; saved by the caller, together with the note that it held.</summary>
internal sealed class RuleActs(AppDb db, DateOnly day, Told told)
{
    public async Task<RuleResult> DoAsync(Rule rule, RuleFacts facts, PlanPerson? person, Opportunity? deal, CancellationToken ct)
    {
        var (own, plan, result) = (rule.Own!, facts.Plan, new RuleResult(RuleDid.Nothing, RuleDid.Nothing, null));
        if (own.TaskTitle is { } title)
        {
            db.AddTask(new AboutRecord(Kinds.Opportunity, plan.DealId, plan.AccountId), RuleSet.Filled(title, facts, person), day.AddDays(own.TaskDays ?? 0), facts.OwnerId, RuleSet.CodeOf(rule.Code, person?.Id), person?.ContactId);
            result = With(result, RuleDid.Task, true);
        }
        if (own.OwnerToId is { } to && deal is not null && deal.OwnerId != to)
        {
            var isHere = told.IsHere(to);
            if (isHere) deal.OwnerId = to;
            result = With(result, RuleDid.Owner, isHere);
        }
        if (own.SetField is { } field && deal is not null) result = With(result, RuleDid.Field, await RuleFields.SetAsync(db, deal, field, own.SetTo, ct));
        if (own.Tells is { } tells)
        {
            var whom = tells switch { RuleTells.Owner => facts.OwnerId, RuleTells.Leader => told.LeaderOf(facts.OwnerId), _ => own.TellsId };
            var canBe = whom is { } id && told.IsHere(id);
            result = With(result, RuleDid.Told, canBe) with { ToldId = canBe ? whom : null };
        }
        // Told last, so that it says what was done.
        var happened = db.Happened(Kinds.Opportunity, plan.DealId, new RuleFired(rule.Title, result.Did.ToString()));
        return own.WebhookId is { } hook ? With(result, RuleDid.Webhook, await db.CallWebhookAsync(hook, happened, ct)) : result;
    }

    private static RuleResult With(RuleResult result, RuleDid what, bool isDone) => isDone ? result with { Did = result.Did | what } : result with { Failed = result.Failed | what };
}

/// <summary>A rule began to hold of a deal, and acted.</summary>
internal sealed record RuleFired(string Rule, string Did) : News("opportunity.rule-fired");

/// <summary>What the timeline of a deal says of it.</summary>
internal static class RuleEvents
{
    public static (string?, string?) Said(Event happened)
    {
        using var data = JsonDocument.Parse(happened.Data);
        return (T("Rule: {0}", data.RootElement.GetProperty(nameof(RuleFired.Rule)).GetString()), Enum.TryParse<RuleDid>(data.RootElement.GetProperty(nameof(RuleFired.Did)).GetString(), out var did) ? RuleWords.Did(did) : null);
    }
}

/// <summary>The fields of a deal that rules may set.</summary>
internal static class RuleFields
{
    public const string Category = "category", Source = "source";
    private const int LongestSource = 100;

    /// <summary>The forecast categories a rule may put a deal into: what is committed, a person says.</summary>
    public static IReadOnlyList<ForecastCategory> Categories { get; } = [.. Enum.GetValues<ForecastCategory>().Where(c => c is not (ForecastCategory.Closed or ForecastCategory.Commit))];

    /// <summary>A category by its name for programs or for people; null where it is none.</summary>
    public static ForecastCategory? CategoryOf(string text) => Categories.Select(c => (ForecastCategory?)c).FirstOrDefault(c => text.Equals(c.ToString(), StringComparison.OrdinalIgnoreCase) || Folding.Fold(text) == Folding.Fold(Words.Category(c!.Value)));

    /// <summary>Sets a field; false where the value does not fit it any more.</summary>
    public static async Task<bool> SetAsync(AppDb db, Opportunity deal, string field, string? to, CancellationToken ct)
    {
        switch (field)
        {
            case Category when to is null || CategoryOf(to) is not null:
                deal.Category = to is null ? null : CategoryOf(to);
                return true;
            case Source when to is null or { Length: <= LongestSource }:
                deal.Source = to;
                return true;
            case var own when own.StartsWith(CustomField.Prefix, StringComparison.Ordinal):
                var problems = new Problems();
                await CustomTaking.TakeAsync(db, Kinds.Opportunity, deal, new CustomInput(new Dictionary<string, IReadOnlyList<string>> { [own[CustomField.Prefix.Length..]] = to is null ? [] : [to] }, CultureInfo.InvariantCulture), problems, ct);
                return !problems.Any;
            default: return false;
        }
    }
}

/// <summary>Who is here, and who leads whom.</summary>
internal sealed class Told(IReadOnlyDictionary<Guid, Guid?> teamOf, IReadOnlyDictionary<Guid, TeamRow> teams)
{
    public static async Task<Told> ReadAsync(AppDb db, bool isNeeded, CancellationToken ct) => isNeeded
        ? new(await db.PersonRows().Where(p => p.IsHere).ToDictionaryAsync(p => p.Id, p => p.TeamId, ct), await db.TeamRows().ToDictionaryAsync(t => t.Id, ct))
        : new(new Dictionary<Guid, Guid?>(), new Dictionary<Guid, TeamRow>());

    public bool IsHere(Guid person) => teamOf.ContainsKey(person);

    /// <summary>Who leads somebody's team, or the team above where they lead it themselves; null where nobody does.</summary>
    public Guid? LeaderOf(Guid person)
    {
        var team = teamOf.GetValueOrDefault(person);
        for (var steps = 0; team is { } id && teams.TryGetValue(id, out var row) && steps < teams.Count; steps++)
        {
            if (row.ManagerId is { } manager && manager != person && IsHere(manager)) return manager;
            team = row.ParentId;
        }
        return null;
    }
}
