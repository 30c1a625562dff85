using Coxswain.Platform.Data;
namespace Coxswain.People.Teams;

/// <summary>A team in the hierarchy. Who was in it when is <see cref="Membership"/>.</summary>
[Tracked("team")]
internal sealed class Team : Entity
{
    public required string Name { get; set; }

    /// <summary>The team above; null at the top.</summary>
    public Guid? ParentId { get; set; }

    /// <summary>Who leads it.</summary>
    public Guid? ManagerId { get; set; }

    /// <summary>Since when it no longer exists; its figures stay.</summary>
    public DateOnly? ClosedOn { get; set; }
    public string? SourceId { get; set; }
}
