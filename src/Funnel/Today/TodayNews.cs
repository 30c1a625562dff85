using Coxswain.Funnel.Rules;
using Coxswain.Funnel.Shared;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Today;

/// <summary>What the viewer is to know: what rules tell them, and what customers did on plans shared with them.</summary>
internal sealed record TodayNews(IReadOnlyList<RuleTold> Told, IReadOnlyList<SharedTold> Shared)
{
    private const int MostTold = 10, MostSaid = 50, MostDeals = 10, OfRule = -1;

    /// <summary>Both in one statement, and another where a rule tells something. Of a deal the viewer does not see they are told nothing.</summary>
    public static async Task<TodayNews> ReadAsync(AppDb db, RuleSet rules, DateOnly day, CancellationToken ct)
    {
        var (deals, me) = (db.Opportunities, db.Viewer.PersonId);
        var said = db.SharedSayings.AsNoTracking().Where(s => s.SeenAt == null).Join(deals.Where(o => o.OwnerId == me), s => s.OpportunityId, o => o.Id, (s, o) => new { Saying = s, o.Name }).OrderByDescending(x => x.Saying.At).ThenByDescending(x => x.Saying.Id).Take(MostSaid)
            .Select(x => new Line
            {
                Id = x.Saying.Id, DealId = x.Saying.OpportunityId, Deal = x.Name, At = x.Saying.At, Of = x.Saying.SharedStepId, About = x.Saying.Id, What = x.Saying.What, By = x.Saying.Name, Text = x.Saying.Text, Day = x.Saying.ProposedOn,
                Did = x.Saying.Did == SharedAct.Done ? (int)SharedAct.Done : x.Saying.Did == SharedAct.NotDone ? (int)SharedAct.NotDone : x.Saying.Did == SharedAct.Said ? (int)SharedAct.Said : (int)SharedAct.OtherDay,
            });
        var told = db.RuleFirings.AsNoTracking().Where(f => f.ToldId == me && f.ReadAt == null).Join(deals, f => f.OpportunityId, o => o.Id, (f, o) => new { Firing = f, o.Name }).OrderByDescending(x => x.Firing.At).ThenByDescending(x => x.Firing.Id).Take(MostTold)
            .Select(x => new Line { Id = x.Firing.Id, DealId = x.Firing.OpportunityId, Deal = x.Name, At = x.Firing.At, Of = x.Firing.RuleId, About = x.Firing.OfId, What = x.Name, By = x.Name, Text = null, Day = DateOnly.FromDateTime(x.Firing.At), Did = OfRule });
        var lines = (await said.Concat(told).ToListAsync(ct)).OrderByDescending(l => l.At).ThenByDescending(l => l.Id).ToLookup(l => l.Did is OfRule);
        return new(await ToldAsync(db, rules, [.. lines[true]], day, ct), [.. lines[false].GroupBy(l => l.DealId).Take(MostDeals).Select(g => new SharedTold(g.Key, g.First().Deal, Of(g.First()), g.Count() - 1))]);
    }

    private static async Task<IReadOnlyList<RuleTold>> ToldAsync(AppDb db, RuleSet rules, IReadOnlyList<Line> told, DateOnly day, CancellationToken ct)
    {
        if (told.Count == 0) return [];
        var known = (await KnownDeals.NowAsync(db, [.. told.Select(t => t.DealId).Distinct()], day, rules.Needs, ct)).ToDictionary(d => d.Deal.Id, d => d.At(day));
        return [.. from line in told
                   let rule = rules.Rules.FirstOrDefault(r => r.Own?.Id == line.Of)
                   where rule is not null
                   let facts = known[line.DealId]
                   let person = facts.Plan.Person(line.About)
                   select new RuleTold(line.Id, line.DealId, line.Deal, rule.Text(facts, person), rule.Why(facts, person), DateOnly.FromDateTime(line.At))];
    }

    private static SharedSayingView Of(Line l) => new() { Id = l.Id, StepId = l.Of, Did = (SharedAct)l.Did, What = l.What, Name = l.By, Text = l.Text, ProposedOn = l.Day, At = l.At };

    private sealed class Line
    {
        public required Guid Id { get; init; }
        public required Guid DealId { get; init; }
        public required string Deal { get; init; }
        public required DateTime At { get; init; }

        /// <summary>The rule, or the step that was ticked.</summary>
        public required Guid Of { get; init; }

        /// <summary>Whom a rule is about.</summary>
        public required Guid About { get; init; }
        public required string What { get; init; }
        public required string By { get; init; }
        public required string? Text { get; init; }
        public required DateOnly? Day { get; init; }
        public required int Did { get; init; }
    }
}
