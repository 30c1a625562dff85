using System.Text.Json.Serialization;
using Coxswain.Platform.Ui;
namespace Coxswain.Customers.Maps;

/// <summary>An account's relationship map, for the account or for one of its deals.</summary>
public sealed record MapView
{
    public required Guid AccountId { get; init; }
    public required string Account { get; init; }

    /// <summary>The deal it is looked at for; null for the account.</summary>
    public DealOnMap? Deal { get; init; }
    public required IReadOnlyList<MapPersonView> People { get; init; }
    public required IReadOnlyList<MapTieView> Ties { get; init; }

    /// <summary>What is not known, the weightiest first.</summary>
    public required IReadOnlyList<MapGap> Gaps { get; init; }

    /// <summary>Contacts of the account who are not on it.</summary>
    public required IReadOnlyList<MapContact> Missing { get; init; }
    public DealsByAccount? Deals { get; init; }
    public required bool MayEdit { get; init; }
    public required DateOnly Today { get; init; }

    /// <summary>Whose card is open.</summary>
    [JsonIgnore]
    public MapPersonView? Chosen { get; init; }

    internal string Url => Deal is { } deal ? $"/opportunities/{deal.Id}/map" : $"/accounts/{AccountId}/map";

    internal string To(Guid person) => $"{Url}?person={person}";
}

/// <summary>Someone on a map, as pages and the API show it.</summary>
public sealed record MapPersonView
{
    /// <summary>Judgements older than so many days are to be asked again.</summary>
    public const int StaleAfter = 90;

    public required Guid Id { get; init; }
    public required int Version { get; init; }
    public Guid? ContactId { get; init; }

    /// <summary>Their name, or what they do where nobody knows who it is.</summary>
    public required string Name { get; init; }
    public string? Title { get; init; }

    /// <summary>They stand at another account by now.</summary>
    public bool HasLeft { get; init; }

    /// <summary>They work elsewhere and help from there.</summary>
    public bool IsOutside { get; init; }

    /// <summary>Several who decide with one voice: a board, a committee.</summary>
    public bool IsBody { get; init; }

    /// <summary>The body of the map they sit in.</summary>
    public Guid? SitsInId { get; init; }

    /// <summary>One of us, who guides us there.</summary>
    public Guid? ColleagueId { get; init; }
    public Guid? ReportsToId { get; init; }

    [JsonConverter(typeof(JsonStringEnumConverter<Influence>))]
    public Influence? Influence { get; init; }

    [JsonConverter(typeof(JsonStringEnumConverter<Stance>))]
    public Stance? Stance { get; init; }
    public string? Evidence { get; init; }
    public DateOnly? AsOf { get; init; }
    public Guid? SaidById { get; init; }
    public string? SaidBy { get; init; }
    public int? X { get; init; }
    public int? Y { get; init; }

    /// <summary>Who of us was in touch with them, the latest first.</summary>
    public IReadOnlyList<Knower> KnownBy { get; init; } = [];

    /// <summary>What they do in the deal the map is looked at for.</summary>
    public IReadOnlyList<MapPartView> Parts { get; init; } = [];

    /// <summary>Nobody knows who it is.</summary>
    public bool IsUnknown => ContactId is null && !IsBody && ColleagueId is null;

    public DateOnly? LastTouch => KnownBy.Count == 0 ? null : KnownBy.Max(k => k.Last);

    internal bool IsOld(DateOnly today) => AsOf is { } day && today.DayNumber - day.DayNumber > StaleAfter;
}

/// <summary>Someone of us who was in touch with a person of the map: counted from what was logged, never typed.</summary>
public sealed record Knower(Guid PersonId, string Name, DateOnly Since, DateOnly Last, int Times);

/// <summary>What somebody does in a deal.</summary>
public sealed record MapPartView
{
    public required Guid Id { get; init; }

    [JsonConverter(typeof(JsonStringEnumConverter<DealPart>))]
    public required DealPart Part { get; init; }
    public string? Evidence { get; init; }
    public required DateOnly AsOf { get; init; }
    public string? SaidBy { get; init; }
}

/// <summary>Something between two people of the map.</summary>
public sealed record MapTieView
{
    public required Guid Id { get; init; }
    public required Guid FromId { get; init; }
    public required Guid ToId { get; init; }

    [JsonConverter(typeof(JsonStringEnumConverter<TieKind>))]
    public required TieKind Kind { get; init; }
    public required string Evidence { get; init; }
    public required DateOnly AsOf { get; init; }
    public string? SaidBy { get; init; }
}

/// <summary>A contact who is not on the map.</summary>
public sealed record MapContact(Guid Id, string Name, string? Title);

/// <summary>Something that is not known.</summary>
/// <param name="Text">What.</param>
/// <param name="PersonId">About whom of the map; null for the whole of it.</param>
public sealed record MapGap(string Text, Guid? PersonId)
{
    [JsonIgnore]
    internal Tone Tone { get; init; } = Tone.Warn;
}
