using System.Globalization;
using System.Text.Json.Serialization;
using Coxswain.Customers.Maps;
using Coxswain.Platform.Ui;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Customers.Plans;

/// <summary>An account's plan, as pages and the API show it.</summary>
public sealed record PlanView
{
    /// <summary>A plan not looked at for so many days is due.</summary>
    public const int ReviewAfter = 92;

    /// <summary>And after so many without the customer.</summary>
    public const int WithCustomerAfter = 365;

    public required Guid AccountId { get; init; }
    public required string Account { get; init; }
    public required int Version { get; init; }
    public string? Scope { get; init; }
    public DateOnly? Until { get; init; }
    public string? Charter { get; init; }

    /// <summary>The day scope, end and charter were said last; a review since says that they still hold.</summary>
    public DateOnly? SaidOn { get; init; }

    /// <summary>Who said them last.</summary>
    public string? SaidBy { get; init; }
    public required IReadOnlyList<PlanItemView> Items { get; init; }

    /// <summary>Those of the relationship map of whom influence or stance is known.</summary>
    public required IReadOnlyList<PlanPlayer> Players { get; init; }

    /// <summary>The latest first.</summary>
    public required IReadOnlyList<PlanReviewView> Reviews { get; init; }

    [JsonIgnore]
    public IReadOnlyList<TaskView> Tasks { get; init; } = [];

    /// <summary>Deals of the account, by what they are called.</summary>
    [JsonIgnore]
    public IReadOnlyList<DealOfAccount> Deals { get; init; } = [];
    public required bool MayEdit { get; init; }
    public required DateOnly Today { get; init; }

    public DateOnly? ReviewedOn => Reviews.Count == 0 ? null : Reviews[0].HeldOn;

    public DateOnly? ReviewedWithCustomerOn => Reviews.FirstOrDefault(r => r.WithCustomer)?.HeldOn;

    /// <summary>The day scope and charter were last said or looked at.</summary>
    internal DateOnly? HoldsSince => SaidOn is { } said && ReviewedOn is { } seen && seen > said ? seen : SaidOn;

    internal bool IsScopeOld => HoldsSince is { } day && Today.DayNumber - day.DayNumber > MapPersonView.StaleAfter;

    internal string Url => $"/accounts/{AccountId}/plan";

    internal bool IsEmpty => Items.Count == 0 && Scope is null && Charter is null;

    internal IEnumerable<PlanItemView> Of(PlanKind kind) => Items.Where(i => i.Kind == kind);

    internal string? NameOf(Guid? item) => Items.FirstOrDefault(i => i.Id == item)?.Text;

    internal PlanPlayer? Player(Guid? id) => Players.FirstOrDefault(p => p.Id == id);

    internal DealOfAccount? Deal(Guid? id) => Deals.FirstOrDefault(d => d.Id == id);
}

/// <summary>One line of a plan.</summary>
public sealed record PlanItemView
{
    public required Guid Id { get; init; }
    public required int Version { get; init; }

    [JsonConverter(typeof(JsonStringEnumConverter<PlanKind>))]
    public required PlanKind Kind { get; init; }
    public string? Text { get; init; }
    public string? Evidence { get; init; }
    public required DateOnly AsOf { get; init; }
    public string? SaidBy { get; init; }
    public Guid? FromId { get; init; }
    public Guid? StrengthId { get; init; }
    public Guid? PlayerId { get; init; }
    public DateOnly? On { get; init; }
    public int? Rung { get; init; }
    public int? Target { get; init; }
    public int? Year { get; init; }
    public long? Amount { get; init; }
    public string? Currency { get; init; }
    public Guid? OpportunityId { get; init; }

    internal bool IsOld(DateOnly today) => today.DayNumber - AsOf.DayNumber > MapPersonView.StaleAfter;
}

/// <summary>Somebody of the customer who counts for the plan: judged on the relationship map, not here.</summary>
public sealed record PlanPlayer
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public string? Title { get; init; }

    [JsonConverter(typeof(JsonStringEnumConverter<Influence>))]
    public Influence? Influence { get; init; }

    [JsonConverter(typeof(JsonStringEnumConverter<Stance>))]
    public Stance? Stance { get; init; }
    public DateOnly? AsOf { get; init; }
}

/// <summary>That the plan was looked at.</summary>
/// <param name="Id">Its key.</param>
/// <param name="HeldOn">The day.</param>
/// <param name="WithCustomer">The customer was there.</param>
/// <param name="Note">What was learned.</param>
/// <param name="SaidBy">Who noted it.</param>
/// <param name="KeptOn">The day whose plan is kept as this version: later than the review where it was noted later; null where nobody knows.</param>
public sealed record PlanReviewView(Guid Id, DateOnly HeldOn, bool WithCustomer, string? Note, string? SaidBy, DateOnly? KeptOn)
{
    /// <summary>Which plan the version is, where that is not the one of the day of the review.</summary>
    internal string? Label => KeptOn is { } kept && kept != HeldOn ? T("kept as the plan stood on {0}", DayText.Whole(kept)) : null;

    internal string Name => Label is { } label ? $"{DayText.Whole(HeldOn)} ({label})" : DayText.Whole(HeldOn);
}

/// <summary>The plan as it stood when a review was noted.</summary>
/// <param name="KeptOn">That day. It stands first, so that it is read without the rest.</param>
/// <param name="Scope">The part that is planned.</param>
/// <param name="Until">The last day.</param>
/// <param name="Charter">What both get.</param>
/// <param name="Items">Its lines.</param>
/// <param name="Players">Everyone of the map who counts, whoever held the review; hidden from whom they are hidden when it is shown.</param>
internal sealed record PlanSnapshot(DateOnly? KeptOn, string? Scope, DateOnly? Until, string? Charter, IReadOnlyList<PlanItemView> Items, IReadOnlyList<PlayerThen> Players)
{
    private const string Before = $$"""{"{{nameof(KeptOn)}}":"yyyy-MM-dd""";

    /// <summary>How much of it says <see cref="KeptOn"/>.</summary>
    public static readonly int HeadLength = Before.Length;

    public static DateOnly? KeptOnOf(string head) => head.Length == HeadLength && DateOnly.TryParseExact(head[^10..], "yyyy-MM-dd", CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) && head.StartsWith(Before[..^10], StringComparison.Ordinal) ? day : null;
}

/// <summary>How somebody of the map stood then.</summary>
internal sealed record PlayerThen(Guid Id, Influence? Influence, Stance? Stance);
