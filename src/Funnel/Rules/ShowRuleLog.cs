using System.Globalization;
using System.Text.Json.Serialization;
using Coxswain.Customers.Maps;
using Coxswain.People;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Rules;

/// <summary>Shows when rules that act began to hold, and what came of it, the latest first.</summary>
internal static class ShowRuleLog
{
    private const int Page = 50;

    public sealed record Input
    {
        /// <summary>Only of this rule.</summary>
        public string? Rule { get; init; }

        /// <summary>Where the page begins: the moment of the line before it.</summary>
        public DateTime? Before { get; init; }
    }

    public static async Task<Outcome<RuleLogView>> Do(Input input, AppDb db, CancellationToken ct)
    {
        var set = await RuleSet.ReadAsync(db, ct);
        var asked = input.Rule is null ? null : set.Rules.FirstOrDefault(r => r.Code == input.Rule);
        if (input.Rule is not null && asked is null) return Outcome.Missing;
        var rows = db.RuleFirings.AsNoTracking();
        if (asked is not null) rows = asked.Own is { } own ? rows.Where(f => f.RuleId == own.Id) : rows.Where(_ => false);
        if (input.Before is { } before) rows = rows.Where(f => f.At < before);
        var lines = await LinesAsync(db, rows, Page, ct);
        return new RuleLogView(asked?.Code, asked is null ? null : asked.Title, lines, lines.Count == Page ? lines[^1].At : null);
    }

    internal static Task<IReadOnlyList<RuleLogLine>> OfRuleAsync(AppDb db, Guid rule, int most, CancellationToken ct) => LinesAsync(db, db.RuleFirings.AsNoTracking().Where(f => f.RuleId == rule), most, ct);

    private static async Task<IReadOnlyList<RuleLogLine>> LinesAsync(AppDb db, IQueryable<RuleFiring> rows, int most, CancellationToken ct)
    {
        var (deals, people) = (db.Opportunities, db.PersonRows());
        var found = await rows.OrderByDescending(f => f.At).ThenByDescending(f => f.Id).Take(most).Select(f => new
        {
            Row = f, Deal = deals.Where(o => o.Id == f.OpportunityId).Select(o => o.Name).FirstOrDefault(), Told = people.Where(p => p.Id == f.ToldId).Select(p => p.Name).FirstOrDefault(),
        }).ToListAsync(ct);
        var names = (await RuleSet.ReadAsync(db, ct)).Rules.Where(r => r.Own is not null).ToDictionary(r => r.Own!.Id, r => (r.Code, Name: r.Title));
        return [.. found.Select(f => new RuleLogLine
        {
            Id = f.Row.Id, Rule = names.GetValueOrDefault(f.Row.RuleId).Code ?? "", Name = names.GetValueOrDefault(f.Row.RuleId).Name ?? "", DealId = f.Row.OpportunityId, Deal = f.Deal ?? T("a deal you do not see"), At = f.Row.At, EndedAt = f.Row.EndedAt,
            Did = f.Row.Did, Said = RuleWords.Did(f.Row.Did), Failed = RuleWords.Failed(f.Row.Failed), Told = f.Told,
        })];
    }
}

/// <summary>The log of rules.</summary>
/// <param name="Rule">Only of this one; null for all.</param>
/// <param name="Name">What it is called.</param>
/// <param name="Lines">The latest first.</param>
/// <param name="Next">The moment the next page begins before; null at the end.</param>
public sealed record RuleLogView(string? Rule, string? Name, IReadOnlyList<RuleLogLine> Lines, DateTime? Next);

/// <summary>That a rule began to hold, and what came of it.</summary>
public sealed record RuleLogLine
{
    public required Guid Id { get; init; }
    public required string Rule { get; init; }
    public required string Name { get; init; }
    public required Guid DealId { get; init; }
    public required string Deal { get; init; }
    public required DateTime At { get; init; }
    public required DateTime? EndedAt { get; init; }

    [JsonConverter(typeof(JsonStringEnumConverter<RuleDid>))]
    public required RuleDid Did { get; init; }
    public required string Said { get; init; }
    public required string? Failed { get; init; }
    public required string? Told { get; init; }
}
