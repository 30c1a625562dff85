using Coxswain.Customers.Service.Guard;
using Coxswain.Platform.CustomFields;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Lists.Conditions;
using Coxswain.Platform.Periods;
using Coxswain.Platform.Tenants;
using Coxswain.Platform.Ui;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Rules;

/// <summary>Tries conditions on deals that are closed: on how many they would have held while those were open, and what became of these. Changes nothing.</summary>
internal static class TryRule
{
    private const int MostDeals = 1_000, Week = 7, MostWeeks = 104, Examples = 12;

    /// <summary>Below so many of each sort there is no figure.</summary>
    public const int Least = 10;

    public sealed record Input
    {
        public string? Where { get; init; }

        /// <summary>The rule it is tried for.</summary>
        public string? Rule { get; init; }
    }

    public static async Task<Outcome<RuleTrial>> Do(Input input, AppDb db, CancellationToken ct)
    {
        var set = await RuleSet.ReadAsync(db, ct);
        // Nothing asked, the gravest rule is tried.
        if ((input.Where ?? (input.Rule is null ? set.Rules[0] : set.Rules.FirstOrDefault(r => r.Code == input.Rule))?.Where) is not { } where) return Outcome.Missing;
        var test = FactTest.Read(where, set.Facts, Periods.Of(await db.TenantAsync(ct)));
        var ids = await db.Opportunities.Where(o => o.End != StageEnd.Open && o.ClosedOn != null).OrderByDescending(o => o.ClosedOn).ThenBy(o => o.Id).Take(MostDeals).Select(o => o.Id).ToListAsync(ct);
        var tried = (await KnownDeals.PastAsync(db, ids, test.Needs, ct)).Select(d => Try(d, test)).ToList();
        var (held, not) = (tried.Where(t => t.FirstOn is not null).ToList(), tried.Where(t => t.FirstOn is null).ToList());
        var context = await ShowRules.ContextAsync(db, ct);
        return new RuleTrial
        {
            Rule = input.Rule, Where = where, WhereSaid = RuleWords.Where(where, context.Asks), Deals = tried.Count, Times = held.Sum(t => t.Times), Held = Count(held), Not = Count(not),
            Examples = [.. held.OrderByDescending(t => t.FirstOn).ThenBy(t => t.Id).Take(Examples)],
        };
    }

    // Looked at once a week while it was open: what came and went within a week is not seen.
    private static TriedDeal Try(KnownDeal known, FactTest test)
    {
        var (first, times, before) = ((DateOnly?)null, 0, false);
        var end = known.Deal.ClosedOn!.Value;
        var begin = known.States.Count == 0 ? end : DateOnly.FromDateTime(known.States[0].From);
        for (var (day, weeks) = (begin, 0); day < end && weeks < MostWeeks; day = day.AddDays(Week), weeks++)
        {
            if (!known.WasOpen(day)) continue;
            var holds = test.Of(known.At(day, isPast: true)).Any();
            if (holds && !before) times++;
            if (holds) first ??= day;
            before = holds;
        }
        return new TriedDeal(known.Deal.Id, known.Deal.Name, known.Deal.AccountName, known.Deal.End, end, first, times);
    }

    private static TrialCount Count(IReadOnlyCollection<TriedDeal> deals) => new(deals.Count, deals.Count(d => d.End is StageEnd.Won), deals.Count(d => d.End is StageEnd.Lost), deals.Count(d => d.End is StageEnd.NoDecision));
}

/// <summary>What conditions would have found in deals that are closed.</summary>
public sealed record RuleTrial
{
    public required string? Rule { get; init; }
    public required string Where { get; init; }
    public required string WhereSaid { get; init; }

    /// <summary>Closed deals looked at: the latest.</summary>
    public required int Deals { get; init; }

    /// <summary>How often it would have begun to hold, looked at once a week.</summary>
    public required int Times { get; init; }
    public required TrialCount Held { get; init; }
    public required TrialCount Not { get; init; }

    /// <summary>The latest deals it would have held of.</summary>
    public required IReadOnlyList<TriedDeal> Examples { get; init; }
}

/// <summary>Deals by what became of them.</summary>
public sealed record TrialCount(int Deals, int Won, int Lost, int NoDecision)
{
    /// <summary>The share that was won, with its interval; null below ten deals.</summary>
    public Ratio? WonShare => Deals < TryRule.Least ? null : Ratio.Of(Won, Deals);
}

/// <summary>A closed deal, and when the conditions would first have held of it.</summary>
public sealed record TriedDeal(Guid Id, string Name, string? Account, StageEnd End, DateOnly ClosedOn, DateOnly? FirstOn, int Times);
