using Coxswain.Funnel.Opportunities;
using Coxswain.Funnel.Processes;
using Coxswain.Platform.Data;
using Coxswain.Platform.Http;
using Coxswain.Platform.Tenants;
using Coxswain.Platform.Ui;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Selection;

/// <summary>Asks what shows the steps of the customer that a move passes.</summary>
internal static class ShowMoving
{
    public sealed record Input
    {
        public Guid Id { get; init; }

        /// <summary>Where it is to go; the stage after the present one where nothing is said.</summary>
        public Guid? Stage { get; init; }
    }

    public static async Task<Outcome<MovingView>> Do(Input input, AppDb db, TimeProvider clock, CancellationToken ct)
    {
        if (await db.DealAsync(input.Id, ct) is not { } deal) return Outcome.Missing;
        var way = (await Ways.ReadAsync(db, ct)).Of(deal.Id, deal.ProcessId, deal.FollowsSince);
        var now = way.At(deal.StageId).Stage;
        if ((input.Stage is { } asked ? way.Stages.Select(s => s.Stage).FirstOrDefault(s => s.Id == asked && s.End is StageEnd.Open && s.RetiredAt is null && s.Id != now.Id) : way.After(now.Id)) is not { } to) return Outcome.Refused(T("{0} goes to no further stage from here.", deal.Name));
        var passage = await Passage.OfAsync(db, deal.Id, deal.StageId, to, way, ct);
        return new MovingView(deal, to.Id, to.Name, passage.Unshown, [.. passage.Over.Select(s => s.Name)], (await Standing.ReadAsync(db, clock, ct)).Today) { IsBack = to.Position < now.Position };
    }
}

/// <summary>A deal about to go to another stage.</summary>
/// <param name="Deal">The deal.</param>
/// <param name="To">Where to.</param>
/// <param name="ToName">What that is called.</param>
/// <param name="Unshown">The customer's steps on the way that nothing shows.</param>
/// <param name="Over">Stages passed over.</param>
/// <param name="Today">The last day they can have done it on.</param>
public sealed record MovingView(OpportunityView Deal, Guid To, string ToName, IReadOnlyList<Gate> Unshown, IReadOnlyList<string> Over, DateOnly Today)
{
    public bool IsBack { get; init; }

    /// <summary>It stays where it is until these are shown.</summary>
    public bool IsBinding => Unshown.Any(g => g.IsBinding);

    /// <summary>Reasons that can be taken with one press.</summary>
    public static IReadOnlyList<Choice> Reasons => [new(T("They told us, the note follows")), new(T("It went faster than we noted")), new(T("They do not need this step"))];
}
