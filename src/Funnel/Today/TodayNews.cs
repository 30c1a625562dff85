using Coxswain.Funnel.Rules;
using Coxswain.Funnel.Shared;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Today;

/// <summary>What the viewer is to know: what rules tell them, discounts in the last stage of deals of those they lead, and what customers did on plans shared with them.</summary>
internal sealed record TodayNews(IReadOnlyList<RuleTold> Told, IReadOnlyList<SharedTold> Shared)
{
    private const int MostTold = 10, MostSaid = 50, MostDeals = 10, OfRule = -1, OfDiscount = -2;

    /// <summary>All in one statement, and another where a rule tells something. Of a deal the viewer does not see they are told nothing.</summary>
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
        var late = db.DiscountsTold.AsNoTracking().Where(t => t.ToldId == me && t.ReadAt == null).Join(deals, t => t.OpportunityId, o => o.Id, (t, o) => new { Told = t, o.Name }).Join(db.Concessions, x => x.Told.ConcessionId, c => c.Id, (x, c) => new { x.Told, x.Name, Concession = c }).OrderByDescending(x => x.Told.At).ThenByDescending(x => x.Told.Id).Take(MostTold)
            .Select(x => new Line { Id = x.Told.Id, DealId = x.Told.OpportunityId, Deal = x.Name, At = x.Told.At, Of = x.Told.ConcessionId, About = x.Told.Id, What = x.Concession.Give, By = x.Name, Text = x.Concession.Because, Day = DateOnly.FromDateTime(x.Told.At), Did = OfDiscount });
        var lines = (await said.Concat(told).Concat(late).ToListAsync(ct)).OrderByDescending(l => l.At).ThenByDescending(l => l.Id).ToLookup(l => l.Did is OfRule or OfDiscount ? l.Did : 0);
        return new([.. lines[OfDiscount].Select(Of).Concat(await ToldAsync(db, rules, [.. lines[OfRule]], day, ct)).OrderByDescending(t => t.On)], [.. lines[0].GroupBy(l => l.DealId).Take(MostDeals).Select(g => new SharedTold(g.Key, g.First().Deal, Saying(g.First()), g.Count() - 1))]);
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

    private static RuleTold Of(Line l) => new(l.Id, l.DealId, l.Deal, T("Granted in the last stage: {0}", l.What), string.Join(" · ", new[] { l.Text, T("A discount that late mostly says that they do not see the value yet") }.OfType<string>()), DateOnly.FromDateTime(l.At)) { Place = "/negotiation" };

    private static SharedSayingView Saying(Line l) => new() { Id = l.Id, StepId = l.Of, Did = (SharedAct)l.Did, What = l.What, Name = l.By, Text = l.Text, ProposedOn = l.Day, At = l.At };

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
