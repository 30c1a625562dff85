using System.Globalization;
using System.Text.Json.Serialization;
using Coxswain.Customers.Service;
using static Coxswain.Platform.Text.Texts;
namespace Coxswain.Funnel.Today;

/// <summary>The home screen of someone who sells.</summary>
public sealed record TodayView
{
    /// <summary>More rows of a kind than this would not be done today.</summary>
    public const int Shown = 5;

    public required DateOnly Day { get; init; }

    /// <summary>Tasks due today or before, the oldest first.</summary>
    public required IReadOnlyList<DueTask> Due { get; init; }

    /// <summary>Tips from service for the viewer to decide on, who waited longest first.</summary>
    public required IReadOnlyList<TipView> Tips { get; init; }

    /// <summary>What rules tell the viewer, the latest first.</summary>
    public required IReadOnlyList<RuleTold> Told { get; init; }

    /// <summary>What customers did on plans shared with them, in the viewer's deals, unread; a line for each deal.</summary>
    public required IReadOnlyList<Shared.SharedTold> Shared { get; init; }

    /// <summary>Meetings of today and the next two days that somebody planned, and those of the last week of which nobody told how they went.</summary>
    public required IReadOnlyList<TodayMeeting> Meetings { get; init; }

    /// <summary>The viewer's contracts that can end with the term that runs, of which no renewal is open yet; the next last day for notice first.</summary>
    public required IReadOnlyList<TodayContract> Contracts { get; init; }

    /// <summary>What the viewer's own open deals ask for.</summary>
    public required MyDeals Deals { get; init; }

    /// <summary>Nobody has added or imported anything yet.</summary>
    public required bool IsFresh { get; init; }

    public required bool MayAdd { get; init; }

    /// <summary>The part of the page of which all is shown: <c>next</c>, <c>agreed</c>, <c>passed</c>, <c>no-step</c>, <c>stale</c> or <c>quiet</c>.</summary>
    [JsonIgnore]
    public string? All { get; init; }

    internal IReadOnlyList<T> Of<T>(Few<T> few, string part) => All == part ? few.Rows : few.First;

    // How many there are of a part, and the way to all of them where only the first are drawn.
    internal string Counted(int count, string part) => IsCut(count, part) ? T("{0} of {1}", Shown, count) : count.ToString(CultureInfo.CurrentCulture);

    internal string? HrefOfAll(int count, string part) => IsCut(count, part) ? $"/today?all={part}#{part}" : null;

    private bool IsCut(int count, string part) => count > Shown && All != part;

    /// <summary>Others' deals are the viewer's business too.</summary>
    public required bool SeesTeam { get; init; }
    public required bool MayImport { get; init; }
}

/// <summary>A task that is due.</summary>
public sealed record DueTask
{
    public required Guid Id { get; init; }
    public required string Title { get; init; }
    public required DateOnly DueOn { get; init; }
    public required Guid? AboutId { get; init; }
    public required string? Account { get; init; }
    public required string? Deal { get; init; }

    /// <summary>With whom, and their number; null where nobody is named or has none.</summary>
    public required string? Contact { get; init; }
    public required string? Phone { get; init; }

    /// <summary>It is an action of the plan of a deal: what came of it is worth a line.</summary>
    public bool IsPlanned { get; init; }

    /// <summary>What would show that it is done.</summary>
    public string? Expected { get; init; }

    /// <summary>Who waits: the account, or at least the deal.</summary>
    public string? Customer => Account ?? Deal;
}

/// <summary>An open deal of the viewer.</summary>
public sealed record TodayDeal
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }
    public required string? Account { get; init; }
    public required long? Minor { get; init; }
    public required string Currency { get; init; }
    public required DateOnly? CloseOn { get; init; }
    public required DateOnly? OpenedOn { get; init; }
    public required DateOnly? TouchedOn { get; init; }

    /// <summary>Judgements of its plan that have aged.</summary>
    public int Aged { get; init; }

    /// <summary>The day its plan was to be looked through; null where that is to come, or nobody asked for it.</summary>
    public DateOnly? LookOn { get; init; }

    /// <summary>Days since we were in touch, or since it began where we never were; null where nobody knows.</summary>
    public int? QuietFor(DateOnly day) => (TouchedOn ?? OpenedOn) is { } since ? Math.Max(0, day.DayNumber - since.DayNumber) : null;

    public bool WasTouched => TouchedOn is not null;
}

/// <summary>The best next thing to do for a deal.</summary>
/// <param name="Deal">The deal.</param>
/// <param name="Act">What to do.</param>
/// <param name="Found">What was found.</param>
/// <param name="Why">Why it matters.</param>
/// <param name="Code">Which rule found it, and of whom.</param>
/// <param name="PersonId">Of whom.</param>
public sealed record NextThing(TodayDeal Deal, string Act, string Found, string Why, string Code, Guid? PersonId);

/// <summary>Something agreed with a customer that is due.</summary>
/// <param name="Deal">The deal.</param>
/// <param name="Due">What, and by when.</param>
public sealed record TodayDue(TodayDeal Deal, Rules.WorkDue Due);

/// <summary>A contract that the customer can end with its term.</summary>
public sealed record TodayContract
{
    public required Guid Id { get; init; }
    public required string Name { get; init; }

    /// <summary>Null where the viewer does not see the account.</summary>
    public required string? Account { get; init; }

    /// <summary>The last day on which they can give notice.</summary>
    public required DateOnly NoticeOn { get; init; }

    /// <summary>What it pays in a year, in minor units; null is unknown.</summary>
    public required long? Minor { get; init; }
    public required string Currency { get; init; }
}

/// <summary>A planned meeting.</summary>
public sealed record TodayMeeting
{
    public required Guid Id { get; init; }
    public required Guid DealId { get; init; }
    public required string Deal { get; init; }
    public required string? Account { get; init; }
    public required DateOnly On { get; init; }

    /// <summary>When it begins; null where nobody said.</summary>
    public TimeOnly? StartsAt { get; init; }

    /// <summary>Why they give us the time.</summary>
    public required string Reason { get; init; }

    /// <summary>The best next step of theirs we could get.</summary>
    public required string? Best { get; init; }

    /// <summary>By when they would do it.</summary>
    public DateOnly? BestBy { get; init; }

    /// <summary>What the viewer says there.</summary>
    public required string? Says { get; init; }

    /// <summary>We agreed who says what.</summary>
    public required bool IsAgreed { get; init; }
}
