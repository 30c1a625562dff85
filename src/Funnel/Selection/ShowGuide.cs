using Coxswain.Customers.Maps;
using Coxswain.Funnel.Issues;
using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Plans;
using Coxswain.Funnel.Processes;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Microsoft.EntityFrameworkCore;
namespace Coxswain.Funnel.Selection;

/// <summary>Shows what is to be uncovered where a deal stands, beside what has been.</summary>
internal static class ShowGuide
{
    private const int Much = 3;

    public sealed record Input { public Guid Id { get; init; } }

    public static async Task<Outcome<StageGuideView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await db.DealAsync(input.Id, ct) is not { } deal) return Outcome.Missing;
        var standing = await Standing.ReadAsync(db, clock, ct);
        var way = (await Ways.ReadAsync(db, ct)).Of(deal.Id, deal.ProcessId, deal.FollowsSince);
        var around = await DealAround.ReadAsync(db, deal, way, ct);
        var plan = await PlanReading.OfAsync(db, deal, standing.Day, around.Plan, ct);
        var at = way.At(deal.StageId);
        var (lines, own) = StageGuides.Of(at.Stage, way);
        return new StageGuideView
        {
            DealId = deal.Id, Deal = deal, Stage = at.Stage.Name, StageId = at.Stage.Id, Asks = lines, IsOwn = own, MayChange = db.Viewer.May(Permission.ManageProcess),
            Way = [.. way.Open(deal.StageId).Select(s => new GuideStage(s.Stage.Name, s.Act, s.Stage.Id == deal.StageId, s.Gates.Count > 0 && s.Gates.All(g => around.Shown.Any(l => g.IsShownBy(l.StageId, l.StepId)))))],
            Uncovered = new(Enum.GetValues<DealPart>().Count(p => plan.With(p).Any(x => !x.IsUnknown)), plan.People.Count(p => p.Value(PlanField.Influence) is not null), plan.People.Count, plan.People.Where(p => p.Value(PlanField.Influence) == Much).Select(p => p.Name).ToList(),
                around.Issues.Count, around.Issues.Count(i => i.ConfirmedOn is not null), plan.Alternatives.Count(a => a.Said(PlanField.Likelihood)?.Value is not null || a.Said(PlanField.What)?.Text is not null)),
        };
    }
}

/// <summary>What is to be uncovered where a deal stands.</summary>
public sealed record StageGuideView
{
    public required Guid DealId { get; init; }

    /// <summary>Our stage.</summary>
    public required string Stage { get; init; }

    /// <summary>What to uncover in it.</summary>
    public required IReadOnlyList<string> Asks { get; init; }

    /// <summary>The organisation says so itself; otherwise it comes with the product.</summary>
    public required bool IsOwn { get; init; }

    /// <summary>The customer's way beside ours.</summary>
    public required IReadOnlyList<GuideStage> Way { get; init; }
    public required Uncovered Uncovered { get; init; }

    [System.Text.Json.Serialization.JsonIgnore]
    public OpportunityView Deal { get; init; } = null!;

    [System.Text.Json.Serialization.JsonIgnore]
    public Guid StageId { get; init; }

    [System.Text.Json.Serialization.JsonIgnore]
    public bool MayChange { get; init; }
}

/// <summary>A stage of ours beside the customer's step.</summary>
/// <param name="Stage">Our stage.</param>
/// <param name="Theirs">What the customer does in it.</param>
/// <param name="IsHere">The deal stands there.</param>
/// <param name="IsShown">Everything they do in it is shown.</param>
public sealed record GuideStage(string Stage, string Theirs, bool IsHere, bool IsShown);

/// <summary>What is known of a deal of all a coach would ask for.</summary>
/// <param name="Roles">Of four roles.</param>
/// <param name="Weighed">Of how many who decide it is said how much their word weighs.</param>
/// <param name="People">Who decides.</param>
/// <param name="Weighty">Whose word weighs much.</param>
/// <param name="Issues">What they want solved.</param>
/// <param name="Confirmed">Of that, what one of them confirmed.</param>
/// <param name="Alternatives">Of four alternatives, of how many something is known.</param>
public sealed record Uncovered(int Roles, int Weighed, int People, IReadOnlyList<string> Weighty, int Issues, int Confirmed, int Alternatives);
