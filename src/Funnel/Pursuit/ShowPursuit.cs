using System.Text.Json.Serialization;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Plans;
using Coxswain.Funnel.Rules;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Coxswain.Platform.Ui;
namespace Coxswain.Funnel.Pursuit;

/// <summary>Shows what speaks for going for a deal, what it took so far, and what was decided.</summary>
internal static class ShowPursuit
{
    public sealed record Input
    {
        /// <summary>The deal.</summary>
        public Guid Id { get; init; }

        /// <summary>What to ask; the first nobody knows where nothing is said.</summary>
        public PursuitField? Field { get; init; }
    }

    public static async Task<Outcome<PursuitView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        var today = (await Standing.ReadAsync(db, clock, ct)).Today;
        if (await KnownDeals.NowAsync(db, [input.Id], today, Needed.Effort, ct) is not [var known]) return Outcome.Missing;
        var deal = known.Deal;
        var at = known.At(today);
        var facts = await PursuitReading.OfAsync(db, deal, today, ct, at.Plan);
        var rules = await RuleSet.ReadAsync(db, ct);
        var found = BesideRules.Only(BesideRules.OfPursuit, rules.Find(at with { Pursuit = facts }));
        var mayEdit = db.Viewer.May(Permission.EditFunnel) && db.MayEdit(Kinds.Opportunity, deal.Id, deal.OwnerId);
        var advice = PursuitAdvisor.Advise(rules, at with { Pursuit = facts });
        var advised = rules.Rules.FirstOrDefault(r => r.Code == advice.Rule);
        var choices = new FactChoices([.. (await Processes.Ways.ReadAsync(db, ct)).Stages.Select(s => new Choice(s.Id.ToString(), s.Name))], []);
        return PursuitView.Of(facts, advice) with { AdvisedWhen = advised is null ? null : RuleWords.Where(advised.Where, [.. rules.Facts.Select(f => f.Filter(choices))]), AdvisedFrom = advised?.Source() is { Length: > 0 } source ? source : null, Warnings = found, MayEdit = mayEdit, Asked = !mayEdit || deal.End is not StageEnd.Open ? null : input.Field ?? Next(facts) };
    }

    // What nobody said yet; hours are told by whoever wants to.
    private static PursuitField? Next(PursuitFacts facts) => ((PursuitField[])[PursuitField.Status, PursuitField.Interest, PursuitField.Chance]).Where(f => facts.Said(f) is null).Select(f => (PursuitField?)f).FirstOrDefault();
}

/// <summary>Whether to go for a deal.</summary>
public sealed record PursuitView
{
    public required Guid DealId { get; init; }

    /// <summary>What the rules advise; somebody decides.</summary>
    public required PursuitAdvice Advice { get; init; }

    /// <summary>When the rule holds that advises it, in words; null where none does.</summary>
    public string? AdvisedWhen { get; init; }

    /// <summary>Where that rule comes from.</summary>
    public string? AdvisedFrom { get; init; }

    /// <summary>Where it is in the funnel, by what is known and done.</summary>
    public required FunnelPlaceView Place { get; init; }

    /// <summary>What has to be known or come true before one goes for it.</summary>
    public required IReadOnlyList<string> Missing { get; init; }
    public required FitScore? Fit { get; init; }

    /// <summary>The latest of what was said.</summary>
    public required IReadOnlyList<PursuitSaid> Says { get; init; }

    /// <summary>Roles of which somebody is known.</summary>
    public required IReadOnlyList<string> RolesKnown { get; init; }
    public required PursuitSpent Spent { get; init; }
    public required int? DaysOpen { get; init; }

    /// <summary>How long own deals took.</summary>
    public required OwnTimes Times { get; init; }

    /// <summary>The latest first.</summary>
    public required IReadOnlyList<PursuitDecided> Decisions { get; init; }

    /// <summary>It was left: closed as lost or without a decision after somebody decided to leave it.</summary>
    public required bool WasLeft { get; init; }

    /// <summary>Days against the half of own lost deals; null where it was not left, took longer, or too little is known.</summary>
    public required int? DaysSaved { get; init; }

    /// <summary>What the rules of deals find about the time it takes, and about what was decided.</summary>
    public IReadOnlyList<PlanWarning> Warnings { get; init; } = [];

    [JsonIgnore]
    public bool MayEdit { get; init; }

    [JsonIgnore]
    public PursuitField? Asked { get; init; }

    [JsonIgnore]
    internal PursuitFacts Facts { get; init; } = null!;

    internal string Url => $"/opportunities/{DealId}/pursuit";

    internal static PursuitView Of(PursuitFacts facts, PursuitAdvice advice)
    {
        var left = facts.Deal.End is StageEnd.Lost or StageEnd.NoDecision && facts.Latest is { Choice: PursuitChoice.Leave } last && last.On <= facts.Deal.ClosedOn;
        return new PursuitView
        {
            DealId = facts.Deal.Id, Advice = advice, Place = FunnelPlaces.Of(facts), Missing = facts.Holding == 3 ? [] : PursuitAdvisor.Missing(facts), Fit = facts.Fit, Says = facts.Says, RolesKnown = [.. facts.RolesKnown.Select(r => r.ToString())], Spent = facts.Spent, DaysOpen = facts.DaysOpen, Times = facts.Times, Decisions = facts.Decisions,
            WasLeft = left, DaysSaved = left && facts.Times.LostHalf - facts.DaysOpen is { } saved and > 0 ? saved : null, Facts = facts,
        };
    }
}
