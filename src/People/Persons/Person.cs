using Coxswain.People.Told;
using Coxswain.Platform.Access;
using Coxswain.Platform.Data;
namespace Coxswain.People.Persons;

/// <summary>Someone who works here. Stays after leaving: what they did is history.</summary>
[Tracked("person")]
internal sealed class Person : Entity
{
    [Personal]
    public required string Name { get; set; }

    [Personal]
    public string? Email { get; set; }
    public required Role Role { get; set; }

    /// <summary>The team now; past ones are <see cref="Teams.Membership"/> rows.</summary>
    public Guid? TeamId { get; set; }

    /// <summary>The sign-in of this person, once invited.</summary>
    public Guid? LoginId { get; set; }

    /// <summary>No person but a program's account: has a role and keys, and nobody signs in as it.</summary>
    public bool IsService { get; init; }

    /// <summary>Since when this person no longer works here; history and figures stay.</summary>
    public DateTime? LeftAt { get; set; }

    /// <summary>When this person was shown what is computed about them and who sees it.</summary>
    public DateTime? ToldAt { get; set; }

    /// <summary>Language and formats chosen by the person; null takes the organisation's.</summary>
    public string? Culture { get; set; }

    /// <summary>Where an import knows this person by another name.</summary>
    public string? SourceId { get; set; }

    /// <summary>The name as it is looked up: folded in C#, since the engines fold ASCII only.</summary>
    [Derived]
    public string FoldedName { get => Folding.Fold(Name); private set { } }

    public bool IsHere => LeftAt is null;

    /// <summary>Leaves, with someone to take over; figures of the past stay.</summary>
    public void Leave(Guid heirId, DateTime now)
    {
        Record(new PersonLeft(heirId));
        LeftAt = now;
    }

    /// <summary>Works here again, as whom they were; keys of programs and browsers stay ended.</summary>
    public void Return()
    {
        Record(new PersonReturned());
        LeftAt = null;
    }

    /// <summary>Has read what is computed about them and who sees it.</summary>
    public void Acknowledge(DateTime now)
    {
        Record(new ToldRead());
        ToldAt = now;
    }
}
