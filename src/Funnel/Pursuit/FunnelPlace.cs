using System.Text.Json.Serialization;
using Coxswain.Funnel.Plans;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Pursuit;

/// <summary>Where a deal is in the funnel, by what is known and done, never by hope: to be found out whether they fit, to be verified, to be covered, to be closed.</summary>
public enum FunnelPlace { Prospect, Qualify, Cover, CloseOut }

/// <summary>Where a deal is in the funnel.</summary>
/// <param name="Place">Where.</param>
/// <param name="ToGoOn">What has to be known or done until it is in the next place; none in the last.</param>
public sealed record FunnelPlaceView([property: JsonConverter(typeof(JsonStringEnumConverter<FunnelPlace>))] FunnelPlace Place, IReadOnlyList<string> ToGoOn);

/// <summary>Derives the place of a deal. Nobody sets it: only what it rests on can be said.</summary>
internal static class FunnelPlaces
{
    private const int Fixes = 2;

    public static FunnelPlaceView Of(PursuitFacts facts)
    {
        if (ToQualify(facts) is { Count: > 0 } first) return new(FunnelPlace.Prospect, first);
        if (ToCover(facts) is { Count: > 0 } second) return new(FunnelPlace.Qualify, second);
        return ToClose(facts) is { Count: > 0 } third ? new(FunnelPlace.Cover, third) : new(FunnelPlace.CloseOut, []);
    }

    public static string Word(FunnelPlace place) => place switch
    {
        FunnelPlace.Prospect => T("Find out whether they could buy"),
        FunnelPlace.Qualify => T("Verify that they fit"),
        FunnelPlace.Cover => T("Cover everybody who decides"),
        _ => T("Close it"),
    };

    private static List<string> ToQualify(PursuitFacts f) => f.FitHolds == false ? [T("they are not whom we look for")] : f.Fit is { Score: > 0 } || f.StatusHolds == true ? [] : [T("something that shows that they fit, or that they are buying")];

    private static List<string> ToCover(PursuitFacts f) =>
    [
        .. f.FitHolds == true ? (IEnumerable<string>)[] : [T("every answer that says whether they fit")],
        .. f.Plan.People.Any(p => !p.IsUnknown && p.Heard is not null && p.Value(PlanField.Receptiveness) is >= 1 and <= Fixes) ? (IEnumerable<string>)[] : [T("a talk with somebody who decides and wants to grow or to fix something")],
    ];

    // What settles a warning or answers a question is no closing task; what uses a strength is.
    private static Plans.PlanAction? Unsettled(PursuitFacts f) => f.Plan.Actions.FirstOrDefault(a => a.AimsAt is { } aim && !Guid.TryParse(aim, out _));

    private static List<string> ToClose(PursuitFacts f) =>
    [
        .. Unsettled(f) is { } open ? [T("nothing but closing left to do; still open: {0}", open.Title)] : (IEnumerable<string>)[],
        .. f.RolesHold ? (IEnumerable<string>)[] : [T("whoever says the final yes, and two more roles")],
        .. f.Value(PursuitField.Chance) >= f.CloseOutChance ? (IEnumerable<string>)[] : [T("a chance of {0} in a hundred, as stated", f.CloseOutChance)],
        .. f.Deal.CloseOn is { } on && (f.Times.WonHalf is not { } half || on <= f.Today.AddDays(half / 2)) ? (IEnumerable<string>)[] : [f.Times.WonHalf is { } usual ? N(usual / 2, "a decision within one day: half of what won deals take here", "a decision within {0} days: half of what won deals take here") : T("a day by which they decide")],
    ];
}
