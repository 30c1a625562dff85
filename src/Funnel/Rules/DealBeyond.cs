using Coxswain.Funnel.Negotiation;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Plans.Looks;
using Coxswain.Funnel.Pursuit;
using Coxswain.People;
using Coxswain.Platform.Data;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Rules;

/// <summary>What was decided and negotiated of a deal, as far as everybody who sees it may know. Where we walk away is no part of it: no rule of everybody's reads that.</summary>
internal sealed record DealBeyond
{
    public static DealBeyond Nothing { get; } = new();

    /// <summary>Whether to go for it, the latest first.</summary>
    public IReadOnlyList<DecidedLine> Decisions { get; init; } = [];

    /// <summary>How it is negotiated; null while nobody said.</summary>
    public TalkLine? Talk { get; init; }

    /// <summary>Figures that were named, the first one first.</summary>
    public IReadOnlyList<FigureLine> Figures { get; init; } = [];

    /// <summary>What was granted, in the order of its days.</summary>
    public IReadOnlyList<GrantLine> Granted { get; init; } = [];

    /// <summary>Signs that it may fail, in the order of their days.</summary>
    public IReadOnlyList<SignLine> Signs { get; init; } = [];

    /// <summary>Each time somebody looked through its plan, the latest first.</summary>
    public IReadOnlyList<PlanLooked> Looks { get; init; } = [];

    /// <summary>The latest decision.</summary>
    public DecidedLine? Latest => Decisions is [var first, ..] ? first : null;

    /// <summary>Somebody negotiates it.</summary>
    public bool IsNegotiated => Talk is not null || Figures.Count + Granted.Count + Signs.Count > 0;

    /// <summary>What was known of it by a day. Who may decide and what is ready is taken as it is now, from the day on that anybody said it.</summary>
    public DealBeyond At(DateOnly day) => new()
    {
        Decisions = [.. Decisions.Where(d => d.On <= day)], Talk = Talk?.Said <= day ? Talk : null, Figures = [.. Figures.Where(f => f.On <= day)], Granted = [.. Granted.Where(g => g.On <= day)], Signs = [.. Signs.Where(s => s.On <= day)], Looks = [.. Looks.Where(l => l.On <= day)],
    };

    /// <summary>Out of the rows of one deal.</summary>
    public static DealBeyond Of(IEnumerable<FactLine> rows)
    {
        var lines = rows.ToLookup(l => l.Sort);
        return new()
        {
            Decisions = [.. lines[FactSort.Decision].OrderByDescending(l => l.Id).Select(l => new DecidedLine(l.On!.Value, (PursuitChoice)l.Number!.Value, l.Then, l.Text!, l.More))],
            Talk = lines[FactSort.Talk].OrderBy(l => l.Id).Select(l => new TalkLine(DateOnly.FromDateTime(Keys.MomentOf(l.Id)), Known(l.Number!.Value % Tens), Known(l.Number!.Value / Tens), l.Amount > 0, l.Text is not null)).FirstOrDefault(),
            Figures = [.. lines[FactSort.Figure].OrderBy(l => l.On).ThenBy(l => l.Id).Select(l => new FigureLine(l.On!.Value, l.Number == 0, l.Text is not null))],
            Granted = [.. lines[FactSort.Grant].OrderBy(l => l.On).ThenBy(l => l.Id).Select(l => new GrantLine(l.On!.Value, l.Of, l.Text!, l.More is not null, l.Number > 0))],
            Signs = [.. lines[FactSort.Sign].OrderBy(l => l.On).ThenBy(l => l.Id).Select(l => new SignLine(l.On!.Value, FailingSigns.Of(l.More!, l.Text)))],
            Looks = [.. lines[FactSort.Look].OrderByDescending(l => l.Id).Select(l => new PlanLooked { Id = l.Id, On = l.On!.Value, By = l.Place, Before = l.Number, After = (int?)l.Amount, Came = l.Text, NextOn = l.Then })],
        };
    }

    /// <summary>The rows it is made of, for a statement that reads others with them.</summary>
    public static IQueryable<FactLine> Rows(AppDb db, IReadOnlyCollection<Guid> ids)
    {
        // A role that does not see the list price is not told whether there is one.
        var seesPrice = !db.Reaches.Fields.Hidden(Kinds.Negotiation).Contains(nameof(DealNegotiation.ListPrice));
        var decisions = db.PursuitDecisions.Where(d => ids.Contains(d.OpportunityId)).Select(d => new FactLine { Sort = FactSort.Decision, Deal = d.OpportunityId, Id = d.Id, Of = d.SaidById, Step = d.Id, On = d.On, Then = d.AgainOn, Text = d.Reason, More = d.StopRule, Place = null, Number = d.Choice == PursuitChoice.Pursue ? (int)PursuitChoice.Pursue : d.Choice == PursuitChoice.Watch ? (int)PursuitChoice.Watch : (int)PursuitChoice.Leave, Amount = (long?)d.Version });
        var talks = db.Negotiations.Where(n => ids.Contains(n.OpportunityId)).Select(n => new FactLine { Sort = FactSort.Talk, Deal = n.OpportunityId, Id = n.Id, Of = n.Id, Step = n.Id, On = n.Since, Then = n.Since, Text = n.PriceAnswer, More = null, Place = null, Number = (n.HasAuthority == null ? 0 : n.HasAuthority == true ? 1 : 2) + (n.TheyKnow == null ? 0 : n.TheyKnow == true ? Tens : 2 * Tens), Amount = n.ListPrice != null && seesPrice ? 1L : 0L });
        var figures = db.PriceAnchors.Where(a => ids.Contains(a.OpportunityId)).Select(a => new FactLine { Sort = FactSort.Figure, Deal = a.OpportunityId, Id = a.Id, Of = a.Id, Step = a.Id, On = a.On, Then = a.On, Text = a.Basis, More = null, Place = null, Number = a.Side == PriceSide.Theirs ? 0 : 1, Amount = (long?)a.Version });
        var granted = db.Concessions.Where(c => ids.Contains(c.OpportunityId) && c.GrantedOn != null).Select(c => new FactLine { Sort = FactSort.Grant, Deal = c.OpportunityId, Id = c.Id, Of = c.StageId, Step = c.Id, On = c.GrantedOn, Then = c.GrantedOn, Text = c.Give, More = c.Get, Place = null, Number = c.Amount > 0 || c.Percent > 0 ? 1 : 0, Amount = (long?)c.Version });
        var signs = db.SeenSigns.Where(s => ids.Contains(s.OpportunityId)).Select(s => new FactLine { Sort = FactSort.Sign, Deal = s.OpportunityId, Id = s.Id, Of = s.Id, Step = s.Id, On = s.On, Then = s.On, Text = s.Text, More = s.Sign, Place = null, Number = s.Version, Amount = (long?)s.Version });
        var (people, said) = (db.PersonRows(), db.PlanJudgements);
        var looks = db.PlanLooks.Where(l => ids.Contains(l.OpportunityId)).Select(l => new FactLine { Sort = FactSort.Look, Deal = l.OpportunityId, Id = l.Id, Of = l.SaidById, Step = l.Id, On = l.On, Then = l.NextOn, Text = l.Came, More = null, Place = people.Where(p => p.Id == l.SaidById).Select(p => p.Name).FirstOrDefault(), Number = said.Where(j => j.Id == l.BeforeId).Select(j => j.Value).FirstOrDefault(), Amount = (long?)said.Where(j => j.Id == l.AfterId).Select(j => j.Value).FirstOrDefault() });
        return decisions.Concat(talks).Concat(figures).Concat(granted).Concat(signs).Concat(looks);
    }

    // Two answers in one number: yes, no or unknown each.
    private const int Tens = 10;

    private static bool? Known(int answer) => answer switch { 1 => true, 2 => false, _ => null };
}

/// <summary>A decision to go for a deal, to watch it or to leave it.</summary>
internal sealed record DecidedLine(DateOnly On, PursuitChoice Choice, DateOnly? AgainOn, string Reason, string? StopRule);

/// <summary>How a deal is negotiated: since when anybody said so, what is known, and what is ready.</summary>
internal sealed record TalkLine(DateOnly Said, bool? HasAuthority, bool? TheyKnow, bool HasList, bool HasAnswer);

/// <summary>A figure one side named, and whether it is known what it rests on.</summary>
internal sealed record FigureLine(DateOnly On, bool IsTheirs, bool HasBasis);

/// <summary>Something granted, in which stage, whether anything came back for it and whether it took off the price.</summary>
internal sealed record GrantLine(DateOnly On, Guid StageId, string Give, bool HasReturn, bool IsPriced);

/// <summary>A sign that a negotiation may fail.</summary>
internal sealed record SignLine(DateOnly On, string Text);

/// <summary>What a row is of that facts are made of.</summary>
internal enum FactSort { Task, Shown, Day, Objective, Decision, Talk, Figure, Grant, Sign, Issue, Proposal, Meeting, MeetingLine, Debrief, Formation, Look, Status, Upheaval, Bystander, Due, Fit }

/// <summary>A row that facts are made of: several tables read in one statement.</summary>
internal sealed class FactLine
{
    public required FactSort Sort { get; init; }
    public required Guid Deal { get; init; }
    public required Guid Id { get; init; }

    /// <summary>Whose task, the stage of a step or of what was granted, or who said or looked; of the others their own key, since all of them have to be kept alike.</summary>
    public required Guid Of { get; init; }
    public required Guid? Step { get; init; }
    public required DateOnly? On { get; init; }

    /// <summary>Of a decision and of a look the day to look again, of what was agreed the day it is due; of the others their own day.</summary>
    public required DateOnly? Then { get; init; }
    public required string? Text { get; init; }
    public required string? More { get; init; }
    public required string? Place { get; init; }
    public required int? Number { get; init; }
    public required long? Amount { get; init; }
}
