using System.Text.Json.Serialization;
using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Ui;
namespace Coxswain.Funnel.Value;

/// <summary>What we offer in a deal beside what they need of it.</summary>
public sealed record ValueView
{
    public required Guid DealId { get; init; }

    /// <summary>What we offer, in the order it was noted.</summary>
    public required IReadOnlyList<ValueItemView> Items { get; init; }
    public required string Currency { get; init; }

    /// <summary>What of it they need and we cover is worth to them, as far as it is known, in whole units.</summary>
    public decimal? Worth => Whole(WorthMinor);

    /// <summary>Of that, what they cannot get elsewhere.</summary>
    public decimal? Unique => Whole(UniqueMinor);

    /// <summary>The same for each of them; what is for nobody in particular comes last, and those of whom no worth is known are told.</summary>
    public IReadOnlyList<ValueOfPerson> People => [.. Items.GroupBy(i => (ForId: i.For is null && i.ForId is not null ? Guid.Empty : i.ForId, i.For)).OrderBy(g => g.Key.ForId is null).ThenByDescending(g => SumOf(g) ?? -1).ThenBy(g => g.Key.For, StringComparer.CurrentCulture).Select(g => new ValueOfPerson(g.Key.ForId, g.Key.For, Whole(SumOf(g)), Whole(SumOf(g.Where(i => i.IsElsewhere == false))), [.. g.Where(i => i.Needed is not 0).Select(i => i.Fit).OfType<double>()], g.Count(i => i.Needed is 0)) { Minor = SumOf(g), UniqueMinor = SumOf(g.Where(i => i.IsElsewhere == false)), Lines = g.Count() })];

    /// <summary>What sets us apart in the deal, in what we sell and in how we sell it; said in its plan.</summary>
    public IReadOnlyList<ValueStrength> Apart { get; init; } = [];

    [JsonIgnore]
    public OpportunityView Deal { get; init; } = null!;

    [JsonIgnore]
    public bool MayEdit { get; init; }

    [JsonIgnore]
    public Guid? Editing { get; init; }

    [JsonIgnore]
    public IReadOnlyList<Choice> Contacts { get; init; } = [];

    /// <summary>Proofs that may be used today.</summary>
    [JsonIgnore]
    public IReadOnlyList<Choice> Proofs { get; init; } = [];

    [JsonIgnore]
    public IReadOnlySet<string> Locked { get; init; } = new HashSet<string>();

    internal string Url => $"/opportunities/{DealId}/value";

    // What they do not need counts nothing, whatever it would be worth to somebody else.
    internal long? WorthMinor => Sum(_ => true);

    internal long? UniqueMinor => Sum(i => i.IsElsewhere == false);

    private IEnumerable<ValueItemView> Counted => Items.Where(IsCounted);

    private bool IsCounted(ValueItemView item) => item.Minor is not null && item.Needed is not 0 && item.Currency == Currency;

    private long? Sum(Func<ValueItemView, bool> which) => Counted.Any() ? Counted.Where(which).Sum(i => i.Counts!.Value) : null;

    private long? SumOf(IEnumerable<ValueItemView> items) => items.Where(IsCounted).Select(i => i.Counts).Aggregate((long?)null, (sum, next) => next is { } more ? (sum ?? 0) + more : sum);

    private decimal? Whole(long? minor) => minor is { } known ? (decimal)Platform.Money.Minor.ToMajor(known, Currency) : null;
}

/// <summary>What the deal is worth to one of them.</summary>
/// <param name="ForId">The contact; null for what is for nobody in particular, all zeros for those the viewer does not see.</param>
/// <param name="For">What they are called.</param>
/// <param name="Worth">What of it they need and we cover is worth, in whole units; null where nothing of it is known.</param>
/// <param name="Unique">Of that, what they cannot get elsewhere.</param>
/// <param name="Fits">How much of each thing they need we cover, from 0 to 1, where both are known.</param>
/// <param name="Unneeded">Things noted for them that they do not need: they count nothing.</param>
public sealed record ValueOfPerson(Guid? ForId, string? For, decimal? Worth, decimal? Unique, IReadOnlyList<double> Fits, int Unneeded)
{
    [JsonIgnore]
    public long? Minor { get; init; }

    [JsonIgnore]
    public long? UniqueMinor { get; init; }

    [JsonIgnore]
    public int Lines { get; init; }

    /// <summary>How much of what they need we cover on average, from 0 to 1; null where nothing of it is known.</summary>
    public double? Fit => Fits.Count == 0 ? null : Fits.Average();
}

/// <summary>Something that sets us apart in a deal.</summary>
/// <param name="Kind">In what we sell, or in how we sell it.</param>
/// <param name="Text">What.</param>
/// <param name="SoWhat">Why it matters to them.</param>
/// <param name="Proof">What proves it.</param>
public sealed record ValueStrength([property: JsonConverter(typeof(JsonStringEnumConverter<Plans.StrengthKind>))] Plans.StrengthKind Kind, string Text, string? SoWhat, string? Proof);

/// <summary>Something we offer, beside what they need of it.</summary>
public sealed record ValueItemView
{
    public required Guid Id { get; init; }
    public required int Version { get; init; }
    public required string Capability { get; init; }
    public double? Offered { get; init; }
    public double? Needed { get; init; }
    public string? Unit { get; init; }

    /// <summary>What counts: no more than they need of what we offer; null where either is unknown.</summary>
    public double? Used => Offered is { } offered && Needed is { } needed ? Math.Min(offered, needed) : null;

    /// <summary>What we offer beyond what they need: it counts nothing.</summary>
    public double? Surplus => Offered is { } offered && Needed is { } needed ? Math.Max(0, offered - needed) : null;

    /// <summary>How much of what they need we cover, from 0 to 1; null where either is unknown or they need nothing.</summary>
    public double? Fit => Used is { } used && Needed is > 0 and { } needed ? used / needed : null;
    public Guid? ForId { get; init; }
    public string? For { get; init; }

    /// <summary>Whether they can get it elsewhere; null is unknown.</summary>
    public bool? IsElsewhere { get; init; }

    /// <summary>What that which they need is worth to them, in whole units; null is unknown.</summary>
    public decimal? Worth => Minor is { } minor ? (decimal)Platform.Money.Minor.ToMajor(minor, Currency) : null;
    public required string Currency { get; init; }
    public Guid? ProofId { get; init; }
    public string? Proof { get; init; }

    /// <summary>What proves it may be shown today; false where the permission is missing or has run out.</summary>
    public bool IsProofUsable { get; init; }

    [JsonIgnore]
    public long? Minor { get; init; }

    // Of a need that we cover in part only, that part.
    internal long? Counts => Minor is { } minor ? (long)Math.Round(minor * Math.Min(1, Fit ?? 1)) : null;
}

/// <summary>Something of what a deal is worth to them was changed.</summary>
/// <param name="Deal">The deal.</param>
public sealed record ValueSaved(Guid Deal)
{
    internal string Url => $"/opportunities/{Deal}/value";
}

/// <summary>What was shown to work at customers, by what it claims.</summary>
public sealed record ProofsView
{
    /// <summary>Each claim with its customers.</summary>
    public required IReadOnlyList<ClaimView> Claims { get; init; }

    [JsonIgnore]
    public bool MayEdit { get; init; }

    [JsonIgnore]
    public DateOnly Today { get; init; }

    [JsonIgnore]
    public string Currency { get; init; } = "";

    /// <summary>A proof that is open for change.</summary>
    [JsonIgnore]
    public Guid? Editing { get; init; }

    /// <summary>There are more than stand here.</summary>
    [JsonIgnore]
    public bool HasMore { get; init; }
}

/// <summary>A claim and what proves it.</summary>
/// <param name="Claim">What is claimed.</param>
/// <param name="Customers">At how many customers it was shown.</param>
/// <param name="IsEnough">Three or more: below that one hears a story, not a proof.</param>
/// <param name="Proofs">Each of them.</param>
public sealed record ClaimView(string Claim, int Customers, bool IsEnough, IReadOnlyList<ProofView> Proofs);

/// <summary>Something that was shown to work.</summary>
public sealed record ProofView
{
    public required Guid Id { get; init; }
    public required int Version { get; init; }
    public required string Claim { get; init; }
    public Guid? AccountId { get; init; }

    /// <summary>Who it was; null where the viewer does not see that account.</summary>
    public string? Customer { get; init; }
    public required string Measure { get; init; }
    public string? Before { get; init; }
    public string? After { get; init; }

    /// <summary>What it saved them, in whole units.</summary>
    public decimal? Saving => Minor is { } minor ? (decimal)Platform.Money.Minor.ToMajor(minor, Currency) : null;
    public required string Currency { get; init; }

    [JsonConverter(typeof(JsonStringEnumConverter<ProofPermission>))]
    public required ProofPermission Permission { get; init; }
    public DateOnly? PermittedUntil { get; init; }

    /// <summary>It may be shown outside today.</summary>
    public required bool IsUsable { get; init; }

    [JsonIgnore]
    public long? Minor { get; init; }
}
