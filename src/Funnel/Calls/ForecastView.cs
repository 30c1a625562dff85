using System.Text.Json.Serialization;
using Coxswain.Platform.Ui;
using Coxswain.Platform.Ui.Charts;
namespace Coxswain.Funnel.Calls;

/// <summary>A period that a number is called for.</summary>
/// <param name="Key">As addresses write it: <c>2026-Q3</c>.</param>
/// <param name="Name">As people say it.</param>
/// <param name="From">Its first day.</param>
/// <param name="To">Its last day.</param>
/// <param name="IsClosed">It is over: nothing more is called for it.</param>
public sealed record CalledPeriod(string Key, string Name, DateOnly From, DateOnly To, bool IsClosed)
{
    internal string Before { get; init; } = "";
    internal string After { get; init; } = "";
}

/// <summary>What somebody called. Amounts in minor units of the organisation's currency.</summary>
/// <param name="Id">Its key.</param>
/// <param name="PersonId">Whose number it is.</param>
/// <param name="By">Who called it.</param>
/// <param name="IsMine">The viewer did.</param>
/// <param name="IsTheirs">The person whose number it is did.</param>
/// <param name="Commit">What they stand for, with what is won already.</param>
/// <param name="BestCase">If all goes well; null where nobody said.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Because">Why.</param>
/// <param name="At">When, in the organisation's time zone.</param>
public sealed record CallView(Guid Id, Guid PersonId, string By, bool IsMine, bool IsTheirs, long Commit, long? BestCase, string Currency, string? Because, DateTime At)
{
    internal Guid ById { get; init; }
}

/// <summary>A target as it was set or changed.</summary>
/// <param name="Of">A team's name; null for the person's own selling.</param>
/// <param name="Amount">Minor units, for the whole period.</param>
/// <param name="Currency">ISO 4217.</param>
/// <param name="Since">The first day it counts.</param>
/// <param name="Because">Why it was changed; null for the first.</param>
/// <param name="By">Who set it.</param>
/// <param name="Counts">It is the one that counts on the day shown.</param>
public sealed record TargetView(string? Of, long Amount, string Currency, DateOnly Since, string? Because, string By, bool Counts);

/// <summary>Somebody whose number is part of this one.</summary>
/// <param name="PersonId">Who; null for whom others know by a letter.</param>
/// <param name="Name">What they are called beside figures.</param>
/// <param name="People">How many are in their line, they among them; 1 for somebody's own deals.</param>
/// <param name="Sums">What stands.</param>
/// <param name="Target">Minor units; null where none is set.</param>
public sealed record ForecastRow(Guid? PersonId, string Name, int People, ForecastSums Sums, long? Target)
{
    /// <summary>Their own latest call; null where they gave none or it is not shown yet.</summary>
    public CallView? Theirs { get; init; }

    /// <summary>The latest call of whoever they answer to, under the same rule.</summary>
    public CallView? Managers { get; init; }

    /// <summary>Calls about them are shown once the viewer has given a figure of their own.</summary>
    public required bool IsHidden { get; init; }

    /// <summary>The deals of whoever leads, which stand in no line below.</summary>
    public required bool IsOwn { get; init; }

    /// <summary>What is missing to the target after what is won and committed; null without a target.</summary>
    public long? Gap => Target - Sums.Sure;
}

/// <summary>A team nobody leads that has a target of its own.</summary>
/// <param name="TeamId">Which.</param>
/// <param name="Name">What it is called.</param>
/// <param name="People">How many are in it and below it.</param>
/// <param name="Sums">What stands.</param>
/// <param name="Target">Minor units.</param>
public sealed record UnledTeam(Guid TeamId, string Name, int People, ForecastSums Sums, long? Target)
{
    /// <summary>What is missing to the target after what is won and committed.</summary>
    public long? Gap => Target - Sums.Sure;
}

/// <summary>A deal of the period.</summary>
public sealed record ForecastDeal(Guid Id, string Name, Place Place, long? Amount, string Currency, DateOnly? CloseOn);

/// <summary>A number: what stands, what was called and what was meant to be.</summary>
public sealed record ForecastView
{
    public required Guid PersonId { get; init; }
    public required string Name { get; init; }

    /// <summary>It is the viewer's own.</summary>
    public required bool IsMe { get; init; }

    /// <summary>It is that of a line, not of somebody's own deals.</summary>
    public required bool IsLine { get; init; }
    public required CalledPeriod Period { get; init; }

    /// <summary>The day it is shown as of.</summary>
    public required DateOnly AsOf { get; init; }
    public required string Currency { get; init; }
    public required ForecastSums Sums { get; init; }

    /// <summary>Minor units; null where none is set.</summary>
    public required long? Target { get; init; }
    public required IReadOnlyList<TargetView> Targets { get; init; }

    /// <summary>Newest first, as far as the viewer may read them.</summary>
    public required IReadOnlyList<CallView> Calls { get; init; }

    /// <summary>What others called is shown once the viewer has given a figure of their own, or the period is over.</summary>
    public required bool IsHidden { get; init; }
    public required IReadOnlyList<ForecastRow> Rows { get; init; }
    public required int AllRows { get; init; }

    /// <summary>Teams without a leader that answer to them and have a target of their own; whoever is in them is among the rows, too.</summary>
    public required IReadOnlyList<UnledTeam> Unled { get; init; }

    /// <summary>The first of the open deals by their day, where it is a number of somebody's own deals.</summary>
    public required IReadOnlyList<ForecastDeal> Deals { get; init; }

    /// <summary>Why some deals are not added up; null where all are.</summary>
    public required string? NotAdded { get; init; }

    public long? Gap => Target - Sums.Sure;

    [JsonIgnore] public bool MayCall { get; init; }
    [JsonIgnore] public bool MayAim { get; init; }
    /// <summary>The viewer may set targets of teams here, not of the person.</summary>
    [JsonIgnore] public bool AimsAtTeamsOnly { get; init; }
    [JsonIgnore] public bool IsWhole { get; init; }
    [JsonIgnore] public bool IsPast { get; init; }
    [JsonIgnore] public bool HasUnnamed { get; init; }
    [JsonIgnore] public int Skipped { get; init; }
    [JsonIgnore] public IReadOnlyList<Choice> Teams { get; init; } = [];
    [JsonIgnore] public CallView? Mine => Calls.FirstOrDefault(c => c.IsMine);
    [JsonIgnore] public CallView? Theirs => Calls.FirstOrDefault(c => c.IsTheirs);

    /// <summary>The same for all rows, so that they can be compared by eye.</summary>
    [JsonIgnore] public DotScale Scale => DotScale.Around(Rows.SelectMany(r => new[] { r.Sums.Won.Amount, r.Sums.Sure + r.Sums.BestCase.Amount, (double)(r.Target ?? r.Sums.Sure) }).Append(0));

    internal string Url(string path = "", string? period = null, int skip = 0) => $"/forecast/{PersonId}{path}?period={period ?? Period.Key}" + (skip > 0 ? $"&skip={skip}" : "");
}
