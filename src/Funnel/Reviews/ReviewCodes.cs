using Coxswain.Platform.Data;
using Coxswain.Platform.Ui;
using Microsoft.EntityFrameworkCore;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Reviews;

/// <summary>A code a review can take.</summary>
/// <param name="Key">Stable name.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Name">In the reader's language; as the organisation calls its own.</param>
/// <param name="Id">Its row, where it is the organisation's own.</param>
/// <param name="IsRetired">No review takes it any more.</param>
public sealed record ReviewCodeLine(string Key, ReviewCodeKind Kind, string Name, Guid? Id = null, bool IsRetired = false)
{
    internal int Version { get; init; }

    internal Choice Choice => new(Key, Name);
}

/// <summary>The codes that come with the product, and the organisation's own.</summary>
internal static class ReviewCodes
{
    /// <summary>Unclear value, from which the others follow.</summary>
    public const string Value = "value";

    /// <summary>What stands in the way, each of which the one before leads to.</summary>
    private static readonly string[] Chain = [Value, "price", "complexity", "new-customers"];

    /// <summary>More own codes than these nobody ticks.</summary>
    public const int Most = 60;

    /// <summary>Five ways of asking for an agreement can be told apart; two are given.</summary>
    public const int MostOwnWays = 3;

    public static IReadOnlyList<ReviewCodeLine> Given =>
    [
        new("vision", ReviewCodeKind.Won, T("A shared picture of success")), new("case", ReviewCodeKind.Won, T("A business case that convinced")), new("solution", ReviewCodeKind.Won, T("A solution worth more than the risk of change")), new("collaboration", ReviewCodeKind.Won, T("We worked on it together")),
        new(Value, ReviewCodeKind.Inhibitor, T("Our value against others was not clear")), new("price", ReviewCodeKind.Inhibitor, T("The price")), new("complexity", ReviewCodeKind.Inhibitor, T("Their way of buying was too complex")), new("new-customers", ReviewCodeKind.Inhibitor, T("We do not win new customers")), new("other", ReviewCodeKind.Inhibitor, T("Something else")),
        new("alignment", ReviewCodeKind.Team, T("We did not all turn around the customer")), new("definitions", ReviewCodeKind.Team, T("It was not clear what such an account is")), new("resources", ReviewCodeKind.Team, T("Too few of us worked on it")), new("understanding", ReviewCodeKind.Team, T("We did not understand it alike")), new("unused", ReviewCodeKind.Team, T("Help was there and nobody called on it")),
        new("enthusiasm", ReviewCodeKind.Closing, T("Build their enthusiasm, until going without it would hurt")), new("steps", ReviewCodeKind.Closing, T("Win agreement to one part after the other")),
    ];

    /// <summary>What is published of a code that came first; null where nothing is.</summary>
    public static double? Published(string key) => key switch { Value or "price" => 0.22, "complexity" => 0.19, "new-customers" => 0.15, "other" => 0.22, _ => null };

    public static async Task<IReadOnlyList<ReviewCodeLine>> ReadAsync(AppDb db, CancellationToken ct) =>
        [.. Given, .. (await db.ReviewCodes.AsNoTracking().OrderBy(c => c.FoldedName).ThenBy(c => c.Id).Take(Most).ToListAsync(ct)).Select(c => new ReviewCodeLine(c.Key, c.Kind, c.Name, c.Id, c.RetiredAt is not null) { Version = c.Version })];

    public static IReadOnlyList<string> Keys(string codes) => codes.Split(' ', StringSplitOptions.RemoveEmptyEntries);

    /// <summary>What is usually upstream of these and was not ticked, or not said to have come first; null where nothing is to be said.</summary>
    public static string? Upstream(IReadOnlyList<string> inhibitors, string? first)
    {
        var known = inhibitors.Where(Chain.Contains).ToList();
        if (known.Count == 0) return null;
        var at = known.Min(k => Array.IndexOf(Chain, k));
        return at > 0 ? Chain[0] : first != Value ? Value : null;
    }
}
