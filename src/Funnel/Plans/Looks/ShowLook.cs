using Coxswain.Customers.Maps;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Rules;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
namespace Coxswain.Funnel.Plans.Looks;

/// <summary>Looking through the plan of a deal: whoever is to judge says first how it feels, before anything of it is shown; then what aged, warns and changed.</summary>
internal static class ShowLook
{
    /// <summary>Days until the next look: for large deals and those with a grave warning, and for the others.</summary>
    public const int Soon = 14, Later = DealPlan.ReviewAfter;

    public sealed record Input { public Guid Id { get; init; } }

    public static async Task<Outcome<LookView>> Do(Input input, AppDb db, TimeProvider clock, FrameSource frame, CancellationToken ct)
    {
        if (await db.DealAsync(input.Id, ct) is not { } deal) return Outcome.Missing;
        var standing = await Standing.ReadAsync(db, clock, ct);
        frame.AsOf = DayNotice.Of(standing);
        var felt = await LookThrough.OwnAsync(db, deal.Id, standing.Today, ct);
        var mayLook = felt.IsBegun && deal.End is StageEnd.Open && deal.AccountId is not null && db.Viewer.May(Permission.EditFunnel) && db.MayEdit(Kinds.Opportunity, deal.Id, deal.OwnerId);
        var view = new LookView { DealId = deal.Id, Deal = deal.Name, AccountId = deal.AccountId, Account = deal.AccountName, IsBegun = felt.IsBegun, MayLook = mayLook, Felt = felt.Feelings is [var first, ..] ? first : null, Today = standing.Today };
        if (!felt.IsBegun || view.IsBlind) return view;
        var beside = await ShowPlan.BesideAsync(db, deal, standing.Day, ct);
        var (now, then) = await PlanReading.SinceAsync(db, deal, standing.Day, beside, ct);
        var isSoon = now.Open.Any(w => Rule.SeverityOf(w.Weight) is Severity.Grave) || now.Minor > (await PlanHistory.ReadAsync(db, deal.Currency, ct)).MedianWon;
        return view with { Plan = now, Since = then.Today, Differences = [.. ComparePlan.Between(then, now)], IsSoon = isSoon, NextOn = standing.Today.AddDays(isSoon ? Soon : Later) };
    }
}

/// <summary>The page on which a plan is looked through.</summary>
public sealed record LookView
{
    public required Guid DealId { get; init; }
    public required string Deal { get; init; }
    public required Guid? AccountId { get; init; }
    public required string? Account { get; init; }
    public required bool IsBegun { get; init; }

    /// <summary>The viewer may keep that they looked.</summary>
    public required bool MayLook { get; init; }
    public required DateOnly Today { get; init; }

    /// <summary>The plan; null while it is asked how it feels, since nothing is to be shown before.</summary>
    public DealPlan? Plan { get; init; }

    /// <summary>What differs since <see cref="Since"/>.</summary>
    public IReadOnlyList<PlanDifference> Differences { get; init; } = [];

    /// <summary>The last look, or the day the plan was begun.</summary>
    public DateOnly Since { get; init; }

    /// <summary>When it is best looked through again.</summary>
    public DateOnly NextOn { get; init; }

    /// <summary>In two weeks already: it is large, or a warning is grave.</summary>
    public bool IsSoon { get; init; }

    internal OwnFeeling? Felt { get; init; }

    internal bool IsBlind => MayLook && Felt is null;

    internal string Url => $"/opportunities/{DealId}/plan";

    internal IEnumerable<DealPart> Uncovered => Plan is { } plan ? Enum.GetValues<DealPart>().Where(part => !PlanScores.Covers(part, plan)) : [];

    internal IEnumerable<PlanPerson> Aged => Plan is { } plan ? plan.People.Where(p => PlanRules.Aged(p, plan) > 0) : [];

    internal IEnumerable<PlanAction> Due => Plan is { } plan ? plan.Actions.Where(a => a.DueOn <= plan.Today) : [];
}
