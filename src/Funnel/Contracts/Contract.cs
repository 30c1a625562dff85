using Coxswain.Platform.Data;
using Coxswain.Platform.Events;
namespace Coxswain.Funnel.Contracts;

/// <summary>How often the recurring amount of a contract is paid.</summary>
public enum ContractEvery { Month, Quarter, Year }

/// <summary>How a contract stands on a day.</summary>
public enum ContractState { Coming, Running, NoticeDue, NoticeGiven, Ended, EndedByNotice }

/// <summary>What an account agreed to pay us, from when, and how it ends. What rules let somebody see of deals, they let them see of contracts.</summary>
[Tracked(Kinds.Contract), Under("account", nameof(AccountId))]
internal sealed class Contract : Entity, IOwned, IOnTimeline, IBegan, IRemovable
{
    /// <summary>This many days before the last day for notice it begins to be due.</summary>
    public const int Ahead = 90;

    public required Guid AccountId { get; init; }
    public required Guid OwnerId { get; set; }
    public required string Name { get; set; }

    /// <summary>The won deal it came of; null for one made by hand.</summary>
    public Guid? DealId { get; init; }

    /// <summary>The contract whose next term it is.</summary>
    public Guid? FollowsId { get; init; }

    /// <summary>Its first day.</summary>
    public required DateOnly StartsOn { get; set; }

    /// <summary>The first day of the term that runs now: the same as <see cref="StartsOn"/> until it renews itself.</summary>
    public required DateOnly TermFrom { get; set; }

    /// <summary>The last day of the term that runs now; null runs until somebody gives notice.</summary>
    public DateOnly? EndsOn { get; set; }

    /// <summary>For how many months it renews itself where nobody gives notice; null does not.</summary>
    public int? RenewsMonths { get; set; }

    /// <summary>How many days before the end notice is to be given; null is unknown, 0 is up to the last day.</summary>
    public int? NoticeDays { get; set; }

    /// <summary>The day notice was given.</summary>
    public DateOnly? NoticeGivenOn { get; set; }

    /// <summary>What is paid each time, in minor units of <see cref="Currency"/>; null is unknown, 0 is nothing.</summary>
    public long? Recurring { get; set; }
    public required ContractEvery Every { get; set; }

    /// <summary>What is paid once.</summary>
    public long? OneOff { get; set; }
    public required string Currency { get; set; }

    /// <summary>Its key in the system it came from.</summary>
    public string? SourceId { get; init; }
    public DateTime? RemovedAt { get; set; }

    [Derived]
    public string FoldedName { get => Folding.Fold(Name); private set { } }

    /// <summary>What is paid in a year.</summary>
    [Derived]
    public long? PerYear { get => Recurring * TimesAYear(Every); private set { } }

    /// <summary>The last day on which notice ends it with the term that runs; null where nobody knows, and once it was given.</summary>
    [Derived]
    public DateOnly? NoticeOn { get => ContractDays.NoticeOn(EndsOn, NoticeDays, NoticeGivenOn); private set { } }

    public DateTime? BeganAt => StartsOn.ToDateTime(TimeOnly.MinValue, DateTimeKind.Utc);

    public Guid? TimelineId => AccountId;

    public static int TimesAYear(ContractEvery every) => every switch { ContractEvery.Month => 12, ContractEvery.Quarter => 4, _ => 1 };

    /// <summary>Takes it through the terms that are over by a day, where it renews itself.</summary>
    /// <returns>Whether a new term began.</returns>
    public bool GoOn(DateOnly today)
    {
        if (RenewsMonths is not { } months || NoticeGivenOn is not null || EndsOn is not { } end || end >= today) return false;
        for (; end < today; end = ContractDays.After(end, months)) TermFrom = end.AddDays(1);
        EndsOn = end;
        Record(new ContractWentOn(end));
        return true;
    }
}

/// <summary>A contract renewed itself.</summary>
internal sealed record ContractWentOn(DateOnly Until) : News("contract.went-on");

/// <summary>The deal in which the next term of a contract is agreed: one for each end of a term.</summary>
[Tracked(Kinds.ContractRenewal)]
internal sealed class ContractRenewal : Entity
{
    public required Guid ContractId { get; init; }

    /// <summary>The last day of the term that it renews.</summary>
    public required DateOnly TermEndsOn { get; init; }

    /// <summary>The deal; another one where the first was removed.</summary>
    public required Guid OpportunityId { get; set; }
}

/// <summary>The days of contracts.</summary>
internal static class ContractDays
{
    private const double DaysAMonth = 365.2425 / 12;

    public static DateOnly? NoticeOn(DateOnly? endsOn, int? noticeDays, DateOnly? givenOn) => givenOn is null && endsOn is { } end && noticeDays is { } days ? end.AddDays(-days) : null;

    /// <summary>The last day of a term of so many months that begins the day after another ended: the 30th of June and a year is the 30th of June, whatever the month's length.</summary>
    public static DateOnly After(DateOnly end, int months) => end.AddDays(1).AddMonths(months).AddDays(-1);

    /// <summary>How many months a term has, whole ones where it ends as it begins.</summary>
    public static double Months(DateOnly from, DateOnly to)
    {
        var next = to.AddDays(1);
        var whole = (next.Year - from.Year) * 12 + next.Month - from.Month;
        return whole > 0 && from.AddMonths(whole) == next ? whole : (next.DayNumber - from.DayNumber) / DaysAMonth;
    }

    /// <summary>Whether it ran on a day. One that renews itself and of which nobody gave notice runs on, whenever its terms are counted up.</summary>
    public static bool RanOn(DateOnly day, DateOnly startsOn, DateOnly? endsOn, bool renewsItself, DateOnly? givenOn) =>
        startsOn <= day && (endsOn is null || day <= endsOn || renewsItself && givenOn is null);

    public static ContractState StateOn(DateOnly day, DateOnly startsOn, DateOnly? endsOn, bool renewsItself, int? noticeDays, DateOnly? givenOn)
    {
        if (day < startsOn) return ContractState.Coming;
        if (!RanOn(day, startsOn, endsOn, renewsItself, givenOn)) return givenOn is null ? ContractState.Ended : ContractState.EndedByNotice;
        if (givenOn is not null) return ContractState.NoticeGiven;
        return NoticeOn(endsOn, noticeDays, null) is { } last && day <= last && day >= last.AddDays(-Contract.Ahead) ? ContractState.NoticeDue : ContractState.Running;
    }
}
