using System.Text.Json.Serialization;
using Coxswain.Customers.Maps;
namespace Coxswain.Funnel.Plans;

/// <summary>Somebody who decides in a deal, with what is judged of them in it.</summary>
public sealed record PlanPerson
{
    /// <summary>Their place on the relationship map.</summary>
    public required Guid Id { get; init; }
    public required Guid? ContactId { get; init; }
    public required string Name { get; init; }
    public required string? Title { get; init; }
    public required bool IsOutside { get; init; }
    public required DateOnly? LastTouch { get; init; }
    public required DateOnly? LastTalk { get; init; }

    /// <summary>Several who decide with one voice: a board, a committee.</summary>
    public bool IsBody { get; init; }

    /// <summary>One of us, who guides us there.</summary>
    public bool IsOurs { get; init; }

    /// <summary>Whoever of us is to look after them was in touch with them; null where nobody is named for it.</summary>
    public bool? IsLookedAfter { get; init; }
    public required IReadOnlyList<PlanPart> Parts { get; init; }

    /// <summary>The latest of each field.</summary>
    public required IReadOnlyList<PlanSaid> Says { get; init; }

    /// <summary>Nobody knows who it is.</summary>
    public bool IsUnknown => ContactId is null && !IsBody && !IsOurs;

    /// <summary>Of a guide, whether all three tests of one hold: listened to there, trusting us, wanting us to win; null while one is unknown and none failed.</summary>
    [JsonIgnore]
    public bool? Guides => !Is(DealPart.Guide) ? null : PlanWords.OfGuides.Any(f => Value(f) == No) ? false : PlanWords.OfGuides.All(f => Value(f) is not null) ? true : null;

    private const int No = 2;

    // Asked of each person by each rule: no more is made for it than is looked at.
    internal PlanSaid? Said(PlanField field)
    {
        for (var i = 0; i < Says.Count; i++) if (Says[i].Field == field) return Says[i];
        return null;
    }

    internal int? Value(PlanField field) => Said(field)?.Value;

    internal bool Is(DealPart part) => Parts.Any(p => p.Part == part);

    /// <summary>Their word weighs so much, as far as anybody said; whoever says the final yes weighs most.</summary>
    internal int Weight => Value(PlanField.Influence) ?? (Is(DealPart.Approver) ? 3 : 2);

    /// <summary>The last day anything was heard of them: what we inferred of them is nothing they said.</summary>
    internal DateOnly? Heard => new[] { LastTouch, Said(PlanField.Stance) is { Ground: not PlanGround.Inferred } stance ? stance.On : null }.Max();
}

/// <summary>What somebody does in the deal.</summary>
public sealed record PlanPart(Guid Id, [property: JsonConverter(typeof(JsonStringEnumConverter<DealPart>))] DealPart Part)
{
    /// <summary>The day it was said that they have it.</summary>
    public DateOnly Since { get; init; }
}
