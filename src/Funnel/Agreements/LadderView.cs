using System.Text.Json.Serialization;
using Coxswain.Funnel.Opportunities;
using Coxswain.Platform.Ui;
using Coxswain.Platform.Http;
namespace Coxswain.Funnel.Agreements;

/// <summary>What a customer agreed to on the way to a decision, the smallest first.</summary>
public sealed record LadderView
{
    public required Guid DealId { get; init; }
    public required IReadOnlyList<AgreementView> Agreements { get; init; }
    public int Kept => Agreements.Count(a => a.Kept is true);
    public int Broken => Agreements.Count(a => a.Kept is false);

    /// <summary>The largest that was kept; null where none was.</summary>
    [JsonConverter(typeof(JsonStringEnumConverter<LadderRung>))]
    public LadderRung? Reached => Agreements.Where(a => a.Kept is true).Select(a => (LadderRung?)a.Rung).Max();

    /// <summary>The smallest above that: what is asked for next.</summary>
    [JsonConverter(typeof(JsonStringEnumConverter<LadderRung>))]
    public LadderRung? Next => Reached switch { null => LadderRung.Answer, LadderRung.Signature => null, { } rung => rung + 1 };

    [JsonIgnore]
    public OpportunityView Deal { get; init; } = null!;

    [JsonIgnore]
    public bool MayEdit { get; init; }

    [JsonIgnore]
    public Guid? Editing { get; init; }

    [JsonIgnore]
    public IReadOnlyList<Choice> Contacts { get; init; } = [];

    /// <summary>Ways to ask that may be chosen.</summary>
    [JsonIgnore]
    public IReadOnlyList<Choice> Ways { get; init; } = [];

    [JsonIgnore]
    public DateOnly Today { get; init; }

    [JsonIgnore]
    public IReadOnlySet<string> Locked { get; init; } = new HashSet<string>();

    internal string Url => $"/opportunities/{DealId}/ladder";
}

/// <summary>Something a customer agreed to.</summary>
public sealed record AgreementView
{
    public required Guid Id { get; init; }
    public required int Version { get; init; }
    public string? Text { get; init; }

    [JsonConverter(typeof(JsonStringEnumConverter<LadderRung>))]
    public required LadderRung Rung { get; init; }
    public required DateOnly AgreedOn { get; init; }
    public required DateOnly? DueOn { get; init; }

    /// <summary>The contact who agreed.</summary>
    public required Guid? ById { get; init; }
    public required string? By { get; init; }

    /// <summary>How it was asked for: the key of a way; null is unknown.</summary>
    public required string? Way { get; init; }
    public required bool? Kept { get; init; }
    public required DateOnly? KeptOn { get; init; }

    /// <summary>Who of us asked for it.</summary>
    public required string? AskedBy { get; init; }

    [JsonIgnore]
    public string? WayName { get; init; }
}

/// <summary>Where one goes after an agreement was saved.</summary>
public sealed record LadderSaved(Guid Deal)
{
    internal string? Back { get; init; }

    internal string Url => LocalPath.Or(Back, $"/opportunities/{Deal}/ladder");
}
